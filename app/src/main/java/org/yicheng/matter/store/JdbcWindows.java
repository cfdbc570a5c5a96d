package org.yicheng.matter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.matter.Window;
import org.yicheng.matter.Windows;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;
import org.yicheng.rule.Citation;

/** Windows in PostgreSQL. */
@Component
class JdbcWindows implements Windows {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    JdbcWindows(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(String subject, String kind, String body, Instant from, Citation ground) {
        int opened = jdbc.sql("""
                        insert into matter.filing_window (subject, kind, body, starts)
                        values (:subject, :kind, :body, :from) on conflict do nothing
                        """)
                .param("subject", subject)
                .param("kind", kind)
                .param("body", body)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .update();
        if (opened > 0) {
            act("matter.window.open", subject, ground, Map.of("kind", kind, "from", from.toString()));
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(String subject, String kind, Instant until, Citation ground) {
        int changed = jdbc.sql(
                        "update matter.filing_window set ends = :until where subject = :subject and kind = :kind")
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("subject", subject)
                .param("kind", kind)
                .update();
        if (changed == 0) {
            throw new IllegalStateException("a window ends that was opened, got " + subject + " " + kind);
        }
        act("matter.window.end", subject, ground, Map.of("kind", kind, "until", until.toString()));
    }

    private void act(String verb, String subject, Citation ground, Map<String, String> facts) {
        Caller caller = Caller.current();
        journal.append(new ActDraft(
                clock.instant(),
                caller.actor(),
                caller.roleFor(Permission.SESSION_MOVE),
                verb,
                subject,
                Optional.of(ground.key()),
                facts));
    }

    @Override
    public Optional<Window> of(String subject, String kind) {
        return jdbc.sql("select * from matter.filing_window where subject = :subject and kind = :kind")
                .param("subject", subject)
                .param("kind", kind)
                .query(JdbcWindows::row)
                .optional();
    }

    @Override
    public Optional<Window> newest(String body, String kind) {
        return jdbc.sql("""
                        select * from matter.filing_window where body = :body and kind = :kind
                         order by starts desc limit 1
                        """)
                .param("body", body)
                .param("kind", kind)
                .query(JdbcWindows::row)
                .optional();
    }

    private static Window row(ResultSet row, int at) throws SQLException {
        return new Window(
                row.getString("subject"),
                row.getString("kind"),
                row.getString("body"),
                row.getObject("starts", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ends", OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }
}
