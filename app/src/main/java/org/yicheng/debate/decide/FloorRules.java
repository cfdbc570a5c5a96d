package org.yicheng.debate.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yicheng.debate.DebateRules;
import org.yicheng.debate.Speech;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;

/** May this member have the floor, and for how long? Every reason against it at once, each with its numbers. */
public final class FloorRules {

    private static final Citation LIST = Citation.of(Law.PRODUCT, "debate.list");
    private static final Citation ACCOUNT = Citation.of(Law.PRODUCT, "debate.account");

    private FloorRules() {}

    /**
     * What is known when somebody asks.
     *
     * @param over whether the item is dealt with
     * @param closed whether the list of speakers is closed
     * @param spoken how often the member has spoken on the item
     * @param waiting whether the member waits already
     * @param groupSpeakers how many of the delegation have spoken or wait
     * @param account seconds left in the delegation's account, empty if it has none
     */
    public record Standing(
            boolean over, boolean closed, int spoken, boolean waiting, int groupSpeakers, Optional<Long> account) {}

    /** Why not; empty if the member may be put on the list. */
    public static List<Refusal> ask(Speech.Kind kind, Standing standing, DebateRules.Speeches rules) {
        List<Refusal> reasons = new ArrayList<>();
        if (standing.over()) {
            reasons.add(Refusal.by(LIST, "debate.item-over"));
        }
        if (kind != Speech.Kind.SPEECH) {
            return reasons;
        }
        if (standing.closed()) {
            reasons.add(Refusal.by(LIST, "debate.list-closed"));
        }
        if (standing.waiting()) {
            reasons.add(Refusal.by(LIST, "debate.waits-already"));
        }
        int most = rules.minutes().size();
        if (standing.spoken() >= most) {
            reasons.add(Refusal.by(
                    rules.limits(), "debate.spoken-often-enough", "spoken", standing.spoken(), "most", most));
        }
        if (rules.mostPerGroup() > 0 && standing.groupSpeakers() >= rules.mostPerGroup()) {
            reasons.add(Refusal.by(
                    rules.order(),
                    "debate.group-quota",
                    "speakers",
                    standing.groupSpeakers(),
                    "most",
                    rules.mostPerGroup()));
        }
        if (standing.account().filter(left -> left <= 0).isPresent()) {
            reasons.add(Refusal.by(ACCOUNT, "debate.account-empty", "left", 0));
        }
        return reasons;
    }

    /** How long the speech may be, in seconds: its own limit, and no more than the delegation's account holds. */
    public static long limitSeconds(Speech.Kind kind, Standing standing, DebateRules.Speeches rules) {
        return switch (kind) {
            case REPLY -> rules.replyMinutes() * 60L;
            case POINT_OF_ORDER -> rules.pointMinutes() * 60L;
            case SPEECH -> {
                int turn = Math.min(standing.spoken(), rules.minutes().size() - 1);
                long own = rules.minutes().get(turn) * 60L;
                yield standing.account().map(left -> Math.min(own, left)).orElse(own);
            }
        };
    }
}
