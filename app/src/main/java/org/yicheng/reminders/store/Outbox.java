package org.yicheng.reminders.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.reminders.Reminders.Kind;
import org.yicheng.reminders.Reminders.Mail;

/** The mails to be sent, and those that were. */
@Component
class Outbox {

    /** One mail as it will be sent. */
    record Letter(String key, UUID account, String address, Kind kind, String subject, String body, String calendar) {}

    /** A letter that this node is to send now. @param attempt the first is 1 */
    record Claimed(Letter letter, int attempt) {}

    private static final Duration LEASE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the transaction of what it tells; a letter with the same key is there already. */
    void put(Letter letter) {
        jdbc.sql("""
                        insert into reminders.outbox
                            (key, account, address, kind, subject, body, calendar, created_at, next_at)
                        values (:key, :account, :address, :kind, :subject, :body, :calendar, :now, :now)
                        on conflict (key) do nothing
                        """)
                .param("key", letter.key())
                .param("account", letter.account())
                .param("address", letter.address())
                .param("kind", letter.kind().name())
                .param("subject", letter.subject())
                .param("body", letter.body())
                .param("calendar", letter.calendar())
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Takes letters for a while, so that no other node sends them, and no connection waits for the mail server. */
    List<Claimed> claim(int most) {
        return jdbc.sql("""
                        with due as (
                            select key from reminders.outbox
                             where sent_at is null and given_up_at is null and next_at <= :now
                             order by next_at limit :most for update skip locked)
                        update reminders.outbox o set attempts = attempts + 1, next_at = :lease
                          from due where due.key = o.key
                        returning o.*
                        """)
                .param("now", now())
                .param("most", most)
                .param("lease", now().plus(LEASE))
                .query((row, _) -> new Claimed(
                        new Letter(
                                row.getString("key"),
                                row.getObject("account", UUID.class),
                                row.getString("address"),
                                Kind.valueOf(row.getString("kind")),
                                row.getString("subject"),
                                row.getString("body"),
                                row.getString("calendar")),
                        row.getInt("attempts")))
                .list();
    }

    void sent(String key) {
        jdbc.sql("""
                        update reminders.outbox
                           set sent_at = :now, failure = null, body = case when kind = 'CODE' then '' else body end
                         where key = :key
                        """).param("now", now()).param("key", key).update();
    }

    /** @param again when to try again; empty: never */
    void failed(String key, String why, Optional<Duration> again) {
        jdbc.sql("""
                        update reminders.outbox
                           set failure = :why, next_at = :next, given_up_at = cast(:givenUp as timestamptz)
                         where key = :key
                        """)
                .param("why", why)
                .param("next", now().plus(again.orElse(Duration.ZERO)))
                .param("givenUp", again.isPresent() ? null : now())
                .param("key", key)
                .update();
    }

    List<Mail> of(UUID account, int most) {
        return jdbc.sql("select * from reminders.outbox where account = :account order by created_at desc limit :most")
                .param("account", account)
                .param("most", most)
                .query(Outbox::mail)
                .list();
    }

    private static Mail mail(ResultSet row, int at) throws SQLException {
        return new Mail(
                Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                instant(row, "created_at").orElseThrow(),
                instant(row, "sent_at"),
                row.getObject("given_up_at") != null,
                Optional.ofNullable(row.getString("failure")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** Codes mailed to an account since an instant. */
    int codes(UUID account, Instant since) {
        return jdbc.sql("""
                        select count(*) from reminders.outbox
                         where account = :account and kind = 'CODE' and created_at > :since
                        """)
                .param("account", account)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
