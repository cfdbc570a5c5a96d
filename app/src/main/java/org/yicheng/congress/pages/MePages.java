package org.yicheng.congress.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Appraisals;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.hall.Seatings;
import org.yicheng.congress.Decision;
import org.yicheng.congress.Schedules;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Language;
import org.yicheng.web.Live;
import org.yicheng.web.Pages;

/** The deputy's phone: am I signed in, is there a vote, the agenda, the papers, the deadline. */
@Controller
public class MePages {

    private final Sessions sessions;
    private final Sittings sittings;
    private final Questions questions;
    private final Appraisals appraisals;
    private final Bodies bodies;
    private final Schedules schedules;
    private final Papers papers;
    private final Seatings seatings;
    private final Leading leading;
    private final Pages pages;

    MePages(
            Sessions sessions,
            Sittings sittings,
            Questions questions,
            Appraisals appraisals,
            Bodies bodies,
            Schedules schedules,
            Papers papers,
            Seatings seatings,
            Leading leading,
            Pages pages,
            Live live) {
        this.sessions = sessions;
        this.sittings = sittings;
        this.questions = questions;
        this.appraisals = appraisals;
        this.bodies = bodies;
        this.schedules = schedules;
        this.papers = papers;
        this.seatings = seatings;
        this.leading = leading;
        this.pages = pages;
        live.source("me:", Permission.VOTE, this::parts);
    }

    /** What all members of a body see alike: its sitting and the question before it. */
    public record FloorView(
            Body body,
            Optional<Sitting> sitting,
            Optional<Question> question,
            Optional<Appraisals.Appraisal> appraisal) {

        /** Whether the body meets now, or takes sign-ins. */
        public boolean meets() {
            return sitting.filter(SessionNow::live).isPresent();
        }

        public boolean voting() {
            return question.filter(one -> one.state() == Question.State.VOTING).isPresent();
        }
    }

    /** One body a person belongs to, whether the person is signed in there now, and where the person sits. */
    public record Seat(
            Member member,
            FloorView floor,
            boolean present,
            Optional<Questions.OwnVote> vote,
            Optional<org.yicheng.assembly.hall.Seat> place) {

        /** The key of the sentence that says the own state. */
        public String key() {
            if (present) {
                return "congress.me-signed-in";
            }
            if (floor.sitting().filter(SessionNow::live).isPresent()) {
                return "congress.me-not-signed-in";
            }
            boolean coming = floor.sitting()
                    .filter(sitting -> sitting.state() == Sitting.State.SCHEDULED)
                    .isPresent();
            return coming ? "congress.me-not-open" : "congress.me-no-sitting";
        }
    }

    /**
     * @param agenda the agenda's text; adopted or still a draft
     * @param scheduled whether the schedule holds
     */
    public record MeView(
            Optional<Session> session,
            List<Seat> seats,
            Optional<Question> agenda,
            boolean agendaAdopted,
            List<Schedules.Item> schedule,
            boolean scheduled,
            List<Papers.Paper> papers) {}

    @GetMapping("/me")
    @Needs(Permission.VOTE)
    View me() {
        Optional<UUID> person = Caller.current().person();
        Optional<Session> session = leading.forMember(one -> Caller.current().mayIn(one.body(), Permission.VOTE));
        if (session.isEmpty() || person.isEmpty()) {
            return pages.show(
                    "congress/me",
                    new MeView(Optional.empty(), List.of(), Optional.empty(), false, List.of(), false, List.of()));
        }
        Session found = session.get();
        boolean scheduled = decided(found, Decision.SCHEDULE);
        return pages.show(
                "congress/me",
                new MeView(
                        session,
                        seats(found, person.get()),
                        agenda(found),
                        decided(found, Decision.AGENDA),
                        scheduled ? schedules.of(found.id()) : List.of(),
                        scheduled,
                        papers.of(found)));
    }

    private boolean decided(Session session, Decision decision) {
        return sessions.decided(session.id()).stream()
                .anyMatch(one -> one.what() == decision && one.result().equals("ADOPTED"));
    }

    /** The body that meets now comes first; otherwise the presidium, whose members are called there first. */
    private List<Seat> seats(Session session, UUID person) {
        List<Seat> seats = new ArrayList<>();
        List<String> own = new ArrayList<>();
        session.presidium().ifPresent(own::add);
        own.add(session.body());
        for (String body : own) {
            bodies.memberOf(body, person).ifPresent(member -> seats.add(seat(member, person)));
        }
        seats.sort(Comparator.comparing(seat -> !seat.floor().meets()));
        return seats;
    }

    private Seat seat(Member member, UUID person) {
        FloorView floor = floor(member.body());
        boolean present = floor.sitting()
                .filter(SessionNow::live)
                .filter(sitting -> sittings.present(sitting.id(), person))
                .isPresent();
        Optional<Questions.OwnVote> vote =
                floor.question().filter(_ -> floor.voting()).map(one -> questions.ownVote(one.id(), person));
        return new Seat(
                member,
                floor,
                present,
                vote,
                floor.sitting().flatMap(sitting -> seatings.seatOf(sitting.id(), person)));
    }

    private FloorView floor(String body) {
        Optional<Sitting> sitting = SessionNow.of(sittings.ofBody(body));
        Optional<Question> question = sitting.filter(SessionNow::live).flatMap(one -> questions.current(one.id()));
        Optional<Appraisals.Appraisal> appraisal = sitting.filter(SessionNow::live).stream()
                .flatMap(one -> appraisals.ofSitting(one.id()).stream())
                .filter(one -> one.state() == Appraisals.State.VOTING)
                .findFirst();
        return new FloorView(bodies.byId(body).orElseThrow(), sitting, question, appraisal);
    }

    /** The newest agenda question, whether voted yet or not. */
    private Optional<Question> agenda(Session session) {
        return sittings.ofSubject(session.subject()).stream()
                .flatMap(sitting -> questions.ofSitting(sitting.id()).stream())
                .filter(question -> question.subject().equals(session.subject(Decision.AGENDA)))
                .reduce((_, last) -> last);
    }

    private Map<String, String> parts(String topic, Language language) {
        String body = topic.substring("me:".length());
        return bodies.byId(body).isEmpty()
                ? Map.of()
                : Map.of("floor", pages.fragment("congress/floor", floor(body), language));
    }
}
