package org.yicheng.matter.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.matter.Matter;
import org.yicheng.matter.Procedure;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;
import org.yicheng.rule.Citation;

/** Writes what happens to matters into the record; who may act in one. */
@Component
class MatterActs {

    private final Journal journal;
    private final Clock clock;

    MatterActs(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The last write of a transaction. */
    void write(String verb, String subject, Optional<Citation> ground, Permission as, Map<String, String> facts) {
        Caller caller = Caller.current();
        journal.append(new ActDraft(
                clock.instant(), caller.actor(), caller.roleFor(as), verb, subject, ground.map(Citation::key), facts));
    }

    void write(String verb, UUID matter, Optional<Citation> ground, Permission as, Map<String, String> facts) {
        write(verb, "matter:" + matter, ground, as, facts);
    }

    /** Is the caller this party, with the right that its actor needs? */
    static boolean holds(Matter.Party party, Procedure.Actor actor) {
        return party.isHeldBy(Caller.current(), actor.permission());
    }

    /** As which of a procedure's actors may the caller act in a matter? */
    static boolean actsAs(Matter matter, Procedure.Actor actor) {
        return matter.parties().stream()
                .filter(party -> party.actor().equals(actor.id()))
                .anyMatch(party -> holds(party, actor));
    }
}
