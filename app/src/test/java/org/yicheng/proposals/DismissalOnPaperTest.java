package org.yicheng.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
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
import org.yicheng.assembly.BallotPaper;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Scrutiny;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.VotingMode;
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
import org.yicheng.testing.Printed;
import org.yicheng.testing.YichengTest;

/** A dismissal voted on by papers: issued, collected, entered twice, confirmed, announced (OL 31, 25; SH 49). */
@YichengTest
@Import(Congress.class)
class DismissalOnPaperTest {

    private static final int DEPUTIES = 21;

    @Autowired
    Dismissals dismissals;

    @Autowired
    Filings filings;

    @Autowired
    Elections elections;

    @Autowired
    Scrutiny scrutiny;

    @Autowired
    Questions questions;

    @Autowired
    Sittings sittings;

    @Autowired
    Windows windows;

    @Autowired
    Congress congress;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc web;

    @Autowired
    Clock clock;

    private List<UUID> people = List.of();
    private String plenary = "";
    private String presidium = "";

    /** A congress of 21 in plenary; its presidium has submitted the dismissal. */
    private UUID submitted(String body, Office office) {
        people = congress.congress(body, DEPUTIES);
        String subject = "test:" + body;
        transaction.executeWithoutResult(_ ->
                windows.open(subject, "motion", body, Instant.now().minusSeconds(60), Citation.of(Law.SHANGHAI, 24)));
        plenary = congress.sitting(body + "-plenary", body).id();
        congress.signIn(plenary, body, 0, DEPUTIES);
        sittings.open(plenary).orThrow();
        congress.presidium(body + "-presidium", body, people.subList(0, 3));
        presidium = sittings.schedule(new Sittings.NewSitting(
                        body + "-meeting",
                        body + "-presidium",
                        subject,
                        Sitting.Kind.PRESIDIUM,
                        2,
                        new Bilingual("主席团会议", "Presidium meeting"),
                        "演示",
                        clock.instant()))
                .id();
        sittings.namePresiding(presidium, "演示").orThrow();
        sittings.openSignIn(presidium).orThrow();
        congress.signIn(presidium, body, 0, 3);
        sittings.open(presidium).orThrow();
        Filing filing = filings.file(
                        body,
                        Kind.DISMISSAL,
                        new Filings.Text("关于罢免一名副市长的罢免案（演示）", Map.of(Part.PERSON, "演示某，副市长", Part.REASONS, "演示理由")),
                        "PRESIDIUM")
                .orThrow();
        filings.register(filing.id()).orThrow();
        adopt(
                dismissals
                        .toPresidium(filing.id(), new ToPresidium(office, Way.VOTE, presidium))
                        .orThrow(),
                3);
        return filing.id();
    }

    private UUID adopt(Question question, int voters) {
        questions.put(question.id()).orThrow();
        questions.open(question.id()).orThrow();
        IntStream.range(0, voters)
                .forEach(i -> questions
                        .press(question.id(), people.get(i), Mark.FOR, "k" + i)
                        .join()
                        .orThrow());
        questions.close(question.id()).orThrow();
        questions.declare(question.id()).orThrow();
        return question.id();
    }

    private UUID decided(String sitting, int voters) {
        return adopt(
                questions.list(new Questions.NewQuestion(
                        sitting,
                        Question.Kind.RESOLUTION,
                        new Bilingual("决定", "decision"),
                        "文本",
                        "test:any",
                        VotingMode.ELECTRONIC_UNRECORDED)),
                voters);
    }

    private Election begun(UUID filing) {
        Election ballot = dismissals.toBallot(filing).orThrow();
        scrutiny.propose(ballot.id(), List.of("M20", "M21"), List.of("M20"), true)
                .orThrow();
        elections
                .decided(ballot.id(), ElectionStep.ADOPT_SCRUTINEERS, decided(plenary, DEPUTIES))
                .orThrow();
        return ballot;
    }

    private void heard(UUID filing) {
        dismissals
                .hear(filing, new Heard(Form.NOT_USED, Optional.empty(), "已书面告知，本人未申辩"))
                .orThrow();
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    private static Scrutiny.Line line(int count, String marks) {
        return new Scrutiny.Line(count, new BallotPaper(marks, List.of(), marks.isEmpty()));
    }

    /** Issues to all, collects {@code collected} of them. */
    private void voted(UUID ballot, int issued, int collected) {
        elections.issue(ballot, plenary, issued, List.of()).orThrow();
        elections.take(ballot, ElectionStep.OPEN_VOTING).orThrow();
        elections.collect(ballot, collected, List.of()).orThrow();
    }

    private Election.Result counted(UUID ballot, List<Scrutiny.Line> lines) {
        elections.take(ballot, ElectionStep.DECLARE_VALID).orThrow();
        int size = lines.stream().mapToInt(Scrutiny.Line::count).sum();
        int batch = scrutiny.open(ballot, Scrutiny.Form.COUNTS, size).orThrow().number();
        scrutiny.enter(ballot, batch, "一", lines).orThrow();
        assertThat(codes(elections.take(ballot, ElectionStep.COUNT))).isNotEmpty();
        scrutiny.enter(ballot, batch, "二", lines).orThrow();
        return elections.take(ballot, ElectionStep.COUNT).orThrow().outcome().orElseThrow();
    }

    private void announced(UUID ballot) {
        elections
                .decided(ballot, ElectionStep.DECIDE_VALIDITY, decided(presidium, 3))
                .orThrow();
        elections.take(ballot, ElectionStep.ANNOUNCE).orThrow();
    }

    private State state(UUID filing) {
        return dismissals.of(filing).orElseThrow().state();
    }

    @Test
    void noPaperIsIssuedBeforeThePersonWasHeardAndTheDefencePrinted() {
        UUID filing = submitted("paper-heard", Office.GOVERNMENT);
        UUID ballot = begun(filing).id();
        assertThat(codes(elections.issue(ballot, plenary, DEPUTIES, List.of())))
                .containsExactly("proposals.dismissal-unheard");
        dismissals
                .hear(filing, new Heard(Form.WRITTEN, Optional.empty(), "演示申辩"))
                .orThrow();
        assertThat(codes(elections.issue(ballot, plenary, DEPUTIES, List.of())))
                .containsExactly("proposals.dismissal-unprinted");
        dismissals.print(filing, 1).orThrow();
        elections.issue(ballot, plenary, DEPUTIES, List.of()).orThrow();
        assertThat(codes(dismissals.toBallot(filing))).containsExactly("proposals.dismissal-listed");
        assertThat(codes(dismissals.toPlenary(filing, plenary))).containsExactly("proposals.dismissal-listed");
    }

    @Test
    void morePapersThanIssuedVoidTheVoteAndItIsTakenAgain() {
        UUID filing = submitted("paper-void", Office.GOVERNMENT);
        UUID ballot = begun(filing).id();
        heard(filing);
        voted(ballot, DEPUTIES, DEPUTIES + 1);
        Ruling<Election> valid = elections.take(ballot, ElectionStep.DECLARE_VALID);
        assertThat(codes(valid)).containsExactly("assembly.election-void-collected");
        assertThat(((Ruling.Refused<Election>) valid).reasons().getFirst().ground())
                .contains(ElectionStep.DISMISSAL_ON_PAPER);
        elections.take(ballot, ElectionStep.DECLARE_VOID).orThrow();
        assertThat(state(filing)).isEqualTo(State.SUBMITTED);
        voted(ballot, DEPUTIES, DEPUTIES);
        assertThat(elections.take(ballot, ElectionStep.DECLARE_VALID).orThrow().attempt())
                .isEqualTo(2);
    }

    /** 11 of 21 carry it; spoilt papers are counted apart and count against it. */
    @Test
    void elevenOf21PapersDismissAndTheSpoiltOnesStandInTheOutcome() {
        UUID filing = submitted("paper-carried", Office.CHIEF_PROCURATOR);
        UUID ballot = begun(filing).id();
        heard(filing);
        voted(ballot, DEPUTIES, 20);
        elections.take(ballot, ElectionStep.DECLARE_VALID).orThrow();
        List<Scrutiny.Line> right = List.of(line(11, "Y"), line(5, "N"), line(2, "A"), line(2, ""));
        int batch = scrutiny.open(ballot, Scrutiny.Form.COUNTS, 20).orThrow().number();
        scrutiny.enter(ballot, batch, "一", right).orThrow();
        Scrutiny.Batch differing = scrutiny.enter(
                        ballot, batch, "二", List.of(line(12, "Y"), line(4, "N"), line(2, "A"), line(2, "")))
                .orThrow();
        assertThat(differing.differences()).isNotEmpty();
        assertThat(codes(elections.take(ballot, ElectionStep.COUNT))).isNotEmpty();
        scrutiny.enter(ballot, batch, "二", right).orThrow();
        Election.Result result =
                elections.take(ballot, ElectionStep.COUNT).orThrow().outcome().orElseThrow();
        assertThat(result.threshold()).isEqualTo(11);
        assertThat(result.invalid()).isEqualTo(2);
        assertThat(result.next()).isEqualTo("NONE");
        assertThat(result.explanation().zh()).contains("赞成罢免11票", "废票2张", "罢免案通过");
        assertThat(state(filing)).isEqualTo(State.SUBMITTED);
        announced(ballot);
        assertThat(state(filing)).isEqualTo(State.DISMISSED);
        assertThat(codes(elections.take(ballot, ElectionStep.PROCLAIM))).contains("assembly.dismissal-no-step");
        assertThat(codes(dismissals.proclaim(filing))).containsExactly("proposals.dismissal-approval-missing");
        dismissals.approve(filing, "冀人常〔2024〕9号").orThrow();
        assertThat(dismissals.proclaim(filing).orThrow().html()).contains("罢免", "演示某，副市长");
    }

    @Test
    void tenOf21PapersKeepThePersonInOffice() {
        UUID filing = submitted("paper-kept", Office.GOVERNMENT);
        UUID ballot = begun(filing).id();
        heard(filing);
        voted(ballot, DEPUTIES, DEPUTIES);
        Election.Result result = counted(ballot, List.of(line(10, "Y"), line(1, "N"), line(10, "A")));
        assertThat(result.elected()).isEmpty();
        assertThat(result.unfilled()).isZero();
        announced(ballot);
        assertThat(state(filing)).isEqualTo(State.KEPT);
    }

    @Test
    void thePapersArePrintedAndTheVoteIsBegunAndReadFromPages() throws Exception {
        UUID filing = submitted("paper-pages", Office.GOVERNMENT);
        String clerk = congress.token("paper-pages", Role.SECRETARIAT);
        String path = "/filings/" + filing + "/dismissal";
        assertThat(page(clerk, path)).contains("用纸质表决票表决");
        web.perform(post(path + "/ballot").header("Authorization", "Bearer " + clerk));
        UUID ballot = dismissals.of(filing).orElseThrow().ballot().orElseThrow();
        assertThat(page(clerk, path)).contains("/elections/" + ballot, "已提请全体会议表决");
        assertThat(page(clerk, "/elections/" + ballot))
                .contains("罢免案的无记名投票表决", "被提出罢免的人员", "演示某，副市长", "表决票（打印用）")
                .doesNotContain("差额", "推荐提名");
        byte[] pdf = web.perform(
                        get("/elections/" + ballot + "/ballot-paper.pdf").header("Authorization", "Bearer " + clerk))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(Printed.of(pdf).text()).contains("表决票", "演示某，副市长", "赞成罢免的").doesNotContain("另选他人");
        heard(filing);
        scrutiny.propose(ballot, List.of("M20", "M21"), List.of("M20"), true).orThrow();
        elections
                .decided(ballot, ElectionStep.ADOPT_SCRUTINEERS, decided(plenary, DEPUTIES))
                .orThrow();
        voted(ballot, DEPUTIES, DEPUTIES);
        counted(ballot, List.of(line(15, "Y"), line(6, "N")));
        announced(ballot);
        assertThat(page(clerk, "/elections/" + ballot)).contains("罢免案通过", "通过须11票");
        assertThat(page(clerk, path)).contains("赞成罢免15票");
        byte[] report = web.perform(
                        get("/elections/" + ballot + "/report.pdf").header("Authorization", "Bearer " + clerk))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(Printed.of(report).text()).contains("表决结果报告单", "罢免案通过").doesNotContain("当选");
    }

    private String page(String token, String path) throws Exception {
        var answer = web.perform(get(path).header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
