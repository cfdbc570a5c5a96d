package org.yicheng.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yicheng.assembly.Ballots.terms;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.yicheng.count.Office;
import org.yicheng.party.Accounts;
import org.yicheng.party.Role;
import org.yicheng.testing.Printed;
import org.yicheng.testing.YichengTest;

/** An election from its pages alone: each step by whoever takes it, and nothing shown before its time. */
@YichengTest
class ElectionPagesTest {

    @Autowired
    Ballots ballots;

    @Autowired
    Bodies bodies;

    @Autowired
    Elections elections;

    @Autowired
    Scrutiny scrutiny;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvc web;

    private String as(Role role, String body, Optional<UUID> person) {
        String login = role + "-" + body + "-" + System.nanoTime();
        UUID account =
                accounts.create(Accounts.Kind.STAFF, login, login, person, true).id();
        accounts.giveRole(account, role, body);
        return accounts.issueToken(account, Clock.systemUTC().instant().plus(Duration.ofHours(1)));
    }

    private MockHttpServletResponse get(String token, String path) throws Exception {
        var request = MockMvcRequestBuilders.get(path).header("Accept-Language", "zh-CN");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        MockHttpServletResponse answer = web.perform(request).andReturn().getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer;
    }

    private String page(String token, String path) throws Exception {
        MockHttpServletResponse answer = get(token, path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse post(String token, String path, String... fields) throws Exception {
        var request = MockMvcRequestBuilders.post(path)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "zh-CN")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        MockHttpServletResponse answer = web.perform(request).andReturn().getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer;
    }

    private void done(String token, String path, String... fields) throws Exception {
        MockHttpServletResponse answer = post(token, path, fields);
        assertThat(answer.getStatus())
                .as(path + " " + answer.getContentAsString())
                .isEqualTo(303);
    }

    private String refused(String token, String path, String... fields) throws Exception {
        MockHttpServletResponse answer = post(token, path, fields);
        assertThat(answer.getStatus()).as(path).isEqualTo(409);
        return answer.getContentAsString();
    }

    private UUID person(String body, int member) {
        return bodies.memberByNumber(body, "M" + member).orElseThrow().person();
    }

    /** An election on paper with a token for each who has a hand in it. */
    private record PaperElection(
            String body,
            Election election,
            UUID adopted,
            String clerk,
            String chair,
            String scrutineer,
            String first,
            String second) {

        String path() {
            return "/elections/" + election.id();
        }
    }

    @Test
    void aPaperElectionIsHeldFromThePagesAlone() throws Exception {
        String body = "hall";
        List<UUID> people = ballots.meeting(body, 60, 50);
        UUID adopted = ballots.adopted(body, people.subList(0, 50));
        Election election = ballots.nominating(body, terms(Office.DEPUTY, 1, 1, Secrecy.PAPER_TWO_TELLERS), adopted);
        PaperElection hall = new PaperElection(
                body,
                election,
                adopted,
                as(Role.SECRETARIAT, body, Optional.empty()),
                as(Role.CHAIR, body, Optional.empty()),
                as(Role.SCRUTINEER, body, Optional.empty()),
                as(Role.TELLER, body, Optional.empty()),
                as(Role.TELLER, body, Optional.empty()));
        nominate(hall, people);
        settleTheList(hall);
        printThePaper(hall);
        voteAndEnterTwice(hall);
        nothingIsKnownBeforeTheAnnouncement(hall);
        announce(hall);
    }

    private void nominate(PaperElection hall, List<UUID> people) throws Exception {
        assertThat(refused(hall.clerk(), hall.path() + "/presidium-nominees", "nominees", "M1 演示情况\nM2 演示情况"))
                .contains("主席团提名2名，超过应选名额1名", "第二十六条第三款");
        done(hall.clerk(), hall.path() + "/presidium-nominees", "nominees", "M1 演示情况一");
        done(
                as(Role.MEMBER, hall.body(), Optional.of(people.get(20))),
                hall.path() + "/nominate",
                "nominee",
                "M2",
                "profile",
                "演示情况二");
        String nomination = elections.byId(hall.election().id()).isPresent() ? jointId(hall.election()) : "";
        assertThat(refused(
                        as(Role.MEMBER, hall.body(), Optional.of(people.get(20))),
                        hall.path() + "/nominate/" + nomination,
                        "do",
                        "submit"))
                .contains("须有20名以上代表联名，现有1名，还差19名");
        for (int i = 21; i < 40; i++) {
            done(
                    as(Role.MEMBER, hall.body(), Optional.of(people.get(i))),
                    hall.path() + "/nominate/" + nomination,
                    "do",
                    "sign");
        }
        done(
                as(Role.MEMBER, hall.body(), Optional.of(people.get(20))),
                hall.path() + "/nominate/" + nomination,
                "do",
                "submit");
    }

    private void settleTheList(PaperElection hall) throws Exception {
        assertThat(page(hall.clerk(), hall.path())).contains("符合差额，可以选举").contains("提名 2");
        done(hall.clerk(), hall.path() + "/preparation", "do", "DISCUSS");
        done(hall.clerk(), hall.path() + "/preparation", "do", "SETTLE_LIST");
        assertThat(refused(hall.clerk(), hall.path() + "/scrutineers", "members", "M1", "chiefs", "M1"))
                .contains("候选人的近亲属不得担任监票人", "是候选人，不能担任监票人");
        done(hall.clerk(), hall.path() + "/scrutineers", "members", "M59 M60", "chiefs", "M59", "noRelatives", "true");
        elections
                .decided(hall.election().id(), ElectionStep.ADOPT_SCRUTINEERS, hall.adopted())
                .orThrow();
    }

    private void printThePaper(PaperElection hall) throws Exception {
        Printed paper =
                Printed.of(get(hall.first(), hall.path() + "/ballot-paper.pdf").getContentAsByteArray());
        assertThat(paper.onA4()).isTrue();
        assertThat(paper.unprinted()).isEmpty();
        assertThat(paper.text()).contains("副市长选票").contains("另选他人").doesNotContain("核验");
        assertThat(get(hall.first(), hall.path() + "/ballot-paper.pdf").getContentAsByteArray())
                .as("all papers are alike: nothing changes from print to print but the file's own date")
                .hasSameSizeAs(
                        get(hall.first(), hall.path() + "/ballot-paper.pdf").getContentAsByteArray());
    }

    private void voteAndEnterTwice(PaperElection hall) throws Exception {
        assertThat(refused(hall.scrutineer(), hall.path() + "/scrutiny/issue", "sitting", "hall-1", "issued", "51"))
                .contains("不得超过到会50人，收到51张");
        done(
                hall.scrutineer(),
                hall.path() + "/scrutiny/issue",
                "sitting",
                "hall-1",
                "issued",
                "50",
                "notReceived",
                "");
        done(hall.chair(), hall.path() + "/presiding", "do", "OPEN_VOTING");
        done(hall.scrutineer(), hall.path() + "/scrutiny/collect", "collected", "3");
        done(hall.chair(), hall.path() + "/presiding", "do", "DECLARE_VALID");
        done(hall.first(), hall.path() + "/entry", "form", "PAPERS", "size", "3");
        String batch = hall.path() + "/entry/1";
        String[] one = {"marks-1", "12", "marks-2", "12", "marks-3", "22", "names-3", "演示8"};
        String[] other = {"marks-1", "12", "marks-2", "21", "marks-3", "22", "names-3", "演示8"};
        assertThat(refused(hall.first(), batch, "marks-1", "1", "marks-2", "18", "marks-3", "12"))
                .contains("按键须为");
        done(hall.first(), batch, one);
        done(hall.second(), batch, other);
        assertThat(page(hall.second(), batch)).contains("不一致2处").contains("请对照选票更正后重新提交");
        assertThat(page(hall.scrutineer(), hall.path() + "/scrutiny"))
                .contains("已录入2人，不一致2处")
                .contains("还差3张");
        done(hall.second(), batch, one);
        done(hall.scrutineer(), hall.path() + "/scrutiny/names", "written", "演示8", "meant", "M9");
        done(hall.scrutineer(), hall.path() + "/scrutiny/count");
    }

    private void nothingIsKnownBeforeTheAnnouncement(PaperElection hall) throws Exception {
        String board = page(as(Role.BOARD, hall.body(), Optional.empty()), "/board/hall-1");
        assertThat(board).contains("发出选票", "收回选票", "计票中").doesNotContain("演示8");
        assertThat(page("", hall.path())).doesNotContain("另选他人").doesNotContain("当选须");
        assertThat(page(hall.chair(), hall.path())).contains("另选他人");
        Printed report =
                Printed.of(get(hall.scrutineer(), hall.path() + "/report.pdf").getContentAsByteArray());
        assertThat(report.text()).contains("选举结果报告单", "发出选票50张", "收回选票3张", "总监票人", "计票人", "当选须获赞成31票");
        assertThat(get("", "/api/v1/elections/" + hall.election().id()).getContentAsString())
                .doesNotContain("tallies");
        assertThat(get(hall.first(), "/api/v1/elections/" + hall.election().id() + "/papers?format=CSV")
                        .getStatus())
                .as("no papers before the announcement")
                .isGreaterThanOrEqualTo(400);
    }

    private void announce(PaperElection hall) throws Exception {
        elections
                .decided(hall.election().id(), ElectionStep.DECIDE_VALIDITY, hall.adopted())
                .orThrow();
        done(hall.chair(), hall.path() + "/presiding", "do", "ANNOUNCE");
        assertThat(page("", hall.path())).contains("当选须").contains("另行选举");
        assertThat(get(hall.first(), "/api/v1/elections/" + hall.election().id() + "/papers?format=CSV")
                        .getContentAsString())
                .contains("○");
        assertThat(page(as(Role.BOARD, hall.body(), Optional.empty()), "/board/hall-1"))
                .contains("已宣布结果");
    }

    private String jointId(Election election) {
        return ballots.nominations.of(election.id()).stream()
                .filter(one -> one.source() == Nominations.Source.JOINT)
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
    }

    @Test
    void anElectronicPaperIsFilledInCheckedAndPutIntoTheBox() throws Exception {
        String body = "phones";
        Election election = ballots.ready(body, 60, 50, terms(Office.DEPUTY, 1, 1, Secrecy.ELECTRONIC_UNRECORDED), 2);
        elections.issue(election.id(), body + "-1", 0, List.of()).orThrow();
        String path = "/elections/" + election.id() + "/ballot";
        String member = as(Role.MEMBER, body, Optional.of(person(body, 3)));
        assertThat(page(member, path)).contains("现在不能投票");
        elections.take(election.id(), ElectionStep.OPEN_VOTING).orThrow();
        assertThat(page(member, path))
                .contains("paper-row")
                .contains("尚未投入票箱")
                .as("nothing is chosen before")
                .doesNotContain("checked");
        assertThat(refused(member, path, "mark-1", "Y", "mark-2", "Y")).contains("多于应选1名");
        assertThat(refused(member, path, "mark-1", "Y", "names", "某某")).contains("赞成的候选人和另选人合计2名");
        MockHttpServletResponse check = post(member, path, "mark-1", "Y", "mark-2", "N");
        assertThat(check.getStatus()).isEqualTo(200);
        assertThat(check.getContentAsString()).contains("请核对您的选票", "投入票箱（不能更改）");
        assertThat(elections.voted(election.id(), person(body, 3)))
                .as("only looked at")
                .isFalse();
        done(member, path + "/box", "marks", "YN", "names", "", "key", "one");
        assertThat(page(member, path)).contains("您的选票已在票箱中");
        assertThat(refused(member, path + "/box", "marks", "NY", "names", "", "key", "two"))
                .contains("不能再投");
        assertThat(page(as(Role.MEMBER, body, Optional.of(person(body, 55))), path))
                .contains("您还没有签到");
    }
}
