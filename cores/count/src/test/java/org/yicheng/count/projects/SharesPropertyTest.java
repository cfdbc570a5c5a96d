package org.yicheng.count.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Fast ways against slow ones, over small elections full of ties. */
class SharesPropertyTest {

    private static ProjectElection election(long seed, int projects, int voters, boolean points) {
        Random random = new Random(seed);
        List<Candidate> candidates = IntStream.range(0, projects)
                .mapToObj(i -> new Candidate("" + i, "", BigDecimal.valueOf(random.nextInt(1, 9) * 10L)))
                .toList();
        List<Ballot> ballots = new ArrayList<>();
        for (int v = 0; v < voters; v++) {
            List<Integer> choices = new ArrayList<>(IntStream.range(0, projects)
                    .filter(_ -> random.nextInt(3) == 0)
                    .boxed()
                    .toList());
            Collections.shuffle(choices, random);
            ballots.add(new Ballot(
                    choices,
                    points
                            ? choices.stream()
                                    .map(_ -> BigDecimal.valueOf(random.nextInt(0, 4)))
                                    .toList()
                            : List.of()));
        }
        return new ProjectElection(
                points ? VoteType.CUMULATIVE : VoteType.APPROVAL,
                BigDecimal.valueOf(random.nextInt(5, 25) * 10L),
                candidates,
                ballots);
    }

    /** Every step of ADD1 by itself, in exact numbers. */
    private static List<Integer> stepByStep(Profile profile) {
        List<Integer> before = List.of();
        for (long k = 0; ; k++) {
            List<Integer> now = ExactShares.run(
                    profile, Ratio.of(profile.budget, profile.voters).plus(Ratio.of(k, 1)), Rounds.NONE);
            if (profile.spent(now) > profile.budget) {
                return before;
            }
            long left = profile.budget - profile.spent(now);
            if (IntStream.range(0, profile.cost.length)
                    .noneMatch(p -> profile.supporters[p].length > 0 && profile.cost[p] <= left && !now.contains(p))) {
                return now;
            }
            before = now;
        }
    }

    @Property(tries = 300)
    void skippingStepsOfAdd1ChangesNothing(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 7) int projects,
            @ForAll @IntRange(min = 1, max = 9) int voters) {
        for (boolean points : List.of(false, true)) {
            ProjectElection election = election(seed, projects, voters, points);
            for (Satisfaction satisfaction : Satisfaction.of(election.type())) {
                Profile profile = new Profile(election, satisfaction);
                assertThat(new EqualShares(profile).raising(Ratio.of(1, 1)).bought())
                        .isEqualTo(stepByStep(profile));
            }
        }
    }

    @Property(tries = 300)
    void whatBoundsTellIsTrueOfEverySumBetween(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 7) int projects,
            @ForAll @IntRange(min = 1, max = 9) int voters,
            @ForAll @IntRange(min = 0, max = 12) int width) {
        Profile profile = new Profile(election(seed, projects, voters, false), Satisfaction.COST);
        Ratio from = Ratio.of(profile.budget, profile.voters);
        Ratio to = from.plus(Ratio.of(width, 4));
        BoundedShares.run(profile, from, to, BoundedShares.twins(profile)).ifPresent(told -> {
            for (int k = 0; k <= width; k++) {
                assertThat(ExactShares.run(profile, from.plus(Ratio.of(k, 4)), Rounds.NONE))
                        .isEqualTo(told);
            }
        });
    }

    @Property(tries = 200)
    void identicalBallotsTogetherCountAsEachByItself(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int projects,
            @ForAll @IntRange(min = 1, max = 5) int voters) {
        ProjectElection once = election(seed, projects, voters, true);
        List<Ballot> shuffled = new ArrayList<>(once.ballots());
        shuffled.addAll(once.ballots());
        Collections.shuffle(shuffled, new Random(seed));
        BigDecimal two = BigDecimal.TWO;
        ProjectElection twice = new ProjectElection(
                once.type(),
                once.budget().multiply(two),
                once.projects().stream()
                        .map(one -> new Candidate(one.id(), "", one.cost().multiply(two)))
                        .toList(),
                shuffled);
        for (ProjectRule rule : ProjectRule.of(once.type())) {
            if (rule.completion() != Completion.INC1PCT) {
                assertThat(rule.choose(twice, false).order())
                        .as(rule.key())
                        .isEqualTo(rule.choose(once, false).order());
            }
        }
    }

    @Property(tries = 300)
    void nothingCostsMoreThanTheBudgetAndGreedyLeavesNothingThatFits(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int projects,
            @ForAll @IntRange(min = 0, max = 9) int voters) {
        ProjectElection election = election(seed, projects, voters, false);
        for (ProjectRule rule : ProjectRule.of(election.type())) {
            Selection chosen = rule.choose(election, true);
            assertThat(chosen.cost()).as(rule.key()).isLessThanOrEqualTo(election.budget());
            assertThat(chosen.rounds().stream()
                            .filter(round -> round.step() == Selection.Step.TAKEN)
                            .map(Selection.Round::project))
                    .as("what is told is what is done: " + rule.key())
                    .containsAll(chosen.order());
            if (rule.key().startsWith("greedy") || rule.completion() == Completion.GREEDY) {
                BigDecimal left = election.budget().subtract(chosen.cost());
                assertThat(election.projects())
                        .filteredOn(one -> !chosen.order().contains(one.id()))
                        .noneMatch(one -> one.cost().compareTo(left) <= 0);
            }
        }
    }

    @Property(tries = 100)
    void thePricesOfSharesComeToTheCost(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int projects) {
        Profile profile = new Profile(election(seed, projects, 6, true), Satisfaction.POINTS);
        List<Selection.Round> rounds = new ArrayList<>();
        ExactShares.run(profile, Ratio.of(profile.budget, profile.voters), Rounds.into(profile, rounds));
        assertThat(rounds).hasSize(projects);
        rounds.stream()
                .filter(round -> round.step() == Selection.Step.TAKEN)
                .forEach(round ->
                        assertThat(round.price().orElseThrow().numerator()).isGreaterThan(BigInteger.ZERO));
    }
}
