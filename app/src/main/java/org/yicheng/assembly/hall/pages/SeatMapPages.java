package org.yicheng.assembly.hall.pages;

import jakarta.annotation.PostConstruct;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.hall.Guest;
import org.yicheng.assembly.hall.Guests;
import org.yicheng.assembly.hall.SeatMaps;
import org.yicheng.assembly.hall.VotingUnits;
import org.yicheng.assembly.pages.Scope;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Language;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Live;
import org.yicheng.web.Pages;

/** The live map of the hall and who left early. */
@Controller
@Needs(Permission.DESK_READ)
public class SeatMapPages {

    private final Sittings sittings;
    private final Bodies bodies;
    private final SeatMaps maps;
    private final Guests guests;
    private final VotingUnits units;
    private final Scope scope;
    private final Pages pages;
    private final Live live;

    SeatMapPages(
            Sittings sittings,
            Bodies bodies,
            SeatMaps maps,
            Guests guests,
            VotingUnits units,
            Scope scope,
            Pages pages,
            Live live) {
        this.sittings = sittings;
        this.bodies = bodies;
        this.maps = maps;
        this.guests = guests;
        this.units = units;
        this.scope = scope;
        this.pages = pages;
        this.live = live;
    }

    @PostConstruct
    void register() {
        live.source("seats:", Permission.DESK_READ, this::parts);
    }

    /** Every seat in a few letters and the figures: small enough to be sent four times a second. */
    private Map<String, String> parts(String topic, Language language) {
        Map<String, String> parts = new HashMap<>();
        sittings.byId(topic.substring("seats:".length()))
                .map(sitting -> view(sitting, Optional.empty()))
                .ifPresent(view -> {
                    parts.put("totals", pages.fragment("hall/totals", view, language));
                    view.map().ifPresent(_ -> parts.put("states", view.states()));
                });
        return parts;
    }

    @GetMapping("/sittings/{id}/seats")
    View map(@PathVariable String id, @RequestParam(defaultValue = "") String block) {
        Sitting sitting = scope.sitting(id, Permission.DESK_READ);
        SeatMapView whole = view(sitting, Optional.empty());
        boolean known = whole.map()
                .filter(map -> map.seating().hall().blocks().contains(block))
                .isPresent();
        return pages.show("hall/map", known ? view(sitting, Optional.of(block)) : whole);
    }

    private SeatMapView view(Sitting sitting, Optional<String> block) {
        return new SeatMapView(
                sitting,
                bodies.byId(sitting.body()).orElseThrow(),
                maps.of(sitting.id()),
                block,
                sittings.roll(sitting.id()),
                maps.leftEarly(sitting.id()).size(),
                guests.count(sitting.id(), Guest.Kind.OBSERVER),
                guests.count(sitting.id(), Guest.Kind.VISITOR));
    }

    /** An operator's entry about one unit. */
    @PostMapping("/sittings/{id}/seats/units")
    @Needs(Permission.SIGN_IN_MANUAL)
    ResponseEntity<Void> unit(
            @PathVariable String id,
            @RequestParam String seat,
            @RequestParam VotingUnits.State state,
            @RequestParam(defaultValue = "") String note) {
        scope.sitting(id, Permission.SIGN_IN_MANUAL);
        String hall = maps.of(id)
                .map(map -> map.seating().hall().id())
                .orElseThrow(() -> new RefusedException(Refusal.plain("hall.none.unknown", "value", id)));
        units.report(hall, VotingUnits.Source.OPERATOR, List.of(new VotingUnits.Report(seat.strip(), state, note)))
                .orThrow();
        return SeeOther.to("/sittings/" + id + "/seats");
    }

    /** Who left: for the secretariat, with the time of leaving. */
    public record LeftView(Sitting sitting, List<SeatMaps.Leaving> gone, Roll roll) {}

    @GetMapping("/sittings/{id}/left-early")
    View left(@PathVariable String id) {
        Sitting sitting = scope.sitting(id, Permission.DESK_READ);
        return pages.show("hall/left", new LeftView(sitting, maps.leftEarly(id), sittings.roll(id)));
    }
}
