package org.yicheng.proposals.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.proposals.Filing.Outcome;
import org.yicheng.proposals.Proposals.Collective;
import org.yicheng.proposals.Proposals.Mover;
import org.yicheng.proposals.Proposals.Review;

/** Movers and examinations of proposals as rows. */
@Component
class ProposalRows {

    private final JdbcClient jdbc;

    ProposalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void moved(UUID filing, Collective collective) {
        jdbc.sql("insert into proposals.collective (filing, mover, name) values (:filing, :mover, :name)")
                .param("filing", filing)
                .param("mover", collective.mover().name())
                .param("name", collective.name())
                .update();
    }

    Optional<Collective> collective(UUID filing) {
        return jdbc.sql("select mover, name from proposals.collective where filing = :filing")
                .param("filing", filing)
                .query((row, _) -> new Collective(Mover.valueOf(row.getString(1)), row.getString(2)))
                .optional();
    }

    Map<UUID, Collective> collectives(Collection<UUID> filings) {
        Map<UUID, Collective> found = new HashMap<>();
        jdbc.sql("select filing, mover, name from proposals.collective where filing = any (:filings)")
                .param("filings", filings.toArray(UUID[]::new))
                .query(row -> {
                    found.put(
                            row.getObject("filing", UUID.class),
                            new Collective(Mover.valueOf(row.getString("mover")), row.getString("name")));
                });
        return found;
    }

    List<Review> reviews(UUID filing) {
        return jdbc.sql("select * from proposals.examination where filing = :filing order by place")
                .param("filing", filing)
                .query((row, _) -> new Review(
                        row.getString("examiner"),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    boolean reviewed(UUID filing, UUID account) {
        return jdbc.sql("select 1 from proposals.examination where filing = :filing and account = :account")
                .param("filing", filing)
                .param("account", account)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void review(UUID filing, UUID account, int place, Review review) {
        jdbc.sql("""
                        insert into proposals.examination (filing, place, account, examiner, outcome, reason, at)
                        values (:filing, :place, :account, :examiner, :outcome, :reason, :at)
                        """)
                .param("filing", filing)
                .param("place", place)
                .param("account", account)
                .param("examiner", review.examiner())
                .param("outcome", review.outcome().name())
                .param("reason", review.reason())
                .param("at", at(review.at()))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
