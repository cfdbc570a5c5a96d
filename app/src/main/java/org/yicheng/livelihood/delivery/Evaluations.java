package org.yicheng.livelihood.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.assembly.Appraisals.Appraisal;
import org.yicheng.assembly.Appraisals.Form;
import org.yicheng.assembly.Appraisals.Tally;
import org.yicheng.rule.Ruling;

/**
 * How deputies rate what was delivered (代表测评): one secret paper in a sitting of the congress or of its standing
 * committee. Apart from what residents say. Every change is recorded as {@code Caller.current()}.
 */
public interface Evaluations {

    /**
     * The deputies' rating of a project.
     *
     * @param appraisal in the assembly, of which this project was the {@code item}-th
     * @param invalid of {@code returned} papers, which are of {@code issued}
     * @param day on which it was declared
     */
    record Evaluation(
            UUID delivery,
            UUID appraisal,
            int item,
            int issued,
            int returned,
            int invalid,
            Tally tally,
            LocalDate day) {}

    /** That the owner of the aftercare took a project over. */
    record Handover(LocalDate day, String document) {}

    /** Lists one appraisal of all accepted projects of a round that none rates yet. */
    Ruling<Appraisal> prepare(UUID round, String sitting, Form form);

    /** Of a round, the newest last; results once declared. */
    List<Appraisal> ofRound(UUID round);

    Optional<Evaluation> of(UUID delivery);

    /** The owner of the aftercare takes over what was evaluated. */
    Ruling<Delivery> handOver(UUID delivery, LocalDate day, String document);

    Optional<Handover> handover(UUID delivery);
}
