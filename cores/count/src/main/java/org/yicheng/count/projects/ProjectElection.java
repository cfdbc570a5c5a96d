package org.yicheng.count.projects;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
