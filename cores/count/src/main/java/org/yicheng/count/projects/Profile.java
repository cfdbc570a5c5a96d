package org.yicheng.count.projects;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An election as whole numbers: money in its smallest unit, identical ballots as one with their number. The utility of
 * project p for a voter of class c is {@code factor[p]} times the class's weight for p; weights are 1 where utility is
 * the same for all supporters.
 */
final class Profile {

    final ProjectElection election;
    final Satisfaction satisfaction;
    /** Units of the smallest money in one unit of the election's. */
    final long unit;

    final long budget;
    final long[] cost;
    final long[] factor;
    final int voters;
    /** Voters of each class. */
    final int[] size;
    /** The classes that support a project, and with which weight. */
    final int[][] supporters;

    final long[][] weight;
    final long heaviest;
    final Ties ties;
    /** Projects in the order that breaks ties. */
    final int[] order;
    /** The place of each project in {@link #order}. */
    final int[] rank;

    /** What ballots of one class say; compared by its content. */
    private record Group(int[] choices, List<BigDecimal> points) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Group(int[] others, List<BigDecimal> otherPoints)
                    && Arrays.equals(choices, others)
                    && points.equals(otherPoints);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(choices) + points.hashCode();
        }
    }

    Profile(ProjectElection election, Satisfaction satisfaction) {
        this(election, satisfaction, Ties.ID);
    }

    Profile(ProjectElection election, Satisfaction satisfaction, Ties ties) {
        this.ties = ties;
        this.election = election;
        this.satisfaction = satisfaction;
        List<Candidate> projects = election.projects();
        if (!election.countable()) {
            throw new ArithmeticException("money or points beyond 2^52 of their smallest unit");
        }
        int digits = ProjectElection.digits(
                Stream.concat(projects.stream().map(Candidate::cost), Stream.of(election.budget())));
        unit = BigInteger.TEN.pow(digits).longValueExact();
        budget = units(election.budget(), digits);
        cost = projects.stream()
                .mapToLong(project -> units(project.cost(), digits))
                .toArray();
        factor = new long[projects.size()];
        Arrays.fill(factor, 1);
        if (satisfaction == Satisfaction.COST) {
            System.arraycopy(cost, 0, factor, 0, cost.length);
        }
        voters = election.ballots().size();
        List<Group> groups = new ArrayList<>();
        size = group(groups);
        supporters = new int[projects.size()][];
        weight = new long[projects.size()][];
        support(groups);
        heaviest = Arrays.stream(weight).flatMapToLong(Arrays::stream).max().orElse(1);
        order = order(ties);
        rank = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
        }
    }

    /** Ends a count whose thread is interrupted: whoever waits no longer has no use for it. */
    static void goOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the count was given up");
        }
    }

    private int[] order(Ties by) {
        return IntStream.range(0, cost.length)
                .boxed()
                .sorted(by.order(election))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Projects by id. */
    int[] byId() {
        return order(Ties.ID);
    }

    private static long units(BigDecimal number, int digits) {
        return number.movePointRight(digits).longValueExact();
    }

    /** Identical ballots together; the order of the choices matters where utility differs from one to the next. */
    private int[] group(List<Group> groups) {
        Map<Group, Integer> known = new HashMap<>();
        int[] sizes = new int[voters];
        boolean weighed = satisfaction == Satisfaction.POINTS || satisfaction == Satisfaction.BORDA;
        for (Ballot ballot : election.ballots()) {
            int[] choices = new int[ballot.choices().size()];
            for (int i = 0; i < choices.length; i++) {
                choices[i] = ballot.choices().get(i);
            }
            if (!weighed) {
                Arrays.sort(choices);
            }
            Group group = new Group(choices, weighed ? ballot.points() : List.of());
            Integer place = known.putIfAbsent(group, groups.size());
            if (place == null) {
                place = groups.size();
                groups.add(group);
            }
            sizes[place]++;
        }
        return Arrays.copyOf(sizes, groups.size());
    }

    private void support(List<Group> groups) {
        int digits = ProjectElection.digits(groups.stream().flatMap(group -> group.points().stream()));
        int[] count = new int[cost.length];
        for (Group group : groups) {
            for (int project : group.choices()) {
                count[project]++;
            }
        }
        for (int p = 0; p < cost.length; p++) {
            supporters[p] = new int[count[p]];
            weight[p] = new long[count[p]];
        }
        Arrays.fill(count, 0);
        for (int c = 0; c < groups.size(); c++) {
            Group group = groups.get(c);
            for (int i = 0; i < group.choices().length; i++) {
                int project = group.choices()[i];
                long weighs = weight(group, i, digits);
                if (weighs != 0 && factor[project] != 0) {
                    supporters[project][count[project]] = c;
                    weight[project][count[project]++] = weighs;
                }
            }
        }
        for (int p = 0; p < cost.length; p++) {
            supporters[p] = Arrays.copyOf(supporters[p], count[p]);
            weight[p] = Arrays.copyOf(weight[p], count[p]);
        }
    }

    private long weight(Group group, int place, int digits) {
        return switch (satisfaction) {
            case COST, CARDINALITY -> 1;
            case POINTS -> units(group.points().get(place), digits);
            case BORDA -> group.choices().length - place - 1L;
        };
    }

    /** The sum of utilities of a project, over all voters. */
    BigInteger utility(int project) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < supporters[project].length; i++) {
            sum = sum.add(
                    BigInteger.valueOf(weight[project][i]).multiply(BigInteger.valueOf(size[supporters[project][i]])));
        }
        return sum.multiply(BigInteger.valueOf(factor[project]));
    }

    /**
     * Whether it may matter which of these projects, equal in price, is paid for first: it does not if they cost nothing,
     * or if no supporter pays for two of them.
     */
    boolean matters(List<Integer> tied) {
        return tied.size() > 1 && spent(tied) > 0 && Tie.share(this, tied);
    }

    /** A price for a unit of utility: of utility that is money a number, otherwise an amount of the election's money. */
    Ratio perUtility(Ratio price) {
        return satisfaction == Satisfaction.COST ? price : price.times(Ratio.of(1, unit));
    }

    /** What projects cost together, in the smallest unit. */
    long spent(List<Integer> chosen) {
        return chosen.stream().mapToLong(p -> cost[p]).sum();
    }
}
