package org.yicheng.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yicheng.assembly.Appraisals.Appraisal;
import org.yicheng.assembly.Appraisals.Difference;
import org.yicheng.assembly.Appraisals.Figures;
import org.yicheng.assembly.Appraisals.Form;
import org.yicheng.assembly.Appraisals.Grade;
import org.yicheng.assembly.Appraisals.NewItem;
import org.yicheng.assembly.Appraisals.State;
import org.yicheng.assembly.Appraisals.Tally;
import org.yicheng.record.Journal;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;

/** Appraising several items on one secret paper: on phones, or on paper that two tellers count. */
@YichengTest
class AppraisalsTest {

    @Autowired
    Association association;

    @Autowired
    Congress congress;

    @Autowired
    Appraisals appraisals;

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

    private Ruling<Appraisal> listed(String body, Form form, String... items) {
        return appraisals.list(new Appraisals.NewAppraisal(
                body + "-1",
                new Bilingual("民生实事满意度测评", "Appraisal of projects"),
                "test:" + body,
                form,
                List.of(items).stream()
                        .map(item -> new NewItem(item, "of:" + item))
                        .toList()));
    }

    private List<UUID> body(String id, int members, int present) {
        List<UUID> people = association.body(
                id,
                "association-robert",
                Body.Kind.ASSOCIATION,
                Collections.nCopies(members, "1").toArray(String[]::new));
        association.openSitting(id, present);
        return people;
    }

    @Test
    void anElectronicPaperIsSecretAndCanBeChangedUntilClosing() {
        List<UUID> people = body("apre", 6, 5);
        UUID id = listed("apre", Form.ELECTRONIC, "停车位", "学校").orThrow().id();
        List<Grade> content = List.of(Grade.SATISFIED, Grade.SATISFIED);
        assertThat(codes(appraisals.cast(id, people.getFirst(), content))).containsExactly("assembly.vote-not-open");
        Appraisal open = appraisals.open(id).orThrow();
        assertThat(open.due()).contains(6);
        assertThat(open.present()).contains(5);
        for (int i = 0; i < 4; i++) {
            appraisals.cast(id, people.get(i), content).orThrow();
        }
        appraisals
                .cast(id, people.get(3), List.of(Grade.BASICALLY, Grade.NOT_SATISFIED))
                .orThrow();
        assertThat(appraisals.own(id, people.get(3))).contains(List.of(Grade.BASICALLY, Grade.NOT_SATISFIED));
        assertThat(codes(appraisals.cast(id, people.get(5), List.of(Grade.ABSTAIN))))
                .containsExactly("assembly.appraisal-grades", "assembly.not-signed-in");
        assertThat(codes(appraisals.cast(id, UUID.randomUUID(), content))).containsExactly("assembly.no-mandate");
        assertThat(appraisals.cast(id)).isEqualTo(4);

        Figures result = appraisals.close(id).orThrow().result().orElseThrow();
        assertThat(result).isEqualTo(new Figures(5, 4, 0, List.of(new Tally(3, 1, 0, 0), new Tally(3, 0, 1, 0))));
        assertThat(appraisals.own(id, people.get(3))).isEmpty();
        for (String table : List.of("appraisal_press", "appraisal_key")) {
            assertThat(jdbc.queryForObject(
                            "select count(*) from assembly." + table + " where appraisal = ?", Integer.class, id))
                    .as(table + ": nothing stored links a paper to its member")
                    .isZero();
        }
        assertThat(codes(appraisals.cast(id, people.getFirst(), content))).containsExactly("assembly.vote-not-open");
        assertThat(codes(sittings.close("apre-1"))).containsExactly("assembly.choice-unfinished");
        Appraisal declared = appraisals.declare(id).orThrow();
        assertThat(declared.result()).contains(result);
        assertThat(declared.declared()).isPresent();
        assertThat(appraisals.papers(id)).hasSize(4);
        assertThat(codes(appraisals.declare(id))).containsExactly("assembly.choice-state");
        assertThat(appraisals.ofSubject("test:apre")).containsExactly(declared);
        sittings.close("apre-1").orThrow();
        assertThat(journal.firstFault()).isEmpty();
    }

    private static Figures longyou(int satisfied, int invalid) {
        return new Figures(184, 182 + invalid, invalid, List.of(new Tally(satisfied, 182 - satisfied, 0, 0)));
    }

    /** Longyou 2018: 152 satisfied, 30 basically, none not, no abstention. */
    @Test
    void onPaperTwoTellersMustAgree() {
        body("aprp", 190, 185);
        UUID id = listed("aprp", Form.PAPER, "民生实事").orThrow().id();
        assertThat(codes(appraisals.enter(id, "teller-1", longyou(152, 0))))
                .containsExactly("assembly.choice-state", "assembly.election-issued-present");
        appraisals.open(id).orThrow();
        assertThat(codes(appraisals.cast(id, UUID.randomUUID(), List.of(Grade.SATISFIED))))
                .containsExactly("assembly.appraisal-on-paper", "assembly.no-mandate");
        appraisals.close(id).orThrow();
        assertThat(codes(appraisals.declare(id))).containsExactly("assembly.appraisal-not-agreed");
        assertThat(codes(appraisals.enter(id, "teller-1", new Figures(186, 182, 183, List.of()))))
                .containsExactly(
                        "assembly.election-issued-present", "assembly.appraisal-invalid", "assembly.appraisal-grades");
        assertThat(codes(appraisals.enter(id, "teller-1", new Figures(184, 182, 1, List.of(new Tally(152, 30, 0, 0))))))
                .containsExactly("assembly.appraisal-sum");
        appraisals.enter(id, "teller-1", longyou(151, 1)).orThrow();
        Appraisals.Telling telling =
                appraisals.enter(id, "teller-2", longyou(152, 0)).orThrow();
        assertThat(telling.agreed()).isFalse();
        assertThat(telling.differences())
                .containsExactly(
                        new Difference(0, "returned"),
                        new Difference(0, "invalid"),
                        new Difference(1, "SATISFIED"),
                        new Difference(1, "BASICALLY"));
        assertThat(codes(appraisals.enter(id, "teller-3", longyou(152, 0))))
                .containsExactly("assembly.appraisal-two-tellers");
        assertThat(codes(appraisals.declare(id))).containsExactly("assembly.appraisal-not-agreed");
        assertThat(appraisals.enter(id, "teller-1", longyou(152, 0)).orThrow().agreed())
                .isTrue();
        assertThat(codes(appraisals.enter(id, "teller-1", longyou(151, 0))))
                .containsExactly("assembly.appraisal-agreed");
        Tally tally =
                appraisals.declare(id).orThrow().result().orElseThrow().items().getFirst();
        assertThat(tally).isEqualTo(new Tally(152, 30, 0, 0));
        assertThat(tally.percents()).extracting(Object::toString).containsExactly("83.52", "16.48", "0.00", "0.00");
        assertThat(tally.contented()).map(Object::toString).contains("100.00");
    }

    /** Ningguo 2025: 182/10/1. Three shares rounded one by one would add to 100.01. */
    @Test
    void sharesAddUp() {
        assertThat(new Tally(182, 10, 1, 0).percents())
                .extracting(Object::toString)
                .containsExactly("94.30", "5.18", "0.52", "0.00");
        assertThat(new Tally(182, 10, 1, 0).contented()).map(Object::toString).contains("99.48");
        assertThat(new Tally(0, 0, 0, 0).percents()).isEmpty();
    }

    @Test
    void moreReturnedThanIssuedIsVoidAndTakenAgain() {
        body("aprv", 5, 5);
        UUID id = listed("aprv", Form.PAPER, "甲").orThrow().id();
        appraisals.open(id).orThrow();
        appraisals.close(id).orThrow();
        Figures tooMany = new Figures(4, 5, 0, List.of(new Tally(5, 0, 0, 0)));
        appraisals.enter(id, "teller-1", tooMany).orThrow();
        assertThat(codes(appraisals.again(id))).containsExactly("assembly.appraisal-not-agreed");
        appraisals.enter(id, "teller-2", tooMany).orThrow();
        assertThat(codes(appraisals.declare(id))).containsExactly("assembly.appraisal-void");
        Appraisal again = appraisals.again(id).orThrow();
        assertThat(again.state()).isEqualTo(State.LISTED);
        assertThat(again.attempt()).isEqualTo(2);
        appraisals.open(id).orThrow();
        appraisals.close(id).orThrow();
        assertThat(appraisals.telling(id).tellers()).isEmpty();
        Figures right = new Figures(5, 5, 1, List.of(new Tally(3, 0, 0, 1)));
        appraisals.enter(id, "teller-1", right).orThrow();
        appraisals.enter(id, "teller-2", right).orThrow();
        assertThat(appraisals.again(id))
                .isInstanceOfSatisfying(
                        Ruling.Refused.class,
                        refused -> assertThat(refused.reasons().toString())
                                .contains("assembly.appraisal-not-void", "issued=5", "returned=5"));
        assertThat(appraisals.declare(id).orThrow().result()).contains(right);
    }

    @Test
    void oneVoteIsOpenAtATimeAndOnlyWithAQuorum() {
        body("apro", 3, 3);
        UUID first = listed("apro", Form.ELECTRONIC, "甲").orThrow().id();
        UUID second = listed("apro", Form.PAPER, "甲").orThrow().id();
        appraisals.open(first).orThrow();
        assertThat(codes(appraisals.open(second))).containsExactly("assembly.choice-unfinished");
        UUID choice = choices.list(new Choices.NewChoice(
                        "apro-1", new Bilingual("选", "Choose"), ChoiceMethod.IRV, 1, List.of("春", "秋")))
                .orThrow()
                .id();
        assertThat(codes(choices.open(choice))).containsExactly("assembly.choice-unfinished");
        assertThat(codes(questions.put(association.listed("apro", VotingMode.SHOW_OF_HANDS))))
                .containsExactly("assembly.choice-unfinished");
        assertThat(codes(appraisals.withdraw(first, "不再需要"))).containsExactly("assembly.choice-state");
        appraisals.close(first).orThrow();
        assertThat(codes(appraisals.enter(first, "teller-1", new Figures(3, 0, 0, List.of(new Tally(0, 0, 0, 0))))))
                .containsExactly("assembly.appraisal-electronic");
        appraisals.declare(first).orThrow();
        assertThat(codes(appraisals.withdraw(second, " "))).containsExactly("assembly.reason-missing");
        assertThat(appraisals.withdraw(second, "不再需要").orThrow().state()).isEqualTo(State.WITHDRAWN);

        List<UUID> few = body("aprq", 4, 3);
        UUID third = listed("aprq", Form.ELECTRONIC, "甲").orThrow().id();
        leave("aprq", 1);
        assertThat(codes(appraisals.open(third))).contains("assembly.vote-quorum-missing");
        assertThat(sittings.byId("aprq-1").orElseThrow().state()).isEqualTo(Sitting.State.PAUSED);
        assertThat(few).hasSize(4);
    }

    private void leave(String body, int from) {
        for (int i = from; i < 3; i++) {
            sittings.signIn(
                    body + "-1",
                    List.of(new SignInEvent(
                            body + "-out-" + i,
                            congress.clock.instant(),
                            Congress.card(body, i),
                            SignInEvent.Direction.OUT,
                            "GATE-1",
                            100 + i)));
        }
    }

    @Test
    void everyFaultOfAListIsNamed() {
        body("aprf", 1, 1);
        assertThat(codes(listed("aprf", Form.PAPER))).containsExactly("assembly.appraisal-items");
        assertThat(codes(listed("aprf", Form.PAPER, "甲", "甲", " ", "一\n二")))
                .containsExactly("assembly.appraisal-item", "assembly.appraisal-item", "assembly.appraisal-item");
        assertThat(codes(listed("nowhere", Form.PAPER, "甲"))).containsExactly("assembly.sitting.unknown");
        assertThat(codes(appraisals.open(UUID.randomUUID()))).containsExactly("assembly.appraisal.unknown");
    }
}
