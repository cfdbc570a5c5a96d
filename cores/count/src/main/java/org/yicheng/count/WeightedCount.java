package org.yicheng.count;

import java.util.Collection;

/**
 * Votes counted by heads and by weight at once, ready for {@link DecisionRule#decide(Roll, Tally, Weights)}.
 *
 * @param heads each member present or represented once
 * @param weights the same votes in millionths
 */
public record WeightedCount(Tally heads, Weights weights) {

    /**
     * Counts exactly.
     *
     * @param all the weight of all members, frozen when the vote opened
     * @param votes one for each member present or represented, also those who did not vote
     * @throws IllegalArgumentException if more weight is present than there is
     * @throws ArithmeticException past the largest weight
     */
    public static WeightedCount of(Weight all, Collection<WeightedVote> votes) {
        long[] heads = new long[WeightedVote.Head.values().length];
        Weight yes = Weight.ZERO;
        Weight no = Weight.ZERO;
        Weight abstain = Weight.ZERO;
        Weight present = Weight.ZERO;
        for (WeightedVote vote : votes) {
            heads[vote.head().ordinal()]++;
            yes = yes.plus(vote.yes());
            no = no.plus(vote.no());
            abstain = abstain.plus(vote.abstain());
            present = present.plus(vote.carried());
        }
        Weight notVoted = present.minus(yes).minus(no).minus(abstain);
        return new WeightedCount(
                new Tally(heads[0], heads[1], heads[2], heads[3], 0),
                new Weights(
                        all.millionths(),
                        present.millionths(),
                        new Tally(yes.millionths(), no.millionths(), abstain.millionths(), notVoted.millionths(), 0)));
    }
}
