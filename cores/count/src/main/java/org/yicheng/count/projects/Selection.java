package org.yicheng.count.projects;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.yicheng.count.CodePoints;

/**
 * What a rule chooses.
 *
 * @param rule its name, {@code mes/cost+add1}
 * @param order ids in the order in which the rule took them; by id where the rule has no order of its own
 * @param cost exact sum
 * @param rounds why, round by round; empty unless asked for
 */
public record Selection(String rule, List<String> order, BigDecimal cost, List<Round> rounds) {

    public Selection {
        order = List.copyOf(order);
        rounds = List.copyOf(rounds);
    }

    /** The ids ascending by their code points. */
    public List<String> selected() {
        return order.stream().sorted(CodePoints.ORDER).toList();
    }

    /** What happened to a project. */
    public enum Step {
        /** Taken. */
        TAKEN,
        /** Its cost is more than the money left. */
        DEARER_THAN_MONEY_LEFT,
        /** Its supporters together have less than it costs. */
        SUPPORTERS_CANNOT_PAY,
        /** Nobody supports it, or its utility is zero for everybody. */
        NO_SUPPORT,
        /** It would be next and would exceed the budget: the rule ends here. */
        ENDS_THE_RULE
    }

    /**
     * @param price what a voter pays for each unit of weight (1 in approval ballots), or the load that supporters come
     *     to carry; a voter with less pays all that is left
     * @param left money not spent after it
     */
    public record Round(String project, Step step, Optional<Ratio> price, Ratio left) {}
}
