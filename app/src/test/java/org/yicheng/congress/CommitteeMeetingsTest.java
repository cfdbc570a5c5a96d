package org.yicheng.congress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yicheng.assembly.Ballots;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Mandates;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.NewMember;
import org.yicheng.assembly.OtherOffices;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Secrecy;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.VotingMode;
import org.yicheng.count.Office;
import org.yicheng.home.PlatformClock;
import org.yicheng.party.Role;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.Printed;
import org.yicheng.testing.YichengTest;
import org.yicheng.web.Lamp;

/** A standing committee meets at least once every two months (OL 51(1)). */
@YichengTest
@Import({Congress.class, Ballots.class})
class CommitteeMeetingsTest {

    @Autowired
    CommitteeMeetings committees;

    @Autowired
    Committees seats;

    @Autowired
    Sessions sessions;

    @Autowired
    Questions questions;

    @Autowired
    Mandates mandates;

    @Autowired
    Bodies bodies;

    @Autowired
    Elections elections;

    @Autowired
    Ballots ballots;

    @Autowired
    Rosters rosters;

    @Autowired
    OtherOffices offices;

    @Autowired
    Congress congress;

    @Autowired
    Sittings sittings;

    @Autowired
    MockMvc web;

    @Autowired
    Clock clock;

    @AfterEach
    void backToToday() {
        ((PlatformClock) clock).set(Instant.now());
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private void at(String text) {
        ((PlatformClock) clock).set(instant(text));
    }

    private static List<Committees.NewSeat> members(String... numbers) {
        return Arrays.stream(numbers)
                .map(number -> new Committees.NewSeat(number, Committees.Post.MEMBER))
                .toList();
    }

    private void formed(String body) {
        at("2024-01-10T09:00:00+08:00");
        congress.congress(body, 8);
        seats.form(body, members("M1", "M2", "M3")).orThrow();
        seats.posts(body, Map.of("M1", Committees.Post.CHAIR)).orThrow();
    }

    private CommitteeMeetings.NewMeeting meeting(String body, String text, String hall) {
        int number =
                committees.of(body).map(CommitteeMeetings.Calendar::nextNumber).orElse(1);
        return new CommitteeMeetings.NewMeeting(
                number, instant(text), hall, List.of("演示报告"), List.of(), VotingMode.SHOW_OF_HANDS);
    }

    /** Convenes a meeting and holds it. */
    private void held(String body, String text) {
        Session session = committees.convene(body, meeting(body, text, "演示")).orThrow();
        String sitting = sittings.ofSubject(session.subject()).getFirst().id();
        at(text);
        sittings.namePresiding(sitting, "演示0").orThrow();
        sittings.openSignIn(sitting).orThrow();
        congress.signIn(sitting, body, 0, 3);
        sittings.open(sitting).orThrow();
        sittings.close(sitting).orThrow();
    }

    private CommitteeMeetings.Calendar calendar(String body) {
        return committees.of(body).orElseThrow();
    }

    @Test
    void theTwoMonthsRunFromTheLastMeetingHeldAndTheLampSaysHowMuchIsLeft() {
        String body = "committee-lamp";
        formed(body);
        assertThat(calendar(body).until()).isEqualTo(LocalDate.of(2024, 3, 10));
        held(body, "2024-01-31T09:00:00+08:00");
        assertThat(calendar(body).from()).isEqualTo(LocalDate.of(2024, 1, 31));
        assertThat(calendar(body).until()).isEqualTo(LocalDate.of(2024, 3, 31));
        assertThat(calendar(body).lamp()).contains(Lamp.OK);
        // Sixty days in all: twenty left are a third.
        at("2024-03-10T09:00:00+08:00");
        assertThat(calendar(body).lamp()).contains(Lamp.OK);
        at("2024-03-11T09:00:00+08:00");
        assertThat(calendar(body).lamp()).contains(Lamp.NEAR);
        at("2024-03-31T23:59:00+08:00");
        assertThat(calendar(body).lamp()).contains(Lamp.NEAR);
        at("2024-04-01T00:00:00+08:00");
        assertThat(calendar(body).lamp()).contains(Lamp.LATE);
    }

    @Test
    void aMeetingThatCameLaterThanTwoMonthsIsNamed() {
        String body = "committee-gap";
        formed(body);
        held(body, "2024-02-01T09:00:00+08:00");
        held(body, "2024-04-01T09:00:00+08:00");
        assertThat(calendar(body).gaps()).isEmpty();
        held(body, "2024-06-02T09:00:00+08:00");
        assertThat(calendar(body).gaps())
                .extracting(CommitteeMeetings.Gap::until)
                .containsExactly(LocalDate.of(2024, 6, 1));
    }

    @Test
    void faultsAreNamedAtOnceAndACommitteeIsFormedOnce() {
        String body = "committee-faults";
        at("2024-01-10T09:00:00+08:00");
        congress.congress(body, 3);
        CommitteeMeetings.NewMeeting empty = new CommitteeMeetings.NewMeeting(
                0, instant("2024-01-01T09:00:00+08:00"), " ", List.of(), List.of(), VotingMode.ROLL_CALL);
        assertThat(codes(committees.convene(body, empty)))
                .containsExactly(
                        "congress.committee-none",
                        "congress.committee-hall",
                        "congress.committee-past",
                        "congress.session-number",
                        "congress.committee-items",
                        "congress.committee-mode");
        assertThat(codes(seats.form(body, members("M1", "M1", "M9"))))
                .containsExactly("congress.listed-twice", "congress.not-in-office");
        assertThat(codes(seats.form(
                        body,
                        members(IntStream.rangeClosed(1, 62)
                                .mapToObj(i -> "M" + i)
                                .toArray(String[]::new)))))
                .contains("congress.committee-size");
        seats.form(body, members("M1")).orThrow();
        assertThat(codes(seats.form(body, members("M1")))).containsExactly("congress.committee-there");
        committees
                .convene(body, meeting(body, "2024-02-01T09:00:00+08:00", "演示"))
                .orThrow();
        CommitteeMeetings.NewMeeting again = new CommitteeMeetings.NewMeeting(
                1,
                instant("2024-02-01T09:00:00+08:00"),
                "演示",
                List.of(),
                List.of("演示决定（草案）"),
                VotingMode.SHOW_OF_HANDS);
        assertThat(codes(committees.convene(body, again))).containsExactly("congress.committee-number-taken");
    }

    /** OL 47(1), 47(3). */
    @Test
    void membersAreDeputiesWithoutStateOfficeAndThereIsOneChair() {
        String body = "committee-seats";
        formed(body);
        offices.enter(body, "M4", OtherOffices.Organ.ADMINISTRATIVE, "演示局局长", false)
                .orThrow();
        assertThat(codes(seats.enter(
                        body,
                        List.of(
                                new Committees.NewSeat("M4", Committees.Post.CHAIR),
                                new Committees.NewSeat("M1", Committees.Post.MEMBER)),
                        clock.instant(),
                        "")))
                .containsExactly(
                        "congress.committee-state-office",
                        "congress.committee-member-already",
                        "congress.committee-post-twice",
                        "assembly.decision-missing");
        assertThat(seats.enter(body, members("M5"), clock.instant(), "第五次会议补选").orThrow())
                .isEqualTo(4);
        seats.end(body, "M5", Mandates.Ground.RESIGNED, clock.instant(), "接受辞职").orThrow();
        assertThat(calendar(body).members()).isEqualTo(3);
        assertThat(mandates.changes(body)).isEmpty();
        // EL 56: with the deputy's mandate the seat in the committee ends.
        mandates.end(body, "M2", Mandates.Ground.MOVED, clock.instant(), "调离").orThrow();
        assertThat(calendar(body).members()).isEqualTo(2);
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    @Test
    void aCppccsCommitteeSitsWithMoreThanHalfAndHasNoTwoMonths() {
        String body = "committee-cppcc";
        at("2024-01-10T09:00:00+08:00");
        congress.congress("committee-cppcc-people", 4);
        bodies.add(new Body(
                body,
                Body.Kind.CPPCC,
                new Bilingual("政协演示市委员会", "CPPCC committee"),
                new Bilingual("政协", "CPPCC"),
                "cn-cppcc",
                Optional.empty(),
                true));
        bodies.enrol(
                        body,
                        bodies.membersOf("committee-cppcc-people").stream()
                                .map(member -> new NewMember(
                                        member.number(),
                                        member.person(),
                                        "",
                                        "",
                                        Member.MandateStatus.IN_OFFICE,
                                        member.from(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        ""))
                                .toList())
                .orThrow();
        seats.form(body, members("M1", "M2", "M3", "M4")).orThrow();
        assertThat(calendar(body).lamp()).isEmpty();
        Session session = committees
                .convene(body, meeting(body, "2024-05-20T09:00:00+08:00", "演示"))
                .orThrow();
        assertThat(session.name().zh()).isEqualTo("政协演示市委员会常务委员会第一次会议");
        String sitting = sittings.ofSubject(session.subject()).getFirst().id();
        sittings.namePresiding(sitting, "演示3").orThrow();
        sittings.openSignIn(sitting).orThrow();
        congress.signIn(sitting, "committee-cppcc-people", 0, 2);
        assertThat(codes(sittings.open(sitting))).hasSize(1);
        congress.signIn(sitting, "committee-cppcc-people", 2, 3);
        sittings.open(sitting).orThrow();
        assertThat(calendar(body).gaps()).isEmpty();
    }

    /** OL 47(1): who was elected at a session becomes a member with the announcement. */
    @Test
    void whoIsElectedToTheCommitteeIsEnteredWithOneButtonOnceTheResultIsAnnounced() {
        String body = "committee-elected";
        Election ready = ballots.ready(
                body, 40, 40, Ballots.terms(Office.STANDING_COMMITTEE_MEMBER, 1, 1, Secrecy.PAPER_TWO_TELLERS), 2);
        seats.form(body, members("M30", "M31")).orThrow();
        ballots.voted(ready, 40, 40);
        Election counted = ballots.counted(ready, Ballots.line(30, "YN"), Ballots.line(10, "NY"));
        assertThat(seats.elected(body)).isEmpty();
        assertThat(codes(seats.enterElected(body, counted.id()))).containsExactly("congress.committee-none-elected");
        elections
                .decided(
                        counted.id(),
                        ElectionStep.DECIDE_VALIDITY,
                        ballots.adopted(
                                body,
                                bodies.membersOf(body).stream()
                                        .map(Member::person)
                                        .toList()))
                .orThrow();
        elections.take(counted.id(), ElectionStep.ANNOUNCE).orThrow();
        assertThat(seats.elected(body).getFirst().waiting())
                .extracting(Member::number)
                .containsExactly("M1");
        assertThat(seats.enterElected(body, counted.id()).orThrow()).isEqualTo(3);
        assertThat(seats.elected(body)).isEmpty();
    }

    @Test
    void aCommitteesMembersAreNotImportedFromAFile() {
        String body = "committee-import";
        formed(body);
        assertThat(codes(rosters.preview(body + "-standing-committee", "deputy_id\n".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("congress.roster-of-committee");
    }

    private String page(String token, MockHttpServletRequestBuilder request) throws Exception {
        var answer = web.perform(request.header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isIn(200, 303, 409);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    /** OL 51: from convening to the minutes, by the pages alone. */
    @Test
    void aMeetingIsConvenedHeldAndWrittenUpFromThePagesAlone() throws Exception {
        String body = "committee-page";
        at("2024-01-10T09:00:00+08:00");
        List<UUID> people = congress.congress(body, 6);
        String clerk = congress.token(body, Role.SECRETARIAT);
        String chair = congress.token(body, Role.CHAIR);
        String first = congress.token(body, Role.TELLER);
        String second = congress.token(body, Role.TELLER);
        String path = "/bodies/" + body + "/standing-committee";
        page(clerk, post(path).param("members", "M1、M2，M3 M4"));
        page(clerk, post(path + "/posts").param("post-M1", "CHAIR").param("post-M2", "VICE_CHAIR"));
        page(
                clerk,
                post(path + "/meetings")
                        .param("number", "17")
                        .param("at", "2024-02-20T09:00")
                        .param("hall", "演示厅")
                        .param("heard", "听取和审议市人民政府关于演示工作的报告")
                        .param("voted", "演示市河道条例（草案）\n关于演示事项的决定（草案）")
                        .param("mode", "SHOW_OF_HANDS"));
        assertThat(page(clerk, get(path))).contains("2024年3月10日", "常委会第十七次会议", "演示厅");
        String session = body + "-standing-committee-17";
        String sitting = session + "-plenary-1";
        assertThat(page(clerk, get("/sessions/" + session))).contains("过半数出席", "常务委员会会议");
        assertThat(page(clerk, get("/sittings/" + sitting + "/prepare")))
                .contains("演示市河道条例（草案）", "主任委托的副主任", "《地方组织法》第五十一条");
        String outsider =
                page(clerk, post("/sittings/" + sitting + "/prepare/presiding").param("presiding", "演示4"));
        page(clerk, post("/sittings/" + sitting + "/prepare/open-sign-in"));
        at("2024-02-20T09:00:00+08:00");
        signIn(clerk, session, sitting, people, 2);
        assertThat(page(chair, post("/chair/" + sitting).param("do", "open"))).contains("还差", "演示4不是在任的主任、副主任");
        assertThat(outsider).isEmpty();
        page(clerk, post("/sittings/" + sitting + "/prepare/presiding").param("presiding", "演示1"));
        signIn(clerk, session, sitting, people, 3);
        page(chair, post("/chair/" + sitting).param("do", "open"));
        assertThat(sessions.byId(session).orElseThrow().state()).isEqualTo(Session.State.IN_SESSION);
        for (Question question : questions.ofSitting(sitting)) {
            hold(chair, List.of(first, second), sitting, question);
        }
        page(chair, post("/chair/" + sitting).param("do", "close"));
        page(clerk, post("/sessions/" + session + "/steps/CLOSE"));
        assertThat(questions.ofSitting(sitting))
                .extracting(one -> one.outcome().orElseThrow().result().name())
                .containsExactly("ADOPTED", "NOTED", "ADOPTED", "ADOPTED");
        byte[] minutes = web.perform(
                        get("/sittings/" + sitting + "/minutes.pdf").header("Authorization", "Bearer " + clerk))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(Printed.of(minutes).text()).contains("第十七次会议", "应出席常委会组成人员4名", "实际出席常委会组成人员3名", "第五十一条");
        assertThat(calendar(body).from()).isEqualTo(LocalDate.of(2024, 2, 20));
    }

    private void signIn(String clerk, String session, String sitting, List<UUID> people, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            page(
                    clerk,
                    post("/sessions/" + session + "/sittings/" + sitting + "/by-hand")
                            .param("member", "M" + (i + 1))
                            .param("direction", "IN")
                            .param("reason", "忘带证件"));
        }
        assertThat(people).hasSizeGreaterThanOrEqualTo(count);
    }

    /** All three who are present vote for it: more than half of all four. */
    private void hold(String chair, List<String> tellers, String sitting, Question question) throws Exception {
        String acts = "/chair/" + sitting + "/questions/" + question.id();
        page(chair, post(acts).param("do", "put"));
        if (question.kind() == Question.Kind.HEARING) {
            page(chair, post(acts).param("do", "note"));
            return;
        }
        page(chair, post(acts).param("do", "vote"));
        for (String teller : tellers) {
            page(
                    teller,
                    post("/tellers/" + question.id())
                            .param("for", "3")
                            .param("against", "0")
                            .param("abstain", "0")
                            .param("notPressed", "0"));
        }
        page(chair, post(acts).param("do", "close"));
        page(chair, post(acts).param("do", "declare"));
    }
}
