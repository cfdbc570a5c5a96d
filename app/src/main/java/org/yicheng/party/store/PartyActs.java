package org.yicheng.party.store;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;

/** Writes this module's acts into the record; always inside the transaction of what was done, as its last write. */
@Component
class PartyActs {

    private final Journal journal;
    private final Clock clock;

    PartyActs(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** The caller did it to an account. */
    void onAccount(String verb, UUID account, Map<String, String> facts) {
        onMany(verb, "account:" + account, facts);
    }

    /** The caller did it to many accounts at once. */
    void onMany(String verb, String subject, Map<String, String> facts) {
        Caller caller = Caller.current();
        write(caller.signedIn() ? caller.actor() : "system", role(caller), verb, subject, facts);
    }

    /** An account did it to itself, before or while it is known who calls. */
    void byItself(String verb, UUID account, Map<String, String> facts) {
        write(account.toString(), "ACCOUNT", verb, "account:" + account, facts);
    }

    /** Somebody tried who is nobody here: no account, and no word of what was typed. */
    void byNobody(String verb, Map<String, String> facts) {
        write("public", "PUBLIC", verb, "account:unknown", facts);
    }

    private void write(String actor, String role, String verb, String subject, Map<String, String> facts) {
        journal.append(new ActDraft(clock.instant(), actor, role, verb, subject, Optional.empty(), facts));
    }

    /** Accounts are changed by who manages accounts, or by who takes a roster or hands out codes. */
    private static String role(Caller caller) {
        if (!caller.signedIn()) {
            return "SYSTEM";
        }
        return Stream.of(Permission.ACCOUNT_MANAGE, Permission.ROSTER_IMPORT, Permission.CREDENTIAL_CHANGE)
                .filter(caller::may)
                .map(caller::roleFor)
                .findFirst()
                .orElse("ACCOUNT");
    }
}
