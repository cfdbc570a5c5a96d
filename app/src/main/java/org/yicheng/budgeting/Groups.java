package org.yicheng.budgeting;

import java.math.BigDecimal;
import java.util.ArrayList;
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

/** What a choice of projects gives each group of voters, by a column of the ballots. */
public final class Groups {

    /** The columns by which voters can be grouped, in this order. */
    private static final List<String> COLUMNS =
            List.of("neighborhood", "district", "age", "sex", "voting_method", "education");

    private static final int[] AGES = {18, 30, 45, 60};

    private Groups() {}

    /**
     * A group.
     *
     * @param name the cell of the column, empty where nothing is said; of ages a span, {@code 30-44}
     * @param served how many have a funded project on their ballot
     * @param satisfied the share of the budget that goes to projects of the own ballot, averaged over the group
     * @param part the group's part of all that is satisfied: of the cost of the funded projects on each ballot, added up
     */
    public record Group(String name, int voters, int served, Optional<Ratio> satisfied, Optional<Ratio> part) {}

    /** The columns that these ballots have. */
    public static List<String> columns(PbFile file) {
        return COLUMNS.stream().filter(file.voteFields()::contains).toList();
    }

    /** The groups of a column by name, the ballots of each; every ballot is in one. */
    private static Map<String, List<Ballot>> ballots(PbFile file, String column) {
        Map<String, List<Ballot>> groups = new TreeMap<>();
        List<Ballot> ballots = file.election().ballots();
        for (int i = 0; i < ballots.size(); i++) {
            String cell = file.votes().get(i).get(column);
            groups.computeIfAbsent(column.equals("age") ? span(cell) : cell, _ -> new ArrayList<>())
                    .add(ballots.get(i));
        }
        return groups;
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
        List<Group> groups = new ArrayList<>();
        ballots(file, column)
                .forEach((name, own) -> groups.add(new Group(
                        name,
                        own.size(),
                        Measures.served(funded, own),
                        Measures.satisfied(election, funded, own),
                        Optional.of(all)
                                .filter(sum -> sum.signum() > 0)
                                .map(sum -> Ratio.of(Measures.satisfiedCost(election, funded, own))
                                        .over(Ratio.of(sum))))));
        return groups;
    }
}
