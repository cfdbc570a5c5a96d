package org.yicheng.count.projects;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The Method of Equal Shares in whole numbers over one common denominator: every voter starts with the same money;
 * again and again the project is bought that its supporters can pay at the least price for a unit of utility, each
 * paying that price or all that is left (Peters, Pierczyński and Skowron, Proportional Participatory Budgeting with
 * Additive Utilities, NeurIPS 2021; Peters and Skowron, Proportionality and the Limits of Welfarism, EC 2020).
 *
 * <p>The price of a project only rises as voters pay for others, so what it was when it was last computed is a lower
 * bound: only projects whose bound is below the best price are computed again.
 */
final class ExactShares {

    private final Profile profile;
    /** What each class's voters have, in smallest units times {@link #scale}. */
    private final BigInteger[] money;

    private BigInteger scale;
    private final Ratio[] bound;

    private ExactShares(Profile profile, Ratio each) {
        this.profile = profile;
        scale = each.denominator();
        money = new BigInteger[profile.size.length];
        Arrays.fill(money, each.numerator());
        bound = new Ratio[profile.cost.length];
        Arrays.fill(bound, Ratio.ZERO);
    }

    /** @param each the money of every voter, in the smallest unit */
    static List<Integer> run(Profile profile, Ratio each, Rounds tell) {
        return new ExactShares(profile, each).buy(tell);
    }

    private List<Integer> buy(Rounds tell) {
        List<Integer> bought = new ArrayList<>();
        List<Integer> open = new ArrayList<>(IntStream.of(profile.order)
                .filter(p -> profile.supporters[p].length > 0)
                .boxed()
                .toList());
        long left = profile.budget;
        while (true) {
            Profile.goOn();
            Optional<Integer> next = cheapest(open, left, tell);
            if (next.isEmpty()) {
                break;
            }
            refuseTie(open, next.get(), bought.size() + 1);
            int project = next.get();
            open.remove(next.get());
            bought.add(project);
            left -= profile.cost[project];
            tell.round(project, Selection.Step.TAKEN, Optional.of(pay(project)), left);
        }
        long remains = left;
        IntStream.of(profile.order)
                .filter(p -> profile.supporters[p].length == 0)
                .forEach(p -> tell.round(p, Selection.Step.NO_SUPPORT, Optional.empty(), remains));
        return bought;
    }

    /** Every project whose bound is the best price has been computed in this round. */
    private void refuseTie(List<Integer> open, int best, int round) {
        if (profile.ties != Ties.REFUSE) {
            return;
        }
        List<Integer> tied =
                open.stream().filter(p -> bound[p].compareTo(bound[best]) == 0).toList();
        if (profile.matters(tied)) {
            Tie.refuse(profile, tied, round, Optional.of(profile.perUtility(bound[best])));
        }
    }

    /** The project of the least price per utility, the first of the order that breaks ties among equals; what nobody can pay any more goes. */
    private Optional<Integer> cheapest(List<Integer> open, long left, Rounds tell) {
        List<Integer> byBound = open.stream()
                .sorted((a, b) -> {
                    int lower = bound[a].compareTo(bound[b]);
                    return lower != 0 ? lower : Integer.compare(profile.rank[a], profile.rank[b]);
                })
                .toList();
        Optional<Integer> best = Optional.empty();
        for (int project : byBound) {
            if (best.isPresent() && bound[project].compareTo(bound[best.get()]) > 0) {
                break;
            }
            Optional<Ratio> price = price(project);
            if (price.isEmpty()) {
                open.remove(Integer.valueOf(project));
                tell.round(project, Selection.Step.SUPPORTERS_CANNOT_PAY, Optional.empty(), left);
                continue;
            }
            bound[project] = price.get().times(Ratio.of(1, profile.factor[project]));
            if (best.isEmpty() || before(project, best.get())) {
                best = Optional.of(project);
            }
        }
        return best;
    }

    private boolean before(int project, int best) {
        int cheaper = bound[project].compareTo(bound[best]);
        return cheaper < 0 || cheaper == 0 && profile.rank[project] < profile.rank[best];
    }

    /** The least r with which min(money, r × weight), summed over the supporters, is the cost; none if they have less. */
    private Optional<Ratio> price(int project) {
        int[] classes = profile.supporters[project];
        long[] weight = profile.weight[project];
        BigInteger owed = BigInteger.valueOf(profile.cost[project]).multiply(scale);
        BigInteger weights = BigInteger.ZERO;
        BigInteger have = BigInteger.ZERO;
        for (int i = 0; i < classes.length; i++) {
            BigInteger voters = BigInteger.valueOf(profile.size[classes[i]]);
            weights = weights.add(voters.multiply(BigInteger.valueOf(weight[i])));
            have = have.add(money[classes[i]].multiply(voters));
        }
        if (have.compareTo(owed) < 0) {
            return Optional.empty();
        }
        boolean[] spent = new boolean[classes.length];
        for (boolean more = true; more; ) {
            more = false;
            for (int i = 0; i < classes.length; i++) {
                BigInteger has = money[classes[i]];
                if (!spent[i] && has.multiply(weights).compareTo(owed.multiply(BigInteger.valueOf(weight[i]))) < 0) {
                    BigInteger voters = BigInteger.valueOf(profile.size[classes[i]]);
                    owed = owed.subtract(has.multiply(voters));
                    weights = weights.subtract(voters.multiply(BigInteger.valueOf(weight[i])));
                    spent[i] = true;
                    more = true;
                }
            }
        }
        return Optional.of(new Ratio(owed, weights.multiply(scale)));
    }

    /** Takes the price from the supporters and gives it. */
    private Ratio pay(int project) {
        Ratio price = bound[project].times(Ratio.of(profile.factor[project], 1));
        BigInteger grow = price.denominator().divide(price.denominator().gcd(scale));
        if (!grow.equals(BigInteger.ONE)) {
            scale = scale.multiply(grow);
            for (int c = 0; c < money.length; c++) {
                money[c] = money[c].multiply(grow);
            }
        }
        BigInteger each = price.numerator().multiply(scale.divide(price.denominator()));
        int[] classes = profile.supporters[project];
        for (int i = 0; i < classes.length; i++) {
            BigInteger pays = each.multiply(BigInteger.valueOf(profile.weight[project][i]));
            money[classes[i]] = money[classes[i]].subtract(pays).max(BigInteger.ZERO);
        }
        return price;
    }
}
