package org.yicheng.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yicheng.assembly.Congress;
import org.yicheng.home.PlatformClock;
import org.yicheng.party.Role;
import org.yicheng.rule.Bilingual;
import org.yicheng.testing.Rest;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.JsonNode;

/** What law and rules of procedure say of a session's times and sizes, as the interface and the desk tell it. */
@YichengTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionLimitsTest {

    @Autowired
    Congress congress;

    @Autowired
    Sessions sessions;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private Rest rest;

    @BeforeAll
    void connect() {
        rest = new Rest(port);
    }

    @AfterAll
    void backToToday() {
        ((PlatformClock) clock).set(Instant.now());
    }

    private String planned(String body, int number, String opening, String kind) {
        String id = body + "-s" + number;
        LocalDate day = LocalDate.parse(opening);
        sessions.plan(
                        new Sessions.NewSession(
                                id, body, number, new Bilingual(id, id), new Bilingual(id, id), day, day, "大礼堂", true),
                        kind)
                .orThrow();
        return id;
    }

    private String planned(String body, int number, String opening) {
        return planned(body, number, opening, SessionKind.CONGRESS);
    }

    private JsonNode limit(String body, String session, String key) {
        JsonNode limits = rest.get(congress.token(body, Role.SECRETARIAT), "/sessions/" + session + "/limits");
        return StreamSupport.stream(limits.spliterator(), false)
                .filter(limit -> limit.get("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private boolean kept(String body, String session, String key) {
        return limit(body, session, key).get("kept").asBoolean();
    }

    /** R6. */
    @Test
    void aSessionAYearIsKeptAndAYearWithoutOneIsShown() {
        congress.congress("yearly", 3);
        planned("yearly", 1, "2023-02-01");
        String next = planned("yearly", 2, "2024-01-27");
        String late = planned("yearly", 3, "2026-01-20");
        assertThat(kept("yearly", next, "congress.limit-yearly")).isTrue();
        JsonNode missed = limit("yearly", late, "congress.limit-yearly");
        assertThat(missed.get("kept").asBoolean()).isFalse();
        assertThat(missed.get("says").get("zh-CN").asString()).contains("2024年1月27日", "2026年1月20日", "每年至少举行一次");
        assertThat(missed.get("source").get("provision").asString()).isEqualTo("14");
    }

    /** R6: called when it is needed, between the yearly ones. */
    @Test
    void aSpecialSessionIsAKindOfItsOwnWithoutTheMonthsNotice() {
        congress.congress("special", 3);
        String session = planned("special", 1, "2024-06-01", "cn-city-congress-special");
        assertThat(rest.get(congress.token("special", Role.SECRETARIAT), "/sessions/" + session + "/limits"))
                .isEmpty();
        JsonNode kinds = rest.get("", "/session-kinds");
        assertThat(StreamSupport.stream(kinds.spliterator(), false)
                        .filter(kind -> kind.get("id").asString().equals("cn-city-congress-special"))
                        .map(kind -> kind.get("source").get("provision").asString()))
                .containsExactly("14(3)");
    }

    /** R7: the roster's mandates begin on 1 September 2021. */
    @Test
    void theFirstSessionOfATermComesWithinTwoMonths() {
        congress.congress("term-a", 3);
        congress.congress("term-b", 3);
        String kind = "cn-city-congress-first";
        assertThat(kept("term-a", planned("term-a", 1, "2021-11-01", kind), "congress.limit-first"))
                .isTrue();
        String late = planned("term-b", 1, "2021-11-02", kind);
        JsonNode limit = limit("term-b", late, "congress.limit-first");
        assertThat(limit.get("kept").asBoolean()).isFalse();
        assertThat(limit.get("says").get("en").asString()).contains("1 November 2021", "2 November 2021");
        assertThat(limit.get("source").get("provision").asString()).isEqualTo("20");
    }

    /** R20. */
    @Test
    void noticeComesAMonthBeforeTheOpening() {
        congress.congress("notice", 3);
        ((PlatformClock) clock)
                .set(OffsetDateTime.parse("2023-12-27T10:00:00+08:00").toInstant());
        String inTime = planned("notice", 1, "2024-01-27");
        String late = planned("notice", 2, "2024-01-26");
        assertThat(kept("notice", inTime, "congress.limit-notice-open")).isTrue();
        sessions.take(inTime, SessionStep.CONVENE).orThrow();
        sessions.take(late, SessionStep.CONVENE).orThrow();
        assertThat(kept("notice", inTime, "congress.limit-notice")).isTrue();
        JsonNode limit = limit("notice", late, "congress.limit-notice");
        assertThat(limit.get("kept").asBoolean()).isFalse();
        assertThat(limit.get("says").get("zh-CN").asString()).contains("2023年12月27日决定召开", "即至2023年12月26日");
    }

    /** R21: of 100 deputies 8 to 10; the session whose report started all this had 70 of 633. */
    @Test
    void thePresidiumsShareIsShownAndNeverStopsAnybody() {
        congress.congress("share", 100);
        String session = planned("share", 1, "2024-01-27");
        sessions.take(session, SessionStep.CONVENE).orThrow();
        sessions.take(session, SessionStep.PREPARE).orThrow();
        for (int size : List.of(7, 8, 10, 11)) {
            sessions.propose(
                            session,
                            Office.PRESIDIUM,
                            0,
                            IntStream.rangeClosed(1, size)
                                    .mapToObj(i -> "M" + i)
                                    .toList())
                    .orThrow();
            JsonNode limit = limit("share", session, "congress.limit-presidium");
            assertThat(limit.get("kept").asBoolean()).as("" + size).isEqualTo(size == 8 || size == 10);
            assertThat(limit.get("says").get("zh-CN").asString()).contains(size + ".0%", "即8至10人");
        }
        assertThat(rest.page(congress.token("share", Role.SECRETARIAT), "/sessions/" + session, "zh-CN"))
                .contains("法定时间和人数", "请核对", "主席团名单11人", "第十二条");
    }
}
