package org.yicheng.count;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The Schulze method with winning votes: strongest paths between all pairs (M. Schulze, Social Choice and Welfare 36,
 * 2011). Unranked candidates stand equal below all ranked ones.
 */
public final class Schulze {

    private Schulze() {}

    /**
     * Winners: those who stand among the first {@code seats} in whatever way equals are ordered. Those for whom it
     * depends on that order are tied.
     */
    public static RankedResult count(RankedBallots ballots, int seats) {
        int n = ballots.candidates().size();
        long[][] paths = strongest(preferences(ballots, n), n);
        int[] beats = new int[n];
        int[] beaten = new int[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                beats[i] += paths[i][j] > paths[j][i] ? 1 : 0;
                beaten[i] += paths[j][i] > paths[i][j] ? 1 : 0;
            }
        }
        // The relation is transitive: whoever beats another also beats more candidates.
        List<Integer> order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -beats[i])
                        .thenComparing(i -> ballots.candidates().get(i), CodePoints.ORDER))
                .toList();
        Map<String, Long> scores = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            scores.put(ballots.candidates().get(i), (long) beats[i]);
        }
        // At most n - 1 - beats[i] others can be placed above i, at least beaten[i] must be.
        List<String> winners = named(ballots, order, i -> n - 1 - beats[i] < seats);
        List<String> tied = named(ballots, order, i -> n - 1 - beats[i] >= seats && beaten[i] < seats);
        return new RankedResult(
                winners,
                tied.stream().sorted(CodePoints.ORDER).toList(),
                List.of(),
                1,
                0,
                named(ballots, order, i -> true),
                scores);
    }

    private static List<String> named(RankedBallots ballots, List<Integer> order, IntPredicate keep) {
        return order.stream()
                .filter(i -> keep.test(i))
                .map(i -> ballots.candidates().get(i))
                .toList();
    }

    /** How many prefer the row to the column. */
    private static long[][] preferences(RankedBallots ballots, int n) {
        long[][] prefer = new long[n][n];
        boolean[] ranked = new boolean[n];
        for (int b = 0; b < ballots.size(); b++) {
            int[] ranking = ballots.ranking(b);
            long count = ballots.count(b);
            Arrays.fill(ranked, false);
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
