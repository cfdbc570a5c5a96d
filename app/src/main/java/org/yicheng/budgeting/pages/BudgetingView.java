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
import org.yicheng.count.projects.Completion;
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
    private static final BigDecimal LARGE = BigDecimal.valueOf(10_000_000);

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

    public Sums sums(Shell shell) {
        return new Sums(shell, currency());
    }

    /** How many rules fund a project. */
    public long chosenBy(Project project) {
        return comparison.outcomes().stream()
                .filter(one -> one.chose(project.candidate().id()))
                .count();
    }

    public List<WhyNot> whyNot(Shell shell, Project project) {
        return WhyNot.of(shell, this, project);
    }

    public List<Alike> alike() {
        return Alike.of(comparison.outcomes());
    }

    // ---------------------------------------------------------------- rules

    public static String name(Shell shell, ProjectRule rule) {
        return RuleWords.name(shell, rule);
    }

    /** The rule in one sentence; one that completes another, by what it adds to it. */
    public static String means(Shell shell, ProjectRule rule) {
        ProjectRule plain = new ProjectRule(rule.family(), rule.satisfaction(), Completion.NONE);
        return rule.completion() == Completion.NONE
                ? shell.say("budgeting.means-" + rule.family() + word(rule))
                : shell.say("budgeting.means-then-" + rule.completion(), "rule", name(shell, plain));
    }

    private static String word(ProjectRule rule) {
        return rule.family() == ProjectRule.Family.PHRAGMEN ? "" : "-" + rule.satisfaction();
    }

    /** The first of the rules, and how many others choose the same. */
    public String names(Shell shell, Alike same) {
        String first = name(shell, same.first().rule());
        int others = same.outcomes().size() - 1;
        return others == 0 ? first : shell.say("budgeting.and-others", "rule", first, "n", others);
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
        Sums sums = sums(shell);
        List<Told> told = new ArrayList<>();
        for (Selection.Round round : rule.selection().map(Selection::rounds).orElse(List.of())) {
            Project project = Optional.ofNullable(known.get(round.project())).orElseThrow();
            boolean taken = round.step() == Selection.Step.TAKEN;
            String price = round.price().map(sums::said).orElse("");
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
                            sums.said(project.candidate().cost()),
                            "votes",
                            shell.number(project.votes()),
                            "price",
                            price,
                            "left",
                            sums.said(round.left())),
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

    /** For how many units of money votes are told, so that the number can be read: ten thousand, or a million. */
    public int votesFor() {
        return budget().compareTo(LARGE) < 0 ? 10_000 : 1_000_000;
    }

    public String votesFor(Ratio votes) {
        return Numbers.decimal(votes.times(Ratio.of(votesFor(), 1)), 2).toPlainString();
    }

    // ---------------------------------------------------------------- groups

    /** Rules that choose the same, with what each group gets by them on average, in per cent of the budget. */
    public record GroupRow(Alike rules, List<String> cells) {}

    public List<GroupRow> groupRows() {
        return alike().stream()
                .filter(one -> one.first().selection().isPresent())
                .map(one -> new GroupRow(
                        one,
                        groups(one.first()).stream()
                                .map(group -> Numbers.percent(group.satisfied()))
                                .toList()))
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

    /** A group's name; of small ones that are shown together, all of their names. */
    public String group(Shell shell, Groups.Group group) {
        List<String> names =
                group.names().stream().map(name -> group(shell, name)).toList();
        return names.size() == 1
                ? names.getFirst()
                : shell.say("budgeting.group-together", "names", String.join(shell.say("budgeting.and"), names));
    }

    private String group(Shell shell, String name) {
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

    /** This page with residents grouped by another column. */
    public String grouped(String column) {
        return new BudgetingView(election, comparison, rule, column).address(path());
    }

    public Plan plan() {
        return Plan.of(this);
    }
}
