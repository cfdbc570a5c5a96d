package org.yicheng.budgeting.store;

import java.time.Duration;
import org.yicheng.budgeting.Comparisons;
import org.yicheng.budgeting.Election;
import org.yicheng.rule.Ruling;

/** The real counting, with hardly any time for it. */
public final class Impatient implements Comparisons {

    private final TimedComparisons counting;

    public Impatient(Duration most) {
        counting = new TimedComparisons(most);
    }

    @Override
    public boolean counted(Election election, Supposed supposed) {
        return counting.counted(election, supposed);
    }

    @Override
    public Ruling<Comparison> compare(Election election, Supposed supposed) {
        return counting.compare(election, supposed);
    }

    public void end() {
        counting.end();
    }
}
