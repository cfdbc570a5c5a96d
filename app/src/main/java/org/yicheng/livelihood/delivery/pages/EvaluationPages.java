package org.yicheng.livelihood.delivery.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Appraisals.Appraisal;
import org.yicheng.assembly.Appraisals.Form;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.Evaluations;
import org.yicheng.livelihood.delivery.ResidentRatings;
import org.yicheng.livelihood.delivery.ResidentRatings.Batch;
import org.yicheng.livelihood.delivery.ResidentRatings.Issued;
import org.yicheng.livelihood.delivery.ResidentRatings.Period;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** How the projects of a year are rated: the deputies' appraisal, residents' slips and their period. */
@Controller
@Needs(Permission.LIVELIHOOD_KEEP)
public class EvaluationPages {

    private final Evaluations evaluations;
    private final ResidentRatings ratings;
    private final Deliveries deliveries;
    private final Bodies bodies;
    private final Sittings sittings;
    private final DeliveryScope scope;
    private final SlipSheets slips;
    private final Pages pages;

    EvaluationPages(
            Evaluations evaluations,
            ResidentRatings ratings,
            Deliveries deliveries,
            Bodies bodies,
            Sittings sittings,
            DeliveryScope scope,
            SlipSheets slips,
            Pages pages) {
        this.evaluations = evaluations;
        this.ratings = ratings;
        this.deliveries = deliveries;
        this.bodies = bodies;
        this.sittings = sittings;
        this.scope = scope;
        this.slips = slips;
        this.pages = pages;
    }

    /**
     * @param accepted how many projects were accepted, {@code rated} of them by the deputies
     * @param sittings in which they may be rated
     */
    public record EvaluationView(
            Round round,
            long accepted,
            long rated,
            List<Appraisal> appraisals,
            List<Sitting> sittings,
            Optional<Period> period,
            List<Batch> batches,
            DeliveryForm form) {}

    @GetMapping("/livelihood/rounds/{id}/evaluation")
    View evaluation(@PathVariable UUID id) {
        return show(scope.kept(id), DeliveryForm.NONE);
    }

    private View show(Round round, DeliveryForm form) {
        List<Delivery> all = deliveries.ofRound(round.id());
        EvaluationView view = new EvaluationView(
                round,
                all.stream().filter(one -> one.state().accepted()).count(),
                all.stream()
                        .filter(one -> one.state().compareTo(Delivery.State.EVALUATED) >= 0)
                        .count(),
                evaluations.ofRound(round.id()),
                sittings(round),
                ratings.period(round.id()),
                ratings.batches(round.id()),
                form);
        return pages.show(
                "livelihood/evaluation",
                view,
                form.reasons().isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    /** Of the congress and its standing committee, as long as they are not closed. */
    private List<Sitting> sittings(Round round) {
        Stream<String> theirs = Stream.concat(
                Stream.of(round.body()),
                bodies.childrenOf(round.body()).stream()
                        .filter(body -> body.kind() == Body.Kind.STANDING_COMMITTEE)
                        .map(Body::id));
        return theirs.flatMap(body -> sittings.ofBody(body).stream())
                .filter(sitting -> sitting.state() != Sitting.State.CLOSED)
                .toList();
    }

    private <T> Object answer(Round round, DeliveryForm form, Ruling<T> ruling) {
        return ruling instanceof Ruling.Refused<T>(List<Refusal> reasons)
                ? show(round, form.refused(reasons))
                : seeAgain(round);
    }

    private static ResponseEntity<Void> seeAgain(Round round) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/livelihood/rounds/" + round.id() + "/evaluation")
                .build();
    }

    /** One press puts all accepted projects on a paper. */
    @PostMapping("/livelihood/rounds/{id}/evaluation/appraisals")
    Object prepare(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        Round round = scope.kept(id);
        DeliveryForm form = DeliveryForm.of("appraisal", typed);
        Form how = form.value("form").equals(Form.PAPER.name()) ? Form.PAPER : Form.ELECTRONIC;
        return answer(round, form, evaluations.prepare(id, form.value("sitting"), how));
    }

    @PostMapping("/livelihood/rounds/{id}/evaluation/period")
    Object period(@PathVariable UUID id, @RequestParam(name = "do", defaultValue = "") String act) {
        Round round = scope.kept(id);
        Ruling<Period> ruling = switch (act) {
            case "open" -> ratings.open(id);
            case "close" -> ratings.close(id);
            default -> throw new IllegalArgumentException("no such act: " + act);
        };
        return answer(round, DeliveryForm.of("period", Map.of()), ruling);
    }

    /** Answers with the printed slips: their codes are nowhere else. */
    @PostMapping("/livelihood/rounds/{id}/evaluation/slips")
    Object issue(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        Round round = scope.kept(id);
        DeliveryForm form = DeliveryForm.of("slips", typed);
        int number = Math.toIntExact(Math.min(1_000_000, form.whole("slips", form.value("slips"))));
        if (!form.reasons().isEmpty()) {
            return show(round, form);
        }
        return switch (ratings.issue(id, form.value("place"), number)) {
            case Ruling.Refused<Issued>(List<Refusal> reasons) -> show(round, form.refused(reasons));
            case Ruling.Granted<Issued>(Issued issued) -> slips.print(round, issued);
        };
    }
}
