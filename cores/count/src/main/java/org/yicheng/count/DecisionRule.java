package org.yicheng.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a decision needs. The checks run in this order: quorum, the votes add up to those present, participation, some
 * basis at all, every threshold.
 *
 * @param thresholds at least one; all must be met
 * @param quorum who must be present for the vote to count
 * @param participation how many must take part (e.g. Guangdong rules art. 60), as a share of all members
 */
public record DecisionRule(List<Threshold> thresholds, Optional<QuorumRule> quorum, Optional<Share> participation) {

    public DecisionRule {
        thresholds = List.copyOf(thresholds);
        if (thresholds.isEmpty()) {
            throw new IllegalArgumentException("a decision rule needs a threshold");
        }
    }

    /** Does any threshold, or the quorum, go by weight, so that {@link #decide(Roll, Tally, Weights)} is needed? */
    public boolean isWeighted() {
        return quorum.flatMap(QuorumRule::weight).isPresent()
                || thresholds.stream().anyMatch(threshold -> threshold.measure() == Threshold.Measure.WEIGHT);
    }

    /**
     * Decides a vote by heads.
     *
     * @param members all members N, frozen when the vote opened
     * @param present those present, taken at closing
     * @throws IllegalArgumentException if more are present than members, or a threshold or the quorum goes by weight
     */
    public VoteOutcome decide(int members, int present, Tally tally) {
        if (isWeighted()) {
            throw new IllegalArgumentException("a threshold or a quorum by weight needs the weights");
        }
        return decide(new Roll(members, present), tally, new Weights(0, 0, new Tally(0, 0, 0, 0, 0)));
    }

    /**
     * Decides a vote in which some thresholds, or the quorum, go by weight. Participation goes by heads.
     *
     * @param tally the votes by heads
     * @param weights the same votes by weight; they too must add up
     */
    public VoteOutcome decide(Roll roll, Tally tally, Weights weights) {
        return inquorate(roll, tally)
                .or(() -> light(roll, tally, weights))
                .or(() -> mismatch(roll, tally, tally.sum(), roll.present()))
                .or(() -> mismatch(roll, tally, weights.tally().sum(), weights.present()))
                .or(() -> lowParticipation(roll, tally))
                .orElseGet(() -> byThresholds(roll, tally, weights));
    }

    private Optional<VoteOutcome> inquorate(Roll roll, Tally tally) {
        return quorum.map(rule -> rule.decide(roll))
                .filter(Opening.Refused.class::isInstance)
                .map(refused -> new VoteOutcome.Void(
                        roll,
                        tally,
                        VoteOutcome.Reason.NO_QUORUM,
                        roll.present(),
                        refused.threshold(),
                        refused.source()));
    }

    /** Enough heads, but not the share of all weight that the quorum asks for. */
    private Optional<VoteOutcome> light(Roll roll, Tally tally, Weights weights) {
        return quorum.flatMap(QuorumRule::weight)
                .filter(share -> weights.present() < share.threshold(weights.all()))
                .map(share -> new VoteOutcome.Void(
                        roll,
                        tally,
                        VoteOutcome.Reason.NO_WEIGHT_QUORUM,
                        weights.present(),
                        share.threshold(weights.all()),
                        share.source()));
    }

    private static Optional<VoteOutcome> mismatch(Roll roll, Tally tally, long sum, long present) {
        return sum == present
                ? Optional.empty()
                : Optional.of(new VoteOutcome.Void(
                        roll, tally, VoteOutcome.Reason.TALLY_MISMATCH, sum, present, VoteOutcome.TALLY_ADDS_UP));
    }

    private Optional<VoteOutcome> lowParticipation(Roll roll, Tally tally) {
        if (participation.isEmpty()) {
            return Optional.empty();
        }
        long needed = participation.get().threshold(roll.expected());
        return tally.cast() >= needed
                ? Optional.empty()
                : Optional.of(new VoteOutcome.Void(
                        roll,
                        tally,
                        VoteOutcome.Reason.LOW_PARTICIPATION,
                        tally.cast(),
                        needed,
                        participation.get().source()));
    }

    private VoteOutcome byThresholds(Roll roll, Tally heads, Weights weights) {
        List<VoteOutcome.Check> checks = new ArrayList<>();
        for (Threshold threshold : thresholds) {
            checks.add(
                    switch (threshold.measure()) {
                        case HEADS -> VoteOutcome.Check.of(threshold, roll.expected(), roll.present(), heads);
                        case WEIGHT ->
                            VoteOutcome.Check.of(threshold, weights.all(), weights.present(), weights.tally());
                    });
        }
        // 0 >= 0 must not pass: without a basis nothing is adopted.
        if (checks.stream().anyMatch(check -> check.base() == 0)) {
            return new VoteOutcome.Rejected(roll, heads, VoteOutcome.Reason.NO_VOTES, checks);
        }
        return checks.stream().allMatch(VoteOutcome.Check::met)
                ? new VoteOutcome.Adopted(roll, heads, checks)
                : new VoteOutcome.Rejected(roll, heads, VoteOutcome.Reason.THRESHOLD, checks);
    }
}
