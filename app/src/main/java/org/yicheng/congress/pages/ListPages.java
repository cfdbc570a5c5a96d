package org.yicheng.congress.pages;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Bodies;
import org.yicheng.congress.Decision;
import org.yicheng.congress.Office;
import org.yicheng.congress.Schedules;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.congress.Sessions.Seat;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** The secretariat's drafts: who is proposed for the offices of a session, and its schedule. */
@Controller
public class ListPages {

    private final Sessions sessions;
    private final Schedules schedules;
    private final Bodies bodies;
    private final SessionScope scope;
    private final Pages pages;
    private final Clock clock;

    ListPages(Sessions sessions, Schedules schedules, Bodies bodies, SessionScope scope, Pages pages, Clock clock) {
        this.sessions = sessions;
        this.schedules = schedules;
        this.bodies = bodies;
        this.scope = scope;
        this.pages = pages;
        this.clock = clock;
    }

    /** All offices with how many are proposed and whether they hold. */
    public record ListsView(Session session, Map<Office, Integer> sizes, Set<Office> held) implements OfSession {}

    @GetMapping("/sessions/{id}/lists")
    @Needs(Permission.SITTING_PREPARE)
    View lists(@PathVariable String id) {
        Session session = scope.session(id, Permission.SITTING_PREPARE);
        Map<Office, Integer> sizes = new EnumMap<>(Office.class);
        for (Office office : Office.values()) {
            sizes.put(office, sessions.seats(id, office).size());
        }
        return pages.show("congress/lists", new ListsView(session, sizes, held(session)));
    }

    private Set<Office> held(Session session) {
        Set<Decision> made = sessions.decided(session.id()).stream()
                .filter(decided -> decided.result().equals("ADOPTED"))
                .map(Sessions.Decided::what)
                .collect(Collectors.toSet());
        return java.util.Arrays.stream(Office.values())
                .filter(office -> made.contains(decidedBy(office)))
                .collect(Collectors.toSet());
    }

    private static Decision decidedBy(Office office) {
        return switch (office) {
            case PRESIDIUM, SECRETARY_GENERAL -> Decision.PRESIDIUM;
            case STANDING_CHAIR -> Decision.STANDING_CHAIRS;
            case EXECUTIVE_CHAIR -> Decision.ROTA;
            case DEPUTY_SECRETARY_GENERAL -> Decision.DEPUTY_SECRETARIES;
        };
    }

    /**
     * One list.
     *
     * @param groups by group; only executive chairs have more than one
     * @param group the group in the form
     * @param typed what was typed, kept when it was refused
     */
    public record ListView(
            Session session,
            Office office,
            Map<Integer, List<Seat>> groups,
            int group,
            String typed,
            boolean held,
            List<Refusal> reasons)
            implements OfSession {}

    @GetMapping("/sessions/{id}/lists/{office}")
    @Needs(Permission.SITTING_PREPARE)
    View list(@PathVariable String id, @PathVariable Office office, @RequestParam(defaultValue = "-1") int group) {
        Session session = scope.session(id, Permission.SITTING_PREPARE);
        return list(session, office, group, "", List.of());
    }

    private View list(Session session, Office office, int asked, String typed, List<Refusal> reasons) {
        Map<Integer, List<Seat>> groups = sessions.seats(session.id(), office).stream()
                .collect(Collectors.groupingBy(Seat::group, TreeMap::new, Collectors.toList()));
        int first = office == Office.EXECUTIVE_CHAIR ? 1 : 0;
        int group = asked < first ? first : asked;
        String text = !typed.isEmpty()
                ? typed
                : groups.getOrDefault(group, List.of()).stream()
                        .map(seat -> seat.member().number())
                        .collect(Collectors.joining("\n"));
        ListView view =
                new ListView(session, office, groups, group, text, held(session).contains(office), reasons);
        return pages.show("congress/list", view, reasons.isEmpty() ? 200 : HttpStatus.CONFLICT.value());
    }

    @PostMapping("/sessions/{id}/lists/{office}")
    @Needs(Permission.SITTING_PREPARE)
    View propose(
            @PathVariable String id,
            @PathVariable Office office,
            @RequestParam(defaultValue = "0") int group,
            @RequestParam(defaultValue = "") String members) {
        Session session = scope.session(id, Permission.SITTING_PREPARE);
        MemberText text = new MemberText(members, bodies.membersOf(session.body()));
        if (!text.faults().isEmpty()) {
            return list(session, office, group, members, text.faults());
        }
        return switch (sessions.propose(id, office, group, text.numbers())) {
            case Ruling.Refused<Session> refused -> list(session, office, group, members, refused.reasons());
            case Ruling.Granted<Session> _ -> list(session, office, group, "", List.of());
        };
    }
}
