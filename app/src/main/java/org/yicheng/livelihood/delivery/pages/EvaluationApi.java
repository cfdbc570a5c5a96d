package org.yicheng.livelihood.delivery.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.assembly.Appraisals.Appraisal;
import org.yicheng.assembly.Appraisals.Form;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.Evaluations;
import org.yicheng.livelihood.delivery.Evaluations.Evaluation;
import org.yicheng.livelihood.delivery.Evaluations.Handover;
import org.yicheng.livelihood.delivery.Reportings;
import org.yicheng.livelihood.delivery.Reportings.Reported;
import org.yicheng.livelihood.delivery.Reportings.Which;
import org.yicheng.livelihood.delivery.ResidentRatings;
import org.yicheng.livelihood.delivery.ResidentRatings.Batch;
import org.yicheng.livelihood.delivery.ResidentRatings.Issued;
import org.yicheng.livelihood.delivery.ResidentRatings.Period;
import org.yicheng.livelihood.delivery.ResidentRatings.Stars;
import org.yicheng.party.Needs;
import org.yicheng.party.Pace;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Refuses;

/** Ratings of delivered projects over REST: deputies' and residents', each apart. */
@RestController
@RequestMapping("/api/v1/livelihood")
@Tag(name = "livelihood")
class EvaluationApi {

    private final Evaluations evaluations;
    private final ResidentRatings residents;
    private final Ratings ratings;
    private final Reportings reportings;
    private final DeliveryScope scope;
    private final Pace pace;

    EvaluationApi(
            Evaluations evaluations,
            ResidentRatings residents,
            Ratings ratings,
            Reportings reportings,
            DeliveryScope scope,
            Pace pace) {
        this.evaluations = evaluations;
        this.residents = residents;
        this.ratings = ratings;
        this.reportings = reportings;
        this.scope = scope;
        this.pace = pace;
    }

    /**
     * @param counts how many gave 1, 2, 3, 4, 5
     * @param mean exact, in lowest terms
     * @param shown the mean with one decimal
     */
    record Residents(int ratings, List<Integer> counts, String mean, String shown) {
        static Residents of(ResidentRatings.Figures figures) {
            return new Residents(
                    figures.ratings(),
                    figures.counts(),
                    figures.fraction(),
                    figures.mean().toPlainString());
        }
    }

    record Rated(
            Optional<Evaluation> deputies,
            Optional<Handover> handover,
            Optional<Period> period,
            Optional<Residents> residents) {}

    record NewAppraisal(String sitting, Form form) {}

    record TakenOver(LocalDate day, String document) {}

    record NewSlips(String place, int slips) {}

    record Rating(String code, List<Stars> stars) {}

    @Operation(summary = "一个项目的代表测评和居民评价，分别列出 Both ratings of a project, each apart")
    @GetMapping("/deliveries/{id}/ratings")
    @Needs(Permission.PUBLIC_READ)
    Rated rated(@PathVariable UUID id) {
        Ratings.Both both = ratings.of(scope.delivery(id));
        return new Rated(
                both.deputies(),
                both.handover(),
                both.period(),
                both.residents().map(Residents::of));
    }

    @Operation(summary = "一年的代表测评 The deputies' appraisals of a round")
    @GetMapping("/rounds/{id}/appraisals")
    @Needs(Permission.PUBLIC_READ)
    List<Appraisal> appraisals(@PathVariable UUID id) {
        return evaluations.ofRound(scope.round(id).id());
    }

    @Operation(summary = "把全部已验收项目列入一次代表测评 Put all accepted projects to an appraisal")
    @PostMapping("/rounds/{id}/appraisals")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Appraisal prepare(@PathVariable UUID id, @RequestBody NewAppraisal asked) {
        scope.kept(id);
        return evaluations.prepare(id, asked.sitting(), asked.form()).orThrow();
    }

    @Operation(summary = "登记管护责任单位接管 The owner of the aftercare takes over")
    @PostMapping("/deliveries/{id}/handover")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Delivery handOver(@PathVariable UUID id, @RequestBody TakenOver taken) {
        scope.keptDelivery(id);
        return evaluations.handOver(id, taken.day(), taken.document()).orThrow();
    }

    @Operation(summary = "开始居民评价 Open residents' ratings")
    @PostMapping("/rounds/{id}/rating/open")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Period open(@PathVariable UUID id) {
        scope.kept(id);
        return residents.open(id).orThrow();
    }

    @Operation(summary = "结束居民评价，公布统计 Close residents' ratings and publish the figures")
    @PostMapping("/rounds/{id}/rating/close")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Period close(@PathVariable UUID id) {
        scope.kept(id);
        return residents.close(id).orThrow();
    }

    @Operation(summary = "制作评价票；评价码只在这里返回一次 Make slips; their codes are answered only here, once")
    @PostMapping("/rounds/{id}/slips")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Issued issue(@PathVariable UUID id, @RequestBody NewSlips asked) {
        scope.kept(id);
        return residents.issue(id, asked.place(), asked.slips()).orThrow();
    }

    @Operation(summary = "各批评价票和使用数 The batches of slips, and how many rated")
    @GetMapping("/rounds/{id}/slips")
    @Needs(Permission.LIVELIHOOD_KEEP)
    List<Batch> slips(@PathVariable UUID id) {
        scope.kept(id);
        return residents.batches(id);
    }

    @Operation(summary = "凭评价码评价，结束前可以更改 Rate with the code of a slip; changed until closing")
    @Refuses(429)
    @PostMapping("/ratings")
    @Needs(Permission.PUBLIC_READ)
    Map<UUID, Integer> rate(@RequestBody Rating rating, HttpServletRequest request) {
        pace.take(RatingPages.SLIPS, request.getRemoteAddr()).ifPresent(slow -> {
            throw new RefusedException(slow);
        });
        return residents.rate(rating.code(), rating.stars()).orThrow().own();
    }

    /** @param sitting a plenary held on the platform, or else {@code meeting} and {@code day} of one held elsewhere */
    record Report(List<Which> which, Optional<String> sitting, Optional<String> meeting, Optional<LocalDate> day) {}

    private static LocalDate day(Report report) {
        return report.day()
                .orElseThrow(() -> new RefusedException(Refusal.at("day", "livelihood.day-unreadable", "value", "")));
    }

    record Reports(List<Which> open, List<Reported> reported) {}

    @Operation(summary = "常务委员会的决定向大会报告的情况 Decisions to be reported to the next plenary, and those reported")
    @GetMapping("/rounds/{id}/decision-reports")
    @Needs(Permission.PUBLIC_READ)
    Reports reports(@PathVariable UUID id) {
        scope.round(id);
        return new Reports(reportings.open(id), reportings.of(id));
    }

    @Operation(summary = "登记已向大会报告 Enter that decisions were reported to a plenary")
    @PostMapping("/rounds/{id}/decision-reports")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Reports report(@PathVariable UUID id, @RequestBody Report report) {
        scope.kept(id);
        report.sitting()
                .map(sitting -> reportings.report(id, report.which(), sitting))
                .orElseGet(() ->
                        reportings.report(id, report.which(), report.meeting().orElse(""), day(report)))
                .orThrow();
        return reports(id);
    }
}
