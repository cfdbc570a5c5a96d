package org.yicheng.debate.store;

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

/** Writes the debate's acts into the record as the present caller; the last write of each transaction. */
@Component("debateActs")
class Acts {

    private final Journal journal;
    private final Clock clock;

    Acts(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** One act; facts as alternating names and values. */
    void write(Permission as, Optional<Citation> ground, String verb, String subject, Object... facts) {
        Caller caller = Caller.current();
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i + 1 < facts.length; i += 2) {
            map.put((String) facts[i], String.valueOf(facts[i + 1]));
        }
        journal.append(new ActDraft(
                clock.instant(), caller.actor(), caller.roleFor(as), verb, subject, ground.map(Citation::key), map));
    }

    void write(Permission as, String verb, String subject, Object... facts) {
        write(as, Optional.empty(), verb, subject, facts);
    }
}
