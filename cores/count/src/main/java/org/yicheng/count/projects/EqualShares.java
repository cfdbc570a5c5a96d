package org.yicheng.count.projects;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The Method of Equal Shares with the completions for the money it leaves.
 *
 * <p>{@link Completion#ADD1} repeats the method with more money for every voter, thousands of times where the unit is
 * small. What decides is only which projects are bought; so {@link BoundedShares} answers for a whole range of sums at
 * once, twice as many steps after each answer and a quarter after each failure, and one step alone, where even that
 * fails, is left to {@link ExactShares}. The outcome is that of every step taken by itself.
 */
final class EqualShares {

    private final Profile profile;
    private final int[] twin;

    EqualShares(Profile profile) {
        this.profile = profile;
        this.twin = BoundedShares.twins(profile);
    }

    /** What is bought, and with how much money for every voter it was. */
    record Outcome(List<Integer> bought, Ratio each) {}

    /** Every voter's share of the budget, in the smallest unit. */
    private Ratio share() {
        return Ratio.of(profile.budget, profile.voters);
    }

    Outcome once() {
        return profile.voters == 0
                ? new Outcome(List.of(), Ratio.ZERO)
                : new Outcome(bought(share(), share()).orElseGet(() -> exactly(share())), share());
    }

    private Optional<List<Integer>> bought(Ratio from, Ratio to) {
        return BoundedShares.run(profile, from, to, twin);
    }

    private List<Integer> exactly(Ratio each) {
        return ExactShares.run(profile, each, Rounds.NONE);
    }

    /**
     * Raises every voter's money by a step until the purchases exceed the budget, which gives the purchases before, or
     * leave nothing that is wanted and would fit.
     */
    Outcome raising(Ratio step) {
        if (profile.voters == 0 || step.numerator().signum() <= 0) {
            return once();
        }
        Outcome before = new Outcome(List.of(), Ratio.ZERO);
        BigInteger at = BigInteger.ZERO;
        long steps = 1;
        while (true) {
            Profile.goOn();
            Ratio from = sum(step, at);
            Ratio to = sum(step, at.add(BigInteger.valueOf(steps - 1)));
            Optional<List<Integer>> bought = bought(from, to);
            if (bought.isEmpty() && steps > 1) {
                steps = Math.max(1, steps / 4);
                continue;
            }
            List<Integer> now = bought.orElseGet(() -> exactly(from));
            if (profile.spent(now) > profile.budget) {
                return before;
            }
            if (exhaustive(now)) {
                return new Outcome(now, from);
            }
            before = new Outcome(now, to);
            at = at.add(BigInteger.valueOf(steps));
            steps = Math.min(steps * 2, Long.MAX_VALUE / 4);
        }
    }

    private Ratio sum(Ratio step, BigInteger times) {
        return share().plus(step.times(new Ratio(times, BigInteger.ONE)));
    }

    /** Whether no project that anybody has utility from still fits. */
    private boolean exhaustive(List<Integer> bought) {
        long left = profile.budget - profile.spent(bought);
        for (int p = 0; p < profile.cost.length; p++) {
            if (profile.supporters[p].length > 0 && profile.cost[p] <= left && !bought.contains(p)) {
                return false;
            }
        }
        return true;
    }
}
