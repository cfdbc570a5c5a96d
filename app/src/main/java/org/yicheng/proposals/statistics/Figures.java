package org.yicheng.proposals.statistics;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.yicheng.count.Rate;

/** Counts of one set of items; exact. Per cent is only how a rate is written. */
public record Figures(Map<Measure, Long> counts) {

    public Figures {
        EnumMap<Measure, Long> all = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            all.put(measure, counts.getOrDefault(measure, 0L));
        }
        counts = Collections.unmodifiableMap(all);
    }

    public long count(Measure measure) {
        return counts.getOrDefault(measure, 0L);
    }

    /** A rate; of nothing there is none. */
    public Rate rate(Quota quota) {
        return new Rate(count(quota.part()), count(quota.whole()));
    }

    /** Whether every equation holds. */
    public boolean reconciles() {
        return Equation.ALL.stream().allMatch(equation -> equation.holds(this));
    }
}
