package org.yicheng.budgeting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yicheng.count.projects.Ballot;
import org.yicheng.count.projects.Measures;
import org.yicheng.count.projects.PbFile;
import org.yicheng.count.projects.ProjectElection;
import org.yicheng.count.projects.Ratio;

/**
 * What a choice of projects gives each group of voters, by a column of the ballots. Groups of fewer than {@link #LEAST}
 * are shown together as one, with as many of the next smallest as it takes that the one has two groups and {@link #LEAST}
 * voters: so nothing of a small group follows by taking the others from the whole.
 */
public final class Groups {

    /** Voters that a group has at least to be shown by itself. */
    public static final int LEAST = 5;

    /** The columns by which voters can be grouped, in this order. */
    private static final List<String> COLUMNS =
            List.of("neighborhood", "district", "age", "sex", "voting_method", "education");

    private static final int[] AGES = {18, 30, 45, 60};

    private Groups() {}

    /**
     * A group, or small ones together.
     *
     * @param names cells of the column, empty where nothing is said; of ages a span, {@code 30-44}; several of small
     *     groups that are shown together
     * @param served how many have a funded project on their ballot
     * @param satisfied the share of the budget that goes to projects of the own ballot, averaged over the group
     * @param part the group's part of all that is satisfied: of the cost of the funded projects on each ballot, added up
     */
    public record Group(List<String> names, int voters, int served, Optional<Ratio> satisfied, Optional<Ratio> part) {
        public Group {
            names = List.copyOf(names);
        }
    }

    private record Members(List<String> names, List<Ballot> ballots) {}

    /** The columns that these ballots have. */
    public static List<String> columns(PbFile file) {
        return COLUMNS.stream().filter(file.voteFields()::contains).toList();
    }

    /** The groups of a column by name, the small ones together at the end; every ballot is in one. */
    private static List<Members> members(PbFile file, String column) {
        Map<String, List<Ballot>> groups = new TreeMap<>();
        List<Ballot> ballots = file.election().ballots();
        for (int i = 0; i < ballots.size(); i++) {
            String cell = file.votes().get(i).get(column);
            groups.computeIfAbsent(column.equals("age") ? span(cell) : cell, _ -> new ArrayList<>())
                    .add(ballots.get(i));
        }
        return together(groups);
    }

    private static List<Members> together(Map<String, List<Ballot>> groups) {
        List<String> bySize = groups.keySet().stream()
                .sorted(Comparator.comparingInt(name -> size(groups, name)))
                .toList();
        List<String> small = new ArrayList<>();
        int voters = 0;
        for (String name : bySize) {
            boolean hidden = size(groups, name) < LEAST || !small.isEmpty() && (small.size() < 2 || voters < LEAST);
            if (hidden) {
                small.add(name);
                voters += size(groups, name);
            }
        }
        List<Members> members = new ArrayList<>();
        groups.forEach((name, own) -> {
            if (!small.contains(name)) {
                members.add(new Members(List.of(name), own));
            }
        });
        if (!small.isEmpty()) {
            List<String> names = small.stream().sorted().toList();
            members.add(new Members(
                    names,
                    names.stream()
                            .flatMap(name -> groups.getOrDefault(name, List.of()).stream())
                            .toList()));
        }
        return members;
    }

    private static int size(Map<String, List<Ballot>> groups, String name) {
        return groups.getOrDefault(name, List.of()).size();
    }

    private static String span(String age) {
        if (!age.matches("\\d{1,3}")) {
            return age;
        }
        int years = Integer.parseInt(age);
        int from = 0;
        for (int bound : AGES) {
            if (years < bound) {
                return from + "-" + (bound - 1);
            }
            from = bound;
        }
        return from + "+";
    }

    /**
     * What each group gets.
     *
     * @param chosen ids of the funded projects
     */
    public static List<Group> of(PbFile file, ProjectElection election, String column, List<String> chosen) {
        Set<Integer> funded = Measures.places(election, chosen);
        BigDecimal all = Measures.satisfiedCost(election, funded, election.ballots());
        return members(file, column).stream()
                .map(group -> new Group(
                        group.names(),
                        group.ballots().size(),
                        Measures.served(funded, group.ballots()),
                        Measures.satisfied(election, funded, group.ballots()),
                        Optional.of(all)
                                .filter(sum -> sum.signum() > 0)
                                .map(sum -> Ratio.of(Measures.satisfiedCost(election, funded, group.ballots()))
                                        .over(Ratio.of(sum)))))
                .toList();
    }
}
