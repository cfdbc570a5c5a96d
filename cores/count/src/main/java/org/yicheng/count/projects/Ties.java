package org.yicheng.count.projects;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yicheng.count.CodePoints;

/** Which of several projects comes first where a rule finds them equal; what still is equal then goes by id. */
public enum Ties {
    /** Ascending by id as text: "10" before "2". */
    ID,
    /** The one that more ballots want. */
    APPROVALS,
    /** The cheaper one. */
    MINCOST,
    /** The dearer one. */
    MAXCOST,
    /** None: a tie that decides something refuses the count and names the tied projects. */
    REFUSE;

    /** The name in commands: {@code approvals}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The way of a name. */
    public static Optional<Ties> byKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    /** The order of projects by their places in the election. */
    Comparator<Integer> order(ProjectElection election) {
        List<Candidate> projects = election.projects();
        Comparator<Integer> byId = Comparator.comparing(p -> projects.get(p).id(), CodePoints.ORDER);
        Comparator<Integer> byCost = Comparator.comparing(p -> projects.get(p).cost());
        return switch (this) {
            case ID, REFUSE -> byId;
            case APPROVALS -> {
                long[] votes = election.votes();
                Comparator<Integer> byVotes = Comparator.comparing(p -> votes[p]);
                yield byVotes.reversed().thenComparing(byId);
            }
            case MINCOST -> byCost.thenComparing(byId);
            case MAXCOST -> byCost.reversed().thenComparing(byId);
        };
    }
}
