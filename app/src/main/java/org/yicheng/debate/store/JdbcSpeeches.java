package org.yicheng.debate.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.VotingMode;
import org.yicheng.assembly.hall.Guest;
import org.yicheng.assembly.hall.Guests;
import org.yicheng.debate.AgendaItem;
import org.yicheng.debate.DebateRules;
import org.yicheng.debate.Debating;
import org.yicheng.debate.Speech;
import org.yicheng.debate.Speech.Kind;
import org.yicheng.debate.Speech.State;
import org.yicheng.debate.SpeechClock;
import org.yicheng.debate.Speeches;
import org.yicheng.debate.decide.FloorRules;
import org.yicheng.debate.decide.SpeakersQueue;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Language;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.rule.Words;

/** The life of a speech: WAITING → SPEAKING → DONE. Every move locks the item's agenda. */
@Component
class JdbcSpeeches implements Speeches {

    private static final Citation LIST = Citation.of(Law.PRODUCT, "debate.list");
    static final Citation POINT = Citation.of(Law.PRODUCT, "debate.point-of-order");

    private final SpeechRows rows;
    private final JdbcAgendas agendas;
    private final Halls halls;
    private final Bodies bodies;
    private final Guests guests;
    private final Sittings sittings;
    private final Questions questions;
    private final Debating debating;
    private final Words words;
    private final Acts acts;
    private final Clock clock;

    JdbcSpeeches(
            SpeechRows rows,
            JdbcAgendas agendas,
            Halls halls,
            Bodies bodies,
            Guests guests,
            Sittings sittings,
            Questions questions,
            Debating debating,
            Words words,
            Acts acts,
            Clock clock) {
        this.rows = rows;
        this.agendas = agendas;
        this.halls = halls;
        this.bodies = bodies;
        this.guests = guests;
        this.sittings = sittings;
        this.questions = questions;
        this.debating = debating;
        this.words = words;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<Speech> ask(String sitting, UUID person, Request request) {
        Sitting held = halls.sitting(sitting);
        return bodies.memberOf(held.body(), person)
                .map(member -> enter(held, member, request, Permission.VOTE))
                .orElseGet(() -> Ruling.refused(Refusal.by(LIST, "debate.not-a-member")));
    }

    @Override
    @Transactional
    public Ruling<Speech> enter(String sitting, String member, Request request) {
        Sitting held = halls.sitting(sitting);
        return bodies.memberByNumber(held.body(), member)
                .map(found -> enter(held, found, request, Permission.FLOOR_MOVE))
                .or(() -> guests.of(held.body()).stream()
                        .filter(guest -> guest.active() && guest.card().equals(member))
                        .findFirst()
                        .map(guest -> enter(held, guest, request)))
                .orElseGet(() -> Ruling.refused(Refusal.at("member", "debate.member.unknown", "value", member)));
    }

    /** Observers may speak, visitors may not; both only while they are in, and neither raises points of order. */
    private Ruling<Speech> enter(Sitting held, Guest guest, Request request) {
        List<Refusal> reasons = new ArrayList<>(againstGuest(held.id(), guest.id()));
        if (request.kind() == Kind.POINT_OF_ORDER) {
            reasons.add(Refusal.by(POINT, "debate.observer-point", "member", guest.name()));
        }
        return enter(held, Speaker.of(guest), request, Permission.FLOOR_MOVE, reasons);
    }

    private List<Refusal> againstGuest(String sitting, UUID guest) {
        return guests.maySpeak(sitting, guest) instanceof Ruling.Refused<Guest>(List<Refusal> reasons)
                ? reasons
                : List.of();
    }

    private Ruling<Speech> enter(Sitting held, Member member, Request request, Permission as) {
        List<Refusal> reasons = new ArrayList<>();
        if (member.status() != Member.MandateStatus.IN_OFFICE) {
            reasons.add(Refusal.by(Citation.of(Law.DEPUTIES, 61), "debate.not-in-office", "member", member.number()));
        }
        return enter(held, Speaker.of(member), request, as, reasons);
    }

    private Ruling<Speech> enter(Sitting held, Speaker speaker, Request request, Permission as, List<Refusal> reasons) {
        AgendaItem item = agendas.locked(request.item());
        DebateRules.Speeches rules = debating.rules(held.body()).speech();
        if (!item.body().equals(held.body()) || !item.subject().equals(held.subject())) {
            reasons.add(Refusal.at("item", "debate.item.unknown", "value", item.id()));
        }
        if (held.state() == Sitting.State.CLOSED) {
            reasons.add(Refusal.by(LIST, "debate.sitting-closed", "sitting", held.name()));
        }
        reasons.addAll(pointFaults(request));
        FloorRules.Standing standing = standing(item, speaker);
        reasons.addAll(FloorRules.ask(request.kind(), standing, rules));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        UUID id = rows.insert(held.id(), speaker, request, standing.spoken() + 1, clock.instant());
        return done(
                id, as, rules.limits(), "debate.speech.ask", "member", speaker.number(), "turn", standing.spoken() + 1);
    }

    private static List<Refusal> pointFaults(Request request) {
        boolean point = request.kind() == Kind.POINT_OF_ORDER;
        int length = request.about().strip().length();
        if ((point && length == 0) || length > LONGEST_ABOUT) {
            return List.of(Refusal.at("about", "debate.about-length", "value", length, "most", LONGEST_ABOUT));
        }
        return List.of();
    }

    /** An observer belongs to no delegation: no quota and no account is charged. */
    private FloorRules.Standing standing(AgendaItem item, Speaker speaker) {
        boolean delegated = !speaker.group().isEmpty();
        List<Speech> all = rows.ofItem(item.id()).stream()
                .filter(speech -> speech.kind() == Kind.SPEECH && speech.state() != State.WITHDRAWN)
                .toList();
        long group = all.stream()
                .filter(speech -> delegated && speech.group().equals(speaker.group()))
                .count();
        return new FloorRules.Standing(
                item.state() == AgendaItem.State.DONE,
                item.listClosed(),
                (int) all.stream()
                        .filter(speech -> speech.person().equals(speaker.person()) && speech.state() != State.WAITING)
                        .count(),
                all.stream()
                        .anyMatch(
                                speech -> speech.person().equals(speaker.person()) && speech.state() == State.WAITING),
                Math.toIntExact(group),
                item.groupMinutes() == 0 || !delegated
                        ? Optional.empty()
                        : Optional.of(left(item, all, speaker.group())));
    }

    private long left(AgendaItem item, List<Speech> all, String group) {
        Instant now = clock.instant();
        long used = all.stream()
                .filter(speech -> speech.group().equals(group))
                .mapToLong(speech -> speech.clock().used(now).toSeconds())
                .sum();
        return item.groupMinutes() * 60L - used;
    }

    @Override
    @Transactional
    public Ruling<Speech> withdraw(UUID speech) {
        Speech gone = locked(speech);
        boolean own = Caller.current().person().filter(gone.person()::equals).isPresent();
        boolean desk = halls.mayIn(agendas.known(gone.item()).body(), Permission.FLOOR_MOVE);
        if (!own && !desk) {
            return Ruling.refused(Refusal.by(LIST, "debate.not-yours"));
        }
        return in(gone, State.WAITING, () -> {
            rows.set(speech, "state", State.WITHDRAWN.name());
            return done(speech, own ? Permission.VOTE : Permission.FLOOR_MOVE, LIST, "debate.speech.withdraw");
        });
    }

    @Override
    @Transactional
    public Ruling<Speech> place(UUID speech, int place) {
        Speech placed = locked(speech);
        if (place < 0 || place > 1_000) {
            return Ruling.refused(Refusal.at("place", "debate.place-range", "value", place, "most", 1_000));
        }
        return in(placed, State.WAITING, () -> {
            rows.set(speech, "place", place);
            return done(speech, Permission.FLOOR_MOVE, LIST, "debate.speech.place", "place", place);
        });
    }

    @Override
    @Transactional
    public Ruling<Speech> next(String sitting, UUID item) {
        agendas.locked(item);
        return queue(item).stream()
                .findFirst()
                .map(speech -> give(speech.id()))
                .orElseGet(() -> Ruling.refused(Refusal.by(LIST, "debate.list-empty")));
    }

    @Override
    @Transactional
    public Ruling<Speech> give(UUID speech) {
        Speech called = locked(speech);
        return in(called, State.WAITING, () -> {
            List<Refusal> reasons = giveFaults(called);
            if (!reasons.isEmpty()) {
                return Ruling.refused(reasons);
            }
            Instant now = clock.instant();
            if (called.kind() == Kind.POINT_OF_ORDER) {
                // A point of order interrupts: the speech it interrupts loses no time.
                floor(called.sitting())
                        .forEach(other -> rows.keep(other.id(), other.clock().stop(now)));
            }
            AgendaItem item = agendas.known(called.item());
            DebateRules.Speeches rules = debating.rules(item.body()).speech();
            long limit = FloorRules.limitSeconds(called.kind(), standing(item, Speaker.of(called)), rules);
            rows.start(speech, limit * 1_000L, now);
            return done(speech, Permission.FLOOR_MOVE, rules.limits(), "debate.speech.give", "seconds", limit);
        });
    }

    private List<Refusal> giveFaults(Speech called) {
        List<Refusal> reasons = new ArrayList<>();
        Sitting held = halls.sitting(called.sitting());
        AgendaItem item = agendas.known(called.item());
        if (held.state() != Sitting.State.OPEN) {
            reasons.add(Refusal.by(LIST, "debate.sitting-not-open", "sitting", held.name()));
        }
        if (item.state() != AgendaItem.State.CURRENT) {
            reasons.add(Refusal.by(LIST, "debate.item-not-current", "number", item.number()));
        }
        if (guests.of(item.body()).stream().anyMatch(guest -> guest.id().equals(called.person()))) {
            reasons.addAll(againstGuest(called.sitting(), called.person()));
        } else if (!sittings.present(called.sitting(), called.person())) {
            reasons.add(Refusal.by(LIST, "debate.speaker-absent", "member", called.name()));
        }
        boolean point = called.kind() == Kind.POINT_OF_ORDER;
        floor(called.sitting()).stream()
                .filter(other -> !point || other.kind() == Kind.POINT_OF_ORDER)
                .forEach(other -> reasons.add(Refusal.by(LIST, "debate.floor-taken", "member", other.name())));
        return reasons;
    }

    @Override
    @Transactional
    public Ruling<Speech> pause(UUID speech) {
        Speech paused = locked(speech);
        return in(paused, State.SPEAKING, () -> {
            rows.keep(speech, paused.clock().stop(clock.instant()));
            return done(speech, Permission.FLOOR_MOVE, LIST, "debate.speech.pause");
        });
    }

    @Override
    @Transactional
    public Ruling<Speech> resume(UUID speech) {
        Speech resumed = locked(speech);
        return in(resumed, State.SPEAKING, () -> {
            boolean interrupted = resumed.kind() != Kind.POINT_OF_ORDER
                    && floor(resumed.sitting()).stream().anyMatch(other -> other.kind() == Kind.POINT_OF_ORDER);
            if (interrupted) {
                return Ruling.refused(Refusal.by(POINT, "debate.point-first"));
            }
            rows.keep(speech, resumed.clock().start(clock.instant()));
            return done(speech, Permission.FLOOR_MOVE, LIST, "debate.speech.resume");
        });
    }

    @Override
    @Transactional
    public Ruling<Speech> extend(UUID speech, int minutes) {
        Speech longer = locked(speech);
        if (minutes < 1 || minutes > 60) {
            return Ruling.refused(Refusal.at("minutes", "debate.extend-range", "value", minutes, "most", 60));
        }
        return in(longer, State.SPEAKING, () -> {
            rows.set(
                    speech,
                    "limit_ms",
                    longer.clock().limit().plusMinutes(minutes).toMillis());
            return done(speech, Permission.FLOOR_MOVE, LIST, "debate.speech.extend", "minutes", minutes);
        });
    }

    @Override
    @Transactional
    public Ruling<Speech> end(UUID speech) {
        Speech ended = locked(speech);
        return in(ended, State.SPEAKING, () -> {
            SpeechClock stopped = ended.clock().stop(clock.instant());
            rows.keep(speech, stopped);
            rows.set(speech, "state", State.DONE.name());
            return done(
                    speech,
                    Permission.FLOOR_MOVE,
                    LIST,
                    "debate.speech.end",
                    "seconds",
                    stopped.used().toSeconds());
        });
    }

    @Override
    @Transactional
    public Ruling<Speech> rule(UUID speech, String ruling) {
        Speech point = locked(speech);
        if (point.kind() != Kind.POINT_OF_ORDER || point.state() == State.WITHDRAWN) {
            return Ruling.refused(Refusal.by(POINT, "debate.not-a-point"));
        }
        int length = ruling.strip().length();
        if (length == 0 || length > LONGEST_ABOUT) {
            return Ruling.refused(Refusal.at("ruling", "debate.about-length", "value", length, "most", LONGEST_ABOUT));
        }
        rows.set(speech, "ruling", ruling.strip());
        if (point.state() == State.SPEAKING) {
            rows.keep(speech, point.clock().stop(clock.instant()));
        }
        rows.set(speech, "state", State.DONE.name());
        return done(speech, Permission.FLOOR_MOVE, POINT, "debate.point.rule");
    }

    @Override
    @Transactional
    public Ruling<Speech> appeal(UUID speech, VotingMode mode) {
        Speech point = locked(speech);
        if (point.ruling().isEmpty() || point.appeal().isPresent()) {
            return Ruling.refused(Refusal.by(
                    POINT, point.ruling().isEmpty() ? "debate.nothing-to-appeal" : "debate.appealed-already"));
        }
        Question question = questions.list(new Questions.NewQuestion(
                point.sitting(),
                Question.Kind.RESOLUTION,
                new Bilingual(
                        words.say(Language.ZH, "debate.appeal-title"), words.say(Language.EN, "debate.appeal-title")),
                point.about() + "\n" + point.ruling(),
                "debate:appeal:" + speech,
                mode));
        rows.set(speech, "appeal", question.id());
        return done(speech, Permission.FLOOR_MOVE, POINT, "debate.point.appeal", "question", question.id());
    }

    @Override
    @Transactional
    public Ruling<AgendaItem> close(UUID item, boolean closed) {
        return agendas.closeList(item, closed);
    }

    @Override
    public Optional<Speech> byId(UUID speech) {
        return rows.byId(speech);
    }

    @Override
    public List<Speech> queue(UUID item) {
        List<Speech> all = rows.ofItem(item);
        List<Speech> waiting =
                all.stream().filter(speech -> speech.state() == State.WAITING).toList();
        List<Speech> heard = all.stream().filter(JdbcSpeeches::spoken).toList();
        List<Speech> points = waiting.stream()
                .filter(speech -> speech.kind() == Kind.POINT_OF_ORDER)
                .toList();
        List<Speech> order = new ArrayList<>(points);
        String body = agendas.known(item).body();
        SpeakersQueue.order(asked(waiting), asked(heard), debating.rules(body).speech())
                .forEach(next -> waiting.stream()
                        .filter(speech -> speech.id().equals(next.id()))
                        .forEach(order::add));
        return order;
    }

    private static List<SpeakersQueue.Asked> asked(List<Speech> speeches) {
        return speeches.stream()
                .filter(speech -> speech.kind() != Kind.POINT_OF_ORDER)
                .map(speech -> new SpeakersQueue.Asked(
                        speech.id(),
                        speech.kind(),
                        speech.side(),
                        speech.member(),
                        speech.group(),
                        speech.place(),
                        speech.arrival()))
                .toList();
    }

    private static boolean spoken(Speech speech) {
        return speech.state() == State.SPEAKING || speech.state() == State.DONE;
    }

    @Override
    public List<Speech> heard(UUID item) {
        return rows.heard(item);
    }

    @Override
    public List<Speech> floor(String sitting) {
        return rows.floor(sitting);
    }

    @Override
    public List<Account> accounts(UUID item) {
        AgendaItem found = agendas.known(item);
        Instant now = clock.instant();
        List<Speech> all = rows.ofItem(item).stream()
                .filter(speech -> speech.kind() == Kind.SPEECH && spoken(speech))
                .toList();
        return bodies.groupsOf(found.body()).stream()
                .map(group -> {
                    List<Speech> own = all.stream()
                            .filter(speech -> speech.group().equals(group.code()))
                            .toList();
                    long used = own.stream()
                            .mapToLong(speech -> speech.clock().used(now).toSeconds())
                            .sum();
                    return new Account(group.code(), group.name(), own.size(), found.groupMinutes() * 60L, used);
                })
                .toList();
    }

    private Speech locked(UUID speech) {
        Speech found = rows.byId(speech)
                .orElseThrow(() -> new RefusedException(Refusal.plain("debate.speech.unknown", "value", speech)));
        agendas.locked(found.item());
        return rows.byId(speech).orElseThrow();
    }

    private interface Step {
        Ruling<Speech> take();
    }

    private static Ruling<Speech> in(Speech speech, State needed, Step step) {
        if (speech.state() != needed) {
            return Ruling.refused(Refusal.by(
                    LIST,
                    "debate.speech-state",
                    "member",
                    speech.name(),
                    "state",
                    org.yicheng.rule.Phrase.of("debate.speech-is-" + speech.state()),
                    "needed",
                    org.yicheng.rule.Phrase.of("debate.speech-is-" + needed)));
        }
        return step.take();
    }

    private Ruling<Speech> done(UUID speech, Permission as, Citation ground, String verb, Object... facts) {
        Speech now = rows.byId(speech).orElseThrow();
        halls.changed(now.sitting());
        List<Object> all = new ArrayList<>(List.of("speech", speech, "kind", now.kind()));
        all.addAll(List.of(facts));
        acts.write(as, Optional.of(ground), verb, JdbcAgendas.subject(now.item()), all.toArray());
        return Ruling.granted(now);
    }
}
