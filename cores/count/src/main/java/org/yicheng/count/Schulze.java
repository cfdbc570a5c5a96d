package org.yicheng.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Schulze method with winning votes: strongest paths between all pairs (M. Schulze, Social Choice and Welfare 36,
 * 2011). Unranked candidates stand equal below all ranked ones.
 */
public final class Schulze {

    private Schulze() {}

    /** Winners: the first {@code seats} of the order; those who cannot be told apart at the edge are tied. */
    public static RankedResult count(RankedBallots ballots, int seats) {
        int n = ballots.candidates().size();
        long[][] paths = strongest(preferences(ballots, n), n);
        List<Integer> order = new ArrayList<>();
        int[] wins = new int[n];
        for (int i = 0; i < n; i++) {
            order.add(i);
            for (int j = 0; j < n; j++) {
                wins[i] += paths[i][j] > paths[j][i] ? 1 : 0;
            }
        }
        order.sort(Comparator.comparing((Integer i) -> -wins[i])
                .thenComparing(i -> ballots.candidates().get(i), CodePoints.ORDER));
        List<String> names = order.stream().map(i -> ballots.candidates().get(i)).toList();
        Map<String, Long> scores = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            scores.put(ballots.candidates().get(i), (long) wins[i]);
        }
        boolean edgeTied = seats < n && wins[order.get(seats - 1)] == wins[order.get(seats)];
        if (!edgeTied) {
            return new RankedResult(names.subList(0, Math.min(seats, n)), List.of(), List.of(), 1, 0, names, scores);
        }
        int last = wins[order.get(seats)];
        return new RankedResult(
                named(ballots, order, i -> wins[i] > last), named(ballots, order, i -> wins[i] == last), List.of(), 1, 0,
                names, scores);
    }

    private static List<String> named(
            RankedBallots ballots, List<Integer> order, java.util.function.IntPredicate keep) {
        return order.stream().filter(i -> keep.test(i)).map(i -> ballots.candidates().get(i)).toList();
    }

    /** How many prefer the row to the column. */
    private static long[][] preferences(RankedBallots ballots, int n) {
        long[][] prefer = new long[n][n];
        boolean[] ranked = new boolean[n];
        for (int b = 0; b < ballots.size(); b++) {
            int[] ranking = ballots.ranking(b);
            long count = ballots.count(b);
            java.util.Arrays.fill(ranked, false);
            for (int i = 0; i < ranking.length; i++) {
                long[] row = prefer[ranking[i]];
                ranked[ranking[i]] = true;
                for (int j = i + 1; j < ranking.length; j++) {
                    row[ranking[j]] += count;
                }
            }
            for (int above : ranking) {
                for (int below = 0; below < n; below++) {
                    prefer[above][below] += ranked[below] ? 0 : count;
                }
            }
        }
        return prefer;
    }

    private static long[][] strongest(long[][] prefer, int n) {
        long[][] paths = new long[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                paths[i][j] = i != j && prefer[i][j] > prefer[j][i] ? prefer[i][j] : 0;
            }
        }
        for (int via = 0; via < n; via++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    if (i != j && i != via && j != via) {
                        paths[i][j] = Math.max(paths[i][j], Math.min(paths[i][via], paths[via][j]));
                    }
                }
            }
        }
        return paths;
    }
}
