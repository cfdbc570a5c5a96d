package org.yicheng.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Methods that give every candidate a sum: plurality and Borda. */
public final class Scored {

    private Scored() {}

    /** First preferences. */
    public static RankedResult plurality(RankedBallots ballots, int seats) {
        long[] sums = new long[ballots.candidates().size()];
        for (int i = 0; i < ballots.size(); i++) {
            int[] ranking = ballots.ranking(i);
            if (ranking.length > 0) {
                sums[ranking[0]] = Math.addExact(sums[ranking[0]], ballots.count(i));
            }
        }
        return result(ballots, seats, sums);
    }

    /** The first of n gets n-1 points, the next n-2, …; unranked candidates get none. */
    public static RankedResult borda(RankedBallots ballots, int seats) {
        int n = ballots.candidates().size();
        long[] sums = new long[n];
        for (int i = 0; i < ballots.size(); i++) {
            int[] ranking = ballots.ranking(i);
            for (int place = 0; place < ranking.length; place++) {
                long points = Math.multiplyExact(ballots.count(i), (long) n - 1 - place);
                sums[ranking[place]] = Math.addExact(sums[ranking[place]], points);
            }
        }
        return result(ballots, seats, sums);
    }

    private static RankedResult result(RankedBallots ballots, int seats, long[] sums) {
        Map<String, Long> scores = new LinkedHashMap<>();
        for (int i = 0; i < sums.length; i++) {
            scores.put(ballots.candidates().get(i), sums[i]);
        }
        List<Map.Entry<String, Long>> ranked = new ArrayList<>(scores.entrySet());
        ranked.sort(Comparator.comparing((Map.Entry<String, Long> entry) -> -entry.getValue())
                .thenComparing(Map.Entry::getKey, CodePoints.ORDER));
        if (ranked.size() <= seats
                || !ranked.get(seats - 1).getValue().equals(ranked.get(seats).getValue())) {
            List<String> winners =
                    ranked.stream().limit(seats).map(Map.Entry::getKey).toList();
            return RankedResult.scored(winners, List.of(), scores);
        }
        long last = ranked.get(seats).getValue();
        return RankedResult.scored(
                ranked.stream()
                        .filter(entry -> entry.getValue() > last)
                        .map(Map.Entry::getKey)
                        .toList(),
                ranked.stream()
                        .filter(entry -> entry.getValue() == last)
                        .map(Map.Entry::getKey)
                        .toList(),
                scores);
    }
}
