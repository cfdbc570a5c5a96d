package org.yicheng.count.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/**
 * The engine against {@link PlainRules}: ties, projects that cost nothing, that nobody wants and that exceed the budget,
 * empty ballots, decimals, every kind of ballot, every way to break ties.
 */
class PlainRulesTest {

    private static final List<String> COSTS =
            List.of("0", "10", "20", "20", "30", "30", "30", "12.5", "7.25", "40", "95");
    private static final List<String> BUDGETS = List.of("0", "25", "50", "60", "60", "60.5", "90", "90", "120");

    private static ProjectElection election(VoteType type, long seed, int projects, int voters) {
        Random random = new Random(seed);
        List<Candidate> candidates = IntStream.range(0, projects)
                .mapToObj(i -> new Candidate("" + (i * 7 + 1) % 13, "", any(COSTS, random)))
                .toList();
        List<Ballot> ballots = new ArrayList<>();
        for (int v = 0; v < voters; v++) {
            ballots.add(ballot(type, projects, random));
        }
        return new ProjectElection(type, any(BUDGETS, random), candidates, ballots);
    }

    private static BigDecimal any(List<String> numbers, Random random) {
        return new BigDecimal(numbers.get(random.nextInt(numbers.size())));
    }

    private static Ballot ballot(VoteType type, int projects, Random random) {
        List<Integer> choices = new ArrayList<>(IntStream.range(0, projects)
                .filter(_ -> random.nextInt(5) < 2)
                .boxed()
                .toList());
        Collections.shuffle(choices, random);
        if (type == VoteType.CHOOSE_1 && choices.size() > 1) {
            choices = choices.subList(0, 1);
        }
        boolean points = type == VoteType.CUMULATIVE || type == VoteType.SCORING;
        return points
                ? new Ballot(
                        choices,
                        choices.stream()
                                .map(_ -> any(List.of("0", "1", "1", "2", "3", "0.5"), random))
                                .toList())
                : Ballot.of(choices);
    }

    private static List<ProjectRule> rules(VoteType type) {
        List<ProjectRule> rules = new ArrayList<>(ProjectRule.of(type));
        String first = Satisfaction.of(type).getFirst().key();
        Stream.of("+add=3", "+add=2.5", "+addu=7")
                .forEach(end ->
                        rules.add(ProjectRule.byKey(type, "mes/" + first + end).orElseThrow()));
        return rules;
    }

    @Property(tries = 1000)
    void theEngineChoosesWhatTheDefinitionsChoose(
            @ForAll VoteType type,
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 6) int projects,
            @ForAll @IntRange(min = 0, max = 7) int voters) {
        ProjectElection election = election(type, seed, projects, voters);
        for (ProjectRule rule : rules(type)) {
            for (Ties ties : List.of(Ties.ID, Ties.APPROVALS, Ties.MINCOST, Ties.MAXCOST)) {
                assertThat(rule.choose(election, ties, false).orThrow().order())
                        .as(rule.key() + " " + ties)
                        .isEqualTo(PlainRules.choose(rule, election, ties));
            }
        }
    }

    private static ProjectElection renamed(ProjectElection election, List<Integer> names) {
        return new ProjectElection(
                election.type(),
                election.budget(),
                IntStream.range(0, names.size())
                        .mapToObj(p -> new Candidate(
                                "" + (char) ('a' + names.get(p)),
                                "",
                                election.projects().get(p).cost()))
                        .toList(),
                election.ballots());
    }

    /** Places in the election's list. */
    private static Set<Integer> chosen(ProjectElection election, Selection selection) {
        return Measures.places(election, selection.order());
    }

    @Property(tries = 600)
    void whatIsNotRefusedDoesNotDependOnNames(
            @ForAll VoteType type,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int projects,
            @ForAll @IntRange(min = 0, max = 6) int voters) {
        ProjectElection election = election(type, seed, projects, voters);
        List<Integer> names =
                new ArrayList<>(IntStream.range(0, projects).boxed().toList());
        for (ProjectRule rule : rules(type)) {
            switch (rule.choose(election, Ties.REFUSE, true)) {
                case Ruling.Granted<Selection>(Selection granted) -> {
                    for (int i = 0; i < 6; i++) {
                        Collections.shuffle(names, new Random(seed + i));
                        ProjectElection other = renamed(election, names);
                        assertThat(chosen(other, rule.choose(other, false)))
                                .as(rule.key())
                                .isEqualTo(chosen(election, granted));
                    }
                }
                case Ruling.Refused<Selection>(List<Refusal> reasons) -> {
                    List<?> tied = (List<?>) reasons.getFirst().facts().get("projects");
                    assertThat(new HashSet<>(tied)).as(rule.key()).hasSizeGreaterThan(1);
                }
            }
        }
    }
}
