package org.yicheng.budgeting.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yicheng.budgeting.Comparisons.Outcome;
import org.yicheng.budgeting.RuleWords;
import org.yicheng.count.projects.Selection;
import org.yicheng.web.Shell;

/**
 * Why some rules do not fund a project.
 *
 * @param sentence made of the rounds that the rules report
 * @param rules names of those for which it is so
 */
public record WhyNot(String sentence, List<String> rules) {

    /** Every rule that does not fund the project, those with the same reason together. */
    static List<WhyNot> of(Shell shell, BudgetingView view, BudgetingView.Project project) {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        for (Outcome outcome : view.comparison().outcomes()) {
            if (!outcome.chose(project.candidate().id())) {
                reasons.computeIfAbsent(sentence(shell, view, outcome, project), _ -> new ArrayList<>())
                        .add(RuleWords.name(shell, outcome.rule()));
            }
        }
        return reasons.entrySet().stream()
                .map(one -> new WhyNot(one.getKey(), one.getValue()))
                .toList();
    }

    private static String sentence(Shell shell, BudgetingView view, Outcome outcome, BudgetingView.Project project) {
        Sums sums = view.sums(shell);
        BigDecimal cost = project.candidate().cost();
        Optional<Selection.Round> last = outcome.selection().map(Selection::rounds).orElse(List.of()).stream()
                .filter(one -> one.project().equals(project.candidate().id()))
                .reduce((_, later) -> later);
        return shell.say(
                "budgeting.why-" + word(view, outcome, cost, last),
                "cost",
                sums.said(cost),
                "votes",
                shell.number(project.votes()),
                "left",
                last.map(one -> sums.said(one.left())).orElse(""),
                "budget",
                sums.said(view.budget()));
    }

    private static String word(BudgetingView view, Outcome outcome, BigDecimal cost, Optional<Selection.Round> last) {
        if (outcome.selection().isEmpty()) {
            return "UNDECIDED";
        }
        if (cost.compareTo(view.budget()) > 0) {
            return "OVER_BUDGET";
        }
        return last.map(one -> one.step().name()).orElse("NOT_REACHED");
    }
}
