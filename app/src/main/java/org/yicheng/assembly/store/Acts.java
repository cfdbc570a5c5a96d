package org.yicheng.assembly.store;

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

/** Writes the kernel's acts into the record as the present caller. */
@Component
public class Acts {

    private final Journal journal;
    private final Clock clock;

    Acts(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** One act; facts as alternating names and values. Last write of the transaction. */
    public void write(Permission as, String verb, String subject, Object... facts) {
        journal.append(draft(as, Optional.empty(), verb, subject, facts));
    }

    /** One act with its legal ground. */
    public void write(Permission as, Citation ground, String verb, String subject, Object... facts) {
        journal.append(draft(as, Optional.of(ground.key()), verb, subject, facts));
    }

    /** One act with its legal ground, where there is one. */
    public void write(Permission as, Optional<Citation> ground, String verb, String subject, Object... facts) {
        journal.append(draft(as, ground.map(Citation::key), verb, subject, facts));
    }

    private ActDraft draft(Permission as, Optional<String> ground, String verb, String subject, Object... facts) {
        Caller caller = Caller.current();
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i + 1 < facts.length; i += 2) {
            map.put((String) facts[i], String.valueOf(facts[i + 1]));
        }
        return new ActDraft(clock.instant(), caller.actor(), caller.roleFor(as), verb, subject, ground, map);
    }
}
