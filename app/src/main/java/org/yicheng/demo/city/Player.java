package org.yicheng.demo.city;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.SignInEvent;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sitting.State;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.VotingMode;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Live;

/**
 * Plays everybody whom the visitor does not play. Every second: cards are read at the gates as the clock passes their
 * events, and deputies press while a vote is open. With autoplay on, also the secretariat and the chair go on.
 */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class Player {

    private static final Logger LOG = LoggerFactory.getLogger(Player.class);
    /** How fast it plays. */
    enum Pace {
        /** As one would follow it with a talk. */
        STEADY(Duration.ofSeconds(4), 70),
        /** A step every second: the whole session in a few minutes. */
        FAST(Duration.ZERO, 300);

        private final Duration breath;
        private final int crowd;

        Pace(Duration breath, int crowd) {
            this.breath = breath;
            this.crowd = crowd;
        }
    }

    private static final Set<Question.State> UNDER_WAY =
            EnumSet.of(Question.State.LISTED, Question.State.PUT, Question.State.VOTING, Question.State.CLOSED);

    private final DemoCity city;
    private final DemoCourse course;
    private final CourseBallots ballots;
    private final Live live;
    private final Personas personas;
    private final Bodies bodies;
    private final Sittings sittings;
    private final Questions questions;
    private final Sessions sessions;
    private final Clock clock;
    /** Deputies a visitor plays: the script leaves them alone. */
    private final Set<UUID> visitors = ConcurrentHashMap.newKeySet();

    private final Set<String> sent = new HashSet<>();
    private final Set<String> pressed = new HashSet<>();
    private volatile boolean autoplay;
    private volatile Pace pace = Pace.STEADY;
    private Instant lastMove = Instant.EPOCH;

    Player(
            DemoCity city,
            DemoCourse course,
            CourseBallots ballots,
            Live live,
            Personas personas,
            Bodies bodies,
            Sittings sittings,
            Questions questions,
            Sessions sessions,
            Clock clock) {
        this.city = city;
        this.course = course;
        this.ballots = ballots;
        this.live = live;
        this.personas = personas;
        this.bodies = bodies;
        this.sittings = sittings;
        this.questions = questions;
        this.sessions = sessions;
        this.clock = clock;
    }

    boolean autoplay() {
        return autoplay;
    }

    Pace pace() {
        return pace;
    }

    void autoplay(boolean on, Pace at) {
        pace = at;
        autoplay = on;
    }

    void visitorPlays(UUID person) {
        visitors.add(person);
    }

    @Scheduled(fixedDelay = 1_000, initialDelay = 2_000)
    synchronized void tick() {
        Optional<Session> session =
                sessions.byId(city.script().reported().session().id());
        if (session.isEmpty() || !city.wanted()) {
            return;
        }
        try {
            for (Sitting sitting : sittings.ofSubject(session.get().subject())) {
                personas.caller("gate").run(() -> passGates(sitting));
                press(session.get(), sitting);
            }
            if (autoplay
                    && Duration.between(lastMove, Clock.systemUTC().instant()).compareTo(pace.breath) > 0) {
                goOn(session.get());
            }
            live.changed(DemoBoard.TOPIC);
        } catch (RefusedException e) {
            LOG.info("the script waits: {}", e.getMessage());
        }
    }

    private void passGates(Sitting sitting) {
        if (!Set.of(State.SIGN_IN, State.OPEN, State.PAUSED).contains(sitting.state())) {
            return;
        }
        Instant now = clock.instant();
        List<SignInEvent> due = new ArrayList<>();
        for (SignInEvent event : sitting.kind() == Sitting.Kind.PRELIMINARY ? Script.signIns() : arrivals(sitting)) {
            if (!event.at().isAfter(now) && due.size() < 1_000 && sent.add(sitting.id() + event.eventId())) {
                due.add(event);
            }
        }
        if (!due.isEmpty()) {
            sittings.signIn(sitting.id(), due);
        }
    }

    /** To other meetings the demo's members come within three minutes of the opening of sign-in. */
    private List<SignInEvent> arrivals(Sitting sitting) {
        Instant from = sitting.signInFrom().orElse(Instant.MAX);
        Set<String> coming = sitting.kind() == Sitting.Kind.PRESIDIUM
                ? new HashSet<>(city.script().demo().presidiumPresent())
                : Set.of();
        List<SignInEvent> events = new ArrayList<>();
        for (Member member : bodies.membersOf(sitting.body())) {
            boolean comes = coming.isEmpty() ? !member.number().endsWith("9") : coming.contains(member.number());
            if (comes && member.status() == Member.MandateStatus.IN_OFFICE && !visitors.contains(member.person())) {
                bodies.activeCardOf(member.person())
                        .ifPresent(card -> events.add(new SignInEvent(
                                "demo-" + member.number(),
                                from.plusSeconds(events.size() % 60),
                                card.code(),
                                SignInEvent.Direction.IN,
                                "GATE-1",
                                events.size())));
            }
        }
        return events;
    }

    private void press(Session session, Sitting sitting) {
        if (sitting.state() != State.OPEN) {
            return;
        }
        Set<String> present = new HashSet<>(sittings.presentMembers(sitting.id(), clock.instant()));
        ballots.crowd(session, sitting, visitors, present, pace.crowd);
        Optional<Question> open = questions
                .current(sitting.id())
                .filter(question -> question.state() == Question.State.VOTING)
                .filter(question -> question.mode() != VotingMode.SHOW_OF_HANDS);
        if (open.isEmpty()) {
            return;
        }
        UUID question = open.get().id();
        bodies.membersOf(sitting.body()).stream()
                .filter(member -> present.contains(member.number()) && !visitors.contains(member.person()))
                .filter(member -> presses(member, open.get()))
                .filter(member -> pressed.add(question + member.number()))
                .limit(pace.crowd)
                .forEach(member -> personas.caller(member)
                        .run(() -> questions.press(question, member.person(), mark(member, open.get()), "demo")));
    }

    /** Out of three hundred one forgets to press; the same ones each time, so that the demo can be told. */
    private static boolean presses(Member member, Question question) {
        return Math.floorMod((member.number() + question.number()).hashCode(), 300) != 7;
    }

    private static Mark mark(Member member, Question question) {
        int lot = Math.floorMod((question.number() + member.number()).hashCode(), 200);
        if (lot == 11) {
            return Mark.AGAINST;
        }
        return lot == 23 || lot == 24 ? Mark.ABSTAIN : Mark.FOR;
    }

    /** The meeting that is on or comes next; once all are over the one that ended last. */
    Optional<Sitting> showing() {
        List<Sitting> all = sessions.byId(city.script().reported().session().id())
                .map(session -> sittings.ofSubject(session.subject()))
                .orElse(List.of());
        return next(all)
                .or(() -> all.stream()
                        .max(Comparator.comparing(sitting -> sitting.closedAt().orElse(Instant.EPOCH))));
    }

    /** A plenary that pauses for the presidium gives way to its meeting. */
    private static Optional<Sitting> next(List<Sitting> all) {
        List<Sitting> unfinished = all.stream()
                .filter(sitting -> sitting.state() != State.CLOSED && sitting.state() != State.POSTPONED)
                .toList();
        return unfinished.stream()
                .filter(sitting -> sitting.state() != State.PAUSED)
                .findFirst()
                .or(() -> unfinished.stream().findFirst());
    }

    /** One step of the session by whoever has to take it. */
    synchronized void goOn(Session session) {
        lastMove = Clock.systemUTC().instant();
        List<Sitting> all = sittings.ofSubject(session.subject());
        Optional<Sitting> next = next(all);
        if (next.isPresent()) {
            personas.caller("chair").run(() -> chair(session, next.get()));
        } else {
            personas.caller("secretariat").run(() -> autoplay = course.next(session, all.size()));
        }
    }

    private void chair(Session session, Sitting sitting) {
        switch (sitting.state()) {
            case SCHEDULED -> {
                course.toTheDoors(sitting);
                sittings.openSignIn(sitting.id()).orThrow();
            }
            case SIGN_IN -> {
                if (clock.instant().isBefore(sitting.plannedAt())) {
                    course.aMinute(sitting);
                } else {
                    sittings.open(sitting.id()).orThrow();
                }
            }
            case PAUSED -> sittings.resume(sitting.id()).orThrow();
            case OPEN -> preside(session, sitting);
            default -> {}
        }
    }

    /** The ballot's next step, else the next question's, else the end. */
    private void preside(Session session, Sitting sitting) {
        switch (ballots.step(session, sitting)) {
            case STEPPED -> {}
            case TO_PRESIDIUM -> {
                sittings.pause(sitting.id()).orThrow();
                personas.caller("secretariat").run(() -> course.callPresidium(session));
            }
            case GO_ON ->
                questions.ofSitting(sitting.id()).stream()
                        .filter(question -> UNDER_WAY.contains(question.state()))
                        .findFirst()
                        .ifPresentOrElse(
                                this::move, () -> sittings.close(sitting.id()).orThrow());
        }
    }

    private void move(Question question) {
        UUID id = question.id();
        switch (question.state()) {
            case LISTED -> questions.put(id).orThrow();
            case PUT -> {
                if (question.kind() == Question.Kind.HEARING) {
                    questions.note(id).orThrow();
                } else {
                    questions.open(id).orThrow();
                }
            }
            case VOTING -> {
                int present = sittings.roll(question.sitting()).present();
                if (questions.pressed(id) * 100 >= present * 98) {
                    questions.close(id).orThrow();
                }
            }
            case CLOSED -> questions.declare(id).orThrow();
            default -> {}
        }
    }
}
