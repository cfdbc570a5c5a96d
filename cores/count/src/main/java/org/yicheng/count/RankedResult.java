package org.yicheng.count;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of a ranked method.
 *
 * @param winners in the order they won; shorter than the seats when a tie has to be decided by a recorded act
 * @param tied candidates between whom the rules do not decide, by code point; empty if none
 * @param stages votes of each continuing candidate at each stage, in units of {@code scale}
 * @param scale 1 for whole votes, 100,000 for votes with five decimals
 * @param quota of the single transferable vote, else 0
 * @param order all candidates, best first, those the rule leaves equal by code point (Schulze), else empty
 * @param scores final scores (Borda, plurality) or how many others a candidate beats (Schulze), else empty
 */
public record RankedResult(
        List<String> winners,
        List<String> tied,
        List<Map<String, Long>> stages,
        long scale,
        long quota,
        List<String> order,
        Map<String, Long> scores) {

    public RankedResult {
        winners = List.copyOf(winners);
        tied = List.copyOf(tied);
        stages = List.copyOf(stages);
        order = List.copyOf(order);
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    }

    static RankedResult scored(List<String> winners, List<String> tied, Map<String, Long> scores) {
        return new RankedResult(winners, tied, List.of(), 1, 0, List.of(), scores);
    }
}
