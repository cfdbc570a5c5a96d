package org.yicheng.congress.pages;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Decision;
import org.yicheng.congress.Office;
import org.yicheng.congress.Schedules;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Pages;
import org.yicheng.web.Phrases;
import org.yicheng.web.Shell;

/** What everybody may read: the present session, what was decided, its papers. */
@Controller
@Needs(Permission.PUBLIC_READ)
public class PublicPages {

    private final Sessions sessions;
    private final Sittings sittings;
    private final Bodies bodies;
    private final Schedules schedules;
    private final Results results;
    private final Announced announced;
    private final Papers papers;
    private final RosterSheet sheet;
    private final SessionScope scope;
    private final Pages pages;
    private final Leading leading;
    private final Clock clock;

    PublicPages(
            Sessions sessions,
            Sittings sittings,
            Bodies bodies,
            Schedules schedules,
            Results results,
            Announced announced,
            Papers papers,
            RosterSheet sheet,
            SessionScope scope,
            Pages pages,
            Leading leading,
            Clock clock) {
        this.sessions = sessions;
        this.sittings = sittings;
        this.bodies = bodies;
        this.schedules = schedules;
        this.results = results;
        this.announced = announced;
        this.papers = papers;
        this.sheet = sheet;
        this.scope = scope;
        this.pages = pages;
        this.leading = leading;
        this.clock = clock;
    }

    /**
     * @param lead the sitting whose attendance is told, with its roll
     * @param schedule as decided; empty before
     */
    public record PublicView(
            Session session,
            Body body,
            List<Sitting> sittings,
            Optional<Lead> lead,
            List<Results.Result> results,
            List<Announced.One> elections,
            List<Schedules.Item> schedule,
            List<Papers.Paper> papers,
            List<Sessions.Entered> entered,
            LocalDate today)
            implements OfSession {

        /** Meetings of the congress and its presidium that are gathering, open or paused. */
        public List<Sitting> live() {
            return sittings.stream()
                    .filter(sitting -> SessionNow.live(sitting)
                            && sitting.kind() != Sitting.Kind.DELEGATION
                            && sitting.kind() != Sitting.Kind.GROUP)
                    .toList();
        }

        /** The schedule's items of today, else of the next day that has some, else of the last. */
        public List<Schedules.Item> day(Shell shell) {
            List<LocalDate> days = schedule.stream()
                    .map(item -> date(shell, item.at()))
                    .distinct()
                    .toList();
            Optional<LocalDate> shown = days.stream()
                    .filter(day -> !day.isBefore(today))
                    .findFirst()
                    .or(() -> days.isEmpty() ? Optional.empty() : Optional.of(days.getLast()));
            return schedule.stream()
                    .filter(item -> shown.filter(day -> day.equals(date(shell, item.at())))
                            .isPresent())
                    .toList();
        }

        private static LocalDate date(Shell shell, Instant at) {
            return at.atZone(shell.clock().getZone()).toLocalDate();
        }

        /** What is being dealt with: the last item that has begun. */
        public Optional<Schedules.Item> current(Shell shell) {
            Instant now = shell.clock().instant();
            return schedule.stream().filter(item -> !item.at().isAfter(now)).reduce((_, last) -> last);
        }

        /** A heading that says where the session stands. */
        public String title(Shell shell) {
            return shell.say("congress.public-title-" + session.state(), "name", Phrases.of(shell.say(session.name())));
        }
    }

    /** A sitting and its roll: as it opened, or as it is while it runs. */
    public record Lead(Sitting sitting, Body body, Roll roll) {}

    @GetMapping("/")
    View home() {
        Optional<Session> session = leading.forAll();
        return session.map(found -> pages.show("congress/home", view(found)))
                .orElseGet(() -> pages.show("congress/welcome", "none"));
    }

    private PublicView view(Session session) {
        List<Sitting> all = sittings.ofSubject(session.subject());
        boolean scheduled = sessions.decided(session.id()).stream()
                .anyMatch(one -> one.what() == Decision.SCHEDULE && one.result().equals("ADOPTED"));
        return new PublicView(
                session,
                bodies.byId(session.body()).orElseThrow(),
                all,
                lead(session, all),
                results.of(session),
                announced.of(session),
                scheduled ? schedules.of(session.id()) : List.of(),
                papers.of(session),
                sessions.entered(session.id()),
                LocalDate.now(clock));
    }

    /** The newest sitting of the whole congress that took place or is taking place. */
    private Optional<Lead> lead(Session session, List<Sitting> all) {
        return all.stream()
                .filter(sitting -> sitting.body().equals(session.body()))
                .filter(sitting -> sitting.openedAt().isPresent() || SessionNow.live(sitting))
                .reduce((_, last) -> last)
                .map(sitting -> new Lead(
                        sitting,
                        bodies.byId(sitting.body()).orElseThrow(),
                        sitting.openedAt()
                                .map(at -> sittings.roll(sitting.id(), at))
                                .orElseGet(() -> sittings.roll(sitting.id()))));
    }

    /** All sessions. */
    public record SessionsView(List<Session> sessions) {}

    @GetMapping("/sessions")
    View all() {
        return pages.show("congress/sessions", new SessionsView(sessions.all()));
    }

    @GetMapping("/sessions/{id}/public")
    View one(@PathVariable String id) {
        return pages.show("congress/public", view(scope.session(id, Permission.PUBLIC_READ)));
    }

    /** One paper with the list it decided, if it decided one. */
    public record PaperView(Session session, Papers.Paper paper, List<Seats> lists) implements OfSession {}

    /** A list of an office. */
    public record Seats(Office office, List<Sessions.Seat> seats) {}

    @GetMapping("/sessions/{id}/papers/{decision}")
    View paper(@PathVariable String id, @PathVariable Decision decision) {
        Session session = scope.session(id, Permission.PUBLIC_READ);
        Papers.Paper paper = papers.of(session, decision)
                .orElseThrow(() -> new RefusedException(Refusal.plain("congress.paper.unknown", "value", decision)));
        List<Seats> lists = offices(decision).stream()
                .map(office -> new Seats(office, sheet.printed(office, sessions.seats(id, office))))
                .toList();
        return pages.show("congress/paper", new PaperView(session, paper, lists));
    }

    private static List<Office> offices(Decision decision) {
        return switch (decision) {
            case PRESIDIUM -> List.of(Office.PRESIDIUM, Office.SECRETARY_GENERAL);
            case STANDING_CHAIRS -> List.of(Office.STANDING_CHAIR);
            case ROTA -> List.of(Office.EXECUTIVE_CHAIR);
            case DEPUTY_SECRETARIES -> List.of(Office.DEPUTY_SECRETARY_GENERAL);
            default -> List.of();
        };
    }
}
