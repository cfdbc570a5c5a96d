package org.yicheng.congress.pages;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Decision;
import org.yicheng.congress.Office;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.congress.Sessions.Seat;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.web.Pages;

/** The presidium's own view: who sits in it, who presides when, what it decided and by when motions are due. */
@Controller
public class PresidiumPages {

    private final Sessions sessions;
    private final Sittings sittings;
    private final Bodies bodies;
    private final Results results;
    private final RosterSheet sheet;
    private final SessionScope scope;
    private final Pages pages;

    PresidiumPages(
            Sessions sessions,
            Sittings sittings,
            Bodies bodies,
            Results results,
            RosterSheet sheet,
            SessionScope scope,
            Pages pages) {
        this.sessions = sessions;
        this.sittings = sittings;
        this.bodies = bodies;
        this.results = results;
        this.sheet = sheet;
        this.scope = scope;
        this.pages = pages;
    }

    /**
     * @param members in stroke order
     * @param rota executive chairs by plenary
     * @param meeting the presidium's latest meeting with its roll
     */
    public record PresidiumView(
            Session session,
            List<Seat> members,
            Map<Office, List<Seat>> offices,
            Map<Integer, List<Seat>> rota,
            List<Sitting> meetings,
            Optional<DeskRoll> meeting,
            List<Results.Result> results)
            implements OfSession {

        public List<Seat> of(Office office) {
            return offices.getOrDefault(office, List.of());
        }

        public boolean elected() {
            return session.presidium().isPresent();
        }

        /** Whether a list holds, not only proposed. */
        public boolean decided(Decision decision) {
            return results.stream().anyMatch(result -> result.decision() == decision && result.holds());
        }
    }

    @GetMapping("/sessions/{id}/presidium")
    @Needs(Permission.MEMBER_DOCUMENTS)
    View presidium(@PathVariable String id) {
        Session session = scope.session(id, Permission.MEMBER_DOCUMENTS);
        Map<Office, List<Seat>> offices = new EnumMap<>(Office.class);
        for (Office office : Office.values()) {
            offices.put(office, sessions.seats(id, office));
        }
        List<Seat> members = sheet.printed(Office.PRESIDIUM, offices.getOrDefault(Office.PRESIDIUM, List.of()));
        Map<Integer, List<Seat>> rota = offices.getOrDefault(Office.EXECUTIVE_CHAIR, List.of()).stream()
                .collect(Collectors.groupingBy(Seat::group, TreeMap::new, Collectors.toList()));
        List<Sitting> meetings = session.presidium().map(sittings::ofBody).orElse(List.of());
        Optional<DeskRoll> meeting = meetings.stream()
                .filter(sitting -> sitting.openedAt().isPresent() || SessionNow.live(sitting))
                .reduce((_, last) -> last)
                .map(this::roll);
        List<Results.Result> decided = results.of(session).stream()
                .filter(result -> result.decision().sitting() == Decision.Sitting.PRESIDIUM)
                .toList();
        return pages.show(
                "congress/presidium",
                new PresidiumView(session, members, offices, rota, meetings, meeting, withElection(session, decided)));
    }

    /** The election of the presidium itself is not its own decision, but whether it holds is asked here too. */
    private List<Results.Result> withElection(Session session, List<Results.Result> own) {
        return java.util.stream.Stream.concat(
                        results.of(session).stream().filter(result -> result.decision() == Decision.PRESIDIUM),
                        own.stream())
                .toList();
    }

    private DeskRoll roll(Sitting sitting) {
        Roll roll = sitting.openedAt()
                .map(at -> sittings.roll(sitting.id(), at))
                .orElseGet(() -> sittings.roll(sitting.id()));
        return new DeskRoll(
                sitting,
                bodies.byId(sitting.body()).orElseThrow(),
                roll,
                List.of(),
                List.of(),
                bodies.byId(sitting.body()).orElseThrow().demo());
    }
}
