package org.yicheng.proposals.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * All figures of a scope.
 *
 * @param all of everything in the scope
 * @param groups of each breakdown, in the order in which they are read
 */
public record Tally(Figures all, Map<By, List<Group>> groups) {

    /** @param key what names it in an address; empty: what belongs to none, e.g. is not assigned yet */
    public record Group(String key, Figures figures) {}

    public List<Group> by(By by) {
        return groups.getOrDefault(by, List.of());
    }

    /** The breakdowns of which a column does not add up to the whole; none, if nothing was lost. */
    public List<By> adrift() {
        return Arrays.stream(By.values())
                .filter(by ->
                        Arrays.stream(Measure.values()).anyMatch(measure -> sum(by, measure) != all.count(measure)))
                .toList();
    }

    private long sum(By by, Measure measure) {
        return by(by).stream()
                .mapToLong(group -> group.figures().count(measure))
                .sum();
    }

    /** Whether equations hold and columns add up. */
    public boolean reconciles() {
        return all.reconciles()
                && adrift().isEmpty()
                && groups.values().stream()
                        .flatMap(List::stream)
                        .allMatch(group -> group.figures().reconciles());
    }
}
