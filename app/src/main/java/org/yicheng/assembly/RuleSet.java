package org.yicheng.assembly;

import org.yicheng.count.DecisionRule;
import org.yicheng.count.QuorumRule;
import org.yicheng.rule.Bilingual;

/**
 * The rules a body decides by, as data ({@code rulesets/<id>.yml}).
 *
 * @param memberWord what its members are called: 代表 deputy, 主席团成员 presidium member
 * @param quorum how many must be present
 * @param decision what a resolution or an election en bloc needs
 * @param press whether the first or the last press counts (GB 50799-2012, 6.2.2)
 */
public record RuleSet(
        String id, Bilingual name, Bilingual memberWord, QuorumRule quorum, DecisionRule decision, Press press) {

    /** Which press counts while the vote is open. */
    public enum Press {
        FIRST,
        LAST
    }
}
