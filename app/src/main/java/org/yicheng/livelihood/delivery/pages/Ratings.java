package org.yicheng.livelihood.delivery.pages;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.Evaluations;
import org.yicheng.livelihood.delivery.Evaluations.Evaluation;
import org.yicheng.livelihood.delivery.Evaluations.Handover;
import org.yicheng.livelihood.delivery.ResidentRatings;

/** Both ratings of a project side by side, never together. */
@Component
class Ratings {

    private final Evaluations evaluations;
    private final ResidentRatings residents;

    Ratings(Evaluations evaluations, ResidentRatings residents) {
        this.evaluations = evaluations;
        this.residents = residents;
    }

    /**
     * What stands on the public page.
     *
     * @param deputies once declared
     * @param period of residents' ratings
     * @param residents once the period is closed, and never of few
     */
    public record Both(
            Optional<Evaluation> deputies,
            Optional<Handover> handover,
            Optional<ResidentRatings.Period> period,
            Optional<ResidentRatings.Figures> residents) {}

    Both of(Delivery delivery) {
        return new Both(
                evaluations.of(delivery.id()),
                evaluations.handover(delivery.id()),
                residents.period(delivery.round()),
                residents.of(delivery.id()));
    }
}
