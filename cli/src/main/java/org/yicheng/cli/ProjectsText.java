package org.yicheng.cli;

import java.math.BigDecimal;
import java.util.List;
import org.yicheng.count.projects.Measures;
import org.yicheng.count.projects.ProjectElection;
import org.yicheng.count.projects.Ratio;
import org.yicheng.count.projects.Selection;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** What a rule chooses, and its measures, as lines in both languages. */
final class ProjectsText {

    private ProjectsText() {}

    static String of(String rule, ProjectElection election, Ruling<Selection> ruling) {
        return switch (ruling) {
            case Ruling.Refused<Selection>(List<Refusal> reasons) ->
                rule + "\n  " + String.join(" | ", said(reasons.getFirst())) + "\n";
            case Ruling.Granted<Selection>(Selection chosen) ->
                rule + "\n" + chosen(chosen) + measures(Measures.of(election, chosen.order())) + rounds(chosen);
        };
    }

    private static List<String> said(Refusal reason) {
        return Messages.spoken(reason).values().stream().map(Object::toString).toList();
    }

    private static String chosen(Selection chosen) {
        return line("projects-chosen", "projects", chosen.order(), "cost", plain(chosen.cost()));
    }

    private static String measures(Measures measures) {
        return line(
                        "projects-measures",
                        "left",
                        plain(measures.left()),
                        "votes",
                        measures.votesPerUnit().map(Ratio::toString).orElse("–"),
                        "served",
                        measures.served(),
                        "voters",
                        measures.voters(),
                        "share",
                        measures.satisfied().map(Ratio::toString).orElse("–"))
                + line(measures.exhaustive() ? "projects-exhaustive" : "projects-not-exhaustive")
                + (measures.feasible() ? "" : line("projects-not-feasible"));
    }

    private static String rounds(Selection chosen) {
        StringBuilder lines = new StringBuilder();
        for (Selection.Round round : chosen.rounds()) {
            lines.append("    ").append(round.project()).append("  ").append(round.step());
            round.price().ifPresent(price -> lines.append("  ").append(price));
            lines.append("  ").append(round.left()).append('\n');
        }
        return lines.toString();
    }

    private static String line(String key, Object... facts) {
        return "  " + Messages.both("cli." + key, facts) + "\n";
    }

    static String plain(BigDecimal money) {
        return money.signum() == 0 ? "0" : money.stripTrailingZeros().toPlainString();
    }
}
