package org.yicheng.assembly;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yicheng.count.DecisionRule;
import org.yicheng.count.QuorumRule;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;

/**
 * The rules a body decides by, as data ({@code rulesets/<id>.yml}).
 *
 * @param memberWord what its members are called: 代表 deputy, 主席团成员 presidium member
 * @param groupWord what its groups are called: 代表团 delegation, 界别 sector
 * @param quorum how many must be present, and where by-laws say so with which share of all weight
 * @param decision what a resolution or an election en bloc needs
 * @param press whether the first or the last press counts (GB 50799-2012, 6.2.2)
 * @param modes how votes may be taken
 * @param special what particular motions need instead of {@code decision}, by key
 * @param proxies whether a member may be represented by another one, and by how many
 * @param choices by which methods options may be chosen from ranked ballots; empty: none
 * @param split whether a member may divide the own weight between for, against and abstaining
 */
public record RuleSet(
        String id,
        Bilingual name,
        Bilingual memberWord,
        Bilingual groupWord,
        QuorumRule quorum,
        DecisionRule decision,
        Press press,
        Set<VotingMode> modes,
        Map<String, Special> special,
        Optional<Proxying> proxies,
        boolean split,
        Set<ChoiceMethod> choices) {

    /** Which press counts while the vote is open. */
    public enum Press {
        FIRST,
        LAST
    }

    /** What a particular motion needs, e.g. two thirds to close debate. */
    public record Special(Bilingual name, DecisionRule decision) {}

    /**
     * Members may be represented by other members.
     *
     * @param mostPerHolder how many one member may represent, at least 1
     */
    public record Proxying(int mostPerHolder, Citation source) {
        public Proxying {
            if (mostPerHolder < 1) {
                throw new IllegalArgumentException("a holder represents at least one, got " + mostPerHolder);
            }
        }
    }

    public RuleSet {
        choices = Set.copyOf(choices);
        modes = Set.copyOf(modes.isEmpty() ? EnumSet.of(VotingMode.SHOW_OF_HANDS) : modes);
        special = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(special));
        if (weighs(decision, special)
                && (modes.contains(VotingMode.ELECTRONIC_UNRECORDED) || modes.contains(VotingMode.SHOW_OF_HANDS))) {
            throw new IllegalArgumentException(
                    "votes by weight are by name, since the weight betrays its holder; got modes " + modes);
        }
        if (split && (!weighs(decision, special) || !onlyWeighs(decision))) {
            throw new IllegalArgumentException("a vote is split only where weights alone decide");
        }
    }

    private static boolean weighs(DecisionRule decision, Map<String, Special> special) {
        return decision.isWeighted()
                || special.values().stream().anyMatch(one -> one.decision().isWeighted());
    }

    private static boolean onlyWeighs(DecisionRule decision) {
        return decision.thresholds().stream()
                .allMatch(one -> one.measure() == org.yicheng.count.Threshold.Measure.WEIGHT);
    }

    /** Do members carry different weights? */
    public boolean weighted() {
        return weighs(decision, special);
    }

    /** Are electronic votes taken by name, member for member, because of weights or proxies? */
    public boolean byName() {
        return weighted() || proxies.isPresent();
    }

    /** The same rules with what a particular motion needs. */
    public RuleSet deciding(DecisionRule rule) {
        return new RuleSet(
                id,
                name,
                memberWord,
                groupWord,
                quorum,
                rule,
                press,
                modes,
                special,
                proxies,
                split && onlyWeighs(rule),
                choices);
    }
}
