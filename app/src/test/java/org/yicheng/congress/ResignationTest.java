package org.yicheng.congress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.OtherMandates;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.VotingMode;
import org.yicheng.congress.Resignation.State;
import org.yicheng.document.Papers;
import org.yicheng.party.Role;
import org.yicheng.record.Journal;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;

/** Resignations by the Organic Law, art. 32, and the Electoral Law, arts. 55 and 56. */
@YichengTest
@Import(Congress.class)
class ResignationTest {

    @Autowired
    Resignations resignations;

    @Autowired
    Committees committees;

    @Autowired
    CommitteeMeetings meetings;

    @Autowired
    Sessions sessions;

    @Autowired
    Sittings sittings;

    @Autowired
    Questions questions;

    @Autowired
    Bodies bodies;

    @Autowired
    OtherMandates areas;

    @Autowired
    Papers papers;

    @Autowired
    Journal journal;

    @Autowired
    Congress congress;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    /** A congress of eight with a committee of five: M1 is its chair, M2 a vice-chair. */
    private void formed(String body) {
        congress.congress(body, 8);
        committees
                .form(
                        body,
                        List.of(
                                new Committees.NewSeat("M1", Committees.Post.CHAIR),
                                new Committees.NewSeat("M2", Committees.Post.VICE_CHAIR),
                                new Committees.NewSeat("M3", Committees.Post.MEMBER),
                                new Committees.NewSeat("M4", Committees.Post.MEMBER),
                                new Committees.NewSeat("M5", Committees.Post.MEMBER)))
                .orThrow();
    }

    /** A meeting of the committee with all five present. */
    private Sitting meeting(String body) {
        Session session = meetings.convene(
                        body,
                        new CommitteeMeetings.NewMeeting(
                                meetings.of(body).orElseThrow().nextNumber(),
                                clock.instant().plus(Duration.ofMinutes(5)),
                                "演示",
                                List.of("演示报告"),
                                List.of(),
                                VotingMode.SHOW_OF_HANDS))
                .orThrow();
        Sitting sitting = sittings.ofSubject(session.subject()).getFirst();
        sittings.namePresiding(sitting.id(), "演示0").orThrow();
        sittings.openSignIn(sitting.id()).orThrow();
        congress.signIn(sitting.id(), body, 0, 5);
        return sittings.open(sitting.id()).orThrow();
    }

    private void vote(Question question, int votesFor, int against) {
        questions.put(question.id()).orThrow();
        questions.open(question.id()).orThrow();
        Outcome.Votes votes = new Outcome.Votes(votesFor, against, 0, 0);
        questions.enterHands(question.id(), "一", votes).orThrow();
        questions.enterHands(question.id(), "二", votes).orThrow();
        questions.close(question.id()).orThrow();
        questions.declare(question.id()).orThrow();
    }

    private Resignation file(String body, Resignation.Office office, String person, String member, String title) {
        return resignations
                .file(
                        body,
                        new Resignations.Letter(
                                Resignation.Kind.OFFICE,
                                Optional.of(office),
                                person,
                                Optional.of(member).filter(text -> !text.isEmpty()),
                                title,
                                LocalDate.now(clock),
                                "工作变动"))
                .orThrow();
    }

    private static Resignations.Letter deputy(Resignation.Kind kind, String person, String member, Clock clock) {
        return new Resignations.Letter(
                kind,
                Optional.empty(),
                person,
                Optional.of(member).filter(text -> !text.isEmpty()),
                kind == Resignation.Kind.DEPUTY ? "" : "演示省人大代表",
                LocalDate.now(clock),
                "调离");
    }

    private Resignation now(Resignation one) {
        return resignations.byId(one.id()).orElseThrow();
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    private static List<String> grounds(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream()
                        .flatMap(reason -> reason.ground().stream())
                        .map(rule -> rule.key())
                        .toList()
                : List.of();
    }

    /** OL 32(1). */
    @Test
    void betweenSessionsTheCommitteeDecidesByAMajorityOfAllAndItIsReportedToTheCongress() {
        String body = "resign-committee";
        formed(body);
        Resignation one = file(body, Resignation.Office.STANDING_COMMITTEE, "", "M3", "演示市人大常委会委员");
        assertThat(one.person()).isEqualTo("演示2");
        assertThat(codes(resignations.put(one.id(), "", VotingMode.SHOW_OF_HANDS)))
                .containsExactly("congress.resignation-put-COMMITTEE");
        assertThat(codes(resignations.report(one.id(), "文件十二"))).containsExactly("congress.resignation-no-report");
        Sitting sitting = meeting(body);
        Question rejected = resignations
                .put(one.id(), sitting.id(), VotingMode.SHOW_OF_HANDS)
                .orThrow();
        vote(rejected, 2, 3);
        assertThat(now(one).state()).isEqualTo(State.REJECTED);
        assertThat(meetings.of(body).orElseThrow().members()).isEqualTo(5);

        Resignation again = file(body, Resignation.Office.STANDING_COMMITTEE, "", "M3", "演示市人大常委会委员");
        vote(
                resignations
                        .put(again.id(), sitting.id(), VotingMode.SHOW_OF_HANDS)
                        .orThrow(),
                3,
                2);
        assertThat(now(again).state()).isEqualTo(State.EFFECTIVE);
        assertThat(meetings.of(body).orElseThrow().members()).isEqualTo(4);
        assertThat(bodies.memberByNumber(body, "M3").orElseThrow().status()).isEqualTo(Member.MandateStatus.IN_OFFICE);
        assertThat(now(again).toBeReported()).isTrue();
        assertThat(resignations.report(again.id(), "六次会议文件（十二）").orThrow().report())
                .contains("六次会议文件（十二）");
        assertThat(resignations.proclaim(again.id()).orThrow().html()).contains("演示2", "常务委员会第一次会议");
        assertThat(journal.latest(new Journal.ActFilter("", "resignation:" + again.id(), Optional.empty(), 20)))
                .extracting(act -> act.verb())
                .contains(
                        "congress.resignation.file",
                        "congress.resignation.put",
                        "congress.resignation.decide",
                        "congress.resignation.report",
                        "congress.resignation.proclaim");
    }

    /** OL 32(1): while the congress meets it decides itself; a letter that waited for the committee cannot be voted there. */
    @Test
    void whileTheCongressMeetsOnlyItsPlenaryDecides() {
        String body = "resign-plenary";
        formed(body);
        Sitting committee = meeting(body);
        Resignation one = file(body, Resignation.Office.GOVERNMENT, "演示某", "", "演示市副市长");
        Question waiting = resignations
                .put(one.id(), committee.id(), VotingMode.SHOW_OF_HANDS)
                .orThrow();
        Session session = sessions.plan(new Sessions.NewSession(
                        body + "-6",
                        body,
                        6,
                        new Bilingual("六次会议", "Session 6"),
                        new Bilingual("六次会议", "Session 6"),
                        LocalDate.now(clock),
                        LocalDate.now(clock),
                        "演示",
                        true))
                .orThrow();
        Sitting plenary =
                sessions.preparePlenary(session.id(), 1, clock.instant()).orThrow();
        jdbc.sql("update congress.session set state = 'IN_SESSION' where id = :id")
                .param("id", session.id())
                .update();
        questions.put(waiting.id()).orThrow();
        assertThat(grounds(questions.open(waiting.id()))).containsExactly("OL:32(1)");
        resignations.withdraw(one.id(), "改由大会决定").orThrow();
        Resignation again = file(body, Resignation.Office.GOVERNMENT, "演示某", "", "演示市副市长");
        assertThat(codes(resignations.put(again.id(), committee.id(), VotingMode.SHOW_OF_HANDS)))
                .containsExactly("congress.resignation-put-PLENARY");
        assertThat(resignations
                        .put(again.id(), plenary.id(), VotingMode.SHOW_OF_HANDS)
                        .orThrow()
                        .sitting())
                .isEqualTo(plenary.id());
        assertThat(now(again).competence()).contains(Resignation.Competence.PLENARY);
        assertThat(now(again).toBeReported()).isFalse();
    }

    /** OL 32(1), R28. */
    @Test
    void aChiefProcuratorsOfficeDoesNotEndBeforeTheLevelAboveApproves() {
        String body = "resign-procurator";
        formed(body);
        Resignation one = file(body, Resignation.Office.CHIEF_PROCURATOR, "演示检", "", "演示市人民检察院检察长");
        assertThat(codes(resignations.approve(one.id(), "冀人常〔2024〕8号"))).containsExactly("congress.resignation-state");
        vote(
                resignations
                        .put(one.id(), meeting(body).id(), VotingMode.SHOW_OF_HANDS)
                        .orThrow(),
                5,
                0);
        assertThat(now(one).state()).isEqualTo(State.ACCEPTED);
        assertThat(now(one).effective()).isEmpty();
        assertThat(codes(resignations.proclaim(one.id()))).containsExactly("congress.resignation-approval-missing");
        assertThat(grounds(resignations.proclaim(one.id()))).containsExactly("OL:32(1)");
        Resignation ended = resignations.approve(one.id(), "冀人常〔2024〕8号").orThrow();
        assertThat(ended.state()).isEqualTo(State.EFFECTIVE);
        assertThat(ended.effective()).isPresent();
        assertThat(resignations.proclaim(one.id()).orThrow().html()).contains("冀人常〔2024〕8号");
        Resignation mayor = file(body, Resignation.Office.GOVERNMENT, "演示某", "", "演示市副市长");
        assertThat(codes(resignations.approve(mayor.id(), "号"))).containsExactly("congress.resignation-no-approval");
    }

    /** EL 55(1), 56: the committee of the electing congress decides; the seat in the committee here ends with it. */
    @Test
    void aCitysDeputyResignsToTheElectingCommitteeAndLosesTheSeatInTheCommitteeToo() {
        String body = "resign-city";
        formed(body);
        Resignation one = resignations
                .file(body, deputy(Resignation.Kind.DEPUTY, "", "M4", clock))
                .orThrow();
        assertThat(one.title()).isEqualTo(body + "代表");
        assertThat(grounds(resignations.put(one.id(), "", VotingMode.SHOW_OF_HANDS)))
                .containsExactly("EL:55(1)");
        assertThat(codes(resignations.enterDecision(one.id(), " "))).containsExactly("congress.resignation-reference");
        resignations.enterDecision(one.id(), "长安区人大常委会第十二次会议，2024年2月20日").orThrow();
        assertThat(now(one).state()).isEqualTo(State.EFFECTIVE);
        assertThat(bodies.memberByNumber(body, "M4").orElseThrow().status()).isEqualTo(Member.MandateStatus.TERMINATED);
        assertThat(meetings.of(body).orElseThrow().members()).isEqualTo(4);
        assertThat(resignations.proclaim(one.id()).orThrow().html()).contains("代表资格自");
    }

    /** EL 55(2): a county's deputies resign to their own standing committee. */
    @Test
    void aCountysDeputyResignsToItsOwnCommittee() {
        String body = "resign-county";
        formed(body);
        areas.locate(body, "130102").orThrow();
        Resignation one = resignations
                .file(body, deputy(Resignation.Kind.DEPUTY, "", "M7", clock))
                .orThrow();
        assertThat(codes(resignations.enterDecision(one.id(), "某常委会")))
                .containsExactly("congress.resignation-own-decision");
        vote(
                resignations
                        .put(one.id(), meeting(body).id(), VotingMode.SHOW_OF_HANDS)
                        .orThrow(),
                3,
                2);
        assertThat(bodies.memberByNumber(body, "M7").orElseThrow().status()).isEqualTo(Member.MandateStatus.TERMINATED);
    }

    /** EL 55(1): a deputy to the level above resigns to the standing committee of the congress that elected. */
    @Test
    void aDeputyToTheLevelAboveResignsHereAndTheResolutionIsReportedAbove() {
        String body = "resign-upper";
        formed(body);
        Resignation one = resignations
                .file(body, deputy(Resignation.Kind.UPPER_DEPUTY, "演示省代表", "", clock))
                .orThrow();
        vote(
                resignations
                        .put(one.id(), meeting(body).id(), VotingMode.SHOW_OF_HANDS)
                        .orThrow(),
                5,
                0);
        assertThat(now(one).toBeReported()).isTrue();
        assertThat(resignations.report(one.id(), "石人常〔2024〕3号").orThrow().report())
                .isPresent();
    }

    @Test
    void everyFaultOfALetterIsNamedAtOnce() {
        String body = "resign-faults";
        formed(body);
        assertThat(codes(resignations.file(
                        body,
                        new Resignations.Letter(
                                Resignation.Kind.OFFICE,
                                Optional.of(Resignation.Office.STANDING_COMMITTEE),
                                "",
                                Optional.of("M8"),
                                "",
                                LocalDate.now(clock).plusDays(1),
                                " "))))
                .containsExactly(
                        "congress.resignation-no-member",
                        "congress.resignation-title",
                        "congress.resignation-reason",
                        "congress.resignation-written");
        file(body, Resignation.Office.COURT_PRESIDENT, "演示院", "", "院长");
        assertThat(codes(resignations.file(
                        body,
                        new Resignations.Letter(
                                Resignation.Kind.OFFICE,
                                Optional.of(Resignation.Office.COURT_PRESIDENT),
                                "演示院",
                                Optional.empty(),
                                "院长",
                                LocalDate.now(clock),
                                "又一次"))))
                .containsExactly("congress.resignation-twice");
        assertThat(codes(resignations.withdraw(UUID.randomUUID(), "无")))
                .containsExactly("congress.resignation-unknown");
    }

    private String page(String token, MockHttpServletRequestBuilder request) throws Exception {
        var answer = web.perform(request.header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isIn(200, 303, 409);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void aResignationGoesFromTheLetterToTheAnnouncementByThePages() throws Exception {
        String body = "resign-pages";
        formed(body);
        String clerk = congress.token(body, Role.SECRETARIAT);
        String list = "/bodies/" + body + "/resignations";
        assertThat(page(clerk, get(list))).contains("还没有登记辞职", "《选举法》第五十五条");
        page(
                clerk,
                post(list)
                        .param("from", "CHIEF_PROCURATOR")
                        .param("person", "演示检")
                        .param("title", "演示市人民检察院检察长")
                        .param("written", LocalDate.now(clock).toString())
                        .param("reason", "年龄原因"));
        Resignation one = resignations.of(body).getFirst();
        String path = "/resignations/" + one.id();
        assertThat(page(clerk, get(path))).contains("没有已经召集、还未结束的常务委员会会议");
        Sitting sitting = meeting(body);
        page(clerk, post(path + "/put").param("sitting", sitting.id()).param("mode", "SHOW_OF_HANDS"));
        vote(questions.byId(now(one).question().orElseThrow()).orElseThrow(), 5, 0);
        assertThat(page(clerk, get(path))).contains("职务没有终止，也不发布公告").doesNotContain("/proclamation\"");
        assertThat(page(clerk, post(path + "/proclamation"))).contains("还没有上一级的批准");
        page(clerk, post(path + "/approval").param("reference", "冀人常〔2024〕8号"));
        page(clerk, post(path + "/report").param("reference", "六次会议文件（十二）"));
        page(clerk, post(path + "/proclamation"));
        assertThat(page(clerk, get(path))).contains("冀人常〔2024〕8号", "六次会议文件（十二）", ".pdf");
        assertThat(papers.ofSubject("resignation:" + one.id())).hasSize(1);
        assertThat(Map.of("state", now(one).state())).containsEntry("state", State.EFFECTIVE);
    }
}
