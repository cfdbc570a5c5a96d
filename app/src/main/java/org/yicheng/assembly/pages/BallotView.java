package org.yicheng.assembly.pages;

import java.util.List;
import java.util.Optional;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions.OwnVote;
import org.yicheng.rule.Refusal;
import org.yicheng.web.Worded;

/**
 * A delegate's ballot.
 *
 * @param own what the delegate pressed
 * @param key idempotency key of the next press by this page
 * @param total questions of the sitting
 * @param reasons why the last press was refused; empty if it was not
 */
public record BallotView(Question question, OwnVote own, boolean signedIn, String key, int total, List<Refusal> reasons)
        implements Worded {

    @Override
    public String wordsOf() {
        return question.body();
    }

    public boolean open() {
        return question.state() == Question.State.VOTING;
    }

    public boolean is(Mark mark) {
        return own.mark().equals(Optional.of(mark));
    }

    public List<Mark> marks() {
        return List.of(Mark.FOR, Mark.AGAINST, Mark.ABSTAIN);
    }

    /** {@code for}, {@code against}, {@code abstain}: icon and colour. */
    public String kind(Mark mark) {
        return mark.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Which words stand below the keys. */
    public String word() {
        if (!open()) {
            return own.pressed() ? "over-pressed" : "over";
        }
        if (!signedIn) {
            return "not-signed-in";
        }
        return own.pressed() ? "recorded" : "none";
    }
}
