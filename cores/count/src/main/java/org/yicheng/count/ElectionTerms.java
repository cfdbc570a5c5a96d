package org.yicheng.count;

import java.util.Optional;
import java.util.Set;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;

/**
 * By what terms an election is counted; the election method adopted by the congress fixes them.
 *
 * @param quorum who must be present
 * @param winning how many votes elect
 * @param writeIn when another name may be written in
 * @param eligible who may be written in; empty = anybody
 */
public record ElectionTerms(QuorumRule quorum, Winning winning, WriteInRule writeIn, Optional<Set<String>> eligible) {

    /** At least two thirds of all deputies must be present. */
    public static final QuorumRule TWO_THIRDS = new QuorumRule(Share.atLeast(2, 3, Citation.of(Law.ORGANIC, "14(4)")));

    /** Elected is who has more than half of all deputies, not of those present. */
    public static final Share MAJORITY = Share.moreThan(1, 2, Citation.of(Law.ORGANIC, 25));

    private static final Citation MOST_VOTES = Citation.of(Law.ORGANIC, "29(1)");

    /** How many votes elect. */
    public enum Winning {
        /** More than half of all members. */
        MAJORITY_ALL,
        /** Most votes win; one vote is enough. */
        PLURALITY
    }

    public ElectionTerms {
        eligible = eligible.map(Set::copyOf);
    }

    /** The terms of a congress: two thirds present, majority of all, write-ins only with opposition. */
    public static ElectionTerms usual() {
        return new ElectionTerms(TWO_THIRDS, Winning.MAJORITY_ALL, WriteInRule.ONLY_WITH_OPPOSITION, Optional.empty());
    }

    /** The usual terms on this occasion: most votes win in a tied re-vote (OL 29(1)) and in a pre-election (预选). */
    public static ElectionTerms on(Occasion occasion) {
        return switch (occasion) {
            case PRE_ELECTION, REVOTE_TIE -> usual().with(Winning.PLURALITY);
            case FIRST, BY_ELECTION, SUPPLEMENTARY -> usual();
            case DISMISSAL -> usual().with(WriteInRule.NOT_ALLOWED);
        };
    }

    /** The same with another quorum. */
    public ElectionTerms with(QuorumRule other) {
        return new ElectionTerms(other, winning, writeIn, eligible);
    }

    /** The same, won otherwise. */
    public ElectionTerms with(Winning other) {
        return new ElectionTerms(quorum, other, writeIn, eligible);
    }

    /** The same with another rule on write-ins. */
    public ElectionTerms with(WriteInRule other) {
        return new ElectionTerms(quorum, winning, other, eligible);
    }

    /** The same; only these persons may be written in, e.g. deputies for the standing committee (OL 47). */
    public ElectionTerms eligible(Set<String> persons) {
        return new ElectionTerms(quorum, winning, writeIn, Optional.of(persons));
    }

    /** Votes needed to be elected. */
    long threshold(int members) {
        return switch (winning) {
            case MAJORITY_ALL -> MAJORITY.threshold(members);
            case PLURALITY -> 1;
        };
    }

    Citation source() {
        return switch (winning) {
            case MAJORITY_ALL -> MAJORITY.source();
            case PLURALITY -> MOST_VOTES;
        };
    }
}
