package org.yicheng.livelihood.delivery.store;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;
import org.yicheng.rule.Citation;

/** Writes what becomes of delivered projects into the record. */
@Component
class DeliveryActs {

    private final Journal journal;
    private final Clock clock;

    DeliveryActs(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** @param facts names and values in turn */
    void write(String subject, String verb, Citation ground, Object... facts) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i + 1 < facts.length; i += 2) {
            map.put((String) facts[i], String.valueOf(facts[i + 1]));
        }
        append(Permission.LIVELIHOOD_KEEP, subject, verb, ground, map);
    }

    /** What was done about one project. */
    void project(String verb, UUID id, Citation ground, Map<String, String> facts) {
        append(Permission.LIVELIHOOD_DELIVER, "livelihood-delivery:" + id, "delivery." + verb, ground, facts);
    }

    private void append(Permission with, String subject, String verb, Citation ground, Map<String, String> facts) {
        Caller caller = Caller.current();
        journal.append(new ActDraft(
                clock.instant(),
                caller.actor(),
                caller.roleFor(with),
                "livelihood." + verb,
                subject,
                Optional.of(ground.key()),
                facts));
    }
}
