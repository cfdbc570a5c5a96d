package org.yicheng.count.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Measures and ties of hand-made elections whose outcome can be told by looking at them. */
class MeasuresTest {

    private static ProjectElection toy(String name) throws IOException {
        return PbFile.read(Files.readString(Path.of("src/test/resources/livelihood/toys", name + ".pb")))
                .orThrow()
                .election();
    }

    private static ProjectRule rule(String key) {
        return ProjectRule.byKey(VoteType.APPROVAL, key).orElseThrow();
    }

    /** Six voters want a, b, c for 30 each, four want d, e for 20 each. */
    @ParameterizedTest
    @CsvSource({"greedy/cost, 18/90, 6, 540/1000, 10, true", "mes/cost,    20/100, 10, 520/1000, 0, true"})
    void aMinorityIsServedOrNot(String key, String votes, int served, String share, String left, boolean exhaustive)
            throws IOException {
        ProjectElection election = toy("t1-majority-minority");
        Measures measures =
                Measures.of(election, rule(key).choose(election, false).order());
        assertThat(measures.votesPerUnit()).contains(ratio(votes));
        assertThat(measures.served()).isEqualTo(served);
        assertThat(measures.voters()).isEqualTo(10);
        assertThat(measures.satisfied()).contains(ratio(share));
        assertThat(measures.left()).isEqualByComparingTo(left);
        assertThat(measures.feasible()).isTrue();
        assertThat(measures.exhaustive()).isEqualTo(exhaustive);
    }

    private static Ratio ratio(String text) {
        String[] parts = text.split("/");
        return Ratio.of(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    @Test
    void nothingChosenLeavesTheBudgetAndServesNobody() throws IOException {
        ProjectElection election = toy("t3-over-budget");
        assertThat(Measures.of(election, List.of()))
                .isEqualTo(
                        new Measures(Optional.empty(), 10, 0, Optional.of(Ratio.ZERO), election.budget(), true, false));
        assertThat(Measures.of(election, List.of("a")).feasible()).isFalse();
    }

    /** Three projects of one cost, one of which does not fit. */
    @ParameterizedTest
    @CsvSource({"greedy/cost", "mes/cost", "mes/cost+add1", "phragmen"})
    void aTieThatDecidesIsNamedWithItsRoundAndValue(String key) throws IOException {
        ProjectElection election = toy("t2-ties");
        Ruling<Selection> ruling = rule(key).choose(election, Ties.REFUSE, false);
        assertThat(ruling).isInstanceOf(Ruling.Refused.class);
        Refusal reason = ((Ruling.Refused<Selection>) ruling).reasons().getFirst();
        assertThat(reason.code()).isEqualTo("count.pb-tie");
        assertThat((List<?>) reason.facts().get("projects")).hasSize(3);
        assertThat(reason.facts()).containsEntry("round", 1).containsKey("value");
    }

    /** Two halves of the voters each want one project: both are funded whichever is first. */
    @Test
    void aTieThatDecidesNothingIsPassedOver() {
        ProjectElection election = new ProjectElection(
                VoteType.APPROVAL,
                java.math.BigDecimal.TEN,
                List.of(
                        new Candidate("a", "", new java.math.BigDecimal(5)),
                        new Candidate("b", "", new java.math.BigDecimal(5))),
                List.of(Ballot.of(List.of(0)), Ballot.of(List.of(1))));
        for (ProjectRule rule : ProjectRule.of(VoteType.APPROVAL)) {
            assertThat(rule.choose(election, Ties.REFUSE, true).orThrow().selected())
                    .as(rule.key())
                    .containsExactly("a", "b");
        }
    }

    @Test
    void anAmountIsPartOfTheNameOfARule() throws IOException {
        ProjectElection election = toy("t1-majority-minority");
        assertThat(rule("mes/cardinality+add=2.50").key()).isEqualTo("mes/cardinality+add=2.5");
        assertThat(rule("mes/cost+addu=2").choose(election, false).rule()).isEqualTo("mes/cost+addu=2");
        for (String wrong :
                List.of("mes/cost+add=", "mes/cost+add=0", "mes/cost+add=-1", "mes/cost+add=x", "mes/c=1")) {
            assertThat(ProjectRule.byKey(VoteType.APPROVAL, wrong)).as(wrong).isEmpty();
        }
    }
}
