package org.yicheng.livelihood.delivery.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.livelihood.delivery.ResidentRatings;
import org.yicheng.livelihood.delivery.ResidentRatings.Batch;
import org.yicheng.livelihood.delivery.ResidentRatings.Figures;
import org.yicheng.livelihood.delivery.ResidentRatings.Period;
import org.yicheng.livelihood.delivery.ResidentRatings.Stars;

/** Rows of residents' ratings: periods, slips by the digest of their code, what they say. */
@Component
class RatingRows {

    private final JdbcClient jdbc;

    RatingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Period> period(UUID round) {
        return jdbc.sql("select * from livelihood.rating_period where round = :round")
                .param("round", round)
                .query((row, _) -> new Period(
                        round,
                        row.getObject("opened", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("closed", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .optional();
    }

    void open(UUID round, Instant at) {
        jdbc.sql("insert into livelihood.rating_period (round, opened) values (:round, :at)")
                .param("round", round)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void close(UUID round, Instant at) {
        jdbc.sql("update livelihood.rating_period set closed = :at where round = :round")
                .param("round", round)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those who rate hold it shared, so that closing waits for them. */
    void lock(UUID round, boolean shared) {
        jdbc.sql("select 1 from livelihood.round where id = :round for " + (shared ? "key share" : "update"))
                .param("round", round)
                .query(Integer.class)
                .optional();
    }

    List<Batch> batches(UUID round) {
        return jdbc.sql("""
                select b.number, b.place, b.day,
                       (select count(*) from livelihood.slip s where s.round = b.round and s.batch = b.number) as slips,
                       (select count(distinct r.slip) from livelihood.rating r
                          join livelihood.slip s on s.digest = r.slip
                         where s.round = b.round and s.batch = b.number) as used
                  from livelihood.slip_batch b where b.round = :round order by b.number
                """)
                .param("round", round)
                .query((row, _) -> new Batch(
                        row.getInt("number"),
                        row.getString("place"),
                        row.getInt("slips"),
                        row.getInt("used"),
                        row.getObject("day", LocalDate.class)))
                .list();
    }

    int slips(UUID round) {
        return jdbc.sql("select count(*) from livelihood.slip where round = :round")
                .param("round", round)
                .query(Integer.class)
                .single();
    }

    void issue(UUID round, Batch batch, List<String> digests) {
        jdbc.sql("insert into livelihood.slip_batch values (:round, :number, :place, :day)")
                .param("round", round)
                .param("number", batch.number())
                .param("place", batch.place())
                .param("day", batch.day())
                .update();
        // Sorted by digest: nothing in the table tells in which order they were printed.
        jdbc.sql("""
                insert into livelihood.slip (digest, round, batch)
                select digest, :round, :batch from unnest(:digests::text[]) digest order by digest
                """)
                .param("round", round)
                .param("batch", batch.number())
                .param("digests", digests.toArray(String[]::new))
                .update();
    }

    Optional<UUID> round(String digest) {
        return jdbc.sql("select round from livelihood.slip where digest = :digest")
                .param("digest", digest)
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional();
    }

    Map<UUID, Integer> own(String digest) {
        Map<UUID, Integer> own = new HashMap<>();
        jdbc.sql("select delivery, stars from livelihood.rating where slip = :digest")
                .param("digest", digest)
                .query(row -> {
                    own.put(row.getObject("delivery", UUID.class), row.getInt("stars"));
                });
        return own;
    }

    void rate(String digest, Stars one) {
        jdbc.sql("""
                insert into livelihood.rating (slip, delivery, stars) values (:slip, :delivery, :stars)
                on conflict (slip, delivery) do update set stars = excluded.stars
                """)
                .param("slip", digest)
                .param("delivery", one.delivery())
                .param("stars", one.stars())
                .update();
    }

    Figures figures(UUID delivery) {
        Integer[] counts = new Integer[ResidentRatings.MOST_STARS];
        Arrays.fill(counts, 0);
        jdbc.sql("select stars, count(*) from livelihood.rating where delivery = :delivery group by stars")
                .param("delivery", delivery)
                .query(row -> {
                    counts[row.getInt(1) - 1] = row.getInt(2);
                });
        return new Figures(List.of(counts));
    }
}
