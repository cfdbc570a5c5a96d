package org.yicheng.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.VotingMode;
import org.yicheng.assembly.hall.HandsAgain;
import org.yicheng.document.Papers;
import org.yicheng.matter.Windows;
import org.yicheng.party.Role;
import org.yicheng.proposals.Dismissal.Form;
import org.yicheng.proposals.Dismissal.Office;
import org.yicheng.proposals.Dismissal.State;
import org.yicheng.proposals.Dismissal.Way;
import org.yicheng.proposals.Dismissals.Heard;
import org.yicheng.proposals.Dismissals.ToPresidium;
import org.yicheng.proposals.Kind.Part;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;

/** A motion of dismissal: submitted by the presidium, heard, voted on in secret by all (OL 31). */
@YichengTest
@Import(Congress.class)
class DismissalTest {

    private static final int DEPUTIES = 21;
    private static final int PRESIDIUM = 3;
    private static final Filings.Text TEXT =
            new Filings.Text("关于罢免一名副市长的罢免案（演示）", Map.of(Part.PERSON, "演示某，副市长", Part.REASONS, "演示理由"));

    @Autowired
    Dismissals dismissals;

    @Autowired
    Filings filings;

    @Autowired
    Congress congress;

    @Autowired
    Sittings sittings;

    @Autowired
    Questions questions;

    @Autowired
    HandsAgain handsAgain;

    @Autowired
    Windows windows;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc web;

    @Autowired
    Clock clock;

    private List<UUID> people = List.of();
    private String body = "";
    private String presidium = "";
    private String plenary = "";

    /** A congress of 21, its presidium of three and a plenary, both open; a dismissal registered. */
    private UUID registered(String name) {
        body = name;
        people = congress.congress(body, DEPUTIES);
        String subject = "test:" + body;
        transaction.executeWithoutResult(_ ->
                windows.open(subject, "motion", body, Instant.now().minusSeconds(60), Citation.of(Law.SHANGHAI, 24)));
        plenary = congress.sitting(name + "-plenary", body).id();
        congress.signIn(plenary, body, 0, DEPUTIES);
        sittings.open(plenary).orThrow();
        congress.presidium(name + "-presidium", body, people.subList(0, PRESIDIUM));
        presidium = sittings.schedule(new Sittings.NewSitting(
                        name + "-meeting",
                        name + "-presidium",
                        subject,
                        Sitting.Kind.PRESIDIUM,
                        2,
                        new Bilingual("主席团会议", "Presidium meeting"),
                        "演示",
                        clock.instant()))
                .id();
        sittings.namePresiding(presidium, "演示").orThrow();
        sittings.openSignIn(presidium).orThrow();
        congress.signIn(presidium, body, 0, PRESIDIUM);
        sittings.open(presidium).orThrow();
        Filing filing = filings.file(body, Kind.DISMISSAL, TEXT, "PRESIDIUM").orThrow();
        return filings.register(filing.id()).orThrow().id();
    }

    private UUID submitted(String name, Office office, Way way) {
        UUID filing = registered(name);
        Question asked = dismissals
                .toPresidium(filing, new ToPresidium(office, way, presidium))
                .orThrow();
        vote(asked.id(), PRESIDIUM, PRESIDIUM);
        return filing;
    }

    /** Of {@code voters}, the first {@code votesFor} are for it, the others against. */
    private Outcome vote(UUID question, int votesFor, int voters) {
        questions.put(question).orThrow();
        questions.open(question).orThrow();
        IntStream.range(0, voters)
                .forEach(i -> questions
                        .press(question, people.get(i), i < votesFor ? Mark.FOR : Mark.AGAINST, "k" + i)
                        .join()
                        .orThrow());
        questions.close(question).orThrow();
        return questions.declare(question).orThrow().outcome().orElseThrow();
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    private State state(UUID filing) {
        return dismissals.of(filing).orElseThrow().state();
    }

    @Test
    void nobodyIsDismissedUnheardAndTheDefenceIsPrintedFirst() {
        UUID filing = submitted("dismissal-heard", Office.GOVERNMENT, Way.VOTE);
        assertThat(state(filing)).isEqualTo(State.SUBMITTED);
        assertThat(dismissals.submitted("test:" + body)).extracting(Filing::id).containsExactly(filing);
        Question vote = dismissals.toPlenary(filing, plenary).orThrow();
        assertThat(vote.mode()).isEqualTo(VotingMode.ELECTRONIC_UNRECORDED);
        questions.put(vote.id()).orThrow();
        assertThat(codes(questions.open(vote.id()))).containsExactly("proposals.dismissal-unheard");
        dismissals
                .hear(filing, new Heard(Form.WRITTEN, Optional.empty(), "演示申辩"))
                .orThrow();
        assertThat(codes(questions.open(vote.id()))).containsExactly("proposals.dismissal-unprinted");
        Papers.Paper paper = dismissals.print(filing, 1).orThrow();
        assertThat(paper.audience()).isEqualTo(Papers.Audience.MEMBERS);
        assertThat(paper.html()).contains("演示申辩");
        assertThat(codes(dismissals.print(filing, 1))).containsExactly("proposals.defence-printed");
        assertThat(questions.open(vote.id()).orThrow().state()).isEqualTo(Question.State.VOTING);
        assertThat(codes(dismissals.hear(filing, new Heard(Form.WRITTEN, Optional.empty(), "太晚"))))
                .containsExactly("proposals.dismissal-voted");
    }

    @Test
    void theVoteStaysSecretWhenDevicesFail() {
        UUID filing = submitted("dismissal-secret", Office.COURT_PRESIDENT, Way.VOTE);
        dismissals
                .hear(filing, new Heard(Form.NOT_USED, Optional.empty(), "已书面告知，本人未申辩"))
                .orThrow();
        Question vote = dismissals.toPlenary(filing, plenary).orThrow();
        questions.put(vote.id()).orThrow();
        assertThat(codes(questions.turnToHands(vote.id()))).containsExactly("proposals.dismissal-secret");
        questions.open(vote.id()).orThrow();
        assertThat(codes(handsAgain.voidAndPutByHands(vote.id(), "断电"))).contains("proposals.dismissal-secret");
        assertThat(questions.byId(vote.id()).orElseThrow().state()).isEqualTo(Question.State.VOTING);
    }

    @Test
    void elevenOf21DeputiesDismissAndTheAnnouncementFollows() {
        UUID filing = submitted("dismissal-majority", Office.GOVERNMENT, Way.VOTE);
        dismissals
                .hear(filing, new Heard(Form.PLENARY, Optional.of(plenary), "演示申辩"))
                .orThrow();
        assertThat(codes(dismissals.proclaim(filing))).containsExactly("proposals.dismissal-not-decided");
        Outcome outcome = vote(dismissals.toPlenary(filing, plenary).orThrow().id(), 11, DEPUTIES);
        assertThat(outcome.required()).isEqualTo(11);
        assertThat(state(filing)).isEqualTo(State.DISMISSED);
        Papers.Paper paper = dismissals.proclaim(filing).orThrow();
        assertThat(paper.audience()).isEqualTo(Papers.Audience.PUBLIC);
        assertThat(paper.html()).contains("罢免演示某，副市长");
    }

    @Test
    void tenOf21KeepTheOfficeThoughNobodyIsAgainst() {
        UUID filing = submitted("dismissal-kept", Office.GOVERNMENT, Way.VOTE);
        dismissals
                .hear(filing, new Heard(Form.NOT_USED, Optional.empty(), "已告知"))
                .orThrow();
        vote(dismissals.toPlenary(filing, plenary).orThrow().id(), 10, 10);
        assertThat(state(filing)).isEqualTo(State.KEPT);
        assertThat(codes(dismissals.toPlenary(filing, plenary))).containsExactly("proposals.dismissal-not-submitted");
    }

    @Test
    void aChiefProcuratorsDismissalWaitsForTheLevelAbove() {
        UUID filing = submitted("dismissal-procurator", Office.CHIEF_PROCURATOR, Way.VOTE);
        dismissals
                .hear(filing, new Heard(Form.NOT_USED, Optional.empty(), "已告知"))
                .orThrow();
        assertThat(codes(dismissals.approve(filing, "演示〔2024〕1号"))).containsExactly("proposals.dismissal-no-approval");
        vote(dismissals.toPlenary(filing, plenary).orThrow().id(), 21, DEPUTIES);
        assertThat(codes(dismissals.proclaim(filing))).containsExactly("proposals.dismissal-approval-missing");
        dismissals.approve(filing, "演示〔2024〕1号").orThrow();
        assertThat(dismissals.proclaim(filing).orThrow().title()).isEqualTo("公　告");
    }

    @Test
    void aPlenaryMayFormAnInvestigatingCommitteeInstead() {
        UUID filing = submitted("dismissal-investigation", Office.GOVERNMENT, Way.INVESTIGATE);
        vote(dismissals.toPlenary(filing, plenary).orThrow().id(), 11, DEPUTIES);
        assertThat(state(filing)).isEqualTo(State.INVESTIGATION);
    }

    @Test
    void thePresidiumComesFirstAndEveryFaultIsNamed() {
        UUID filing = registered("dismissal-order");
        assertThat(codes(dismissals.hear(filing, new Heard(Form.WRITTEN, Optional.empty(), "演示"))))
                .containsExactly("proposals.dismissal-not-asked");
        assertThat(codes(dismissals.toPlenary(filing, presidium)))
                .containsExactly("proposals.dismissal-sitting-PLENARY", "proposals.dismissal-not-submitted");
        assertThat(codes(dismissals.toPresidium(filing, new ToPresidium(Office.GOVERNMENT, Way.VOTE, plenary))))
                .containsExactly("proposals.dismissal-sitting-PRESIDIUM");
        Question asked = dismissals
                .toPresidium(filing, new ToPresidium(Office.GOVERNMENT, Way.VOTE, presidium))
                .orThrow();
        assertThat(codes(dismissals.toPresidium(filing, new ToPresidium(Office.GOVERNMENT, Way.VOTE, presidium))))
                .containsExactly("proposals.dismissal-asked");
        assertThat(codes(dismissals.hear(filing, new Heard(Form.PLENARY, Optional.of(presidium), " "))))
                .containsExactly("proposals.dismissal-sitting-PLENARY", "proposals.part-length");
        vote(asked.id(), 1, PRESIDIUM);
        assertThat(state(filing)).isEqualTo(State.WAITING);
        assertThat(codes(filings.examine(filing, new Filing.Opinion(Filing.Outcome.AGENDA, ""))))
                .containsExactly("proposals.dismissal-own-way");
        assertThat(codes(filings.file(body, Kind.DISMISSAL, TEXT, "GOVERNMENT")))
                .containsExactly("proposals.mover-of-dismissal");
        assertThat(codes(filings.file(
                        body,
                        Kind.INVESTIGATION,
                        new Filings.Text("演示", Map.of(Part.QUESTION, "演示", Part.REASONS, "演示")),
                        "STANDING_COMMITTEE")))
                .containsExactly("proposals.mover-of-investigation");
    }

    @Test
    void deputiesReadADefenceOnceItIsPrinted() throws Exception {
        UUID filing = submitted("dismissal-read", Office.GOVERNMENT, Way.VOTE);
        dismissals
                .hear(filing, new Heard(Form.WRITTEN, Optional.empty(), "尚未印发的申辩"))
                .orThrow();
        assertThat(page(filing, Role.MEMBER)).doesNotContain("尚未印发的申辩").contains("申辩");
        assertThat(page(filing, Role.SECRETARIAT)).contains("尚未印发的申辩", "印发会议");
        dismissals.print(filing, 1).orThrow();
        assertThat(page(filing, Role.MEMBER)).contains("尚未印发的申辩", "11票（全体代表21名的过半数）");
    }

    private String page(UUID filing, Role role) throws Exception {
        return web.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(
                                "/filings/{id}/dismissal", filing)
                        .header("Authorization", "Bearer " + congress.token(body, role)))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
