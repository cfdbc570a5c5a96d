package org.yicheng.congress.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.RuleSet;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.Voices;
import org.yicheng.assembly.VotingMode;
import org.yicheng.congress.Schedules;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionDrafts;
import org.yicheng.congress.SessionKind;
import org.yicheng.congress.SessionKinds;
import org.yicheng.congress.Sessions;
import org.yicheng.count.Threshold;
import org.yicheng.count.Weight;
import org.yicheng.document.Uploads;
import org.yicheng.party.Accounts;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.party.Role;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.rule.Words;

/** Creates a session whole: body, roster, plenaries, questions, schedule. */
@Component
class Founding implements SessionDrafts {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final int LONGEST_NAME = 100;
    private static final int MOST_DAYS_BEFORE = 366;

    private final Sessions sessions;
    private final SessionKinds kinds;
    private final Bodies bodies;
    private final Sittings sittings;
    private final Questions questions;
    private final Voices voices;
    private final Schedules schedules;
    private final Enrolment enrolment;
    private final Uploads uploads;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final Words words;
    private final Clock clock;

    Founding(
            Sessions sessions,
            SessionKinds kinds,
            Bodies bodies,
            Sittings sittings,
            Questions questions,
            Voices voices,
            Schedules schedules,
            Enrolment enrolment,
            Uploads uploads,
            Accounts accounts,
            JdbcClient jdbc,
            Words words,
            Clock clock) {
        this.sessions = sessions;
        this.kinds = kinds;
        this.bodies = bodies;
        this.sittings = sittings;
        this.questions = questions;
        this.voices = voices;
        this.schedules = schedules;
        this.enrolment = enrolment;
        this.uploads = uploads;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public Ruling<Check> check(Draft draft, Optional<byte[]> file) {
        List<Refusal> reasons = faults(draft);
        if (!kinds.knows(draft.kind())) {
            return Ruling.refused(reasons);
        }
        SessionKind kind = kinds.byId(draft.kind());
        Enrolment.Brought brought =
                enrolment.look(kind, draft.rosterFrom(), draft.body(), draft.source(), file, bodyId(draft));
        reasons.addAll(brought.faults());
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        RuleSet rules = bodies.rulesById(
                draft.body().flatMap(bodies::byId).map(Body::ruleSet).orElse(kind.ruleSet()));
        return Ruling.granted(new Check(
                kind,
                draft.body().flatMap(bodies::byId).map(Body::name).orElse(draft.bodyName()),
                brought.members(),
                brought.groups(),
                rules.weighted() ? Optional.of(brought.weight().toString()) : Optional.empty(),
                rules.quorum().threshold(brought.members()),
                rules.quorum()
                        .weight()
                        .map(share ->
                                new Weight(share.threshold(brought.weight().millionths())).toString()),
                rules.decision().thresholds().stream()
                        .map(threshold -> need(rules, threshold))
                        .toList(),
                kind.meetings().stream().map(meeting -> planned(draft, meeting)).toList(),
                items(draft, kind)));
    }

    private Bilingual need(RuleSet rules, Threshold threshold) {
        Phrase basis = Phrase.of(
                "congress.basis-" + threshold.basis() + "-" + threshold.measure(), "members", rules.memberWord());
        return words.both(Phrase.of(
                "congress.need-" + threshold.share().mode(),
                "basis",
                basis,
                "share",
                threshold.share().numerator() + "/" + threshold.share().denominator()));
    }

    private Planned planned(Draft draft, SessionKind.Meeting meeting) {
        return new Planned(
                meeting.name(),
                at(draft, meeting.day(), meeting.time()),
                meeting.questions().stream().map(SessionKind.Put::title).toList());
    }

    private Instant at(Draft draft, int day, LocalTime time) {
        return draft.opening()
                .plusDays(day - 1L)
                .atTime(time)
                .atZone(clock.getZone())
                .toInstant();
    }

    private List<Schedules.Item> items(Draft draft, SessionKind kind) {
        return kind.schedule().stream()
                .map(item -> new Schedules.Item(
                        at(draft, item.day(), item.time()),
                        item.title(),
                        item.room().isEmpty() ? draft.place() : item.room()))
                .toList();
    }

    private List<Refusal> faults(Draft draft) {
        List<Refusal> reasons = new ArrayList<>();
        if (!kinds.knows(draft.kind())) {
            reasons.add(Refusal.at("kind", "congress.kind-unknown", "value", draft.kind()));
        } else if (kinds.byId(draft.kind()).committee()) {
            reasons.add(Refusal.at(
                    "kind",
                    "congress.kind-of-committee",
                    "kind",
                    kinds.byId(draft.kind()).name()));
        }
        if (!SLUG.matcher(draft.id()).matches()) {
            reasons.add(Refusal.at("id", "congress.slug-form", "value", draft.id()));
        } else if (sessions.byId(draft.id()).isPresent()) {
            reasons.add(Refusal.at("id", "congress.session-twice", "value", draft.id()));
        }
        named(reasons, "name", draft.name());
        if (draft.number() < 1 || draft.number() > 999) {
            reasons.add(Refusal.at("number", "congress.session-number", "value", draft.number(), "most", 999));
        }
        if (draft.opening().isBefore(draft.reportIn())) {
            reasons.add(Refusal.at(
                    "opening",
                    "congress.opening-before-report-in",
                    "opening",
                    draft.opening(),
                    "reportIn",
                    draft.reportIn()));
        }
        if (kinds.knows(draft.kind())) {
            beganBeforeReportIn(draft, kinds.byId(draft.kind())).ifPresent(reasons::add);
        }
        if (draft.presiding().length() > LONGEST_NAME) {
            reasons.add(Refusal.at(
                    "presiding",
                    "congress.name-length",
                    "value",
                    draft.presiding().length(),
                    "most",
                    LONGEST_NAME));
        }
        reasons.addAll(bodyFaults(draft));
        return reasons;
    }

    /** The kind's schedule may begin the day before the opening; members must have been asked to come by then. */
    private Optional<Refusal> beganBeforeReportIn(Draft draft, SessionKind kind) {
        return kind.schedule().stream()
                .map(item -> draft.opening().plusDays(item.day() - 1L))
                .min(LocalDate::compareTo)
                .filter(first ->
                        first.isBefore(draft.reportIn()) && !draft.opening().isBefore(draft.reportIn()))
                .map(first -> Refusal.at(
                        "reportIn", "congress.report-in-after-schedule", "reportIn", draft.reportIn(), "first", first));
    }

    private static void named(List<Refusal> reasons, String field, Bilingual name) {
        if (name.zh().isBlank()
                || name.zh().length() > LONGEST_NAME
                || name.en().length() > LONGEST_NAME) {
            reasons.add(
                    Refusal.at(field, "congress.name-length", "value", name.zh().length(), "most", LONGEST_NAME));
        }
    }

    private List<Refusal> bodyFaults(Draft draft) {
        List<Refusal> reasons = new ArrayList<>();
        if (draft.body().isEmpty()) {
            named(reasons, "bodyName", draft.bodyName());
            if (draft.rosterFrom() == RosterFrom.BODY) {
                reasons.add(Refusal.at("body", "congress.body-missing"));
            }
            if (SLUG.matcher(draft.id()).matches() && bodies.byId(bodyId(draft)).isPresent()) {
                reasons.add(Refusal.at("id", "congress.body-twice", "value", bodyId(draft)));
            }
            return reasons;
        }
        Optional<Body> body = draft.body().flatMap(bodies::byId);
        if (body.isEmpty()) {
            reasons.add(Refusal.at(
                    "body", "congress.body.unknown", "value", draft.body().orElse("")));
        } else if (kinds.knows(draft.kind())
                && body.get().kind() != kinds.byId(draft.kind()).bodyKind()) {
            reasons.add(Refusal.at(
                    "body",
                    "congress.body-of-other-kind",
                    "body",
                    body.get().name(),
                    "kind",
                    kinds.byId(draft.kind()).name()));
        } else if (draft.rosterFrom() != RosterFrom.BODY) {
            reasons.add(Refusal.at(
                    "rosterFrom", "congress.body-has-roster", "body", body.get().name()));
        }
        body.filter(found -> !Caller.current().mayIn(found.id(), Permission.SESSION_MOVE))
                .ifPresent(found -> reasons.add(Refusal.at("body", "congress.body-not-yours", "body", found.name())));
        return reasons;
    }

    /** A new body's id: the session's without its number at the end, {@code city-npc-15-5 → city-npc-15}. */
    private static String bodyId(Draft draft) {
        String tail = "-" + draft.number();
        return draft.body()
                .orElseGet(() -> draft.id().endsWith(tail) && draft.id().length() > tail.length()
                        ? draft.id().substring(0, draft.id().length() - tail.length())
                        : draft.id() + "-body");
    }

    @Override
    @Transactional
    public Ruling<Session> create(Draft draft, Optional<byte[]> file) {
        Ruling<Check> checked = check(draft, file);
        if (checked instanceof Ruling.Refused<Check>(List<Refusal> reasons)) {
            return Ruling.refused(reasons);
        }
        SessionKind kind = kinds.byId(draft.kind());
        String body = bodyId(draft);
        boolean demo = Caller.current().demo();
        if (draft.body().isEmpty()) {
            bodies.add(new Body(
                    body, kind.bodyKind(), draft.bodyName(), draft.bodyName(), kind.ruleSet(), Optional.empty(), demo));
            enrolment.fill(kind, body, draft.rosterFrom(), draft.source(), file, demo);
            Caller.current().account().ifPresent(account -> accounts.giveRole(account, Role.SECRETARIAT, body));
        }
        Session session = sessions.plan(
                        new Sessions.NewSession(
                                draft.id(),
                                body,
                                draft.number(),
                                draft.name(),
                                draft.name(),
                                draft.reportIn(),
                                draft.opening(),
                                draft.place(),
                                demo),
                        kind.id())
                .orThrow();
        draft.source()
                .ifPresent(source -> jdbc.sql("update congress.session set template = :source where id = :id")
                        .param("source", source)
                        .param("id", session.id())
                        .update());
        List<Schedules.Item> items = items(draft, kind);
        if (!items.isEmpty()) {
            schedules.propose(session.id(), items).orThrow();
        }
        setUp(draft, kind);
        return Ruling.granted(session);
    }

    private void setUp(Draft draft, SessionKind kind) {
        for (int i = 0; i < kind.meetings().size(); i++) {
            SessionKind.Meeting meeting = kind.meetings().get(i);
            Sitting sitting = sessions.preparePlenary(
                            draft.id(), i + 1, meeting.name(), at(draft, meeting.day(), meeting.time()))
                    .orThrow();
            if (!draft.presiding().isBlank()) {
                sittings.namePresiding(sitting.id(), draft.presiding()).orThrow();
            }
            for (int place = 0; place < meeting.questions().size(); place++) {
                list(draft, sitting, meeting.questions().get(place), "m" + (i + 1) + "q" + (place + 1));
            }
        }
    }

    private void list(Draft draft, Sitting sitting, SessionKind.Put put, String code) {
        VotingMode usual = bodies.rules(sitting.body()).byName()
                ? VotingMode.ELECTRONIC_RECORDED
                : VotingMode.ELECTRONIC_UNRECORDED;
        Question question = questions.list(new Questions.NewQuestion(
                sitting.id(),
                put.kind(),
                put.title(),
                put.text(),
                "congress:" + draft.id() + ":" + code,
                put.mode().orElse(usual)));
        put.special().ifPresent(key -> voices.decideBy(question.id(), key).orThrow());
    }

    @Override
    public Optional<Draft> like(String id) {
        return sessions.byId(id).map(session -> {
            LocalDate opening = session.opening().plusDays(364);
            return new Draft(
                    session.kind(),
                    nextId(session),
                    Optional.of(session.body()),
                    bodies.byId(session.body()).orElseThrow().name(),
                    session.name(),
                    session.number() + 1,
                    opening.minusDays(
                            Math.min(MOST_DAYS_BEFORE, ChronoUnit.DAYS.between(session.reportIn(), session.opening()))),
                    opening,
                    session.place(),
                    "",
                    RosterFrom.BODY,
                    Optional.of(session.id()));
        });
    }

    private static String nextId(Session session) {
        String tail = "-" + session.number();
        return session.id().endsWith(tail)
                ? session.id().substring(0, session.id().length() - tail.length()) + "-" + (session.number() + 1)
                : session.id() + "-" + (session.number() + 1);
    }

    @Override
    public UUID keep(byte[] file) {
        return uploads.keep("session-draft", file);
    }

    @Override
    public Optional<byte[]> kept(UUID file) {
        return uploads.kept("session-draft", file);
    }
}
