package org.yicheng.congress.store;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;
import org.yicheng.rule.Citation;
import org.yicheng.web.Live;

/** Writes a session's acts into the record and wakes the pages that show the session. Last write of the transaction. */
@Component
class SessionActs {

    private final Journal journal;
    private final Live live;
    private final Clock clock;

    SessionActs(Journal journal, Live live, Clock clock) {
        this.journal = journal;
        this.live = live;
        this.clock = clock;
    }

    void write(String session, Citation ground, String verb, Map<String, String> facts) {
        Caller caller = Caller.current();
        live.changed("desk:" + session);
        journal.append(new ActDraft(
                clock.instant(),
                caller.actor(),
                caller.roleFor(Permission.SESSION_MOVE),
                verb,
                "congress-session:" + session,
                Optional.of(ground.key()),
                facts));
    }
}
