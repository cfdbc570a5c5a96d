package org.yicheng.livelihood.store;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;
import org.yicheng.rule.Citation;

/** Writes what was done into the record. */
@Component
class LivelihoodActs {

    private final Journal journal;
    private final Clock clock;

    LivelihoodActs(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** @param facts names and values in turn; no text of a wish, no contact */
    void write(String subject, String verb, Citation ground, Object... facts) {
        write(Permission.LIVELIHOOD_KEEP, subject, verb, ground, facts);
    }

    void write(Permission as, String subject, String verb, Citation ground, Object... facts) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i + 1 < facts.length; i += 2) {
            map.put((String) facts[i], String.valueOf(facts[i + 1]));
        }
        Caller caller = Caller.current();
        journal.append(new ActDraft(
                clock.instant(),
                caller.actor(),
                caller.roleFor(as),
                "livelihood." + verb,
                subject,
                Optional.of(ground.key()),
                map));
    }
}
