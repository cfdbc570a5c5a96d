package org.yicheng.library.store;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;

/** Writes what happens to documents into the record: digests and numbers, never their words. Last write of the transaction. */
@Component
class LibraryActs {

    private final Journal journal;
    private final Clock clock;

    LibraryActs(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    void write(UUID document, Permission permission, String verb, Map<String, String> facts) {
        Caller caller = Caller.current();
        journal.append(new ActDraft(
                clock.instant(),
                caller.actor(),
                caller.roleFor(permission),
                verb,
                "document:" + document,
                Optional.empty(),
                facts));
    }
}
