package org.yicheng.count.projects;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Phragmén's sequential rule for projects of different cost: each project's cost is a load that its supporters carry
 * equally; the next one is that whose supporters come to carry least (Phragmén 1894; Brill, Freeman, Janson and Lackner,
 * Phragmén's Voting Methods and Justified Representation, AAAI 2017; for budgets Los, Christoff and Grossi, Proportional
 * Budget Allocations, IJCAI 2022). If any of the projects that are next would exceed the budget, the rule ends.
 */
final class Phragmen {

    private final Profile profile;
    /** What each class's voters carry, times {@link #scale}. */
    private final BigInteger[] load;
    /** The sum of it over the supporters of each project. */
    private final BigInteger[] carried;

    private final BigInteger[] count;
    private final int[][] wanted;
    private BigInteger scale = BigInteger.ONE;

    private Phragmen(Profile profile) {
        this.profile = profile;
        load = new BigInteger[profile.size.length];
        Arrays.fill(load, BigInteger.ZERO);
        carried = new BigInteger[profile.cost.length];
        Arrays.fill(carried, BigInteger.ZERO);
        count = new BigInteger[profile.cost.length];
        for (int p = 0; p < count.length; p++) {
            count[p] = BigInteger.valueOf(Arrays.stream(profile.supporters[p])
                    .mapToLong(c -> profile.size[c])
                    .sum());
        }
        wanted = wanted();
    }

    /** The projects of each class. */
    private int[][] wanted() {
        int[] many = new int[profile.size.length];
        for (int[] classes : profile.supporters) {
            Arrays.stream(classes).forEach(c -> many[c]++);
        }
        int[][] wanted = new int[many.length][];
        Arrays.setAll(wanted, c -> new int[many[c]]);
        for (int p = 0; p < profile.supporters.length; p++) {
            for (int c : profile.supporters[p]) {
                wanted[c][--many[c]] = p;
            }
        }
        return wanted;
    }

    /** Gives what is taken, by id. */
    static List<Integer> run(Profile profile, Rounds tell) {
        List<Integer> taken = new Phragmen(profile).take(tell);
        return Arrays.stream(profile.byId()).filter(taken::contains).boxed().toList();
    }

    private List<Integer> take(Rounds tell) {
        List<Integer> taken = new ArrayList<>();
        List<Integer> open = new ArrayList<>(Arrays.stream(profile.order)
                .filter(p -> profile.cost[p] <= profile.budget)
                .boxed()
                .toList());
        long left = profile.budget;
        while (!open.isEmpty()) {
            Profile.goOn();
            List<Integer> next = least(open);
            Optional<Ratio> comes = loadAfter(next.getFirst());
            for (int project : next) {
                if (profile.cost[project] > left) {
                    tell.round(project, Selection.Step.ENDS_THE_RULE, comes, left);
                    return taken;
                }
            }
            refuseTie(next, left, taken.size() + 1, comes);
            int project = next.getFirst();
            open.remove(next.getFirst());
            taken.add(project);
            left -= profile.cost[project];
            comes.ifPresent(load -> carry(project, load));
            tell.round(project, Selection.Step.TAKEN, comes, left);
        }
        return taken;
    }

    /** Those that are next share no load, and all of them fit: then taking one leaves the others next. */
    private void refuseTie(List<Integer> next, long left, int round, Optional<Ratio> comes) {
        if (profile.ties == Ties.REFUSE && (profile.spent(next) > left || Tie.share(profile, next))) {
            Tie.refuse(profile, next, round, comes.map(one -> one.times(Ratio.of(1, profile.unit))));
        }
    }

    /** All whose supporters come to carry least, in the order that breaks ties; those nobody supports only when no others are left. */
    private List<Integer> least(List<Integer> open) {
        List<Integer> least = new ArrayList<>();
        for (int project : open) {
            int lower = least.isEmpty() ? -1 : compare(project, least.getFirst());
            if (lower < 0) {
                least.clear();
            }
            if (lower <= 0) {
                least.add(project);
            }
        }
        return least;
    }

    private int compare(int p, int q) {
        if (count[p].signum() == 0 || count[q].signum() == 0) {
            return Integer.compare(count[q].signum(), count[p].signum());
        }
        return total(p).multiply(count[q]).compareTo(total(q).multiply(count[p]));
    }

    private BigInteger total(int project) {
        return carried[project].add(BigInteger.valueOf(profile.cost[project]).multiply(scale));
    }

    private Optional<Ratio> loadAfter(int project) {
        return count[project].signum() == 0
                ? Optional.empty()
                : Optional.of(new Ratio(total(project), count[project].multiply(scale)));
    }

    private void carry(int project, Ratio each) {
        BigInteger grow = each.denominator().divide(each.denominator().gcd(scale));
        if (!grow.equals(BigInteger.ONE)) {
            scale = scale.multiply(grow);
            Arrays.setAll(load, c -> load[c].multiply(grow));
            Arrays.setAll(carried, p -> carried[p].multiply(grow));
        }
        BigInteger now = each.numerator().multiply(scale.divide(each.denominator()));
        for (int c : profile.supporters[project]) {
            BigInteger more = now.subtract(load[c]).multiply(BigInteger.valueOf(profile.size[c]));
            load[c] = now;
            for (int other : wanted[c]) {
                carried[other] = carried[other].add(more);
            }
        }
    }
}
