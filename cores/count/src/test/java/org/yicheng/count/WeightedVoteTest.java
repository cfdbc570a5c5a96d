package org.yicheng.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yicheng.count.cases.CountCases;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

class WeightedVoteTest {

    private static final Share HALF = Share.moreThan(1, 2, Citation.of(Law.BANKRUPTCY, 64));

    @ParameterizedTest(name = "{0} is {1} millionths")
    @CsvSource({"1, 1000000", "12.5, 12500000", "0.000001, 1", "0, 0", "9000000000000, 9000000000000000000"})
    void readsUpToSixPlaces(String text, long millionths) {
        assertThat(Weight.parse(text)).contains(new Weight(millionths));
        assertThat(Weight.parse(new Weight(millionths).toString())).contains(new Weight(millionths));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.0000001", "1e3", "１", "1,5", " 1", "9000000000000.000001", ".5", "1."})
    void refusesWhatIsNoWeight(String text) {
        assertThat(Weight.parse(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0} millionths of 100 present")
    @CsvSource({"50, false", "51, true"})
    void aQuorumByWeightWantsItsShareOfAllWeight(long present, boolean there) {
        QuorumRule quorum = new QuorumRule(Share.atLeast(1, 3, HALF.source()), Optional.of(HALF));
        DecisionRule rule = new DecisionRule(
                List.of(new Threshold(HALF, Basis.YES_NO, Threshold.Measure.HEADS)),
                Optional.of(quorum),
                Optional.empty());

        VoteOutcome outcome = rule.decide(
                new Roll(3, 1), new Tally(1, 0, 0, 0, 0), new Weights(100, present, new Tally(present, 0, 0, 0, 0)));

        assertThat(rule.isWeighted()).isTrue();
        assertThat(outcome instanceof VoteOutcome.Adopted).isEqualTo(there);
        if (outcome instanceof VoteOutcome.Void nothing) {
            assertThat(nothing.reason()).isEqualTo(VoteOutcome.Reason.NO_WEIGHT_QUORUM);
            assertThat(nothing.actual()).isEqualTo(50);
            assertThat(nothing.required()).isEqualTo(51);
        }
        assertThatThrownBy(() -> rule.decide(3, 1, new Tally(1, 0, 0, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void partsNeverExceedTheWeightCarried() {
        assertThatThrownBy(() -> new WeightedVote(Weight.ONE, new Weight(600_000), new Weight(400_001), Weight.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1");
    }

    /** For, against, abstaining and not voted add up to the weight present, whatever the order of the votes. */
    @Property
    void everyMillionthIsCountedOnceInAnyOrder(
            @ForAll @Size(max = 40) List<@LongRange(max = 5_000_000_000_000L) Long> weights,
            @ForAll @IntRange(max = 1_000) int seed) {
        Random random = new Random(seed);
        List<WeightedVote> votes = new ArrayList<>();
        for (long weight : weights) {
            long yes = random.nextLong(weight + 1);
            long no = random.nextLong(weight - yes + 1);
            long abstain = random.nextLong(weight - yes - no + 1);
            votes.add(new WeightedVote(new Weight(weight), new Weight(yes), new Weight(no), new Weight(abstain)));
        }
        Weight all = Weight.sum(votes.stream().map(WeightedVote::carried).toList());
        WeightedCount count = WeightedCount.of(all, votes);
        Collections.shuffle(votes, random);
        assertThat(WeightedCount.of(all, votes)).isEqualTo(count);
        assertThat(count.weights().tally().sum()).isEqualTo(all.millionths());
        assertThat(count.heads().sum()).isEqualTo(votes.size());
    }

    /** A weighted majority is what exact integer arithmetic says it is. */
    @Property
    void agreesWithExactArithmetic(
            @ForAll @LongRange(max = 4_000_000_000_000_000_000L) long yes,
            @ForAll @LongRange(min = 1, max = 4_000_000_000_000_000_000L) long no) {
        DecisionRule rule = new DecisionRule(
                List.of(new Threshold(HALF, Basis.YES_NO, Threshold.Measure.WEIGHT)),
                Optional.empty(),
                Optional.empty());
        List<WeightedVote> votes = List.of(
                new WeightedVote(new Weight(yes), new Weight(yes), Weight.ZERO, Weight.ZERO),
                new WeightedVote(new Weight(no), Weight.ZERO, new Weight(no), Weight.ZERO));
        WeightedCount count = WeightedCount.of(new Weight(yes).plus(new Weight(no)), votes);
        boolean exact = BigInteger.valueOf(yes)
                        .shiftLeft(1)
                        .compareTo(BigInteger.valueOf(yes).add(BigInteger.valueOf(no)))
                > 0;
        assertThat(rule.decide(new Roll(2, 2), count.heads(), count.weights()) instanceof VoteOutcome.Adopted)
                .isEqualTo(exact);
    }

    /** With equal weights the weighted count is the count by heads. */
    @Property
    void equalWeightsDecideAsHeadsDo(
            @ForAll @IntRange(max = 60) int yes,
            @ForAll @IntRange(max = 60) int no,
            @ForAll @IntRange(max = 60) int abstain,
            @ForAll Basis basis) {
        List<WeightedVote> votes = new ArrayList<>();
        Weight one = Weight.ONE;
        votes.addAll(Collections.nCopies(yes, new WeightedVote(one, one, Weight.ZERO, Weight.ZERO)));
        votes.addAll(Collections.nCopies(no, new WeightedVote(one, Weight.ZERO, one, Weight.ZERO)));
        votes.addAll(Collections.nCopies(abstain, new WeightedVote(one, Weight.ZERO, Weight.ZERO, one)));
        Weight all = new Weight(200 * Weight.ONE.millionths());
        WeightedCount count = WeightedCount.of(all, votes);
        VoteOutcome weighed = rule(basis, Threshold.Measure.WEIGHT)
                .decide(new Roll(200, votes.size()), count.heads(), count.weights());
        VoteOutcome counted = rule(basis, Threshold.Measure.HEADS).decide(200, votes.size(), count.heads());
        assertThat(weighed.getClass()).isEqualTo(counted.getClass());
    }

    private static DecisionRule rule(Basis basis, Threshold.Measure measure) {
        return new DecisionRule(List.of(new Threshold(HALF, basis, measure)), Optional.empty(), Optional.empty());
    }

    @Test
    void everyFaultOfACaseIsNamedAtOnce() {
        Map<String, Object> input = Map.of(
                "members", List.of(Map.of("id", "a", "weight", "1.0000001"), Map.of("id", "b", "weight", 2)),
                "present", List.of("b", "z"),
                "proxies", List.of(Map.of("giver", "a", "holder", "b")),
                "proxy_limit", 0,
                "votes", List.of(Map.of("member", "b", "split", Map.of("Y", "1.5", "N", "0.500001"))),
                "threshold", Map.of("num", 1, "den", 2, "mode", "more_than", "basis", "YES_NO", "measure", "weight"));
        Ruling<Map<String, Object>> ruling =
                CountCases.answer(Optional.of(Map.of("id", "x", "kind", "weighted", "input", input)));
        assertThat(ruling).isInstanceOf(Ruling.Refused.class);
        assertThat(((Ruling.Refused<?>) ruling).reasons())
                .extracting(Refusal::code)
                .containsExactlyInAnyOrder(
                        "count.not-a-weight", "count.unknown-member", "count.proxy-limit", "count.split-above-weight");
    }
}
