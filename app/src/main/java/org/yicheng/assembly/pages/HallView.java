package org.yicheng.assembly.pages;

import java.util.List;
import java.util.Optional;
import org.yicheng.assembly.Appraisals;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.VotingMode;
import org.yicheng.rule.Bilingual;
import org.yicheng.web.Reach;
import org.yicheng.web.Shell;
import org.yicheng.web.TallyView;
import org.yicheng.web.Worded;

/**
 * A sitting as its board, its chair and its phones see it: one reading of the kernel for all of them.
 *
 * @param current the question under way, or the last one decided
 * @param pressed how many have pressed; never how
 * @param ballot the election under way in this sitting, or the last one announced in it since the last question
 * @param appraisal the appraisal that is open or waits to be declared; never its result
 * @param papers how many papers of it are in
 * @param handsAdmitted whether the rule set admits a show of hands
 */
public record HallView(
        Sitting sitting,
        Bilingual memberWord,
        Roll roll,
        List<Question> questions,
        Optional<Question> current,
        int pressed,
        Questions.Hands hands,
        String votesNeeded,
        Optional<Election> ballot,
        Optional<Appraisals.Appraisal> appraisal,
        int papers,
        boolean handsAdmitted,
        boolean demo)
        implements Worded {

    @Override
    public String wordsOf() {
        return sitting.body();
    }

    /** What stands on the board. */
    public String board() {
        if (sitting.state() == Sitting.State.CLOSED) {
            return "closed";
        }
        if (sitting.state() == Sitting.State.PAUSED) {
            return "paused";
        }
        if (appraisal.isPresent() && inHall()) {
            return "appraisal";
        }
        if (ballot.isPresent() && inHall() && !underWay()) {
            return "election";
        }
        if (current.isEmpty() || !inHall()) {
            return "roll";
        }
        return switch (current.get().state()) {
            case VOTING -> "voting";
            case PUT -> "put";
            case CLOSED, DECLARED ->
                current.get()
                                .outcome()
                                .filter(o -> o.result() == Outcome.Result.NOTED)
                                .isPresent()
                        ? "heard"
                        : "result";
            default -> "roll";
        };
    }

    /** Changes when a page has to show something else than new figures. */
    public String stage() {
        return board()
                + current.map(question -> question.id() + question.state().name())
                        .orElse("")
                + appraisal.map(one -> one.id() + one.state().name()).orElse("")
                + ballot.map(election -> election.id() + election.state().name())
                        .orElse("");
    }

    /** The key of the word under an election's figures: papers out, vote now, counting. */
    public String ballotWord() {
        return switch (ballot.orElseThrow().state()) {
            case PAPERS_ISSUED -> "assembly.board-papers";
            case VOTING -> "assembly.board-voting";
            case COLLECTED -> "assembly.board-collected";
            case VOID -> "assembly.election-is-VOID";
            case ANNOUNCED, PROCLAIMED, OATH -> "assembly.election-is-ANNOUNCED";
            default -> "assembly.board-counting";
        };
    }

    /** How many minutes before its planned start the meeting would open now; 0 if it is time or it has opened. */
    public long minutesEarly() {
        return sitting.state() == Sitting.State.SIGN_IN ? sitting.minutesEarly(roll.at()) : 0;
    }

    private boolean inHall() {
        return sitting.state() == Sitting.State.OPEN;
    }

    public Question question() {
        return current.orElseThrow();
    }

    public Outcome outcome() {
        return question().outcome().orElseThrow();
    }

    public boolean byHands() {
        return current.filter(question -> question.mode() == VotingMode.SHOW_OF_HANDS)
                .isPresent();
    }

    /** The next question to be put. */
    public Optional<Question> next() {
        return questions.stream()
                .filter(question -> question.state() == Question.State.LISTED)
                .findFirst();
    }

    /** Whether a question is between put and declared. */
    public boolean underWay() {
        return current.filter(question -> switch (question.state()) {
                    case PUT, VOTING, CLOSED -> true;
                    default -> false;
                })
                .isPresent();
    }

    /** Whether the quorum is there, or what is missing: heads first, then weight. */
    public String quorum(Shell shell) {
        if (roll.met()) {
            return shell.say("assembly.quorum-met");
        }
        return roll.headsMet()
                ? shell.say(
                        "assembly.quorum-missing-weight-n",
                        "n",
                        roll.weight().orElseThrow().missing())
                : shell.say("assembly.quorum-missing-n", "n", roll.required() - roll.present());
    }

    /** The quorum by weight in a sentence, where the rule set asks for it. */
    public Optional<String> weight(Shell shell) {
        return roll.weight()
                .map(weight -> shell.say(
                        "assembly.roll-weight",
                        "present",
                        weight.present(),
                        "all",
                        weight.all(),
                        "required",
                        weight.required()));
    }

    /** The roll as the line that must be reached. */
    public Reach reach(Shell shell) {
        String mark = roll.reachedAt()
                .map(at -> shell.say(
                        "assembly.must-reached",
                        "n",
                        roll.required(),
                        "at",
                        shell.time().second(at)))
                .orElseGet(() -> shell.say("web.must", "n", roll.required()));
        return new Reach(
                roll.present(),
                roll.due(),
                roll.required(),
                shell.say("assembly.present-share", "n", roll.present(), "share", share(roll.present(), roll.due())),
                shell.say("assembly.due-n", "n", roll.due()),
                mark,
                shell.say(
                        "assembly.roll-aloud",
                        "present",
                        roll.present(),
                        "due",
                        roll.due(),
                        "required",
                        roll.required()));
    }

    /** The presses as a line; the mark is left out: nobody may see how far approval is. */
    public Reach pressedReach(Shell shell) {
        return new Reach(
                pressed,
                roll.present(),
                0,
                shell.say("assembly.pressed-share", "n", pressed, "share", share(pressed, roll.present())),
                shell.say("assembly.present-n", "n", roll.present()),
                "",
                shell.say("assembly.pressed-aloud", "n", pressed, "present", roll.present()));
    }

    /** One decimal: 91.9%. */
    static String share(int part, int whole) {
        if (whole == 0) {
            return "0%";
        }
        long tenths = (part * 2_000L + whole) / (2L * whole);
        return tenths / 10 + "." + tenths % 10 + "%";
    }

    /** The result on the scale of all members. */
    public TallyView tally(Shell shell) {
        Outcome.Votes votes = outcome().votes();
        String caption = shell.say(
                "assembly.tally-caption",
                "due",
                outcome().due(),
                "present",
                outcome().present(),
                "for",
                votes.votesFor(),
                "against",
                votes.against(),
                "abstain",
                votes.abstain(),
                "notPressed",
                votes.notPressed());
        return TallyView.of(
                shell,
                caption,
                byHands() ? "assembly.not-voting" : "web.mark-blank",
                outcome().due(),
                outcome().required(),
                votes.votesFor(),
                votes.against(),
                votes.abstain(),
                votes.notPressed());
    }

    public String result(Shell shell) {
        return shell.say("assembly.result-" + outcome().result().name());
    }

    public String state(Shell shell, Question question) {
        return shell.say("assembly.question-is-" + question.state().name());
    }
}
