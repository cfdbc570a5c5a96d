package org.yicheng.assembly.hall.pages;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.hall.Hall;
import org.yicheng.assembly.hall.Halls;
import org.yicheng.assembly.hall.Seatings;
import org.yicheng.assembly.hall.Seatings.Seating;
import org.yicheng.assembly.pages.Scope;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Pages;

/** The plan of a sitting: hall, seats, two people exchanged, the times of the gates. */
@Controller
@Needs(Permission.SITTING_PREPARE)
public class PlanPages {

    private final Bodies bodies;
    private final Halls halls;
    private final Seatings seatings;
    private final Scope scope;
    private final Pages pages;
    private final Clock clock;

    PlanPages(Bodies bodies, Halls halls, Seatings seatings, Scope scope, Pages pages, Clock clock) {
        this.bodies = bodies;
        this.halls = halls;
        this.seatings = seatings;
        this.scope = scope;
        this.pages = pages;
        this.clock = clock;
    }

    /** @param home the body whose halls and guests these are: a presidium uses its congress's */
    public record PlanView(
            Sitting sitting,
            Body home,
            List<Hall> halls,
            Optional<Seating> seating,
            List<Refusal> reasons,
            Clock clock) {

        /** Whether the hall can still be changed. */
        public boolean early() {
            return sitting.state() == Sitting.State.SCHEDULED || sitting.state() == Sitting.State.SIGN_IN;
        }

        public boolean planned() {
            return seating.filter(plan -> !plan.occupants().isEmpty()).isPresent();
        }

        /** For a datetime-local field. */
        public String local(Optional<Instant> at) {
            return at.map(when -> LocalDateTime.ofInstant(when, clock.getZone())
                            .truncatedTo(ChronoUnit.MINUTES)
                            .toString())
                    .orElse("");
        }
    }

    @GetMapping("/sittings/{id}/seats/plan")
    View plan(@PathVariable String id) {
        return show(scope.sitting(id, Permission.SITTING_PREPARE), List.of());
    }

    private View show(Sitting sitting, List<Refusal> reasons) {
        Body body = bodies.byId(sitting.body()).orElseThrow();
        Body home = body.parent().flatMap(bodies::byId).orElse(body);
        return pages.show(
                "hall/plan",
                new PlanView(sitting, home, halls.ofBody(home.id()), seatings.of(sitting.id()), reasons, clock),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    private interface Change {
        void run();
    }

    /** What a rule refuses is shown above the form that asked for it. */
    private Object changed(String id, Change change) {
        Sitting sitting = scope.sitting(id, Permission.SITTING_PREPARE);
        try {
            change.run();
        } catch (RefusedException refused) {
            return show(sitting, refused.reasons());
        }
        return SeeOther.to("/sittings/" + id + "/seats/plan");
    }

    @PostMapping("/sittings/{id}/seats/plan/hall")
    Object use(@PathVariable String id, @RequestParam String hall) {
        return changed(id, () -> seatings.use(id, hall).orThrow());
    }

    @PostMapping("/sittings/{id}/seats/plan/assign")
    Object assign(
            @PathVariable String id,
            @RequestParam Seatings.Order order,
            @RequestParam(defaultValue = "") String rostrum) {
        List<String> numbers = Stream.of(rostrum.split("[\\s,，、;；]+"))
                .filter(number -> !number.isBlank())
                .toList();
        return changed(id, () -> seatings.assign(id, order, numbers).orThrow());
    }

    @PostMapping("/sittings/{id}/seats/plan/swap")
    Object swap(@PathVariable String id, @RequestParam String one, @RequestParam String other) {
        return changed(id, () -> seatings.swap(id, one.strip(), other.strip()).orThrow());
    }

    @PostMapping("/sittings/{id}/seats/plan/window")
    Object window(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String until) {
        return changed(
                id,
                () -> seatings.signInWindow(id, instant("after", after), instant("until", until))
                        .orThrow());
    }

    private Optional<Instant> instant(String field, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(text).atZone(clock.getZone()).toInstant());
        } catch (DateTimeParseException e) {
            throw new RefusedException(Refusal.at(field, "hall.time-unknown", "value", text));
        }
    }
}
