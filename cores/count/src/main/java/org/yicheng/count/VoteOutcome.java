package org.yicheng.count;

import java.util.List;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;

/** The result of a vote with every number that decided it. */
public sealed interface VoteOutcome {

    /** For, against, abstaining, not pressing and invalid add up to those present; else the vote is taken again. */
    Citation TALLY_ADDS_UP = Citation.of(Law.PRODUCT, "vote.tally-adds-up");

    /** Members and those present when the vote closed. */
    Roll roll();

    /** The votes, by heads. */
    Tally tally();

    /**
     * The result as a clerk reads it aloud, with its grounds; texts in bundle {@code count}.
     *
     * @param members what a member of this body is called: 代表 / deputies, 主席团成员 / presidium members
     */
    default Phrase explanation(Bilingual members) {
        return Announcements.vote(this, members, Long::toString);
    }

    /** The same, with weights that are kept in millionths ({@link Weight}) said as decimals. */
    default Phrase explanationWeighed(Bilingual members) {
        return Announcements.vote(this, members, millionths -> new Weight(millionths).toString());
    }

    /** Why a vote is void or rejected. */
    enum Reason {
        /** A threshold was not reached. */
        THRESHOLD,
        /** Nothing to take the share of, e.g. everybody abstained and abstentions are out. */
        NO_VOTES,
        /** Too few were present. */
        NO_QUORUM,
        /** Too little weight was present. */
        NO_WEIGHT_QUORUM,
        /** The votes do not add up to those present. */
        TALLY_MISMATCH,
        /** Too few took part. */
        LOW_PARTICIPATION
    }

    /**
     * One threshold applied.
     *
     * @param base of what the share was taken
     * @param required votes or weight needed
     * @param yes votes or weight in favour
     */
    record Check(Threshold threshold, long base, long required, long yes) {

        static Check of(Threshold threshold, long members, long present, Tally tally) {
            long base = threshold.base(members, present, tally);
            return new Check(threshold, base, threshold.share().threshold(base), tally.yes());
        }

        /** Was it reached? */
        public boolean met() {
            return yes >= required;
        }

        /** How many votes, or how much weight, are missing; 0 if it was reached. */
        public long missing() {
            return Math.max(0, required - yes);
        }
    }

    /** 通过. */
    record Adopted(Roll roll, Tally tally, List<Check> checks) implements VoteOutcome {
        public Adopted {
            checks = List.copyOf(checks);
        }
    }

    /** 未通过; {@code reason} is THRESHOLD or NO_VOTES. */
    record Rejected(Roll roll, Tally tally, Reason reason, List<Check> checks) implements VoteOutcome {
        public Rejected {
            checks = List.copyOf(checks);
        }
    }

    /** 表决无效: {@code actual} where {@code required} was needed. */
    record Void(Roll roll, Tally tally, Reason reason, long actual, long required, Citation source)
            implements VoteOutcome {}
}
