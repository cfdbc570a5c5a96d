package org.yicheng.ledger.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;
import org.yicheng.rule.Citation;

/** Writes what happens in books into the record. */
@Component
class LedgerActs {

    private final Journal journal;
    private final Clock clock;

    LedgerActs(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    void write(String verb, String subject, Citation ground, Map<String, String> facts) {
        Caller caller = Caller.current();
        journal.append(new ActDraft(
                clock.instant(),
                caller.actor(),
                caller.roleFor(Permission.LEDGER_POST),
                verb,
                subject,
                java.util.Optional.of(ground.key()),
                facts));
    }
}
