package org.yicheng.livelihood;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.yicheng.assembly.Congress;
import org.yicheng.home.PlatformClock;
import org.yicheng.livelihood.Project.Check;
import org.yicheng.livelihood.Project.State;
import org.yicheng.livelihood.Projects.Step;
import org.yicheng.livelihood.Projects.Taken;
import org.yicheng.party.Role;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.Rest;
import org.yicheng.testing.YichengTest;

/** From the candidate to the deputies' deliberation. */
@YichengTest
@Import(Congress.class)
class ProjectTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 8, 1);
    private static final LocalDate LISTED = LocalDate.of(2023, 12, 20);

    @Autowired
    Rounds rounds;

    @Autowired
    Wishes wishes;

    @Autowired
    Projects projects;

    @Autowired
    Congress congress;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @BeforeEach
    void inTheSession() {
        ((PlatformClock) clock).set(Instant.parse("2024-01-26T01:00:00Z"));
    }

    private Round round(String body, String place) {
        congress.congress(body, 3);
        return rounds.call(body, new Rounds.Call(2024, place, FIRST, FIRST.plusDays(44), "演示公告"))
                .orThrow();
    }

    private static Projects.Draft draft(String title) {
        return new Projects.Draft(title, "新增一百处（演示）", "市演示局", 12_345_600_00L, List.of());
    }

    private static Map<Criterion, Check> all() {
        Map<Criterion, Check> checks = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            checks.put(criterion, new Check(true, ""));
        }
        return checks;
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    @Test
    void aProjectIsMadeOfAcceptedWishesOfItsYear() {
        Round round = round("project-wishes", "general");
        Wish wish = wishes.enter(
                        round.id(), Wish.Channel.LETTER, FIRST, new Wishes.Draft("演示增设座椅", "演示公园里没有座椅，希望增设。", "", ""))
                .orThrow()
                .wish();
        Projects.Draft of = new Projects.Draft("演示座椅", "一百个", "市演示局", 0, List.of(wish.id()));
        assertThat(codes(projects.propose(round.id(), of))).containsExactly("livelihood.project-wishes");
        wishes.accept(wish.id()).orThrow();
        assertThat(projects.propose(round.id(), of).orThrow().wishes()).containsExactly(wish.id());
        assertThat(codes(projects.propose(
                        round.id(),
                        new Projects.Draft(
                                " ",
                                "x".repeat(501),
                                "",
                                -1,
                                List.of(wish.id(), wish.id()),
                                Optional.of(new Project.Spot(new BigDecimal("91"), new BigDecimal("114.5149")))))))
                .containsExactly(
                        "livelihood.wish-length",
                        "livelihood.wish-length",
                        "livelihood.wish-length",
                        "livelihood.project-money",
                        "livelihood.project-spot",
                        "livelihood.project-wishes");
    }

    @Test
    void theScreeningSaysEveryCriterionThatStandsAgainstIt() {
        Round round = round("project-screen", "general");
        Project project = projects.propose(round.id(), draft("演示项目")).orThrow();
        assertThat(codes(projects.screen(project.id(), Map.of())))
                .hasSize(Criterion.values().length)
                .containsOnly("livelihood.screen-open");

        Map<Criterion, Check> checks = all();
        checks.put(Criterion.LEGAL, new Check(false, "理由"));
        checks.put(Criterion.WITHIN_YEAR, new Check(false, " "));
        checks.put(Criterion.NOT_ORDERED, new Check(false, ""));
        Ruling<Project> refused = projects.screen(project.id(), checks);
        assertThat(codes(refused))
                .containsExactly("livelihood.screen-note", "livelihood.screen-note", "livelihood.screen-unmet");
        assertThat(((Ruling.Refused<Project>) refused)
                        .reasons()
                        .get(1)
                        .ground()
                        .orElseThrow()
                        .key())
                .isEqualTo("BNL:3");

        checks.put(Criterion.LEGAL, new Check(true, ""));
        checks.put(Criterion.WITHIN_YEAR, new Check(false, "分两年实施，每年各完成一半"));
        checks.put(Criterion.NOT_ORDERED, new Check(false, "省里部署，本市自行增加一倍"));
        assertThat(projects.screen(project.id(), checks).orThrow().state()).isEqualTo(State.SCREENED);
    }

    @Test
    void theListIsFixedHeardAndDeliberatedInThisOrderAlone() {
        Round round = round("project-list", "zhejiang");
        Project first = projects.propose(round.id(), draft("演示甲")).orThrow();
        Project second = projects.propose(round.id(), draft("演示乙")).orThrow();
        projects.screen(first.id(), all()).orThrow();

        assertThat(codes(projects.take(round.id(), new Taken(Step.LIST, LISTED, "演示第1次常务会议"))))
                .containsExactly("livelihood.list-unscreened");
        assertThat(codes(projects.take(round.id(), new Taken(Step.DELIBERATE, LISTED, "演示"))))
                .containsExactly("livelihood.unlisted", "livelihood.unheard");
        assertThat(codes(projects.drop(second.id(), ""))).containsExactly("livelihood.wish-length");
        projects.drop(second.id(), "没有用地条件").orThrow();
        assertThat(codes(projects.take(round.id(), new Taken(Step.LIST, LocalDate.of(2024, 1, 27), "演示"))))
                .as("tomorrow")
                .containsExactly("livelihood.step-day");
        projects.take(round.id(), new Taken(Step.LIST, LISTED, "演示第1次常务会议")).orThrow();

        assertThat(codes(projects.screen(first.id(), all()))).containsExactly("livelihood.project-past");
        assertThat(codes(projects.propose(round.id(), draft("演示丙")))).containsExactly("livelihood.list-fixed");
        Ruling<List<Taken>> unheard = projects.take(round.id(), new Taken(Step.DELIBERATE, LISTED, "演示主席团"));
        assertThat(codes(unheard)).containsExactly("livelihood.unheard");
        assertThat(((Ruling.Refused<?>) unheard)
                        .reasons()
                        .getFirst()
                        .ground()
                        .orElseThrow()
                        .key())
                .isEqualTo("ZJM:");

        projects.take(round.id(), new Taken(Step.HEAR, LISTED.plusDays(5), "演示常务委员会第2次会议"))
                .orThrow();
        assertThat(codes(projects.take(round.id(), new Taken(Step.HEAR, LISTED.plusDays(5), "演示"))))
                .containsExactly("livelihood.step-taken");
        projects.take(round.id(), new Taken(Step.DELIBERATE, LocalDate.of(2024, 1, 26), "演示主席团第一次会议"))
                .orThrow();
        assertThat(projects.of(round.id()))
                .extracting(Project::state)
                .containsExactly(State.DELIBERATED, State.DROPPED);
        assertThat(projects.taken(round.id())).extracting(Projects.Taken::step).containsExactly(Step.values());
    }

    @Test
    void theListIsPublicOnceItIsFixedAndNotBefore() {
        Round round = round("project-public", "general");
        Project one = projects.propose(round.id(), draft("演示口袋公园")).orThrow();
        projects.screen(one.id(), all()).orThrow();
        Rest rest = new Rest(port);
        String page = "/livelihood/rounds/" + round.id();
        assertThat(rest.page("", page, "zh-CN")).doesNotContain("演示口袋公园");
        projects.take(round.id(), new Taken(Step.LIST, LISTED, "演示第1次常务会议")).orThrow();
        assertThat(rest.page("", page, "zh-CN")).contains("演示口袋公园", "市演示局", "演示第1次常务会议", "1234.56");
        assertThat(rest.get("", "/livelihood/rounds/" + round.id() + "/list")
                        .get("projects")
                        .size())
                .isEqualTo(1);
        String clerk = congress.token("project-public", Role.SECRETARIAT);
        assertThat(rest.page(clerk, "/livelihood/projects/" + one.id() + "/desk", "zh-CN"))
                .contains("演示口袋公园")
                .as("the criteria keep their sources")
                .contains(
                        Criterion.NOT_ORDERED.source().zh(),
                        Criterion.LEGAL.source().zh());
        assertThat(rest.page(clerk, page + "/projects", "zh-CN")).contains("登记常务委员会听取和审议");
        assertThat(rest.refused(
                                clerk,
                                "/livelihood/rounds/" + round.id() + "/list",
                                Map.of("step", "DELIBERATE", "day", "2024-01-26", "record", "演示"))
                        .codes())
                .containsExactly("livelihood.unheard");
    }
}
