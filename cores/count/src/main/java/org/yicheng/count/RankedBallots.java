package org.yicheng.count;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ranked ballots by candidate index, best first; a ballot may rank only some; equal ballots stand with a count. */
public final class RankedBallots {

    private final List<String> candidates;
    private final List<int[]> rankings = new ArrayList<>();
    private final List<Long> counts = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    /** @throws IllegalArgumentException if a candidate stands twice or there is none */
    public RankedBallots(List<String> candidates) {
        this.candidates = List.copyOf(candidates);
        for (String candidate : candidates) {
            if (places.put(candidate, places.size()) != null) {
                throw new IllegalArgumentException("each candidate stands once, got twice " + candidate);
            }
        }
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("at least one candidate, got none");
        }
    }

    /** Adds equal ballots. @throws IllegalArgumentException for an unknown or repeated name or a negative count */
    public void add(long count, List<String> ranking) {
        if (count < 0) {
            throw new IllegalArgumentException("a count is not negative, got " + count);
        }
        int[] order = new int[ranking.size()];
        boolean[] seen = new boolean[candidates.size()];
        for (int i = 0; i < order.length; i++) {
            Integer place = places.get(ranking.get(i));
            if (place == null || seen[place]) {
                throw new IllegalArgumentException("unknown or repeated in a ranking: " + ranking.get(i));
            }
            seen[place] = true;
            order[i] = place;
        }
        rankings.add(order);
        counts.add(count);
    }

    public List<String> candidates() {
        return candidates;
    }

    int size() {
        return rankings.size();
    }

    int[] ranking(int ballot) {
        return rankings.get(ballot);
    }

    long count(int ballot) {
        return counts.get(ballot);
    }

    /** All ballots, counting equal ones. */
    public long total() {
        return counts.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    }
}
