package org.yicheng.assembly.store;

import static org.yicheng.assembly.store.Rows.bilingual;
import static org.yicheng.assembly.store.Rows.optionalInstant;
import static org.yicheng.assembly.store.Rows.optionalInt;
import static org.yicheng.assembly.store.Rows.stamp;
import static org.yicheng.assembly.store.Rows.uuid;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.AssemblyEvent;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Outcome.Votes;
import org.yicheng.assembly.OwnThreshold;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Question.State;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Receipt;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.RuleSet;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.VotingMode;
import org.yicheng.count.DecisionRule;
import org.yicheng.party.Permission;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;

/** The life of a question: LISTED → PUT → VOTING → CLOSED → DECLARED. Every move locks the question's row. */
@Component
class JdbcQuestions implements Questions {

    private static final Citation LIFE = Citation.of(Law.PRODUCT, "question.states");
    private static final Citation HANDS = Citation.of(Law.NPC, 60);

    /** A question with the newest version of its outcome. */
    private static final String QUESTIONS = """
            select q.*, s.body, o.version, o.result, o.reason, o.due as o_due, o.present as o_present, o.required,
                   o.votes_for, o.against, o.abstain, o.not_pressed, o.announcement_zh, o.announcement_en,
                   o.explanation_zh, o.explanation_en, o.grounds
              from assembly.question q
              join assembly.sitting s on s.id = q.sitting
              left join lateral (select * from assembly.outcome o where o.question = q.id
                                  order by version desc limit 1) o on true
            """;

    private final JdbcClient jdbc;
    private final JdbcSittings sittings;
    private final Ways ways;
    private final Rolls rolls;
    private final Presses presses;
    private final Votings votings;
    private final Verdicts verdicts;
    private final NamedVotes named;
    private final Acts acts;
    private final Floor floor;
    private final List<OwnThreshold> ownThresholds;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    JdbcQuestions(
            JdbcClient jdbc,
            JdbcSittings sittings,
            Ways ways,
            Rolls rolls,
            Presses presses,
            Votings votings,
            Verdicts verdicts,
            NamedVotes named,
            Acts acts,
            Floor floor,
            List<OwnThreshold> ownThresholds,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.sittings = sittings;
        this.ways = ways;
        this.rolls = rolls;
        this.presses = presses;
        this.votings = votings;
        this.verdicts = verdicts;
        this.named = named;
        this.acts = acts;
        this.floor = floor;
        this.ownThresholds = ownThresholds;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Question list(NewQuestion question) {
        UUID id = UUID.randomUUID();
        jdbc.sql("select 1 from assembly.sitting where id = :id for update")
                .param("id", question.sitting())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        insert into assembly.question (id, sitting, number, kind, title_zh, title_en, content, subject, mode, state)
                        select :id, :sitting, coalesce(max(number), 0) + 1, :kind, :zh, :en, :content, :subject, :mode, 'LISTED'
                          from assembly.question where sitting = :sitting
                        """)
                .param("id", id)
                .param("sitting", question.sitting())
                .param("kind", question.kind().name())
                .param("zh", question.title().zh())
                .param("en", question.title().en())
                .param("content", question.text())
                .param("subject", question.subject())
                .param("mode", question.mode().name())
                .update();
        floor.rollChanged(question.sitting());
        acts.write(
                Permission.SITTING_PREPARE,
                "assembly.question.list",
                subject(id),
                "sitting",
                question.sitting(),
                "mode",
                question.mode());
        return byId(id).orElseThrow();
    }

    private static String subject(UUID id) {
        return "question:" + id;
    }

    @Override
    public Optional<Question> byId(UUID id) {
        return jdbc.sql(QUESTIONS + " where q.id = :id")
                .param("id", id)
                .query(JdbcQuestions::row)
                .optional();
    }

    @Override
    public List<Question> ofSitting(String sitting) {
        return jdbc.sql(QUESTIONS + " where q.sitting = :sitting order by q.number")
                .param("sitting", sitting)
                .query(JdbcQuestions::row)
                .list();
    }

    @Override
    public List<Question> adopted(String body) {
        return jdbc.sql(QUESTIONS + """
                         where s.body = :body and q.state = 'DECLARED' and o.result = 'ADOPTED'
                         order by q.declared_at desc, q.number desc
                        """)
                .param("body", body)
                .query(JdbcQuestions::row)
                .list();
    }

    @Override
    public Optional<Question> current(String sitting) {
        return jdbc.sql(QUESTIONS + """
                         where q.sitting = :sitting and q.state in ('PUT', 'VOTING', 'CLOSED', 'DECLARED')
                         order by case q.state when 'VOTING' then 1 when 'CLOSED' then 2 when 'PUT' then 3 else 4 end,
                                  q.declared_at desc nulls last, q.number desc
                         limit 1
                        """)
                .param("sitting", sitting)
                .query(JdbcQuestions::row)
                .optional();
    }

    private static Question row(ResultSet row, int at) throws SQLException {
        return new Question(
                uuid(row, "id"),
                row.getString("sitting"),
                row.getString("body"),
                row.getInt("number"),
                Question.Kind.valueOf(row.getString("kind")),
                bilingual(row, "title"),
                row.getString("content"),
                row.getString("subject"),
                VotingMode.valueOf(row.getString("mode")),
                State.valueOf(row.getString("state")),
                optionalInt(row, "members_due"),
                optionalInstant(row, "opened_at"),
                optionalInstant(row, "closed_at"),
                optionalInstant(row, "declared_at"),
                row.getString("result") == null ? Optional.empty() : Optional.of(Verdicts.row(row)));
    }

    @Override
    @Transactional
    public Ruling<Question> put(UUID id) {
        return in(id, EnumSet.of(State.LISTED), question -> {
            List<Refusal> reasons = hallFaults(question);
            if (!reasons.isEmpty()) {
                return Ruling.refused(reasons);
            }
            set(id, State.PUT, "put_at");
            Question put = byId(id).orElseThrow();
            events.publishEvent(new AssemblyEvent.QuestionPut(put));
            return done(put, Permission.QUESTION_MOVE, "assembly.question.put");
        });
    }

    /** The sitting must be open and no other question under way. */
    private List<Refusal> hallFaults(Question question) {
        List<Refusal> reasons = new ArrayList<>();
        Sitting sitting = sittings.byId(question.sitting()).orElseThrow();
        if (sitting.state() != Sitting.State.OPEN) {
            reasons.add(Refusal.by(
                    LIFE,
                    "assembly.sitting-not-open",
                    "sitting",
                    sitting.name(),
                    "state",
                    StateWord.of(sitting.state())));
        }
        ofSitting(question.sitting()).stream()
                .filter(other -> !other.id().equals(question.id()))
                .filter(other ->
                        EnumSet.of(State.PUT, State.VOTING, State.CLOSED).contains(other.state()))
                .forEach(other -> reasons.add(Refusal.by(
                        LIFE, "assembly.other-question-open", "number", other.number(), "title", other.title())));
        jdbc.sql("""
                        select title_zh, title_en from assembly.election
                         where sitting = :sitting and state in ('PAPERS_ISSUED', 'VOTING', 'COLLECTED')
                        """).param("sitting", question.sitting()).query(row -> {
            reasons.add(Refusal.by(LIFE, "assembly.election-other-open", "title", bilingual(row, "title")));
        });
        sittings.secretVoteOpen(question.sitting())
                .ifPresent(title -> reasons.add(Refusal.by(LIFE, "assembly.choice-unfinished", "title", title)));
        return reasons;
    }

    @Override
    @Transactional
    public Ruling<Question> open(UUID id) {
        return in(id, EnumSet.of(State.PUT), question -> {
            List<Refusal> reasons = hallFaults(question);
            Sitting sitting = sittings.byId(question.sitting()).orElseThrow();
            Roll roll = rolls.now(sitting);
            if (!roll.met()) {
                reasons.addAll(JdbcSittings.noQuorum("assembly.vote-quorum-missing", roll));
                sittings.pauseWithoutQuorum(sitting.id());
            }
            if (question.kind() == Question.Kind.HEARING) {
                reasons.add(Refusal.by(LIFE, "assembly.hearing-has-no-vote", "number", question.number()));
            }
            reasons.addAll(ways.faults(question, question.mode()));
            if (!reasons.isEmpty()) {
                return Ruling.refused(reasons);
            }
            if (named.byName(question)) {
                named.freeze(id, question.body());
            }
            byte[] key = new byte[32];
            random.nextBytes(key);
            jdbc.sql("insert into assembly.ballot_key (question, key) values (:id, :key)")
                    .param("id", id)
                    .param("key", key)
                    .update();
            jdbc.sql("update assembly.question set members_due = :due where id = :id")
                    .param("due", roll.due())
                    .param("id", id)
                    .update();
            set(id, State.VOTING, "opened_at");
            return done(
                    byId(id).orElseThrow(),
                    Permission.QUESTION_MOVE,
                    "assembly.question.open",
                    "due",
                    roll.due(),
                    "present",
                    roll.present());
        });
    }

    @Override
    public CompletableFuture<Ruling<Receipt>> press(UUID id, UUID person, Mark mark, String key) {
        if (key.isBlank() || key.length() > 100) {
            return CompletableFuture.completedFuture(
                    Ruling.refused(Refusal.at("key", "assembly.key-length", "value", key.length(), "most", 100)));
        }
        return presses.take(id, person, mark, key);
    }

    @Override
    public OwnVote ownVote(UUID id, UUID person) {
        return votings.ownVote(id, person);
    }

    @Override
    public int pressed(UUID id) {
        return votings.pressed(id) + named.given(id);
    }

    @Override
    @Transactional
    public Ruling<Question> turnToHands(UUID id) {
        return in(id, EnumSet.of(State.PUT, State.VOTING), question -> {
            List<Refusal> reasons = ways.faults(question, VotingMode.SHOW_OF_HANDS);
            if (!reasons.isEmpty()) {
                return Ruling.refused(reasons);
            }
            int discarded = votings.pressed(id);
            votings.forget(id);
            jdbc.sql("update assembly.question set mode = 'SHOW_OF_HANDS' where id = :id")
                    .param("id", id)
                    .update();
            acts.write(
                    Permission.QUESTION_MOVE,
                    HANDS,
                    "assembly.question.turn-to-hands",
                    subject(id),
                    "discarded",
                    discarded);
            floor.changed(question.sitting());
            return Ruling.granted(byId(id).orElseThrow());
        });
    }

    @Override
    @Transactional
    public Ruling<Hands> enterHands(UUID id, String teller, Votes votes) {
        Ruling<Question> ruling = in(id, EnumSet.of(State.VOTING), question -> {
            List<Refusal> reasons = votings.handsFaults(question, votes, presentNow(question));
            if (!reasons.isEmpty()) {
                return Ruling.refused(reasons);
            }
            votings.enterHands(id, teller, votes);
            return done(question, Permission.HANDS_ENTER, "assembly.question.hands", "teller", teller);
        });
        return ruling.map(_ -> hands(id));
    }

    private int presentNow(Question question) {
        return rolls.now(sittings.byId(question.sitting()).orElseThrow()).present();
    }

    @Override
    public Hands hands(UUID id) {
        return votings.hands(id);
    }

    @Override
    @Transactional
    public Ruling<Question> close(UUID id) {
        return in(id, EnumSet.of(State.VOTING), question -> {
            Optional<Refusal> missing = votings.countMissing(question);
            if (missing.isPresent()) {
                return Ruling.refused(missing.get());
            }
            Votings.Count count = votings.close(question);
            Outcome outcome = computed(question, count);
            verdicts.store(id, outcome, "");
            jdbc.sql("update assembly.question set present = :present where id = :id")
                    .param("present", count.present())
                    .param("id", id)
                    .update();
            set(id, State.CLOSED, "closed_at");
            return done(
                    byId(id).orElseThrow(),
                    Permission.QUESTION_MOVE,
                    "assembly.question.close",
                    "for",
                    outcome.votes().votesFor(),
                    "against",
                    outcome.votes().against(),
                    "abstain",
                    outcome.votes().abstain(),
                    "notPressed",
                    outcome.votes().notPressed(),
                    "present",
                    count.present(),
                    "papers",
                    count.digest(),
                    "result",
                    outcome.result());
        });
    }

    private Outcome computed(Question question, Votings.Count count) {
        RuleSet rules = rulesOf(question);
        int due = question.membersDue().orElseThrow();
        if (question.mode().uncounted()) {
            boolean consent = question.mode() == VotingMode.UNANIMOUS_CONSENT;
            return verdicts.uncounted(
                    count, due, consent, consent || named.heard(question.id()).orElseThrow());
        }
        return count.weighed()
                .map(weighed -> verdicts.weighed(rules, due, count, weighed))
                .orElseGet(() -> verdicts.of(rules, question.mode(), due, count.present(), count.votes(), 1));
    }

    @Override
    @Transactional
    public Ruling<Question> declare(UUID id) {
        return in(id, EnumSet.of(State.CLOSED), _ -> {
            set(id, State.DECLARED, "declared_at");
            return decided(byId(id).orElseThrow(), "assembly.question.declare");
        });
    }

    private Ruling<Question> decided(Question question, String verb) {
        Outcome outcome = question.outcome().orElseThrow();
        events.publishEvent(new AssemblyEvent.QuestionDecided(question, outcome));
        return done(
                question,
                Permission.QUESTION_MOVE,
                verb,
                "result",
                outcome.result(),
                "required",
                outcome.required(),
                "for",
                outcome.votes().votesFor(),
                "version",
                outcome.version());
    }

    @Override
    @Transactional
    public Ruling<Question> note(UUID id) {
        return in(id, EnumSet.of(State.PUT), question -> {
            if (question.kind() != Question.Kind.HEARING) {
                return Ruling.refused(Refusal.by(LIFE, "assembly.needs-a-vote", "number", question.number()));
            }
            Sitting sitting = sittings.byId(question.sitting()).orElseThrow();
            verdicts.store(id, verdicts.noted(rolls.now(sitting)), "");
            set(id, State.DECLARED, "declared_at");
            return decided(byId(id).orElseThrow(), "assembly.question.note");
        });
    }

    @Override
    @Transactional
    public Ruling<Question> withdraw(UUID id, String reason) {
        return leave(id, State.WITHDRAWN, "assembly.question.withdraw", reason);
    }

    @Override
    @Transactional
    public Ruling<Question> defer(UUID id, String reason) {
        return leave(id, State.DEFERRED, "assembly.question.defer", reason);
    }

    private Ruling<Question> leave(UUID id, State state, String verb, String reason) {
        if (reason.isBlank()) {
            return Ruling.refused(Refusal.at("reason", "assembly.reason-missing"));
        }
        return in(id, EnumSet.of(State.LISTED, State.PUT), _ -> {
            jdbc.sql("update assembly.question set state = :state where id = :id")
                    .param("state", state.name())
                    .param("id", id)
                    .update();
            return done(byId(id).orElseThrow(), Permission.QUESTION_MOVE, verb, "reason", reason);
        });
    }

    @Override
    @Transactional
    public Ruling<Question> supersede(UUID id, Votes corrected, String reason) {
        if (reason.isBlank()) {
            return Ruling.refused(Refusal.at("reason", "assembly.reason-missing"));
        }
        return in(id, EnumSet.of(State.DECLARED), question -> {
            Outcome old = question.outcome().orElseThrow();
            if (old.result() == Outcome.Result.NOTED) {
                return Ruling.refused(Refusal.by(LIFE, "assembly.hearing-has-no-vote", "number", question.number()));
            }
            if (old.reason().filter(HandsFallback.DEVICES_FAILED::equals).isPresent()) {
                return Ruling.refused(Refusal.by(HANDS, "hall.voided-stays", "number", question.number()));
            }
            RuleSet rules = rulesOf(question);
            if (rules.decision().isWeighted() || question.mode().uncounted()) {
                return Ruling.refused(Refusal.by(LIFE, "assembly.supersede-by-heads", "number", question.number()));
            }
            Outcome outcome =
                    verdicts.of(rules, question.mode(), old.due(), old.present(), corrected, old.version() + 1);
            verdicts.store(id, outcome, reason);
            return decided(byId(id).orElseThrow(), "assembly.question.supersede");
        });
    }

    @Override
    public RuleSet rulesOf(Question question) {
        RuleSet rules = named.rules(question);
        return ownThresholds.stream()
                .map(own -> own.of(question))
                .flatMap(Optional::stream)
                .findFirst()
                .map(own -> rules.deciding(
                        new DecisionRule(own.thresholds(), Optional.of(rules.quorum()), own.participation())))
                .orElse(rules);
    }

    @Override
    public List<Outcome> history(UUID id) {
        return verdicts.history(id);
    }

    @Override
    public List<Named> recorded(UUID id) {
        return votings.recorded(id);
    }

    private void set(UUID id, State state, String stampColumn) {
        jdbc.sql("update assembly.question set state = :state, " + stampColumn + " = :now where id = :id")
                .param("state", state.name())
                .param("now", stamp(clock.instant()))
                .param("id", id)
                .update();
    }

    /** Locks the question, asks for its state, then moves it. */
    private Ruling<Question> in(UUID id, Set<State> allowed, Function<Question, Ruling<Question>> move) {
        boolean known = jdbc.sql("select 1 from assembly.question where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!known) {
            return Ruling.refused(Refusal.plain("assembly.question.unknown", "value", id));
        }
        Question question = byId(id).orElseThrow();
        if (!allowed.contains(question.state())) {
            return Ruling.refused(Refusal.by(
                    LIFE,
                    "assembly.question-state",
                    "number",
                    question.number(),
                    "state",
                    StateWord.of(question.state()),
                    "needed",
                    StateWord.ofQuestions(allowed)));
        }
        return move.apply(question);
    }

    private Ruling<Question> done(Question question, Permission as, String verb, Object... facts) {
        floor.changed(question.sitting());
        Optional<Citation> ground =
                question.outcome().flatMap(outcome -> outcome.grounds().stream().findFirst());
        acts.write(as, ground, verb, subject(question.id()), facts);
        return Ruling.granted(question);
    }

    static RefusedException unknown(UUID id) {
        return new RefusedException(Refusal.plain("assembly.question.unknown", "value", id));
    }
}
