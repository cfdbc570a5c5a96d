package org.yicheng.count.projects;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The most utility for each unit of money first; what does not fit is passed over (greedy utilitarian welfare, the rule
 * of most cities: Rey and Maly, arXiv:2303.00621, section 3.3).
 */
final class Greedy {

    private Greedy() {}

    /** Goes on after what is taken already, and gives all that is taken then. */
    static List<Integer> run(Profile profile, List<Integer> before, Rounds tell) {
        List<Integer> taken = new ArrayList<>(before);
        long left = profile.budget - profile.spent(before);
        BigInteger[] utility = IntStream.range(0, profile.cost.length)
                .mapToObj(profile::utility)
                .toArray(BigInteger[]::new);
        List<Integer> open = IntStream.of(profile.order)
                .filter(p -> !before.contains(p))
                .boxed()
                .sorted((a, b) -> denser(profile, utility, a, b))
                .toList();
        for (int at = 0; at < open.size(); at++) {
            int project = open.get(at);
            if (profile.ties == Ties.REFUSE && (at == 0 || density(profile, utility, open.get(at - 1), project) != 0)) {
                refuseTie(profile, utility, open.subList(at, open.size()), left, taken.size() + 1);
            }
            boolean fits = profile.cost[project] <= left;
            if (fits) {
                taken.add(project);
                left -= profile.cost[project];
            }
            tell.round(
                    project,
                    fits ? Selection.Step.TAKEN : Selection.Step.DEARER_THAN_MONEY_LEFT,
                    Optional.empty(),
                    left);
        }
        return taken;
    }

    /** What does not fit any more is no part of a tie; what all fits is taken in any order. */
    private static void refuseTie(Profile profile, BigInteger[] utility, List<Integer> open, long left, int round) {
        List<Integer> tied = open.stream()
                .filter(p -> density(profile, utility, open.getFirst(), p) == 0 && profile.cost[p] <= left)
                .toList();
        if (profile.spent(tied) > left) {
            int first = tied.getFirst();
            Ratio density = new Ratio(utility[first], BigInteger.valueOf(Math.max(1, profile.cost[first])));
            Ratio unit = Ratio.of(profile.satisfaction == Satisfaction.COST ? 1 : profile.unit, 1);
            Tie.refuse(profile, tied, round, Optional.of(density.times(unit)));
        }
    }

    private static int denser(Profile profile, BigInteger[] utility, int a, int b) {
        int denser = density(profile, utility, a, b);
        return denser != 0 ? denser : Integer.compare(profile.rank[a], profile.rank[b]);
    }

    /** More utility for the money first. A project that costs nothing and is wanted comes before all. */
    private static int density(Profile profile, BigInteger[] utility, int a, int b) {
        int free = Boolean.compare(free(profile, utility, b), free(profile, utility, a));
        if (free != 0) {
            return free;
        }
        BigInteger first = utility[a].multiply(BigInteger.valueOf(Math.max(1, profile.cost[b])));
        BigInteger second = utility[b].multiply(BigInteger.valueOf(Math.max(1, profile.cost[a])));
        return free(profile, utility, a) ? 0 : second.compareTo(first);
    }

    private static boolean free(Profile profile, BigInteger[] utility, int project) {
        return profile.cost[project] == 0 && utility[project].signum() > 0;
    }
}
