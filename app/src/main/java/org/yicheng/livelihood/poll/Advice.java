package org.yicheng.livelihood.poll;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a closed poll says about the candidates: advice to those who fix the list.
 *
 * @param ballots put in altogether
 * @param lines by rank; none if too few took part
 * @param rules how many rules were counted
 */
public record Advice(int ballots, List<Line> lines, int rules) {

    /**
     * A candidate.
     *
     * @param votes ballots that have it
     * @param rank 1 for the most votes; equal votes, equal rank
     * @param chosenBy names of the rules that would fund it within the frame, as module budgeting has them
     */
    public record Line(UUID project, int number, String title, long fen, int votes, int rank, List<String> chosenBy) {
        public Line {
            chosenBy = List.copyOf(chosenBy);
        }
    }

    public Advice {
        lines = List.copyOf(lines);
    }

    /** What it says about one candidate; nothing if it was not asked about, or too few took part. */
    public Optional<Line> of(UUID project) {
        return lines.stream().filter(one -> one.project().equals(project)).findFirst();
    }
}
