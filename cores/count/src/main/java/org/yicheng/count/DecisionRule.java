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

    /**
     * Decides a vote.
     *
     * @param members all members N, frozen when the vote opened
     * @param present those present, taken at closing
     * @throws IllegalArgumentException if more are present than members
     */
    public VoteOutcome decide(int members, int present, Tally tally) {
        Roll roll = new Roll(members, present);
        if (quorum.isPresent() && quorum.get().decide(roll) instanceof Opening.Refused(_, int required, _, var source)) {
            return new VoteOutcome.Void(roll, tally, VoteOutcome.Reason.NO_QUORUM, present, required, source);
        }
        if (tally.sum() != present) {
            return new VoteOutcome.Void(
                    roll, tally, VoteOutcome.Reason.TALLY_MISMATCH, tally.sum(), present, VoteOutcome.TALLY_ADDS_UP);
        }
        if (participation.isPresent()) {
            long needed = participation.get().threshold(members);
            if (tally.cast() < needed) {
                return new VoteOutcome.Void(
                        roll, tally, VoteOutcome.Reason.LOW_PARTICIPATION, tally.cast(), needed,
                        participation.get().source());
            }
        }
        return byThresholds(roll, tally);
    }

    private VoteOutcome byThresholds(Roll roll, Tally tally) {
        List<VoteOutcome.Check> checks = new ArrayList<>();
        boolean noVotes = false;
        boolean met = true;
        for (Threshold threshold : thresholds) {
            long base = threshold.base(roll.expected(), roll.present(), tally);
            long required = threshold.share().threshold(base);
            checks.add(new VoteOutcome.Check(threshold, base, required, tally.yes() >= required));
            noVotes |= base == 0;
            met &= tally.yes() >= required;
        }
        if (noVotes) {
            return new VoteOutcome.Rejected(roll, tally, VoteOutcome.Reason.NO_VOTES, checks);
        }
        return met
                ? new VoteOutcome.Adopted(roll, tally, checks)
                : new VoteOutcome.Rejected(roll, tally, VoteOutcome.Reason.THRESHOLD, checks);
    }
}
