package org.yicheng.congress.store;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.party.Caller;

/** Files between preview and import: in the database, so that any node can take what another showed. */
@Component
class Uploads {

    /** By the machine's clock: a demo's clock may jump. */
    private final Clock clock = Clock.systemUTC();

    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient jdbc;

    Uploads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private OffsetDateTime oldest() {
        return clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
    }

    @Transactional
    UUID keep(String body, byte[] content) {
        jdbc.sql("delete from congress.upload where at < :oldest or account = :account")
                .param("oldest", oldest())
                .param("account", Caller.current().actor())
                .update();
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        "insert into congress.upload (id, body, account, at, content) values (:id, :body, :account, :at, :content)")
                .param("id", id)
                .param("body", body)
                .param("account", Caller.current().actor())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("content", content)
                .update();
        return id;
    }

    Optional<byte[]> kept(String body, UUID id) {
        return jdbc.sql("""
                        select content from congress.upload
                         where id = :id and body = :body and account = :account and at >= :oldest
                        """)
                .param("id", id)
                .param("body", body)
                .param("account", Caller.current().actor())
                .param("oldest", oldest())
                .query((row, _) -> row.getBytes(1))
                .optional();
    }
}
