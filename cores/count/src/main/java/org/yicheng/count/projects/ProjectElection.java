package org.yicheng.count.projects;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is to be decided: which projects to fund from a budget, by these ballots (participatory budgeting; Rey, Schmidt
 * and Maly, The (Computational) Social Choice Take on Indivisible Participatory Budgeting, arXiv:2303.00621).
 */
public record ProjectElection(VoteType type, BigDecimal budget, List<Candidate> projects, List<Ballot> ballots) {
    public ProjectElection {
        projects = List.copyOf(projects);
        ballots = List.copyOf(ballots);
        if (budget.signum() < 0) {
            throw new IllegalArgumentException("a budget is not negative, got " + budget);
        }
        int known = projects.size();
        if (projects.stream().map(Candidate::id).collect(Collectors.toSet()).size() < known) {
            throw new IllegalArgumentException("a project's id stands for one project");
        }
        for (Ballot ballot : ballots) {
            if (ballot.choices().stream().anyMatch(choice -> choice < 0 || choice >= known)) {
                throw new IllegalArgumentException("a ballot names projects of the election, got " + ballot);
            }
        }
    }

    /** The most that the budget, all costs together, or a number of points may be, in units of their last decimal. */
    public static final BigDecimal MOST = new BigDecimal(java.math.BigInteger.ONE.shiftLeft(52));

    /** Whether budget, costs and points are within {@link #MOST}; beyond it no rule counts. */
    public boolean countable() {
        List<BigDecimal> money = Stream.concat(projects.stream().map(Candidate::cost), Stream.of(budget))
                .toList();
        BigDecimal all = money.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        int digits = digits(money.stream());
        int pointDigits = digits(points());
        return all.movePointRight(digits).compareTo(MOST) <= 0
                && points().allMatch(one -> one.movePointRight(pointDigits).compareTo(MOST) <= 0);
    }

    /** How many ballots want each project, by its place; one that gets no points from a ballot with points is not wanted. */
    public long[] votes() {
        long[] votes = new long[projects.size()];
        for (Ballot ballot : ballots) {
            ballot.wanted().forEach(p -> votes[p]++);
        }
        return votes;
    }

    private Stream<BigDecimal> points() {
        return ballots.stream().flatMap(ballot -> ballot.points().stream());
    }

    /** The most decimals any of these numbers has. */
    static int digits(Stream<BigDecimal> numbers) {
        return numbers.mapToInt(one -> Math.max(0, one.stripTrailingZeros().scale()))
                .max()
                .orElse(0);
    }

    /**
     * Without the projects that cost more than the whole budget: no rule can fund them, and one with many supporters
     * would end {@link Completion#ADD1} early.
     */
    public ProjectElection withoutUnaffordable() {
        int[] place = new int[projects.size()];
        List<Integer> stay = IntStream.range(0, projects.size())
                .filter(i -> projects.get(i).cost().compareTo(budget) <= 0)
                .boxed()
                .toList();
        java.util.Arrays.fill(place, -1);
        for (int i = 0; i < stay.size(); i++) {
            place[stay.get(i)] = i;
        }
        if (stay.size() == projects.size()) {
            return this;
        }
        return new ProjectElection(
                type,
                budget,
                stay.stream().map(projects::get).toList(),
                ballots.stream().map(ballot -> without(ballot, place)).toList());
    }

    private static Ballot without(Ballot ballot, int[] place) {
        List<Integer> stay = IntStream.range(0, ballot.choices().size())
                .filter(i -> place[ballot.choices().get(i)] >= 0)
                .boxed()
                .toList();
        return new Ballot(
                stay.stream().map(i -> place[ballot.choices().get(i)]).toList(),
                ballot.points().isEmpty()
                        ? List.of()
                        : stay.stream().map(ballot.points()::get).toList());
    }
}
