package org.yicheng.budgeting.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yicheng.budgeting.Comparisons.Outcome;
import org.yicheng.budgeting.Groups;
import org.yicheng.count.projects.Ratio;
import org.yicheng.count.projects.Selection;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/**
 * All numbers of a comparison, exact: fractions as text, {@code 13/25}.
 *
 * @param id of the election
 * @param budget in units of money
 * @param ties which of equal projects comes first
 * @param drop whether projects dearer than the whole budget were left out first
 */
record Numbered(
        String id, String budget, String ties, boolean drop, int voters, List<Project> projects, List<Rule> rules) {

    record Project(String id, String name, String cost, long votes) {}

    /**
     * @param refused codes of what refused it: a tie
     * @param finished false if the count was given up for the time it took
     */
    record Rule(
            String rule,
            boolean finished,
            List<Tied> refused,
            List<String> selected,
            List<String> order,
            Optional<String> cost,
            Optional<Shares> measures,
            Map<String, List<Group>> groups,
            List<Round> rounds) {}

    record Tied(String code, Object projects, Object round, Object value) {}

    record Shares(
            Optional<String> votesPerUnit,
            int served,
            Optional<String> satisfied,
            String left,
            boolean feasible,
            boolean exhaustive) {}

    /** @param of names of the small groups that are shown together; its own name alone otherwise */
    record Group(
            String name, List<String> of, int voters, int served, Optional<String> satisfied, Optional<String> part) {}

    record Round(String project, String step, Optional<String> price, String left) {}

    static Numbered of(BudgetingView view) {
        return new Numbered(
                view.election().id(),
                view.budget().toPlainString(),
                view.comparison().supposed().ties().key(),
                view.comparison().supposed().dropOverBudget(),
                view.comparison().election().ballots().size(),
                view.projects().stream()
                        .map(one -> new Project(
                                one.candidate().id(),
                                one.candidate().name(),
                                one.candidate().cost().toPlainString(),
                                one.votes()))
                        .toList(),
                view.comparison().outcomes().stream()
                        .map(one -> rule(view, one))
                        .toList());
    }

    private static Rule rule(BudgetingView view, Outcome outcome) {
        Optional<Selection> chosen = outcome.selection();
        return new Rule(
                outcome.rule().key(),
                outcome.ruling().isPresent(),
                tied(outcome),
                chosen.map(Selection::selected).orElse(List.of()),
                chosen.map(Selection::order).orElse(List.of()),
                chosen.map(one -> one.cost().toPlainString()),
                outcome.measures()
                        .map(one -> new Shares(
                                one.votesPerUnit().map(Ratio::toString),
                                one.served(),
                                one.satisfied().map(Ratio::toString),
                                one.left().toPlainString(),
                                one.feasible(),
                                one.exhaustive())),
                groups(view, outcome),
                chosen.map(Selection::rounds).orElse(List.of()).stream()
                        .map(one -> new Round(
                                one.project(),
                                one.step().name(),
                                one.price().map(Ratio::toString),
                                one.left().toString()))
                        .toList());
    }

    private static List<Tied> tied(Outcome outcome) {
        return outcome.ruling().stream()
                .flatMap(one -> one instanceof Ruling.Refused<Selection>(List<Refusal> reasons)
                        ? reasons.stream()
                        : Stream.empty())
                .map(one -> new Tied(one.code(), fact(one, "projects"), fact(one, "round"), fact(one, "value")))
                .toList();
    }

    private static Object fact(Refusal reason, String name) {
        return reason.facts().getOrDefault(name, "");
    }

    private static Map<String, List<Group>> groups(BudgetingView view, Outcome outcome) {
        Map<String, List<Group>> all = new LinkedHashMap<>();
        outcome.selection()
                .ifPresent(chosen -> Groups.columns(view.election().file())
                        .forEach(column -> all.put(
                                column,
                                Groups.of(
                                                view.election().file(),
                                                view.comparison().election(),
                                                column,
                                                chosen.order())
                                        .stream()
                                        .map(one -> new Group(
                                                String.join("+", one.names()),
                                                one.names(),
                                                one.voters(),
                                                one.served(),
                                                one.satisfied().map(Ratio::toString),
                                                one.part().map(Ratio::toString)))
                                        .toList())));
        return all;
    }
}
