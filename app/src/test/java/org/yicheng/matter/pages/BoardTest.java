package org.yicheng.matter.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.yicheng.document.Sheets;
import org.yicheng.home.PlatformClock;
import org.yicheng.matter.Matter;
import org.yicheng.matter.Matters;
import org.yicheng.matter.Supervision;
import org.yicheng.matter.Supervision.Filter;
import org.yicheng.matter.Supervision.Standing;
import org.yicheng.party.Accounts;
import org.yicheng.party.Caller;
import org.yicheng.party.Role;
import org.yicheng.testing.YichengTest;

/** The supervisor's board: its figures add up, open their lists, and show nobody another body's matters. */
@YichengTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardTest {

    private static final String OFFICE = "board-office";
    private static final String ELSEWHERE = "board-elsewhere";

    @Autowired
    MockMvc web;

    @Autowired
    Accounts accounts;

    @Autowired
    Matters matters;

    @Autowired
    Supervision supervision;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private String clerk = "";

    private static <T> T as(String scope, Supplier<T> action) {
        AtomicReference<T> result = new AtomicReference<>();
        new Caller(
                        Optional.of(UUID.randomUUID()),
                        Optional.empty(),
                        "演示",
                        true,
                        Set.of(new Caller.Grant(Role.SECRETARIAT, scope)))
                .run(() -> result.set(action.get()));
        return result.get();
    }

    private void on(String day) {
        ((PlatformClock) clock)
                .set(OffsetDateTime.parse(day + "T09:00:00+08:00").toInstant());
    }

    /** Assigned on a day under national law: three months for the reply. */
    private Matter assigned(String office, String organ, String day, String title) {
        on(day);
        return as(office, () -> {
            Matter matter = matters.open(new Matter.Opening(
                            "suggestion",
                            "national",
                            "",
                            "board/suggestion",
                            title,
                            List.of(
                                    new Matter.Party("author", Matter.Holder.body(office), "演示代表"),
                                    new Matter.Party("office", Matter.Holder.body(office), "演示办公室"),
                                    new Matter.Party("organ", Matter.Holder.body(organ), "演示单位" + organ)),
                            true))
                    .orThrow();
            for (String step : List.of("submit", "accept", "assign")) {
                matter = matters.carry(matter.id(), Matter.Move.of(step, matter.version()))
                        .orThrow();
            }
            return matter;
        });
    }

    @BeforeAll
    void threeOrgansThreeLamps() {
        String login = "board-" + UUID.randomUUID();
        var account = accounts.create(Accounts.Kind.DEVICE, login, login, Optional.empty(), true);
        accounts.giveRole(account.id(), Role.SECRETARIAT, OFFICE);
        clerk = accounts.issueToken(account.id(), Instant.now().plus(Duration.ofHours(1)));
        assigned(OFFICE, "board-organ-a", "2024-01-02", "演示一：100%覆盖");
        assigned(OFFICE, "board-organ-a", "2024-01-03", "演示二");
        assigned(OFFICE, "board-organ-b", "2024-02-05", "演示三");
        assigned(OFFICE, "board-organ-b", "2024-04-01", "演示四");
        Matter ended = assigned(OFFICE, "board-organ-a", "2024-01-02", "演示五：已撤回");
        as(
                OFFICE,
                () -> matters.carry(ended.id(), Matter.Move.of("receive", ended.version()))
                        .orThrow());
        assigned(ELSEWHERE, "board-organ-a", "2024-01-02", "别处的演示");
        on("2024-04-10");
    }

    @AfterAll
    void backToToday() {
        ((PlatformClock) clock).set(Instant.now());
    }

    private static Filter only(String organ, Standing standing, String words) {
        return new Filter(
                Optional.of(organ).filter(one -> !one.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(standing),
                words);
    }

    @Test
    void everyFigureOpensAListOfThatLength() {
        as(OFFICE, () -> {
            Supervision.Board board = supervision.board(Filter.NONE);
            assertThat(board.matters()).isEqualTo(5);
            assertThat(board.duties()).isEqualTo(5);
            // 3 months from 2 and 3 January are over by 10 April; from 5 February they are nearly over.
            assertThat(board.duties(Standing.LATE)).isEqualTo(3);
            assertThat(board.duties(Standing.NEAR)).isEqualTo(1);
            assertThat(board.duties(Standing.OK)).isEqualTo(1);
            board.counts()
                    .forEach(count -> assertThat(supervision.duties(
                                    new Filter(
                                            Optional.of(count.organ()),
                                            Optional.of(count.procedure()),
                                            Optional.of(count.limit()),
                                            Optional.of(count.standing()),
                                            ""),
                                    0,
                                    100))
                            .hasSize(count.duties()));
            return board;
        });
    }

    @Test
    void overdueComesFirstAndFiltersNarrow() {
        as(OFFICE, () -> {
            assertThat(supervision.duties(Filter.NONE, 0, 10))
                    .extracting(Supervision.Duty::title)
                    .startsWith("演示一：100%覆盖")
                    .endsWith("演示四");
            assertThat(supervision.duties(Filter.NONE, 1, 2)).hasSize(2);
            assertThat(supervision.board(only("body:board-organ-b", null, "")).duties())
                    .isEqualTo(2);
            assertThat(supervision.duties(only("body:board-organ-a", Standing.LATE, ""), 0, 10))
                    .hasSize(3);
            assertThat(supervision.duties(only("", null, "100%"), 0, 10)).hasSize(1);
            assertThat(supervision.duties(only("", null, "10_%"), 0, 10)).isEmpty();
            return supervision.board(only("", null, "演示三"));
        });
    }

    @Test
    void whatEndedOrBelongsElsewhereIsNotThere() {
        assertThat(as(ELSEWHERE, () -> supervision.board(Filter.NONE)).matters())
                .isEqualTo(1);
        assertThat(as("board-nowhere", () -> supervision.board(Filter.NONE)).matters())
                .isZero();
        Matter gone = assigned(ELSEWHERE, "board-organ-c", "2024-04-10", "将要撤回");
        int before = as(ELSEWHERE, () -> supervision.board(Filter.NONE)).matters();
        as(ELSEWHERE, () -> {
            Matter matter = gone;
            for (String step : List.of("receive", "handle", "draft-reply", "review")) {
                matter = matters.carry(matter.id(), Matter.Move.of(step, matter.version()))
                        .orThrow();
            }
            matter = matters.carry(
                            matter.id(),
                            Matter.Move.of("reply", matter.version()).with(java.util.Map.of("reply", "演示函1号")))
                    .orThrow();
            matter = matters.carry(
                            matter.id(),
                            Matter.Move.of("satisfied", matter.version()).with(java.util.Map.of("feedback", "演示表1号")))
                    .orThrow();
            return matters.carry(matter.id(), Matter.Move.of("close", matter.version()))
                    .orThrow();
        });
        assertThat(as(ELSEWHERE, () -> supervision.board(Filter.NONE)).matters())
                .isEqualTo(before - 1);
        on("2024-04-10");
    }

    /** The table the board reads against the rows it is made of, for all that the tests of this database did. */
    @Test
    void whatTheBoardReadsIsWhatRuns() {
        String kept = """
                select deadline, holder, name, matter, procedure, limit_id, starts, due, due_at, suspended
                  from matter.duty
                """;
        String running = """
                select d.id, coalesce(o.holder, ''), coalesce(o.name, ''), m.id, m.procedure, d.limit_id, d.starts,
                       d.due, d.due_at,
                       exists (select 1 from matter.suspension s where s.deadline = d.id and s.until_at is null)
                  from matter.matter m
                  join matter.deadline d on d.matter = m.id and d.ending is null and d.kind = 'DUTY'
                  left join matter.party o on o.matter = m.id and o.until is null and o.actor = d.actor
                 where not m.ended
                """;
        for (String difference : List.of(kept + " except " + running, running + " except " + kept)) {
            assertThat(jdbc.sql(difference).query().listOfRows()).isEmpty();
        }
        assertThat(jdbc.sql("select count(*) from matter.duty")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    /** What is counted against the rows that it counts: as the differences stand, and folded. */
    @Test
    void theTalliesAreTheRowsTheyCount() {
        String kind = " holder, name, procedure, limit_id, starts, due, starts_at, due_at, suspended, bodies ";
        String duties = "select" + kind + ", count(*) from matter.duty group by" + kind;
        String talliedDuties =
                "select" + kind + ", sum(n) from matter.duty_tally group by" + kind + "having sum(n) <> 0";
        String open = """
                select procedure, bodies, count(*)
                  from (select m.procedure, array(select distinct b.holder from matter.party b
                                                   where b.matter = m.id and b.until is null and b.holder like 'body:%'
                                                   order by 1) as bodies
                          from matter.matter m where not m.ended) o
                 group by 1, 2
                """;
        String talliedOpen = "select procedure, bodies, sum(n) from matter.open_tally group by 1, 2 having sum(n) <> 0";
        for (int folded = 0; folded < 2; folded++) {
            for (String difference : List.of(
                    differing(duties, talliedDuties),
                    differing(talliedDuties, duties),
                    differing(open, talliedOpen),
                    differing(talliedOpen, open))) {
                assertThat(jdbc.sql(difference).query().listOfRows()).isEmpty();
            }
            jdbc.sql("select matter.fold_tallies()").query().listOfRows();
        }
        assertThat(jdbc.sql("select count(*) filter (where n <= 0 or not folded) from matter.duty_tally")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static String differing(String one, String other) {
        return "(" + one + ") except (" + other + ")";
    }

    @Test
    void aFilteredBoardIsPartOfTheWhole() {
        as(OFFICE, () -> {
            Supervision.Board whole = supervision.board(Filter.NONE);
            for (Filter filter : List.of(
                    only("body:board-organ-a", null, ""),
                    only("", Standing.LATE, ""),
                    only("body:board-organ-b", Standing.NEAR, ""))) {
                assertThat(whole.through(filter).counts())
                        .containsExactlyInAnyOrderElementsOf(
                                supervision.board(filter).counts());
            }
            return whole;
        });
    }

    private MockHttpServletResponse ask(String path, String language) throws Exception {
        MockHttpServletResponse answer = web.perform(
                        get(path).header("Accept-Language", language).header("Authorization", "Bearer " + clerk))
                .andReturn()
                .getResponse();
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return answer;
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void thePageShowsItAndTheFilesHoldIt(String language) throws Exception {
        MockHttpServletResponse page = ask("/matters/board?lamp=LATE", language);
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString())
                .contains("演示二", "organ=body%3Aboard-organ-a", "/matters/board.csv?lamp=LATE")
                .doesNotContain("演示四", "别处的演示");
        assertThat(ask("/matters/board?lamp=WHAT&page=900&words=演示", language).getStatus())
                .isEqualTo(200);
        for (String path : List.of("/matters/board.xlsx?lamp=LATE", "/api/v1/matters/board/duties.csv?lamp=LATE")) {
            Sheets.Table table =
                    Sheets.read(ask(path, language).getContentAsByteArray()).orThrow();
            assertThat(table.rows()).hasSize(3);
            assertThat(table.rows().getFirst().get("due")).isEqualTo("2024-04-02");
            assertThat(table.rows().getFirst().get("days_left")).isEqualTo("-8");
        }
        assertThat(ask("/api/v1/matters/board", language).getContentAsString()).contains("\"matters\":5");
        assertThat(ask("/api/v1/matters/board/duties?organ=body:board-organ-b", language)
                        .getContentAsString())
                .contains("演示三");
    }
}
