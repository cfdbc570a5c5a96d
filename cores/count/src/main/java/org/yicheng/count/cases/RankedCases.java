package org.yicheng.count.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.yicheng.count.RankedBallots;
import org.yicheng.count.RankedResult;
import org.yicheng.count.Schulze;
import org.yicheng.count.Scored;
import org.yicheng.count.TransferableVote;
import org.yicheng.rule.input.Node;

/** Cases of kind ranked. */
final class RankedCases {

    private enum Method {
        PLURALITY,
        BORDA,
        IRV,
        STV_SCOTTISH,
        SCHULZE
    }

    private static final int MOST_CANDIDATES = 1_000;
    private static final int MOST_BALLOTS = 10_000_000;

    private RankedCases() {}

    static Supplier<Map<String, Object>> ranked(Node input) {
        Method method = input.get("method").choice(Method.class);
        List<String> candidates = input.get("candidates").names(1, MOST_CANDIDATES);
        Node places = input.get("seats");
        int seats = places.present() ? places.head(1) : 1;
        if (method == Method.IRV && seats > 1) {
            places.fault("too-large", "most", 1);
        }
        Optional<RankedBallots> ballots = ballots(input.get("ballots"), candidates);
        return () -> result(method, ballots.orElseThrow(), seats);
    }

    private static Optional<RankedBallots> ballots(Node list, List<String> candidates) {
        Set<String> known = new HashSet<>(candidates);
        Optional<RankedBallots> ballots =
                candidates.isEmpty() ? Optional.empty() : Optional.of(new RankedBallots(candidates));
        long sum = 0;
        for (Node ballot : list.list(MOST_BALLOTS)) {
            if (!ballot.object()) {
                continue;
            }
            long count = ballot.get("count").number(0, Node.MOST);
            List<String> ranking = ranking(ballot.get("ranking"), known);
            sum = Node.capped(sum, count);
            if (sum <= Node.MOST) {
                ballots.ifPresent(read -> read.add(count, ranking));
            }
        }
        if (sum > Node.MOST) {
            list.fault("too-many", "got", sum, "most", Node.MOST);
        }
        return ballots;
    }

    private static List<String> ranking(Node places, Set<String> known) {
        List<String> ranking = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Node place : places.list(MOST_CANDIDATES)) {
            String name = place.text();
            if (name.isEmpty() || known.isEmpty()) {
                continue;
            }
            if (!known.contains(name)) {
                place.fault("unknown-candidate", "name", name);
            } else if (!seen.add(name)) {
                place.fault("repeated");
            } else {
                ranking.add(name);
            }
        }
        return ranking;
    }

    private static Map<String, Object> result(Method method, RankedBallots ballots, int seats) {
        RankedResult result = switch (method) {
            case PLURALITY -> Scored.plurality(ballots, seats);
            case BORDA -> Scored.borda(ballots, seats);
            case IRV -> TransferableVote.irv(ballots);
            case STV_SCOTTISH -> TransferableVote.stv(ballots, seats);
            case SCHULZE -> Schulze.count(ballots, seats);
        };
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("winners", result.winners());
        map.put("tied", result.tied());
        switch (method) {
            case PLURALITY, BORDA -> map.put("score", result.scores());
            case IRV -> map.put("rounds", result.stages());
            case SCHULZE -> map.put("order", result.order());
            case STV_SCOTTISH -> {
                map.put("quota", result.quota());
                map.put(
                        "stages",
                        result.stages().stream().map(RankedCases::decimals).toList());
            }
        }
        return map;
    }

    /** Votes with exactly five places: 51.99980. */
    private static Map<String, Object> decimals(Map<String, Long> stage) {
        Map<String, Object> map = new LinkedHashMap<>();
        stage.forEach((name, votes) ->
                map.put(name, votes / 100_000 + "." + String.format(Locale.ROOT, "%05d", votes % 100_000)));
        return map;
    }
}
