package org.yicheng.count.projects;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one voter wants; an empty one counts among the voters all the same.
 *
 * @param choices places of projects in the election's list, none twice; for ordinal ballots the best first
 * @param points what each choice got, as many as choices; empty for ballots without points
 */
public record Ballot(List<Integer> choices, List<BigDecimal> points) {
    public Ballot {
        choices = List.copyOf(choices);
        points = List.copyOf(points);
        if (new HashSet<>(choices).size() < choices.size()) {
            throw new IllegalArgumentException("a project stands once on a ballot, got " + choices);
        }
        if (!points.isEmpty() && points.size() != choices.size()) {
            throw new IllegalArgumentException("as many points as choices, got " + points + " for " + choices);
        }
        if (points.stream().anyMatch(one -> one.signum() < 0)) {
            throw new IllegalArgumentException("points are not negative, got " + points);
        }
    }

    /** The choices that got points, or all if the ballot has none. */
    public List<Integer> wanted() {
        return points.isEmpty()
                ? choices
                : IntStream.range(0, choices.size())
                        .filter(i -> points.get(i).signum() > 0)
                        .mapToObj(choices::get)
                        .toList();
    }

    /** A ballot without points. */
    public static Ballot of(List<Integer> choices) {
        return new Ballot(choices, List.of());
    }
}
