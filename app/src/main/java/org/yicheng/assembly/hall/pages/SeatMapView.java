package org.yicheng.assembly.hall.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.hall.Guest;
import org.yicheng.assembly.hall.Guests;
import org.yicheng.assembly.hall.SeatMap;
import org.yicheng.assembly.hall.SeatMap.Presence;
import org.yicheng.assembly.hall.SeatMaps.Margin;
import org.yicheng.assembly.hall.VotingUnits;
import org.yicheng.web.Figure;
import org.yicheng.web.Shell;

/**
 * The live seat map.
 *
 * @param map empty if the sitting has no hall yet
 * @param block the block that is looked at; empty for the whole hall
 * @param left how many signed in and are gone
 */
public record SeatMapView(
        Sitting sitting,
        Body body,
        Optional<SeatMap> map,
        Optional<String> block,
        Roll roll,
        int left,
        Guests.Count observers,
        Guests.Count visitors) {

    /** The body with which guests are registered: a presidium's are its congress's. */
    public String home() {
        return body.parent().orElse(body.id());
    }

    public SeatPicture picture() {
        return SeatPicture.of(map.orElseThrow(), block);
    }

    public String states() {
        return SeatPicture.states(map.orElseThrow());
    }

    /** The lamp over the quorum; it burns only where a quorum is needed. */
    public Margin margin() {
        return switch (sitting.state()) {
            case SIGN_IN, OPEN, PAUSED -> Margin.of(roll);
            default -> Margin.OK;
        };
    }

    /** Words of the warning: before the opening only that the number is not there yet. */
    public String warning(Shell shell) {
        boolean began = sitting.openedAt().isPresent();
        if (margin() == Margin.OK || (!began && margin() == Margin.UNDER)) {
            return "";
        }
        return shell.say(
                margin() == Margin.UNDER ? "hall.quorum-under" : "hall.quorum-near",
                "present",
                roll.present(),
                "required",
                roll.required(),
                "over",
                roll.present() - roll.required(),
                "missing",
                roll.required() - roll.present());
    }

    /** Members first; guests for themselves, never added. */
    public List<Figure> figures(Shell shell) {
        String heads = shell.say("web.heads-unit");
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(shell.say("hall.present"), shell.number(roll.present()), heads));
        figures.add(Figure.of(shell.say("hall.due"), shell.number(roll.due()), heads));
        figures.add(Figure.of(shell.say("hall.quorum"), shell.number(roll.required()), heads));
        figures.add(Figure.of(shell.say("hall.left-early"), shell.number(left), heads));
        map.filter(SeatMap::voting)
                .ifPresent(seen -> figures.add(
                        Figure.of(shell.say("hall.seat-pressed"), shell.number(seen.count(Presence.PRESSED)), heads)));
        map.ifPresent(seen -> figures.add(Figure.of(
                shell.say("hall.units-broken"),
                shell.number(seen.units(VotingUnits.State.FAULT) + seen.units(VotingUnits.State.OFFLINE)),
                shell.say("hall.units-unit"))));
        return figures;
    }

    public List<Figure> guests(Shell shell) {
        String heads = shell.say("web.heads-unit");
        return List.of(
                Figure.of(
                        shell.say("hall.guest-" + Guest.Kind.OBSERVER),
                        observers.present() + "/" + observers.registered(),
                        heads),
                Figure.of(
                        shell.say("hall.guest-" + Guest.Kind.VISITOR),
                        visitors.present() + "/" + visitors.registered(),
                        heads));
    }

    public List<Presence> legend() {
        return List.of(Presence.values());
    }
}
