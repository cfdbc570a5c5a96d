package org.yicheng.assembly;

import java.util.Map;
import org.yicheng.count.Weight;
import org.yicheng.rule.Ruling;

/** The weights that members of a body carry: shares, area, claims. Every change is recorded as {@code Caller.current()}. */
public interface VotingWeights {

    /** Sets weights by member number; all or none. Refuses bodies that vote by heads, and while a vote is open. */
    Ruling<Integer> set(String body, Map<String, Weight> weights, String reason);

    /** The weights of all members in office, by number. */
    Map<String, Weight> of(String body);
}
