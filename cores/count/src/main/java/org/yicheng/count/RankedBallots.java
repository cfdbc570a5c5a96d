package org.yicheng.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ranked ballots by candidate index, best first; a ballot may rank only some; equal ballots stand with a count. */
public final class RankedBallots {

    private final List<String> candidates;
    private final List<int[]> rankings = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private long[] counts = new long[64];
    private long total;
    private long ranked;

    /**
     * No ballots yet.
     *
     * @throws IllegalArgumentException if a candidate stands twice or there is none
     */
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

    /**
     * Adds equal ballots.
     *
     * @throws IllegalArgumentException for an unknown or repeated name or a negative count
     */
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
        if (rankings.size() == counts.length) {
            counts = Arrays.copyOf(counts, Math.multiplyExact(counts.length, 2));
        }
        total = Math.addExact(total, count);
        ranked += order.length == 0 ? 0 : count;
        counts[rankings.size()] = count;
        rankings.add(order);
    }

    /** Candidates in the ballot's order. */
    public List<String> candidates() {
        return candidates;
    }

    /** All ballots, counting equal ones. */
    public long total() {
        return total;
    }

    /** Ballots that rank anybody at all; an empty one is no vote. */
    public long ranked() {
        return ranked;
    }

    int size() {
        return rankings.size();
    }

    int[] ranking(int ballot) {
        return rankings.get(ballot);
    }

    long count(int ballot) {
        return counts[ballot];
    }
}
