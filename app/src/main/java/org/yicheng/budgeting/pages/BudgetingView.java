package org.yicheng.budgeting.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;
import org.yicheng.budgeting.Comparisons.Comparison;
import org.yicheng.budgeting.Comparisons.Outcome;
import org.yicheng.budgeting.Election;
import org.yicheng.budgeting.Groups;
import org.yicheng.budgeting.RuleWords;
import org.yicheng.count.projects.Candidate;
import org.yicheng.count.projects.PbFile;
import org.yicheng.count.projects.ProjectRule;
import org.yicheng.count.projects.Ratio;
import org.yicheng.count.projects.Selection;
import org.yicheng.count.projects.Ties;
import org.yicheng.web.Option;
import org.yicheng.web.Shell;

/**
 * An election with every rule side by side.
 *
 * @param rule the one that is told in detail
 * @param by the column by which voters are grouped; empty if the ballots have none
 */
public record BudgetingView(Election election, Comparison comparison, Outcome rule, String by) {

    private static final int UUID_LENGTH = 36;

    /** A row of the table. @param votes ballots that want it */
    public record Project(Candidate candidate, PbFile.Row row, long votes) {

        /** Its name in the page's language, where the file has one in English. */
        public String name(Shell shell) {
            String english = row.get("name_en");
            return shell.zh() || english.isEmpty() ? candidate.name() : english;
        }
    }

    public List<Project> projects() {
        long[] votes = comparison.election().votes();
        List<Project> projects = new ArrayList<>();
        for (int p = 0; p < votes.length; p++) {
            projects.add(new Project(
                    comparison.election().projects().get(p),
                    election.file().projects().get(p),
                    votes[p]));
        }
        return projects;
    }

    public Map<String, Project> byId() {
        Map<String, Project> byId = new java.util.HashMap<>();
        projects().forEach(one -> byId.put(one.candidate().id(), one));
        return byId;
    }

    public BigDecimal budget() {
        return comparison.supposed().budget();
    }

    /** Whether something else is supposed than what the file says. */
    public boolean supposed() {
        return budget().compareTo(election.file().election().budget()) != 0;
    }

    public String currency() {
        return Optional.ofNullable(election.file().meta().get("currency"))
                .map(PbFile.Entry::value)
                .orElse("");
    }

    // ---------------------------------------------------------------- rules

    public static String name(Shell shell, ProjectRule rule) {
        return RuleWords.name(shell, rule);
    }

    public static String means(Shell shell, ProjectRule rule) {
        String completion = rule.completion() == org.yicheng.count.projects.Completion.NONE
                ? ""
                : " " + shell.say("budgeting.means-then-" + rule.completion().name());
        return shell.say("budgeting.means-" + rule.family().name()) + completion;
    }

    public List<Option> ruleOptions(Shell shell) {
        return comparison.outcomes().stream()
                .map(one -> new Option(one.rule().key(), name(shell, one.rule())))
                .toList();
    }

    public List<Option> tieOptions(Shell shell) {
        return Stream.of(Ties.values())
                .map(one -> new Option(one.key(), shell.say("budgeting.ties-" + one.name())))
                .toList();
    }

    public List<Option> byOptions(Shell shell) {
        return Groups.columns(election.file()).stream()
                .map(one -> new Option(one, shell.say("budgeting.by-" + one)))
                .toList();
    }

    // ---------------------------------------------------------------- why

    /** A round of the rule as a sentence; {@code fraction} its price exactly, where it was rounded. */
    public record Told(int number, String project, boolean taken, String sentence, String fraction) {}

    public List<Told> rounds(Shell shell) {
        Map<String, Project> known = byId();
        List<Told> told = new ArrayList<>();
        for (Selection.Round round : rule.selection().map(Selection::rounds).orElse(List.of())) {
            Project project = Optional.ofNullable(known.get(round.project())).orElseThrow();
            boolean taken = round.step() == Selection.Step.TAKEN;
            String price = round.price().map(Numbers::money).orElse("");
            told.add(new Told(
                    told.size() + 1,
                    project.candidate().id(),
                    taken,
                    shell.say(
                            "budgeting.told-" + word(round),
                            "id",
                            project.candidate().id(),
                            "name",
                            project.name(shell),
                            "cost",
                            Numbers.money(project.candidate().cost()),
                            "votes",
                            shell.number(project.votes()),
                            "price",
                            price,
                            "left",
                            Numbers.money(round.left())),
                    round.price()
                            .filter(_ -> price.startsWith("≈"))
                            .map(Numbers::fraction)
                            .orElse("")));
        }
        return told;
    }

    private String word(Selection.Round round) {
        if (round.step() != Selection.Step.TAKEN) {
            return round.step().name();
        }
        if (round.price().isEmpty()) {
            return "TAKEN";
        }
        return "TAKEN-"
                + switch (rule.rule().family()) {
                    case PHRAGMEN -> "LOAD";
                    case MES, GREEDY ->
                        switch (rule.rule().satisfaction()) {
                            case COST, CARDINALITY -> "PAID";
                            case POINTS, BORDA -> "POINT";
                        };
                };
    }

    /** What every voter starts with in equal shares: the budget by the number of voters. */
    public Optional<Ratio> share() {
        int voters = comparison.election().ballots().size();
        return voters == 0 || rule.rule().family() != ProjectRule.Family.MES
                ? Optional.empty()
                : Optional.of(Ratio.of(budget()).over(Ratio.of(voters, 1)));
    }

    /** Whether every voter was lent more than that share. */
    public boolean raised() {
        return rule.rule().key().matches(".*\\+(add|inc).*");
    }

    /** Votes for ten thousand units of money: a number that can be read. */
    public static String perTenThousand(Ratio votes) {
        return Numbers.decimal(votes.times(Ratio.of(10_000, 1)), 2).toPlainString();
    }

    // ---------------------------------------------------------------- groups

    /** A group with what it gets on average by each rule, in per cent of the budget. */
    public record GroupRow(String name, List<String> cells) {}

    public List<GroupRow> groupRows(Shell shell) {
        Map<String, List<String>> rows = new java.util.LinkedHashMap<>();
        for (Outcome outcome : comparison.outcomes()) {
            groups(outcome)
                    .forEach(group -> rows.computeIfAbsent(group.name(), _ -> new ArrayList<>())
                            .add(Numbers.percent(group.satisfied())));
            if (outcome.selection().isEmpty()) {
                rows.values().forEach(cells -> cells.add("—"));
            }
        }
        return rows.entrySet().stream()
                .map(row -> new GroupRow(group(shell, row.getKey()), row.getValue()))
                .toList();
    }

    /** The group's part of all voters. */
    public String votersPart(Groups.Group group) {
        return Numbers.percent(
                Ratio.of(group.voters(), comparison.election().ballots().size()));
    }

    public List<Groups.Group> groups(Outcome outcome) {
        return outcome.selection()
                .map(chosen -> Groups.of(election.file(), comparison.election(), by, chosen.order()))
                .orElse(List.of());
    }

    public String group(Shell shell, String name) {
        if (name.isEmpty()) {
            return shell.say("budgeting.group-none");
        }
        boolean known = (by.equals("sex") && List.of("M", "F", "O").contains(name))
                || (by.equals("voting_method") && List.of("internet", "paper").contains(name));
        return known ? shell.say("budgeting.group-" + by + "-" + name) : name.replace('-', '–');
    }

    // ---------------------------------------------------------------- addresses

    private String address(String path) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("budget", budget().toPlainString())
                .queryParam("ties", comparison.supposed().ties().key())
                .queryParam("drop", comparison.supposed().dropOverBudget())
                .queryParam("rule", "{rule}")
                .queryParam("by", by)
                .encode()
                .buildAndExpand(rule.rule().key())
                .toUriString();
    }

    /** Whether it did not come with the platform, so that it can be withdrawn. */
    public boolean uploaded() {
        return election.id().length() == UUID_LENGTH;
    }

    public String path() {
        return "/budgeting/" + election.id();
    }

    public String file(String format) {
        return format.equals("pb") ? path() + "/numbers.pb" : address(path() + "/numbers." + format);
    }

    /** This page with another rule told in detail. */
    public String detail(Outcome other) {
        return new BudgetingView(election, comparison, other, by).address(path());
    }

    public Plan plan() {
        return Plan.of(this);
    }
}
