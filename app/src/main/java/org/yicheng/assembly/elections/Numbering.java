package org.yicheng.assembly.elections;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.yicheng.assembly.BallotPaper;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.rule.Refusal;

/** What is wrong with the numbers of a paper: they run from 1 without a gap, none twice, none above how many are chosen. */
final class Numbering {

    private Numbering() {}

    /** Everything at once, and where it is. */
    static List<Refusal> faults(Election election, BallotPaper paper) {
        int most = election.terms().seats();
        Map<Integer, List<Integer>> places = places(paper);
        List<Refusal> reasons = new ArrayList<>();
        List<Integer> above =
                places.keySet().stream().filter(number -> number > most).toList();
        if (!above.isEmpty()) {
            reasons.add(refused("assembly.ballot-numbers", "value", above, "most", most));
        }
        places.forEach((number, these) -> {
            if (these.size() > 1) {
                reasons.add(
                        refused("assembly.ballot-number-twice", "n", number, "times", these.size(), "places", these));
            }
        });
        int last = places.keySet().stream()
                .filter(number -> number <= most)
                .mapToInt(number -> number)
                .max()
                .orElse(0);
        List<Integer> missing = IntStream.rangeClosed(1, last)
                .filter(number -> !places.containsKey(number))
                .boxed()
                .toList();
        if (!missing.isEmpty()) {
            reasons.add(refused("assembly.ballot-number-missing", "last", last, "missing", missing));
        }
        return reasons;
    }

    /** On which places, from 1, each number stands. */
    private static Map<Integer, List<Integer>> places(BallotPaper paper) {
        Map<Integer, List<Integer>> places = new TreeMap<>();
        for (int at = 0; at < paper.marks().length(); at++) {
            int number = BallotPaper.number(paper.marks().charAt(at));
            if (number > 0) {
                places.computeIfAbsent(number, _ -> new ArrayList<>()).add(at + 1);
            }
        }
        return places;
    }

    private static Refusal refused(String code, Object... facts) {
        return Refusal.at("marks", ElectionStep.PROJECTS, code, facts);
    }
}
