package org.yicheng.web.repeat;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The answers given to keys; kept for a week. */
@Component
class Answered {

    private final JdbcClient jdbc;

    Answered(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes a key; false if it was used. Waits for a request under way with the same key, so inside a transaction. */
    boolean claim(String caller, String key, byte[] request) {
        return jdbc.sql("""
                                insert into home.idempotency (caller, key, request, status, content, media_type)
                                values (:caller, :key, :request, 0, '', '')
                                on conflict do nothing
                                """)
                        .param("caller", caller)
                        .param("key", key)
                        .param("request", request)
                        .update()
                == 1;
    }

    Optional<Answer> find(String caller, String key) {
        return jdbc.sql("""
                        select request, status, content, media_type, location
                          from home.idempotency where caller = :caller and key = :key
                        """)
                .param("caller", caller)
                .param("key", key)
                .query((row, _) -> new Answer(
                        row.getBytes("request"),
                        row.getInt("status"),
                        row.getString("content"),
                        row.getString("media_type"),
                        row.getString("location")))
                .optional();
    }

    void keep(String caller, String key, Answer answer) {
        jdbc.sql("""
                        update home.idempotency
                           set status = :status, content = :content, media_type = :type, location = :location
                         where caller = :caller and key = :key
                        """)
                .param("status", answer.status())
                .param("content", answer.content())
                .param("type", answer.mediaType())
                .param("location", answer.location())
                .param("caller", caller)
                .param("key", key)
                .update();
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void forgetOld() {
        jdbc.sql("delete from home.idempotency where answered_at < now() - interval '7 days'")
                .update();
    }
}
