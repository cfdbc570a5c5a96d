package org.yicheng.livelihood;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yicheng.assembly.Ballots;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Sittings;
import org.yicheng.home.PlatformClock;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.livelihood.delivery.Deliveries.Decided;
import org.yicheng.livelihood.delivery.Deliveries.Step;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.Delivery.Kind;
import org.yicheng.livelihood.delivery.Reportings;
import org.yicheng.livelihood.delivery.Reportings.Reported;
import org.yicheng.livelihood.delivery.Reportings.Which;
import org.yicheng.party.Organ;
import org.yicheng.party.Organs;
import org.yicheng.party.Role;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.Http;
import org.yicheng.testing.Printed;
import org.yicheng.testing.Rest;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.JsonNode;

/** What the standing committee decided goes to a public notice and to the next plenary. */
@YichengTest
class ReportingTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 3, 1);
    private static final String PLENARY = "演示第五次会议第一次全体会议";

    @Autowired
    Rounds rounds;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Reportings reportings;

    @Autowired
    Organs organs;

    @Autowired
    Congress congress;

    @Autowired
    Ballots ballots;

    @Autowired
    Sittings sittings;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private String body = "";
    private UUID round = new UUID(0, 0);
    private UUID project = new UUID(0, 0);

    @BeforeEach
    void aProjectThatTheCommitteeSuspended() {
        on(LocalDate.of(2023, 8, 1));
        body = "report-" + UUID.randomUUID().toString().substring(0, 8);
        congress.congress(body, 5);
        organs.add(new Organ("organ-" + body, new Bilingual("演示局" + body, "Demo bureau " + body), false, true))
                .orThrow();
        round = rounds.call(
                        body,
                        new Rounds.Call(2024, "jinghong", LocalDate.of(2023, 8, 1), LocalDate.of(2023, 8, 30), "演示公告"))
                .orThrow()
                .id();
        on(TODAY);
        LocalDate end = LocalDate.of(2024, 11, 30);
        project = deliveries
                .plan(
                        round,
                        new Delivery.Plan(
                                "新建公交候车亭",
                                "演示公告〔2024〕1号",
                                "organ-" + body,
                                new Delivery.Goal("新建候车亭", 120, "座"),
                                end,
                                List.of(new Delivery.Source("市级财政", 3_000_000_00L)),
                                "每月检查一次"),
                        List.of(new Step("竣工", 100, end)))
                .orThrow()
                .id();
        List<UUID> people = congress.people(3);
        String committee = body + "-sc";
        congress.committee(committee, body, people);
        congress.sitting(committee + "-1", committee);
        congress.signIn(committee + "-1", committee, 0, 3);
        sittings.open(committee + "-1").orThrow();
        deliveries
                .decide(
                        project,
                        new Decided(
                                ballots.adopted(committee, people),
                                Kind.SUSPEND,
                                "沿线道路施工，暂停实施。",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                .orThrow();
    }

    private void on(LocalDate day) {
        ((PlatformClock) clock).set(Instant.parse(day + "T02:00:00Z"));
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    @Test
    void aDecisionIsReportedToOnePlenaryAfterItWasTaken() {
        Which which = new Which(project, 1);
        assertThat(reportings.open(round)).containsExactly(which);
        assertThat(codes(reportings.report(round, List.of(), " ", TODAY.plusDays(1))))
                .containsExactly("livelihood.delivery-words", "livelihood.report-none", "livelihood.report-future");
        assertThat(codes(reportings.report(round, List.of(which, which), PLENARY, TODAY.minusDays(1))))
                .containsExactly("livelihood.report-early", "livelihood.report-stranger");
        assertThat(codes(reportings.report(round, List.of(new Which(project, 2)), PLENARY, TODAY)))
                .containsExactly("livelihood.report-stranger");
        assertThat(codes(reportings.report(UUID.randomUUID(), List.of(which), PLENARY, TODAY)))
                .containsExactly("livelihood.round.unknown");
        assertThat(reportings.report(round, List.of(which), PLENARY, TODAY).orThrow())
                .containsExactly(new Reported(which, PLENARY, TODAY, Optional.empty()));
        assertThat(reportings.open(round)).isEmpty();
        assertThat(codes(reportings.report(round, List.of(which), PLENARY, TODAY)))
                .containsExactly("livelihood.report-twice");
    }

    @Test
    void aPlenaryHeldHereIsChosenAndTellsItsNameAndDay() {
        Which which = new Which(project, 1);
        on(TODAY.plusDays(10));
        congress.sitting(body + "-plenary", body);
        assertThat(codes(reportings.report(round, List.of(which), body + "-plenary")))
                .containsExactly("livelihood.report-sitting");
        congress.signIn(body + "-plenary", body, 0, 5);
        sittings.open(body + "-plenary").orThrow();
        assertThat(codes(reportings.report(round, List.of(which), body + "-sc-1")))
                .containsExactly("livelihood.report-sitting");
        Http.Answer clerk =
                Http.get(port, "/livelihood/rounds/" + round + "/deliveries", congress.token(body, Role.SECRETARIAT));
        assertThat(clerk.text()).contains("2024年3月11日　全体会议", "上面没有的会议");
        assertThat(reportings.report(round, List.of(which), body + "-plenary").orThrow())
                .containsExactly(new Reported(which, "全体会议", TODAY.plusDays(10), Optional.of(body + "-plenary")));
    }

    @Test
    void everybodyReadsTheNoticeAndWhatIsToBeReported() {
        Http.Answer notice = Http.get(port, "/livelihood/deliveries/" + project + "/decisions/1/notice.pdf", "");
        assertThat(notice.status()).isEqualTo(200);
        Printed printed = Printed.of(notice.content());
        assertThat(printed.pages()).as("its trace is at the foot of the page").hasSize(1);
        assertThat(printed.text()).contains("核验码");
        assertThat(printed.text()).contains("关于暂停民生实事项目“新建公交候车亭”的公告", "2024年3月1日", "沿线道路施工，暂停实施。", "将向下次代表大会报告");
        assertThat(Http.get(port, "/livelihood/deliveries/" + project + "/decisions/2/notice.pdf", "")
                        .status())
                .isEqualTo(404);
        String page = "/livelihood/rounds/" + round + "/deliveries";
        assertThat(Http.get(port, page, "").text()).contains("向下次代表大会报告", "待报告");
        JsonNode after = new Rest(port)
                .post(
                        congress.token(body, Role.SECRETARIAT),
                        "/livelihood/rounds/" + round + "/decision-reports",
                        Map.of(
                                "which",
                                List.of(Map.of("delivery", project.toString(), "decision", 1)),
                                "meeting",
                                PLENARY,
                                "day",
                                TODAY.toString()));
        assertThat(after.get("open")).isEmpty();
        assertThat(Http.get(port, page, "").text()).contains(PLENARY).doesNotContain("待报告");
    }
}
