package org.yicheng.debate.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yicheng.debate.DebateRules;
import org.yicheng.debate.Speech.Kind;
import org.yicheng.debate.Speech.Side;
import org.yicheng.debate.decide.SpeakersQueue.Asked;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Refusal;

class SpeakersQueueTest {

    private static final DebateRules.Speeches RULES = new DebateRules.Speeches(
            List.of(10, 5), Citation.parse("SH:65"), 3, 2, true, true, true, 0, Citation.parse("YC:debate.order"));

    private static long arrivals;

    private static Asked asks(String member, String group, Side side) {
        return new Asked(UUID.randomUUID(), Kind.SPEECH, side, member, group, 0, ++arrivals);
    }

    private static Asked placed(Asked asked, int place) {
        return new Asked(asked.id(), asked.kind(), asked.side(), asked.member(), asked.group(), place, asked.arrival());
    }

    private static List<String> order(List<Asked> waiting, List<Asked> heard) {
        return SpeakersQueue.order(waiting, heard, RULES).stream()
                .map(Asked::member)
                .toList();
    }

    @Test
    void sidesAlternateAndWithinASideWhoAskedFirstSpeaksFirst() {
        List<Asked> waiting = List.of(
                asks("A", "1", Side.FOR),
                asks("B", "2", Side.FOR),
                asks("C", "3", Side.AGAINST),
                asks("D", "4", Side.FOR));
        assertThat(order(waiting, List.of())).containsExactly("A", "C", "B", "D");
    }

    @Test
    void whoHasNotSpokenComesBeforeWhoHas() {
        Asked again = asks("A", "1", Side.AGAINST);
        Asked fresh = asks("B", "2", Side.FOR);
        assertThat(order(List.of(again, fresh), List.of(asks("A", "1", Side.FOR))))
                .containsExactly("B", "A");
    }

    @Test
    void amongEqualsTheDelegationHeardLeastComesFirst() {
        Asked sameGroup = asks("B", "1", Side.NEUTRAL);
        Asked otherGroup = asks("C", "2", Side.NEUTRAL);
        assertThat(order(List.of(sameGroup, otherGroup), List.of(asks("A", "1", Side.NEUTRAL))))
                .containsExactly("C", "B");
    }

    @Test
    void whomTheChairPlacedGoesFirst() {
        Asked first = asks("A", "1", Side.FOR);
        assertThat(order(List.of(first, placed(asks("B", "2", Side.FOR), 1)), List.of()))
                .containsExactly("B", "A");
    }

    @Test
    void theOrderDoesNotDependOnTheOrderOfTheList() {
        List<Asked> waiting = List.of(
                asks("A", "1", Side.FOR),
                asks("B", "2", Side.AGAINST),
                asks("C", "1", Side.NEUTRAL),
                asks("D", "3", Side.AGAINST));
        assertThat(order(waiting.reversed(), List.of())).isEqualTo(order(waiting, List.of()));
    }

    @Test
    void theThirdSpeechIsRefusedWithItsNumbersAndTheSecondIsShorter() {
        FloorRules.Standing twice = new FloorRules.Standing(false, false, 2, false, 2, Optional.empty());
        List<Refusal> reasons = FloorRules.ask(Kind.SPEECH, twice, RULES);
        assertThat(reasons).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("debate.spoken-often-enough");
            assertThat(reason.facts()).containsEntry("spoken", 2).containsEntry("most", 2);
            assertThat(reason.ground().orElseThrow().key()).isEqualTo("SH:65");
        });
        FloorRules.Standing once = new FloorRules.Standing(false, false, 1, false, 1, Optional.empty());
        assertThat(FloorRules.limitSeconds(Kind.SPEECH, once, RULES)).isEqualTo(300);
    }

    @Test
    void theDelegationsAccountCutsASpeechShortAndWhenEmptyRefusesIt() {
        FloorRules.Standing little = new FloorRules.Standing(false, false, 0, false, 1, Optional.of(90L));
        assertThat(FloorRules.limitSeconds(Kind.SPEECH, little, RULES)).isEqualTo(90);
        FloorRules.Standing none = new FloorRules.Standing(false, true, 0, true, 1, Optional.of(0L));
        assertThat(FloorRules.ask(Kind.SPEECH, none, RULES))
                .extracting(Refusal::code)
                .containsExactly("debate.list-closed", "debate.waits-already", "debate.account-empty");
    }
}
