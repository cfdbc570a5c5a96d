package org.yicheng.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yicheng.assembly.Choices.Choice;
import org.yicheng.record.Journal;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;

/** Choosing by ranked ballots: secret, counted by core count, ties decided by a recorded act. */
@YichengTest
class ChoicesTest {

    @Autowired
    Association association;

    @Autowired
    Congress congress;

    @Autowired
    Choices choices;

    @Autowired
    Sittings sittings;

    @Autowired
    Questions questions;

    @Autowired
    Journal journal;

    @Autowired
    JdbcTemplate jdbc;

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    private Ruling<Choice> listed(String body, ChoiceMethod method, int seats, String... options) {
        return choices.list(new Choices.NewChoice(
                body + "-1", new Bilingual("选理事", "Choose the board"), method, seats, List.of(options)));
    }

    @Test
    void aSingleTransferableVoteIsSecretAndCanBeCountedAgain() {
        List<UUID> people =
                association.body("stv", "association-robert", Body.Kind.ASSOCIATION, "1", "1", "1", "1", "1", "1", "1");
        association.openSitting("stv", 7);
        UUID id = listed("stv", ChoiceMethod.STV, 2, "甲", "乙", "丙").orThrow().id();
        assertThat(codes(choices.cast(id, people.getFirst(), List.of("甲")))).containsExactly("assembly.vote-not-open");
        choices.open(id).orThrow();
        for (int i = 0; i < 5; i++) {
            choices.cast(id, people.get(i), List.of("甲", "乙")).orThrow();
        }
        choices.cast(id, people.get(5), List.of("丙")).orThrow();
        choices.cast(id, people.get(6), List.of("乙")).orThrow();
        choices.cast(id, people.get(6), List.of()).orThrow();
        assertThat(choices.own(id, people.getFirst())).contains(List.of("甲", "乙"));
        assertThat(codes(choices.cast(id, people.getFirst(), List.of("丁")))).containsExactly("assembly.choice-ranking");
        assertThat(codes(choices.cast(id, people.getFirst(), List.of("甲", "甲"))))
                .containsExactly("assembly.choice-ranking");
        assertThat(choices.cast(id)).isEqualTo(7);

        Choice closed = choices.close(id).orThrow();
        Choices.Result result = closed.result().orElseThrow();
        // Six ranked papers, two seats: the quota is floor(6 / 3) + 1 = 3; 甲 has 5, two go on at 0.4 each to 乙: 2.
        assertThat(result.winners()).containsExactly("甲", "乙");
        assertThat(result.quota()).isEqualTo(3);
        assertThat(result.papers()).isEqualTo(7);
        assertThat(result.blank()).isEqualTo(1);
        assertThat(choices.own(id, people.getFirst())).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from assembly.choice_press", Integer.class))
                .isZero();
        assertThat(jdbc.queryForObject("select count(*) from assembly.choice_key", Integer.class))
                .isZero();
        assertThat(choices.papers(id))
                .as("nobody reads papers before they are declared")
                .isEmpty();
        choices.declare(id).orThrow();
        assertThat(choices.papers(id)).hasSize(7);
        assertThat(journal.firstFault()).isEmpty();
    }

    @Test
    void aTieIsDecidedByARecordedActAndNeverSilently() {
        List<UUID> people = association.body("tie", "association-robert", Body.Kind.ASSOCIATION, "1", "1", "1");
        association.openSitting("tie", 2);
        UUID id = listed("tie", ChoiceMethod.PLURALITY, 1, "春", "秋").orThrow().id();
        choices.open(id).orThrow();
        choices.cast(id, people.get(0), List.of("春")).orThrow();
        choices.cast(id, people.get(1), List.of("秋")).orThrow();
        assertThat(codes(choices.cast(id, people.get(2), List.of("秋")))).containsExactly("assembly.not-signed-in");
        assertThat(codes(sittings.close("tie-1"))).containsExactly("assembly.choice-unfinished");
        choices.close(id).orThrow();
        assertThat(codes(choices.declare(id))).containsExactly("assembly.choice-tied");
        assertThat(codes(sittings.close("tie-1"))).containsExactly("assembly.choice-unfinished");
        UUID question = association.listed("tie", VotingMode.SHOW_OF_HANDS);
        assertThat(codes(questions.put(question))).containsExactly("assembly.choice-unfinished");
        assertThat(codes(choices.decideTie(id, List.of("春", "秋"), "")))
                .containsExactly("assembly.choice-tie-chosen", "assembly.reason-missing");
        choices.decideTie(id, List.of("秋"), "抽签，两名计票人在场").orThrow();
        Choice declared = choices.declare(id).orThrow();
        assertThat(declared.result().orElseThrow().winners()).containsExactly("秋");
        assertThat(declared.result().orElseThrow().tieDecision()).isEqualTo("抽签，两名计票人在场");
        sittings.close("tie-1").orThrow();
    }

    @Test
    void everyMethodFindsTheWinnerThatAllPrefer() {
        for (ChoiceMethod method : ChoiceMethod.values()) {
            String body = "m-" + method.name().toLowerCase(java.util.Locale.ROOT);
            List<UUID> people = association.body(body, "association-robert", Body.Kind.ASSOCIATION, "1", "1", "1");
            association.openSitting(body, 3);
            UUID id = listed(body, method, 1, "甲", "乙", "丙").orThrow().id();
            choices.open(id).orThrow();
            people.forEach(
                    person -> choices.cast(id, person, List.of("乙", "甲", "丙")).orThrow());
            assertThat(choices.close(id).orThrow().result().orElseThrow().winners())
                    .as(method.name())
                    .containsExactly("乙");
        }
    }

    @Test
    void aCongressHasNoneAndEveryFaultOfAListIsNamed() {
        congress.congress("nochoice", 3);
        congress.sitting("nochoice-1", "nochoice");
        assertThat(codes(listed("nochoice", ChoiceMethod.IRV, 1, "甲", "乙"))).containsExactly("assembly.choice-method");
        association.body("faults", "association-robert", Body.Kind.ASSOCIATION, "1");
        association.openSitting("faults", 1);
        assertThat(codes(listed("faults", ChoiceMethod.IRV, 2, "甲", "甲", " ")))
                .containsExactly("assembly.choice-option", "assembly.choice-option", "assembly.choice-seats");
        UUID first = listed("faults", ChoiceMethod.IRV, 1, "甲", "乙").orThrow().id();
        UUID second = listed("faults", ChoiceMethod.IRV, 1, "甲", "乙").orThrow().id();
        choices.open(first).orThrow();
        assertThat(codes(choices.open(second))).containsExactly("assembly.choice-unfinished");
        assertThat(codes(choices.open(first))).containsExactly("assembly.choice-state");
    }
}
