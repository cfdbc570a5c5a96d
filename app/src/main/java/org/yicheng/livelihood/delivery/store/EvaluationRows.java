package org.yicheng.livelihood.delivery.store;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Appraisals.Tally;
import org.yicheng.livelihood.delivery.Evaluations.Evaluation;
import org.yicheng.livelihood.delivery.Evaluations.Handover;

/** Rows of deputies' ratings and of handing over. */
@Component
class EvaluationRows {

    private final JdbcClient jdbc;

    EvaluationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Evaluation> of(UUID delivery) {
        return jdbc.sql("select * from livelihood.evaluation where delivery = :id")
                .param("id", delivery)
                .query((row, _) -> new Evaluation(
                        delivery,
                        row.getObject("appraisal", UUID.class),
                        row.getInt("item"),
                        row.getInt("issued"),
                        row.getInt("returned"),
                        row.getInt("invalid"),
                        new Tally(
                                row.getInt("satisfied"),
                                row.getInt("basically"),
                                row.getInt("not_satisfied"),
                                row.getInt("abstain")),
                        row.getObject("day", LocalDate.class)))
                .optional();
    }

    void insert(Evaluation one) {
        jdbc.sql("""
                insert into livelihood.evaluation
                values (:delivery, :appraisal, :item, :issued, :returned, :invalid,
                        :satisfied, :basically, :not, :abstain, :day)
                """)
                .param("delivery", one.delivery())
                .param("appraisal", one.appraisal())
                .param("item", one.item())
                .param("issued", one.issued())
                .param("returned", one.returned())
                .param("invalid", one.invalid())
                .param("satisfied", one.tally().satisfied())
                .param("basically", one.tally().basically())
                .param("not", one.tally().notSatisfied())
                .param("abstain", one.tally().abstain())
                .param("day", one.day())
                .update();
    }

    Optional<Handover> handover(UUID delivery) {
        return jdbc.sql("select * from livelihood.handover where delivery = :id")
                .param("id", delivery)
                .query((row, _) -> new Handover(row.getObject("day", LocalDate.class), row.getString("document")))
                .optional();
    }

    void handOver(UUID delivery, Handover handover) {
        jdbc.sql("insert into livelihood.handover values (:id, :day, :document)")
                .param("id", delivery)
                .param("day", handover.day())
                .param("document", handover.document())
                .update();
    }
}
