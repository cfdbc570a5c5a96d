package org.yicheng.debate.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.VotingMode;
import org.yicheng.debate.Amendment;
import org.yicheng.debate.Change;
import org.yicheng.debate.DebateRules;
import org.yicheng.debate.Debating;
import org.yicheng.debate.Motion;
import org.yicheng.debate.Motions;
import org.yicheng.debate.Piece;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Language;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.rule.Words;

/** Lists the questions on a motion: amendments first, then parts, then the whole as amended. */
@Component
class MotionVotes {

    private final MotionRows rows;
    private final AmendmentRows amendments;
    private final Texts texts;
    private final Questions questions;
    private final Debating debating;
    private final Words words;

    MotionVotes(
            MotionRows rows,
            AmendmentRows amendments,
            Texts texts,
            Questions questions,
            Debating debating,
            Words words) {
        this.rows = rows;
        this.amendments = amendments;
        this.texts = texts;
        this.questions = questions;
        this.debating = debating;
        this.words = words;
    }

    private List<Question> asked(UUID motion) {
        return rows.questions(motion).stream()
                .map(questions::byId)
                .flatMap(Optional::stream)
                .toList();
    }

    /** A vote on the motion that has begun: until it is declared the motion stands still (OL 22(3): before the vote). */
    List<Refusal> underWay(UUID motion) {
        return asked(motion).stream()
                .filter(MotionVotes::begun)
                .map(question -> Refusal.by(JdbcMotions.STATES, "debate.vote-under-way", "title", question.title()))
                .toList();
    }

    List<Refusal> underWayOn(UUID amendment) {
        return amendments
                .byId(amendment)
                .map(found -> asked(found.motion()).stream()
                        .filter(question -> question.subject().equals("debate:amendment:" + amendment))
                        .filter(MotionVotes::begun)
                        .map(question ->
                                Refusal.by(JdbcMotions.STATES, "debate.vote-under-way", "title", question.title()))
                        .toList())
                .orElse(List.of());
    }

    private static boolean begun(Question question) {
        return switch (question.state()) {
            case PUT, VOTING, CLOSED -> true;
            case LISTED, DECLARED, WITHDRAWN, DEFERRED -> false;
        };
    }

    /** Takes back the questions that were listed and not yet put. */
    void withdrawListed(UUID motion, String subject) {
        String reason = words.say(Language.ZH, "debate.question-withdrawn");
        asked(motion).stream()
                .filter(question -> question.state() == Question.State.LISTED
                        && question.subject().startsWith(subject))
                .forEach(question -> questions.withdraw(question.id(), reason).orThrow());
    }

    List<Refusal> listFaults(Motion motion, Sitting sitting) {
        List<Refusal> reasons = new ArrayList<>();
        if (!motion.body().equals(sitting.body())) {
            reasons.add(Refusal.at("sitting", "debate.other-body", "sitting", sitting.name()));
        }
        asked(motion.id()).stream()
                .filter(question -> question.state() == Question.State.LISTED || begun(question))
                .forEach(question -> reasons.add(
                        Refusal.by(JdbcMotions.STATES, "debate.question-waits", "title", question.title())));
        return reasons;
    }

    Ruling<Question> listNext(UUID id, Sitting sitting, VotingMode mode) {
        Motion motion = rows.known(id);
        DebateRules rules = debating.rules(motion.body());
        DebateRules.MotionState state = rules.workflow().state(motion.state());
        List<Refusal> reasons = listFaults(motion, sitting);
        if (state.stage() != DebateRules.Stage.DEBATED) {
            reasons.add(Refusal.by(
                    JdbcMotions.STATES, "debate.motion-not-debated", "number", motion.number(), "state", state.name()));
        }
        List<Integer> undecided = amendments.of(id).stream()
                .filter(each -> each.state() == Amendment.State.FILED)
                .map(Amendment::number)
                .toList();
        if (!undecided.isEmpty()) {
            reasons.add(Refusal.by(rules.amendment().first(), "debate.amendments-undecided", "numbers", undecided));
        }
        Motions.Step step = texts.nextStep(id).orElseThrow();
        if (step instanceof Motions.Step.OnWhole
                && rules.workflow().from(motion.state(), DebateRules.When.PUT).isEmpty()) {
            reasons.add(Refusal.by(
                    JdbcMotions.STATES, "debate.deliberation-open", "number", motion.number(), "state", state.name()));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        return Ruling.granted(
                switch (step) {
                    case Motions.Step.OnAmendment(Amendment amendment) ->
                        ask(
                                motion,
                                sitting,
                                title("debate.vote-amendment", motion, amendment.number()),
                                wording(amendment),
                                "debate:amendment:" + amendment.id(),
                                mode);
                    case Motions.Step.OnPart(Motions.Part part) ->
                        ask(
                                motion,
                                sitting,
                                title("debate.vote-part", motion, part.number()),
                                part(motion, part),
                                "debate:part:" + id + ":" + part.number(),
                                mode);
                    case Motions.Step.OnWhole() ->
                        ask(motion, sitting, motion.title(), text(texts.finalText(id)), "debate:motion:" + id, mode);
                });
    }

    Question listMove(Motion motion, DebateRules.Move move, Sitting sitting, String reason, VotingMode mode) {
        Bilingual title = new Bilingual(
                words.say(Language.ZH, "debate.vote-move", "move", move.name(), "title", motion.title()),
                words.say(Language.EN, "debate.vote-move", "move", move.name(), "title", motion.title()));
        return ask(motion, sitting, title, reason, "debate:move:" + motion.id() + ":" + move.id(), mode);
    }

    private Question ask(
            Motion motion, Sitting sitting, Bilingual title, String text, String subject, VotingMode mode) {
        Question question = questions.list(
                new Questions.NewQuestion(sitting.id(), Question.Kind.RESOLUTION, title, text, subject, mode));
        rows.asked(question.id(), motion.id(), subject);
        return question;
    }

    private Bilingual title(String key, Motion motion, int number) {
        return new Bilingual(
                words.say(Language.ZH, key, "title", motion.title(), "n", number),
                words.say(Language.EN, key, "title", motion.title(), "n", number));
    }

    /** The amendment as it would be adopted: with what was adopted to it. */
    private String wording(Amendment amendment) {
        Change change = texts.effective(amendment, amendments.of(amendment.motion()));
        String head =
                words.say(Language.ZH, "debate.change-" + change.kind(), "from", change.from(), "to", change.to());
        return (head + "\n" + String.join("\n", change.paragraphs())).strip();
    }

    private String part(Motion motion, Motions.Part part) {
        return text(texts.finalText(motion.id()).stream()
                .filter(piece -> part.range().from() <= piece.number()
                        && piece.number() <= part.range().to())
                .toList());
    }

    static String text(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining("\n"));
    }
}
