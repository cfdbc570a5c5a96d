package org.yicheng.assembly.store;

import static org.yicheng.assembly.store.Rows.stamp;
import static org.yicheng.assembly.store.Rows.uuid;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.AssemblyEvent;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions.NewQuestion;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.VotingMode;
import org.yicheng.assembly.hall.HandsAgain;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.rule.Words;

/**
 * When the devices fail during a vote. All in one transaction: a machine that dies in the middle leaves the electronic
 * vote running, and never a vote that is neither.
 */
@Component
class HandsFallback implements HandsAgain {

    /** The reason of an outcome that is void because the devices failed. */
    static final String DEVICES_FAILED = "DEVICES_FAILED";

    private static final Citation HANDS = Citation.of(Law.NPC, 60);
    private static final int LONGEST_REASON = 200;

    private final JdbcClient jdbc;
    private final JdbcQuestions questions;
    private final JdbcSittings sittings;
    private final Rolls rolls;
    private final Ways ways;
    private final Votings votings;
    private final Verdicts verdicts;
    private final Acts acts;
    private final ApplicationEventPublisher events;
    private final Words words;
    private final Clock clock;

    HandsFallback(
            JdbcClient jdbc,
            JdbcQuestions questions,
            JdbcSittings sittings,
            Rolls rolls,
            Ways ways,
            Votings votings,
            Verdicts verdicts,
            Acts acts,
            ApplicationEventPublisher events,
            Words words,
            Clock clock) {
        this.jdbc = jdbc;
        this.questions = questions;
        this.sittings = sittings;
        this.rolls = rolls;
        this.ways = ways;
        this.votings = votings;
        this.verdicts = verdicts;
        this.acts = acts;
        this.events = events;
        this.words = words;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<Question> voidAndPutByHands(UUID id, String reason) {
        boolean known = jdbc.sql("select 1 from assembly.question where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!known) {
            return Ruling.refused(Refusal.plain("assembly.question.unknown", "value", id));
        }
        Question question = questions.byId(id).orElseThrow();
        Sitting sitting = sittings.byId(question.sitting()).orElseThrow();
        Roll roll = rolls.now(sitting);
        List<Refusal> faults = faults(question, sitting, roll, reason.strip());
        if (!faults.isEmpty()) {
            return Ruling.refused(faults);
        }
        voided(question, roll, reason.strip());
        Question again = questions.list(new NewQuestion(
                question.sitting(),
                question.kind(),
                question.title(),
                question.text(),
                question.subject(),
                VotingMode.SHOW_OF_HANDS));
        jdbc.sql("insert into assembly.question_again (question, first, because) values (:again, :first, :because)")
                .param("again", again.id())
                .param("first", id)
                .param("because", reason.strip())
                .update();
        events.publishEvent(new AssemblyEvent.QuestionPutAgain(question, again));
        questions.put(again.id()).orThrow();
        return Ruling.granted(questions.open(again.id()).orThrow());
    }

    private List<Refusal> faults(Question question, Sitting sitting, Roll roll, String reason) {
        List<Refusal> faults = new ArrayList<>();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            faults.add(Refusal.at("reason", "hall.reason-length", "value", reason.length(), "most", LONGEST_REASON));
        }
        boolean electronic = EnumSet.of(VotingMode.ELECTRONIC_UNRECORDED, VotingMode.ELECTRONIC_RECORDED)
                .contains(question.mode());
        if (question.state() != Question.State.VOTING || !electronic) {
            faults.add(Refusal.by(
                    HANDS,
                    "hall.no-electronic-vote",
                    "number",
                    question.number(),
                    "state",
                    StateWord.of(question.state())));
        }
        faults.addAll(ways.faults(question, VotingMode.SHOW_OF_HANDS));
        if (sitting.state() != Sitting.State.OPEN) {
            faults.add(Refusal.by(
                    HANDS,
                    "assembly.sitting-not-open",
                    "sitting",
                    sitting.name(),
                    "state",
                    StateWord.of(sitting.state())));
        }
        faults.addAll(JdbcSittings.noQuorum("assembly.vote-quorum-missing", roll));
        return faults;
    }

    /** What remains of the vote: that it was void, why, and how many were present. No mark, and nobody who pressed. */
    private void voided(Question question, Roll roll, String reason) {
        votings.forget(question.id());
        jdbc.sql("delete from assembly.ballot_key where question = :id")
                .param("id", question.id())
                .update();
        int due = question.membersDue().orElse(roll.due());
        Bilingual announced = words.both(Phrase.of("hall.announce-voided"));
        Bilingual why = words.both(Phrase.of("hall.explain-voided", "reason", reason, "ground", HANDS));
        Outcome outcome = new Outcome(
                Outcome.Result.VOID,
                Optional.of(DEVICES_FAILED),
                due,
                roll.present(),
                0,
                new Outcome.Votes(0, 0, 0, 0),
                announced,
                why,
                List.of(HANDS),
                1);
        verdicts.store(question.id(), outcome, reason);
        jdbc.sql("""
                        update assembly.question
                           set state = 'DECLARED', closed_at = :now, declared_at = :now, present = :present
                         where id = :id
                        """)
                .param("now", stamp(clock.instant()))
                .param("present", roll.present())
                .param("id", question.id())
                .update();
        events.publishEvent(
                new AssemblyEvent.QuestionDecided(questions.byId(question.id()).orElseThrow(), outcome));
        acts.write(
                Permission.QUESTION_MOVE,
                HANDS,
                "hall.vote-voided",
                "question:" + question.id(),
                "due",
                due,
                "present",
                roll.present(),
                "reason",
                reason);
    }

    @Override
    public Optional<Link> first(UUID question) {
        return link("a.question = :id", "a.first", question);
    }

    @Override
    public Optional<Link> again(UUID question) {
        return link("a.first = :id", "a.question", question);
    }

    private Optional<Link> link(String where, String other, UUID question) {
        return jdbc.sql(
                        "select q.id, q.number, a.because from assembly.question_again a join assembly.question q on q.id = "
                                + other + " where " + where)
                .param("id", question)
                .query((row, _) -> new Link(uuid(row, "id"), row.getInt("number"), row.getString("because")))
                .optional();
    }
}
