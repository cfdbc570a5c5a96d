package org.yicheng.assembly.pages;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Elections;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Finds an election, asks whether the caller may do this in its body, and shows no result that is not announced. */
@Component
class ElectionScope {

    private final Elections elections;
    private final Scope scope;

    ElectionScope(Elections elections, Scope scope) {
        this.elections = elections;
        this.scope = scope;
    }

    void body(String id, Permission permission) {
        scope.body(id, permission);
    }

    Election election(UUID id, Permission permission) {
        Election election = elections
                .byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.election.unknown", "value", id)));
        scope.body(election.body(), permission);
        return election;
    }

    /** Until the announcement the count is for the scrutineers, the secretariat that reports it, and the chair. */
    Election seen(Election election) {
        Caller caller = Caller.current();
        boolean desk = caller.mayIn(election.body(), Permission.BALLOT_SCRUTINISE)
                || caller.mayIn(election.body(), Permission.SITTING_PREPARE)
                || caller.mayIn(election.body(), Permission.QUESTION_MOVE);
        boolean shown = election.state().announced() || election.state() == Election.State.VOID;
        return desk || shown ? election : election.withoutOutcome();
    }
}
