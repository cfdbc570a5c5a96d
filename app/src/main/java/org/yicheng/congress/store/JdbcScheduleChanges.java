package org.yicheng.congress.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.AssemblyEvent.QuestionDecided;
import org.yicheng.assembly.AssemblyEvent.QuestionPutAgain;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.VotingMode;
import org.yicheng.congress.Decision;
import org.yicheng.congress.ScheduleChanges;
import org.yicheng.congress.Schedules.Item;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionKinds;
import org.yicheng.congress.Sessions;
import org.yicheng.party.Caller;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Language;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Moments;

/** Changes of a decided schedule, and what the presidium's vote means for them. */
@Component
class JdbcScheduleChanges implements ScheduleChanges {

    private static final String PREFIX = "congress-schedule:";

    private final JdbcClient jdbc;
    private final ScheduleRows rows;
    private final JdbcSchedules schedules;
    private final Sessions sessions;
    private final SessionKinds kinds;
    private final Sittings sittings;
    private final Questions questions;
    private final SessionActs acts;
    private final Clock clock;

    JdbcScheduleChanges(
            JdbcClient jdbc,
            ScheduleRows rows,
            JdbcSchedules schedules,
            Sessions sessions,
            SessionKinds kinds,
            Sittings sittings,
            Questions questions,
            SessionActs acts,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.schedules = schedules;
        this.sessions = sessions;
        this.kinds = kinds;
        this.sittings = sittings;
        this.questions = questions;
        this.acts = acts;
        this.clock = clock;
    }

    /** The session with its row locked: one change at a time. */
    private Optional<Session> locked(String id) {
        jdbc.sql("select id from congress.session where id = :id for update")
                .param("id", id)
                .query(String.class)
                .optional();
        return sessions.byId(id);
    }

    private static <T> Ruling<T> unknown(String id) {
        return Ruling.refused(Refusal.plain("congress.session.unknown", "value", id));
    }

    private Citation ground(Session session) {
        return kinds.of(session).ground(Decision.SCHEDULE);
    }

    @Override
    @Transactional
    public Ruling<Proposed> draft(String id, List<Item> items, String reason) {
        Optional<Session> session = locked(id);
        if (session.isEmpty()) {
            return unknown(id);
        }
        List<Item> ordered = JdbcSchedules.ordered(items);
        List<Refusal> reasons = new ArrayList<>(schedules.changeFaults(session.get(), items, reason));
        if (rows.underWay(id)) {
            reasons.add(Refusal.by(ground(session.get()), "congress.schedule-before-presidium"));
        }
        if (ordered.equals(rows.items(id))) {
            reasons.add(Refusal.at("items", "congress.schedule-unchanged"));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        int number = rows.open(id)
                .map(Proposed::number)
                .orElseGet(() -> rows.proposed(id).size() + 1);
        jdbc.sql("""
                        insert into congress.schedule_proposal (session, number, at, made_by, reason, base)
                        values (:session, :number, :at, :by, :reason, :base)
                        on conflict (session, number) do update
                           set at = excluded.at, made_by = excluded.made_by, reason = excluded.reason,
                               base = excluded.base, question = null
                        """)
                .param("session", id)
                .param("number", number)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", Caller.current().actor())
                .param("reason", reason.strip())
                .param("base", schedules.changes(id).size())
                .update();
        rows.propose(id, number, ordered);
        acts.write(
                id,
                ground(session.get()),
                "congress.schedule.draft-change",
                Map.of("number", "" + number, "items", "" + ordered.size()));
        return Ruling.granted(rows.open(id).orElseThrow());
    }

    @Override
    @Transactional
    public Ruling<Question> put(String id, String sitting) {
        Optional<Session> session = locked(id);
        if (session.isEmpty()) {
            return unknown(id);
        }
        Citation ground = ground(session.get());
        Optional<Proposed> draft = rows.open(id);
        List<Refusal> reasons = new ArrayList<>();
        if (draft.isEmpty()) {
            reasons.add(Refusal.by(ground, "congress.schedule-no-change"));
        } else if (rows.underWay(id)) {
            reasons.add(Refusal.by(ground, "congress.schedule-before-presidium"));
        } else if (draft.get().base() != schedules.changes(id).size()) {
            int since = schedules.changes(id).size() - draft.get().base();
            reasons.add(Refusal.by(ground, "congress.schedule-moved-on", "n", since));
        }
        boolean meets = sittings.byId(sitting)
                .filter(found -> presidium(session.get(), found))
                .filter(found -> found.state() != Sitting.State.CLOSED && found.state() != Sitting.State.POSTPONED)
                .isPresent();
        if (!meets) {
            reasons.add(Refusal.at("sitting", "congress.schedule-meeting", "value", sitting));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        return Ruling.granted(list(id, sitting, draft.orElseThrow(), ground));
    }

    private Question list(String id, String sitting, Proposed draft, Citation ground) {
        Question question = questions.list(new Questions.NewQuestion(
                sitting,
                Question.Kind.RESOLUTION,
                new Bilingual("表决大会日程的调整（草案）", "Vote on a change of the schedule (draft)"),
                text(draft),
                PREFIX + id + ":" + draft.number(),
                VotingMode.ELECTRONIC_UNRECORDED));
        name(id, draft.number(), question.id());
        acts.write(id, ground, "congress.schedule.put-change", Map.of("number", "" + draft.number()));
        return question;
    }

    private void name(String session, int number, UUID question) {
        jdbc.sql(
                        "update congress.schedule_proposal set question = :question where session = :session and number = :number")
                .param("question", question)
                .param("session", session)
                .param("number", number)
                .update();
    }

    private static boolean presidium(Session session, Sitting sitting) {
        return sitting.kind() == Sitting.Kind.PRESIDIUM && sitting.subject().equals(session.subject());
    }

    /** The reason and the whole schedule as it would be. */
    private String text(Proposed draft) {
        Moments time = new Moments(clock.getZone(), Language.ZH);
        return "理由：" + draft.reason() + "\n调整后的日程：\n"
                + draft.items().stream()
                        .map(item -> time.dayMinute(item.at())
                                + item.until()
                                        .map(until -> "～" + time.minute(until))
                                        .orElse("")
                                + "　" + item.title().zh()
                                + (item.room().isEmpty() ? "" : "　" + item.room())
                                + item.who().map(who -> "　" + who).orElse(""))
                        .collect(Collectors.joining("\n"));
    }

    @Override
    public Optional<Proposed> open(String session) {
        return rows.open(session);
    }

    @Override
    public boolean beforePresidium(String session) {
        return rows.underWay(session);
    }

    @Override
    public List<Proposed> of(String session) {
        return rows.proposed(session);
    }

    /** A change with the session in whose presidium it was put. */
    private record Found(Session session, Proposed change) {}

    /** Anybody who lists questions can write any subject: it counts only where the change was put by its question. */
    private Optional<Found> found(Question question) {
        String[] parts = question.subject().split(":", 3);
        if (parts.length < 3 || !question.subject().startsWith(PREFIX)) {
            return Optional.empty();
        }
        return sessions.byId(parts[1])
                .flatMap(session -> rows.proposed(session.id()).stream()
                        .filter(one ->
                                one.question().filter(question.id()::equals).isPresent())
                        .findFirst()
                        .map(one -> new Found(session, one)));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void putAgain(QuestionPutAgain event) {
        found(event.first())
                .ifPresent(found -> name(
                        found.session().id(),
                        found.change().number(),
                        event.again().id()));
    }

    /** Adopted it takes effect; a void vote leaves it to be put again. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void decided(QuestionDecided event) {
        Outcome.Result result = event.outcome().result();
        if (result != Outcome.Result.ADOPTED && result != Outcome.Result.REJECTED) {
            return;
        }
        found(event.question())
                .filter(found -> !found.change().result().equals(Optional.of("ADOPTED")))
                .ifPresent(found -> settle(found, result));
    }

    private void settle(Found found, Outcome.Result result) {
        String id = found.session().id();
        Proposed change = found.change();
        jdbc.sql("""
                        update congress.schedule_proposal set result = :result, decided_at = :at
                         where session = :session and number = :number
                        """)
                .param("result", result.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("session", id)
                .param("number", change.number())
                .update();
        if (result == Outcome.Result.ADOPTED) {
            schedules.change(id, change.items(), change.reason(), change.question());
        }
        acts.write(
                id,
                ground(found.session()),
                "congress.schedule.change-decided",
                Map.of("number", "" + change.number(), "result", result.name()));
    }
}
