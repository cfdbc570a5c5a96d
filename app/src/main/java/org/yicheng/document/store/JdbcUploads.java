package org.yicheng.document.store;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.document.Uploads;
import org.yicheng.party.Caller;

/** Kept files as rows. */
@Component
class JdbcUploads implements Uploads {

    /** By the machine's clock: a demo's clock may jump. */
    private final Clock clock = Clock.systemUTC();

    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient jdbc;

    JdbcUploads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private OffsetDateTime oldest() {
        return clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
    }

    @Override
    @Transactional
    public UUID keep(String purpose, byte[] content) {
        jdbc.sql("delete from document.upload where at < :oldest or account = :account")
                .param("oldest", oldest())
                .param("account", Caller.current().actor())
                .update();
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        "insert into document.upload (id, purpose, account, at, content) values (:id, :purpose, :account, :at, :content)")
                .param("id", id)
                .param("purpose", purpose)
                .param("account", Caller.current().actor())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("content", content)
                .update();
        return id;
    }

    @Override
    public Optional<byte[]> kept(String purpose, UUID id) {
        return jdbc.sql("""
                        select content from document.upload
                         where id = :id and purpose = :purpose and account = :account and at >= :oldest
                        """)
                .param("id", id)
                .param("purpose", purpose)
                .param("account", Caller.current().actor())
                .param("oldest", oldest())
                .query((row, _) -> row.getBytes(1))
                .optional();
    }
}
