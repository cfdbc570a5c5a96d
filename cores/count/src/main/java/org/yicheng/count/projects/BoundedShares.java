package org.yicheng.count.projects;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The Method of Equal Shares for all starting sums between two at once. Every voter's money is known between two whole
 * numbers (smallest units times 2^{@link #shift}); from them follow a lower and an upper bound of every price. As long
 * as the bounds tell which project is next, the purchases are the same for every sum in between; where they do not,
 * there is no answer, and the caller asks for a narrower range or {@link ExactShares}. So the answer, if given, is
 * exact: bounds are rounded outwards, and no decision rests on a number that is rounded.
 *
 * <p>A price falls when its supporters have more: the lower bound is the price at the upper bounds of their money, and
 * what is left after a purchase lies between least money minus highest price and most money minus least price.
 */
final class BoundedShares {

    /** Bits of a product of money and weight; one bit is kept free. */
    private static final int BITS = 61;

    private final Profile profile;
    private final int shift;
    private final long[] least;
    private final long[] most;
    private final Price[] bound;
    private final boolean[] gone;
    private final int[] twin;
    private boolean[] spent = new boolean[0];

    /** A price for a unit of weight: owed / (weights × 2^shift). */
    private record Fraction(long owed, long weights) {}

    /**
     * @param highest none if it is not certain that the supporters can pay
     */
    private record Price(Fraction lowest, Optional<Fraction> highest) {}

    private BoundedShares(Profile profile, Ratio from, Ratio to, int[] twin) {
        this.profile = profile;
        this.twin = twin;
        BigInteger most = to.numerator().divide(to.denominator()).add(BigInteger.TWO);
        BigInteger all = most.multiply(BigInteger.valueOf(Math.max(1, profile.voters)))
                .multiply(BigInteger.valueOf(profile.heaviest));
        shift = BITS - all.bitLength();
        least = new long[profile.size.length];
        this.most = new long[profile.size.length];
        if (shift >= 0) {
            Arrays.fill(least, down(from));
            Arrays.fill(this.most, down(to) + 1);
        }
        bound = new Price[profile.cost.length];
        gone = new boolean[profile.cost.length];
    }

    private long down(Ratio sum) {
        return sum.numerator().shiftLeft(shift).divide(sum.denominator()).longValueExact();
    }

    /**
     * The purchases in their order, the same for every starting sum from {@code from} to {@code to}; empty if the bounds
     * cannot tell.
     *
     * @param twin for each project the first one with the same cost, supporters and weights
     */
    static Optional<List<Integer>> run(Profile profile, Ratio from, Ratio to, int[] twin) {
        BoundedShares shares = new BoundedShares(profile, from, to, twin);
        return shares.shift < 0 ? Optional.empty() : shares.buy();
    }

    /** For each project the first one that has the same cost, supporters and weights: their prices are always equal. */
    static int[] twins(Profile profile) {
        int[] twin = new int[profile.cost.length];
        for (int p = 0; p < twin.length; p++) {
            twin[p] = p;
            for (int q = 0; q < p; q++) {
                if (profile.cost[p] == profile.cost[q]
                        && Arrays.equals(profile.supporters[p], profile.supporters[q])
                        && Arrays.equals(profile.weight[p], profile.weight[q])) {
                    twin[p] = twin[q];
                    break;
                }
            }
        }
        return twin;
    }

    private Optional<List<Integer>> buy() {
        for (int p = 0; p < gone.length; p++) {
            gone[p] = profile.supporters[p].length == 0;
            bound[p] = new Price(new Fraction(0, 1), Optional.empty());
        }
        List<Integer> bought = new ArrayList<>();
        while (true) {
            Profile.goOn();
            Next next = next();
            if (!next.certain()) {
                return Optional.empty();
            }
            if (next.project() < 0) {
                return Optional.of(bought);
            }
            pay(next.project());
            gone[next.project()] = true;
            bought.add(next.project());
        }
    }

    /** @param project the next one to be bought, or -1 if there is none */
    private record Next(int project, boolean certain) {}

    private Next next() {
        List<Integer> open = new ArrayList<>();
        for (int project : profile.order) {
            if (!gone[project]) {
                open.add(project);
            }
        }
        open.sort((a, b) -> compare(bound[a].lowest(), a, bound[b].lowest(), b));
        int best = -1;
        List<Integer> looked = new ArrayList<>();
        for (int project : open) {
            if (best >= 0 && above(project, best)) {
                break;
            }
            if (!price(project)) {
                gone[project] = true;
                continue;
            }
            looked.add(project);
            if (bound[project].highest().isPresent() && (best < 0 || sooner(project, best))) {
                best = project;
            }
        }
        if (best < 0) {
            return new Next(-1, looked.isEmpty());
        }
        List<Integer> tied = new ArrayList<>();
        for (int project : looked) {
            if (project == best || !above(project, best)) {
                tied.add(project);
            }
            if (project != best && !above(project, best) && !equalAndLater(project, best)) {
                return new Next(-1, false);
            }
        }
        return profile.ties == Ties.REFUSE && profile.matters(tied) ? new Next(-1, false) : new Next(best, true);
    }

    /** Whether a project's lowest price is certainly above the best one's highest. */
    private boolean above(int project, int best) {
        return compare(bound[project].lowest(), project, highest(best), best) > 0;
    }

    private boolean sooner(int project, int best) {
        int lower = compare(highest(project), project, highest(best), best);
        return lower < 0 || lower == 0 && profile.rank[project] < profile.rank[best];
    }

    /** Whether the two prices are certainly the same, and the best one comes first in the order that breaks ties. */
    private boolean equalAndLater(int project, int best) {
        if (profile.rank[project] < profile.rank[best]) {
            return false;
        }
        return twin[project] == twin[best]
                || exact(project) && exact(best) && compare(highest(project), project, highest(best), best) == 0;
    }

    private boolean exact(int project) {
        return bound[project].highest().isPresent()
                && compare(bound[project].lowest(), project, highest(project), project) == 0;
    }

    private Fraction highest(int project) {
        return bound[project].highest().orElseThrow();
    }

    /** Prices for a unit of utility. */
    private int compare(Fraction a, int p, Fraction b, int q) {
        return product(a.owed(), b.weights(), profile.factor[q])
                .compareTo(product(b.owed(), a.weights(), profile.factor[p]));
    }

    private static BigInteger product(long one, long two, long three) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(two)).multiply(BigInteger.valueOf(three));
    }

    /** Bounds the price anew; whether anybody can still pay it. */
    private boolean price(int project) {
        Optional<Fraction> lowest = price(project, most);
        if (lowest.isEmpty()) {
            return false;
        }
        bound[project] = new Price(lowest.get(), price(project, least));
        return true;
    }

    private Optional<Fraction> price(int project, long[] money) {
        int[] classes = profile.supporters[project];
        long[] weight = profile.weight[project];
        BigInteger cost = BigInteger.valueOf(profile.cost[project]).shiftLeft(shift);
        long weights = 0;
        long have = 0;
        for (int i = 0; i < classes.length; i++) {
            weights += profile.size[classes[i]] * weight[i];
            have += profile.size[classes[i]] * money[classes[i]];
        }
        if (cost.bitLength() > BITS || have < cost.longValueExact()) {
            return Optional.empty();
        }
        long owed = cost.longValueExact();
        if (spent.length < classes.length) {
            spent = new boolean[classes.length];
        }
        Arrays.fill(spent, 0, classes.length, false);
        for (boolean more = true; more; ) {
            more = false;
            for (int i = 0; i < classes.length; i++) {
                long has = money[classes[i]];
                if (!spent[i] && has * weights < owed * weight[i]) {
                    owed -= has * profile.size[classes[i]];
                    weights -= profile.size[classes[i]] * weight[i];
                    spent[i] = true;
                    more = true;
                }
            }
        }
        return Optional.of(new Fraction(owed, weights));
    }

    private void pay(int project) {
        Fraction lowest = bound[project].lowest();
        Fraction highest = highest(project);
        int[] classes = profile.supporters[project];
        for (int i = 0; i < classes.length; i++) {
            long weight = profile.weight[project][i];
            long little = Math.floorDiv(lowest.owed() * weight, lowest.weights());
            long much = Math.ceilDiv(highest.owed() * weight, highest.weights());
            int c = classes[i];
            most[c] = Math.max(0, most[c] - little);
            least[c] = Math.max(0, least[c] - much);
        }
    }
}
