package org.yicheng.proposals.statistics;

import java.util.List;

/**
 * What has to add up: a whole and its parts, none of which overlap.
 *
 * @param whole left of the equals sign
 */
public record Equation(Measure whole, List<Measure> parts) {

    /** The first is the chief one: what was received is filed, not filed, withdrawn or not yet decided. */
    public static final List<Equation> ALL = List.of(
            of(Measure.SUBMITTED, Measure.FILED, Measure.NOT_FILED, Measure.WITHDRAWN, Measure.UNDECIDED),
            of(
                    Measure.NOT_FILED,
                    Measure.RETURNED,
                    Measure.LETTER,
                    Measure.PUBLIC_OPINION,
                    Measure.NOT_ADMITTED,
                    Measure.NOT_A_MOTION,
                    Measure.CONVERTED),
            of(Measure.FILED, Measure.ASSIGNED, Measure.UNASSIGNED, Measure.OTHER_COURSE),
            of(Measure.ASSIGNED, Measure.REPLIED, Measure.UNREPLIED),
            of(Measure.REPLIED, Measure.ON_TIME, Measure.LATE),
            of(Measure.JUDGED, Measure.SATISFIED, Measure.BASICALLY, Measure.DISSATISFIED));

    private static Equation of(Measure whole, Measure... parts) {
        return new Equation(whole, List.of(parts));
    }

    public boolean holds(Figures figures) {
        return figures.count(whole) == parts.stream().mapToLong(figures::count).sum();
    }
}
