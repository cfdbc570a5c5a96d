package org.yicheng.count.projects;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a choice of projects gives the voters, in exact numbers, to hold rules against each other (Rey, Schmidt and Maly,
 * The (Computational) Social Choice Take on Indivisible Participatory Budgeting, arXiv:2303.00621).
 *
 * @param votesPerUnit votes for the funded projects per unit of money they cost; none if they cost nothing
 * @param voters ballots, the empty ones among them
 * @param served voters with a funded project on their ballot
 * @param satisfied the share of the budget that goes to projects on a voter's own ballot, averaged over all voters; none
 *     without voters or budget
 * @param left the budget less the cost, in units of money
 * @param feasible whether the cost is within the budget
 * @param exhaustive whether no other project would fit into the money left
 */
public record Measures(
        Optional<Ratio> votesPerUnit,
        int voters,
        int served,
        Optional<Ratio> satisfied,
        BigDecimal left,
        boolean feasible,
        boolean exhaustive) {

    /** Measures a choice of projects by their ids. */
    public static Measures of(ProjectElection election, List<String> chosen) {
        Set<Integer> funded = places(election, chosen);
        long[] votes = election.votes();
        BigDecimal cost = cost(election, funded);
        BigDecimal left = election.budget().subtract(cost);
        return new Measures(
                Optional.of(cost)
                        .filter(sum -> sum.signum() > 0)
                        .map(sum -> Ratio.of(
                                        funded.stream().mapToLong(p -> votes[p]).sum(), 1)
                                .over(Ratio.of(sum))),
                election.ballots().size(),
                served(funded, election.ballots()),
                satisfied(election, funded, election.ballots()),
                left,
                left.signum() >= 0,
                IntStream.range(0, election.projects().size())
                        .noneMatch(p -> !funded.contains(p)
                                && election.projects().get(p).cost().compareTo(left) <= 0));
    }

    /** The places of projects in the election's list, by their ids. */
    public static Set<Integer> places(ProjectElection election, List<String> chosen) {
        Set<String> ids = Set.copyOf(chosen);
        return IntStream.range(0, election.projects().size())
                .filter(p -> ids.contains(election.projects().get(p).id()))
                .boxed()
                .collect(Collectors.toSet());
    }

    /** How many of these ballots have a funded project. */
    public static int served(Set<Integer> funded, List<Ballot> ballots) {
        return (int) ballots.stream()
                .filter(ballot -> ballot.wanted().stream().anyMatch(funded::contains))
                .count();
    }

    /** What the funded projects on each of these ballots cost, added up over the ballots, in units of money. */
    public static BigDecimal satisfiedCost(ProjectElection election, Set<Integer> funded, List<Ballot> ballots) {
        long[] votes = new long[election.projects().size()];
        ballots.forEach(ballot -> ballot.wanted().forEach(p -> votes[p]++));
        return funded.stream()
                .map(p -> election.projects().get(p).cost().multiply(BigDecimal.valueOf(votes[p])))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The share of the budget that goes to projects on the own ballot, averaged over these ballots. */
    public static Optional<Ratio> satisfied(ProjectElection election, Set<Integer> funded, List<Ballot> ballots) {
        BigDecimal whole = election.budget().multiply(BigDecimal.valueOf(ballots.size()));
        return whole.signum() == 0
                ? Optional.empty()
                : Optional.of(Ratio.of(satisfiedCost(election, funded, ballots)).over(Ratio.of(whole)));
    }

    private static BigDecimal cost(ProjectElection election, Set<Integer> projects) {
        return projects.stream().map(p -> election.projects().get(p).cost()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
