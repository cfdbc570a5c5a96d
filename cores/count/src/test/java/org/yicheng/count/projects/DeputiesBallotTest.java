package org.yicheng.count.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yicheng.count.Basis;
import org.yicheng.count.projects.DeputiesBallot.Cast;
import org.yicheng.count.projects.DeputiesBallot.Mark;
import org.yicheng.count.projects.DeputiesBallot.Paper;
import org.yicheng.count.projects.DeputiesBallot.Preset;
import org.yicheng.count.projects.DeputiesBallot.Result;

/** The deputies' ballot: 633 deputies, 582 present, twelve candidates, ten to choose, and what can go wrong. */
class DeputiesBallotTest {

    private static final int[] APPROVALS = {560, 551, 540, 533, 520, 511, 498, 490, 455, 431, 431, 300};

    /** Papers whose approvals come to these sums, none with more than {@code most}. */
    private static Cast cast(int most, int... approvals) {
        List<List<Integer>> papers = new ArrayList<>();
        for (int i = 0; i < 582; i++) {
            papers.add(new ArrayList<>());
        }
        int next = 0;
        for (int candidate = 0; candidate < approvals.length; candidate++) {
            for (int given = 0; given < approvals[candidate]; next++) {
                List<Integer> paper = papers.get(next % 582);
                if (paper.size() < most && !paper.contains(candidate)) {
                    paper.add(candidate);
                    given++;
                }
            }
        }
        return new Cast(
                approvals.length,
                633,
                582,
                582,
                papers.stream()
                        .map(one -> Paper.approving(1, approvals.length, one.toArray(Integer[]::new)))
                        .toList());
    }

    private static List<Integer> first(int many) {
        return IntStream.range(0, many).boxed().toList();
    }

    @Test
    void aTieAtTheLastPlaceIsVotedOnAgainAmongTheTiedAlone() {
        Result result = DeputiesBallot.usual(10).count(cast(10, APPROVALS));
        assertThat(result.threshold()).contains(317L);
        assertThat(result.chosen()).isEqualTo(first(9));
        assertThat(result.tied()).containsExactly(9, 10);
        assertThat(result.places()).isEqualTo(1);
        assertThat(result.open()).isZero();
        assertThat(result.lines().getFirst().approve()).isEqualTo(560);
    }

    @Test
    void withElevenPlacesElevenWinAndTheOneBelowHalfOfAllDeputiesDoesNot() {
        Result result = DeputiesBallot.usual(11).count(cast(11, APPROVALS));
        assertThat(result.chosen()).isEqualTo(first(11));
        assertThat(result.open()).isZero();
    }

    @Test
    void aPlaceThatNobodyWithAMajorityFillsStaysOpen() {
        Result result = DeputiesBallot.usual(12).count(cast(12, APPROVALS));
        assertThat(result.chosen()).isEqualTo(first(11));
        assertThat(result.open()).isEqualTo(1);
        assertThat(result.tied()).isEmpty();
    }

    @Test
    void byPluralityTheOneBelowHalfWinsToo() {
        Result result = new DeputiesBallot(12, Preset.PLURALITY, DeputiesBallot.MAJORITY, Basis.ALL_MEMBERS)
                .count(cast(12, APPROVALS));
        assertThat(result.chosen()).isEqualTo(first(12));
        assertThat(result.threshold()).isEmpty();
    }

    @Test
    void aPaperWithElevenMarksOfTenIsInvalidAndABlankOneValid() {
        Result result = DeputiesBallot.usual(10)
                .count(new Cast(
                        12,
                        633,
                        582,
                        582,
                        List.of(
                                Paper.approving(1, 12, first(11).toArray(Integer[]::new)),
                                Paper.approving(2, 12, first(10).toArray(Integer[]::new)),
                                Paper.approving(3, 12))));
        assertThat(result.invalidPapers()).isEqualTo(1);
        assertThat(result.validPapers()).isEqualTo(5);
        assertThat(result.lines().getFirst().approve()).isEqualTo(2);
        assertThat(result.lines().getFirst().abstain()).isEqualTo(3);
    }

    @Test
    void moreReturnedThanIssuedVoidsTheVote() {
        Result result =
                DeputiesBallot.usual(10).count(new Cast(12, 633, 582, 582, List.of(Paper.approving(583, 12, 0))));
        assertThat(result.valid()).isFalse();
        assertThat(result.chosen()).isEmpty();
        assertThat(result.open()).isEqualTo(10);
    }

    @Test
    void withAsManyPlacesAsCandidatesEachIsVotedOnForItself() {
        List<Mark> marks = List.of(Mark.APPROVE, Mark.AGAINST);
        Result result = new DeputiesBallot(2, Preset.EQUAL, DeputiesBallot.MAJORITY, Basis.ALL_MEMBERS)
                .count(new Cast(
                        2, 633, 582, 582, List.of(new Paper(317, marks, List.of()), Paper.approving(265, 2, 1))));
        assertThat(result.chosen()).containsExactly(0);
        assertThat(result.lines().get(1).against()).isEqualTo(317);
    }

    @Test
    void numberedPapersGiveTheFirstOfKThePointsAndAGapOrADoubleNumberMakesThemInvalid() {
        List<Mark> none = List.of(Mark.ABSTAIN, Mark.ABSTAIN, Mark.ABSTAIN);
        Result result = new DeputiesBallot(2, Preset.RANK, DeputiesBallot.MAJORITY, Basis.ALL_MEMBERS)
                .count(new Cast(
                        3,
                        9,
                        9,
                        9,
                        List.of(
                                new Paper(3, none, List.of(1, 2, 0)),
                                new Paper(2, none, List.of(0, 2, 1)),
                                new Paper(1, none, List.of(1, 1, 0)),
                                new Paper(1, none, List.of(0, 0, 2)))));
        assertThat(result.invalidPapers()).isEqualTo(2);
        assertThat(result.lines()).extracting(DeputiesBallot.Line::points).containsExactly(6L, 5L, 4L);
        assertThat(result.chosen()).containsExactly(0, 1);
    }

    @Test
    void theBaseIsASettingOfTheMethod() {
        Cast cast = new Cast(1, 633, 582, 500, List.of(Paper.approving(260, 1, 0), Paper.approving(200, 1)));
        for (Basis base : List.of(Basis.ALL_MEMBERS, Basis.PRESENT)) {
            assertThat(new DeputiesBallot(1, Preset.MAJORITY_THEN_PLURALITY, DeputiesBallot.MAJORITY, base)
                            .count(cast)
                            .chosen())
                    .as("%s", base)
                    .isEmpty();
        }
        for (Basis base : List.of(Basis.VALID, Basis.CAST, Basis.YES_NO)) {
            assertThat(new DeputiesBallot(1, Preset.MAJORITY_THEN_PLURALITY, DeputiesBallot.MAJORITY, base)
                            .count(cast)
                            .chosen())
                    .as("%s", base)
                    .containsExactly(0);
        }
    }
}
