package org.yicheng.budgeting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.yicheng.count.projects.Measures;
import org.yicheng.count.projects.ProjectElection;
import org.yicheng.count.projects.ProjectRule;
import org.yicheng.count.projects.Selection;
import org.yicheng.count.projects.Ties;
import org.yicheng.rule.Ruling;

/** Every rule over the same ballots. */
public interface Comparisons {

    /**
     * What is supposed.
     *
     * @param budget in units of money
     * @param dropOverBudget whether projects dearer than the whole budget are left out first
     */
    record Supposed(BigDecimal budget, Ties ties, boolean dropOverBudget) {

        public Supposed {
            budget = budget.stripTrailingZeros(); // 100 and 100.0 are asked once
        }

        /** Nothing else than the file says; ties by id, projects dearer than the budget left out. */
        public static Supposed asKept(Election election) {
            return new Supposed(election.file().election().budget(), Ties.ID, true);
        }
    }

    /**
     * What one rule says.
     *
     * @param ruling none if the count was given up for the time it took
     * @param measures none unless something was chosen
     */
    record Outcome(ProjectRule rule, Optional<Ruling<Selection>> ruling, Optional<Measures> measures) {

        public Optional<Selection> selection() {
            return ruling.flatMap(one -> one instanceof Ruling.Granted<Selection>(Selection chosen)
                    ? Optional.of(chosen)
                    : Optional.empty());
        }

        public boolean chose(String project) {
            return selection().map(one -> one.order().contains(project)).orElse(false);
        }
    }

    /** @param election with the supposed budget, every project in it */
    record Comparison(ProjectElection election, Supposed supposed, List<Outcome> outcomes) {

        public Optional<Outcome> of(String rule) {
            return outcomes.stream()
                    .filter(one -> one.rule().key().equals(rule))
                    .findFirst();
        }
    }

    /** Whether this was counted before, so that asking again costs nothing. */
    boolean counted(Election election, Supposed supposed);

    /** Counts, or gives what was counted before; refused if the budget is too large or no room is left to count now. */
    Ruling<Comparison> compare(Election election, Supposed supposed);
}
