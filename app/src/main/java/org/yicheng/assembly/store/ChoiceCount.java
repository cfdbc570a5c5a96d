package org.yicheng.assembly.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.ChoiceMethod;
import org.yicheng.assembly.Choices.Result;
import org.yicheng.count.RankedBallots;
import org.yicheng.count.RankedResult;
import org.yicheng.count.Schulze;
import org.yicheng.count.Scored;
import org.yicheng.count.TransferableVote;

/** Counts the papers of a choice by core count: the same papers always give the same result. */
@Component
class ChoiceCount {

    Result of(
            ChoiceMethod method,
            int seats,
            List<String> options,
            List<List<String>> papers,
            List<String> chosen,
            String tieReason) {
        RankedBallots ballots = new RankedBallots(options);
        Map<List<String>, Long> equal = new HashMap<>();
        papers.forEach(paper -> equal.merge(paper, 1L, Long::sum));
        equal.forEach((ranking, number) -> ballots.add(number, ranking));
        int blank = (int) papers.stream().filter(List::isEmpty).count();
        if (blank == papers.size()) {
            return new Result(List.of(), List.of(), papers.size(), blank, 0, List.of(), Map.of(), List.of(), tieReason);
        }
        RankedResult result = switch (method) {
            case PLURALITY -> Scored.plurality(ballots, seats);
            case BORDA -> Scored.borda(ballots, seats);
            case IRV -> TransferableVote.irv(ballots);
            case STV -> TransferableVote.stv(ballots, seats);
            case SCHULZE -> Schulze.count(ballots, seats);
        };
        List<String> winners = new ArrayList<>(result.winners());
        winners.addAll(chosen);
        return new Result(
                winners,
                chosen.isEmpty() ? result.tied() : List.of(),
                papers.size(),
                blank,
                result.quota(),
                result.stages().stream()
                        .map(stage -> decimals(stage, result.scale()))
                        .toList(),
                result.scores(),
                result.order(),
                tieReason);
    }

    private static Map<String, String> decimals(Map<String, Long> stage, long scale) {
        Map<String, String> shown = new LinkedHashMap<>();
        int places = scale == 1 ? 0 : 5;
        stage.forEach((option, votes) ->
                shown.put(option, BigDecimal.valueOf(votes, places).toPlainString()));
        return shown;
    }
}
