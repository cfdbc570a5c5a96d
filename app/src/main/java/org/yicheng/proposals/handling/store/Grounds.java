package org.yicheng.proposals.handling.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Kind;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;

/**
 * On what a step rests. The steps name the law of suggestions; where a proposal (提案) is handled, this says what stands
 * in its place: no law on deputies applies to a CPPCC committee.
 */
final class Grounds {

    /** Filed proposals go to the handling organ, which answers in writing. */
    static final Citation HANDLED = Citation.of(Law.CPPCC_PROPOSALS, 2);

    static final Citation REGULATIONS = Citation.of(Law.CPPCC_PROPOSALS, "");
    /** An objection within a week; the organ speaks with the mover, and plans what cannot be done at once. */
    static final Citation OFFICE = Citation.of(Law.CPPCC_OFFICE, 6);

    static final Citation JUDGED = Citation.of(Law.PRODUCT, "proposal.judgement");
    static final Citation LETTER = Citation.of(Law.PRODUCT, "proposal.letter");
    private static final Citation LINKS = Citation.of(Law.PRODUCT, "matter.links");

    private static final Map<Citation, Citation> OF_PROPOSALS = Map.ofEntries(
            Map.entry(Citation.of(Law.DEPUTIES, 24), REGULATIONS),
            Map.entry(Citation.of(Law.DEPUTIES, "51(1)"), HANDLED),
            Map.entry(Course.HANDLING, HANDLED),
            Map.entry(Citation.of(Law.DEPUTIES, 52), REGULATIONS),
            Map.entry(Citation.of(Law.ZHEJIANG_SUGGESTIONS, 18), LINKS),
            Map.entry(Citation.of(Law.CHONGQING_SUGGESTIONS, 22), LETTER),
            Map.entry(Citation.of(Law.CHONGQING_SUGGESTIONS, 24), OFFICE),
            Map.entry(Citation.of(Law.CHONGQING_SUGGESTIONS, 29), JUDGED),
            Map.entry(Citation.of(Law.SHANGHAI_SUGGESTIONS, 20), LETTER),
            Map.entry(Citation.of(Law.SHANGHAI_SUGGESTIONS, 21), JUDGED));

    private Grounds() {}

    static Citation of(Filing filing, Citation ground) {
        return filing.kind() == Kind.PROPOSAL ? OF_PROPOSALS.getOrDefault(ground, ground) : ground;
    }

    static List<Refusal> of(Filing filing, List<Refusal> reasons) {
        return filing.kind() == Kind.PROPOSAL
                ? reasons.stream().map(reason -> of(filing, reason)).toList()
                : reasons;
    }

    private static Refusal of(Filing filing, Refusal reason) {
        Optional<Citation> ground = reason.ground().map(one -> of(filing, one));
        return new Refusal(reason.code(), reason.facts(), reason.field(), ground);
    }
}
