package org.yicheng.livelihood.delivery.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.ResidentRatings;
import org.yicheng.livelihood.delivery.ResidentRatings.Paper;
import org.yicheng.livelihood.delivery.ResidentRatings.Stars;
import org.yicheng.livelihood.pages.FormStamp;
import org.yicheng.party.Needs;
import org.yicheng.party.Pace;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** A resident with a slip: its code, then stars for each project. */
@Controller
@Needs(Permission.PUBLIC_READ)
public class RatingPages {

    /** A community's office may help a hundred residents in an hour; who guesses needs a million million years. */
    static final Pace.Limit SLIPS = new Pace.Limit("livelihood.slip", 240, 60);

    private final ResidentRatings ratings;
    private final Deliveries deliveries;
    private final DeliveryScope scope;
    private final FormStamp stamps;
    private final Pace pace;
    private final Pages pages;

    RatingPages(
            ResidentRatings ratings,
            Deliveries deliveries,
            DeliveryScope scope,
            FormStamp stamps,
            Pace pace,
            Pages pages) {
        this.ratings = ratings;
        this.deliveries = deliveries;
        this.scope = scope;
        this.stamps = stamps;
        this.pace = pace;
        this.pages = pages;
    }

    public record CodeView(String code, List<Refusal> reasons) {}

    @GetMapping("/livelihood/rate")
    View code(@RequestParam(defaultValue = "") String code) {
        return code(code, List.of());
    }

    private View code(String code, List<Refusal> reasons) {
        return pages.show("livelihood/rate", new CodeView(code, reasons), status(reasons));
    }

    private static int status(List<Refusal> reasons) {
        return reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value();
    }

    /**
     * @param projects that can be rated
     * @param marked stars by project: given before, or typed and refused
     * @param saved whether they were taken just now
     */
    public record StarsView(
            Round round,
            String code,
            String stamp,
            List<Delivery> projects,
            Map<UUID, Integer> marked,
            boolean saved,
            List<Refusal> reasons) {

        public boolean is(Delivery project, int stars) {
            return marked.getOrDefault(project.id(), 0) == stars;
        }
    }

    @PostMapping("/livelihood/rate")
    View paper(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        Optional<Refusal> slow = pace.take(SLIPS, request.getRemoteAddr());
        Ruling<Paper> ruling = slow.map(Ruling::<Paper>refused).orElseGet(() -> ratings.paper(code));
        return switch (ruling) {
            case Ruling.Refused<Paper>(List<Refusal> reasons) -> code(code, reasons);
            case Ruling.Granted<Paper>(Paper paper) ->
                stars(paper.round(), code, stamps.now(), paper.own(), false, List.of());
        };
    }

    private View stars(
            UUID round, String code, String stamp, Map<UUID, Integer> marked, boolean saved, List<Refusal> reasons) {
        List<Delivery> projects = deliveries.ofRound(round).stream()
                .filter(one -> one.state().accepted())
                .toList();
        return pages.show(
                "livelihood/stars",
                new StarsView(scope.round(round), code, stamp, projects, marked, saved, reasons),
                status(reasons));
    }

    /** Fields are {@code stars-<project>}; a project without stars keeps what it had. */
    @PostMapping("/livelihood/rate/stars")
    View rate(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        String code = typed.getOrDefault("code", "");
        String stamp = typed.getOrDefault("stamp", "");
        Ruling<Paper> known = ratings.paper(code);
        if (known instanceof Ruling.Refused<Paper>(List<Refusal> reasons)) {
            return code(code, reasons);
        }
        Paper paper = known.orThrow();
        Map<UUID, Integer> marked = new HashMap<>(paper.own());
        List<Stars> given = new ArrayList<>();
        for (Delivery one : deliveries.ofRound(paper.round())) {
            String stars = typed.getOrDefault("stars-" + one.id(), "");
            if (stars.matches("[1-5]")) {
                marked.put(one.id(), Integer.parseInt(stars));
                given.add(new Stars(one.id(), Integer.parseInt(stars)));
            }
        }
        List<Refusal> reasons = new ArrayList<>();
        FormStamp.trap(typed.getOrDefault("homepage", "")).ifPresent(reasons::add);
        stamps.against(stamp).ifPresent(reasons::add);
        if (reasons.isEmpty()) {
            pace.take(SLIPS, request.getRemoteAddr()).ifPresent(reasons::add);
        }
        Ruling<Paper> ruling = reasons.isEmpty() ? ratings.rate(code, given) : Ruling.refused(reasons);
        return ruling instanceof Ruling.Refused<Paper>(List<Refusal> why)
                ? stars(paper.round(), code, stamps.again(stamp), marked, false, why)
                : stars(paper.round(), code, stamps.now(), marked, true, List.of());
    }
}
