package org.yicheng.assembly.elections;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Election;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;
import org.yicheng.rule.Citation;
import org.yicheng.web.Live;

/** Writes an election's acts into the record and wakes its pages. Last write of the transaction; no act says a vote. */
@Component
class ElectionActs {

    private final Journal journal;
    private final JdbcClient jdbc;
    private final Live live;
    private final Clock clock;

    ElectionActs(Journal journal, JdbcClient jdbc, Live live, Clock clock) {
        this.journal = journal;
        this.jdbc = jdbc;
        this.live = live;
        this.clock = clock;
    }

    void write(Election election, Permission as, Citation ground, String verb, Object... facts) {
        wake(election);
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i + 1 < facts.length; i += 2) {
            map.put((String) facts[i], String.valueOf(facts[i + 1]));
        }
        Caller caller = Caller.current();
        journal.append(new ActDraft(
                clock.instant(),
                caller.actor(),
                caller.roleFor(as),
                "assembly.election." + verb,
                subject(election.id()),
                Optional.of(ground.key()),
                map));
    }

    static String subject(UUID election) {
        return "election:" + election;
    }

    private void wake(Election election) {
        live.changed("election:" + election.id());
        String sitting = jdbc.sql("select sitting from assembly.election where id = :id")
                .param("id", election.id())
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(found -> found)
                .orElse("");
        if (!sitting.isEmpty()) {
            live.changed("board:" + sitting);
            live.changed("chair:" + sitting);
            live.changed("floor:" + sitting);
        }
        live.changed("me:" + election.body());
    }
}
