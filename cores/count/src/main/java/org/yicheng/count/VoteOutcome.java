package org.yicheng.count;

import java.util.List;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;

/** The result of a vote with every number that decided it. */
public sealed interface VoteOutcome {

    /** For, against, abstaining, not pressing and invalid add up to those present; else the vote is taken again. */
    Citation TALLY_ADDS_UP = Citation.of(Law.PRODUCT, "vote.tally-adds-up");

    Roll roll();

    Tally tally();

    /** Why a vote is void or rejected. */
    enum Reason {
        THRESHOLD,
        NO_VOTES,
        NO_QUORUM,
        TALLY_MISMATCH,
        LOW_PARTICIPATION
    }

    /** One threshold applied: {@code required} votes of {@code base}. */
    record Check(Threshold threshold, long base, long required, boolean met) {}

    /** 通过. */
    record Adopted(Roll roll, Tally tally, List<Check> checks) implements VoteOutcome {
        public Adopted {
            checks = List.copyOf(checks);
        }
    }

    /** 未通过. */
    record Rejected(Roll roll, Tally tally, Reason reason, List<Check> checks) implements VoteOutcome {
        public Rejected {
            checks = List.copyOf(checks);
        }
    }

    /** 表决无效: {@code actual} where {@code required} was needed. */
    record Void(Roll roll, Tally tally, Reason reason, long actual, long required, Citation source)
            implements VoteOutcome {}
}
