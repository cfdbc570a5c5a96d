package org.yicheng.assembly.pages;

import java.util.List;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Voices.Standing;
import org.yicheng.assembly.Voices.Voice;
import org.yicheng.rule.Refusal;
import org.yicheng.web.Worded;

/**
 * Voting by name: for oneself and for those one represents; or an objection where nothing is counted.
 *
 * @param standings for whom the member may vote, or who may be called
 * @param weighted whether weights are shown
 * @param split whether a weight may be divided
 * @param calling whether a teller enters the answers of a roll call
 */
public record VoiceView(
        Question question,
        List<Standing> standings,
        boolean weighted,
        boolean split,
        boolean calling,
        boolean signedIn,
        List<Refusal> reasons)
        implements Worded {

    @Override
    public String wordsOf() {
        return question.body();
    }

    public boolean open() {
        return question.state() == Question.State.VOTING;
    }

    public boolean uncounted() {
        return question.mode().uncounted();
    }

    public List<Mark> marks() {
        return List.of(Mark.FOR, Mark.AGAINST, Mark.ABSTAIN);
    }

    public String kind(Mark mark) {
        return mark.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Did the member vote with the whole weight on this side? */
    public boolean is(Standing standing, Mark mark) {
        return standing.voice()
                .filter(voice -> part(voice, mark).equals(voice.carried()))
                .isPresent();
    }

    private static org.yicheng.count.Weight part(Voice voice, Mark mark) {
        return switch (mark) {
            case FOR -> voice.parts().votesFor();
            case AGAINST -> voice.parts().against();
            case ABSTAIN -> voice.parts().abstain();
        };
    }

    /** How many of those shown have voted. */
    public long given() {
        return standings.stream()
                .filter(standing -> standing.voice().isPresent())
                .count();
    }
}
