package org.yicheng.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Sittings;
import org.yicheng.home.PlatformClock;
import org.yicheng.party.Role;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;
import org.yicheng.web.Lamp;

/** A standing committee meets at least once every two months (OL 51(1)). */
@YichengTest
@Import(Congress.class)
class CommitteeMeetingsTest {

    @Autowired
    CommitteeMeetings committees;

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

    private void formed(String body) {
        at("2024-01-10T09:00:00+08:00");
        congress.congress(body, 8);
        committees.form(body, List.of("M1", "M2", "M3")).orThrow();
    }

    /** Schedules a meeting and holds it. */
    private void held(String body, String text) {
        String sitting =
                committees.schedule(body, instant(text), "演示").orThrow().id();
        at(text);
        sittings.namePresiding(sitting, "演示").orThrow();
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
        assertThat(calendar(body).lamp()).isEqualTo(Lamp.OK);
        // Sixty days in all: twenty left are a third.
        at("2024-03-10T09:00:00+08:00");
        assertThat(calendar(body).lamp()).isEqualTo(Lamp.OK);
        at("2024-03-11T09:00:00+08:00");
        assertThat(calendar(body).lamp()).isEqualTo(Lamp.NEAR);
        at("2024-03-31T23:59:00+08:00");
        assertThat(calendar(body).lamp()).isEqualTo(Lamp.NEAR);
        at("2024-04-01T00:00:00+08:00");
        assertThat(calendar(body).lamp()).isEqualTo(Lamp.LATE);
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
        assertThat(codes(committees.schedule(body, instant("2024-01-01T09:00:00+08:00"), " ")))
                .containsExactly("congress.committee-none", "congress.committee-hall", "congress.committee-past");
        assertThat(codes(committees.form(body, List.of("M1", "M1", "M9"))))
                .containsExactly("congress.listed-twice", "congress.not-in-office");
        assertThat(codes(committees.form(
                        body,
                        IntStream.rangeClosed(1, 62).mapToObj(i -> "M" + i).toList())))
                .contains("congress.committee-size");
        committees.form(body, List.of("M1")).orThrow();
        assertThat(codes(committees.form(body, List.of("M1")))).containsExactly("congress.committee-there");
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    @Test
    void thePageFormsSchedulesAndShowsTheLastDay() throws Exception {
        String body = "committee-page";
        at("2024-01-10T09:00:00+08:00");
        congress.congress(body, 3);
        String clerk = congress.token(body, Role.SECRETARIAT);
        String path = "/bodies/" + body + "/standing-committee";
        web.perform(
                MockMvcRequestBuilders.post(path).param("members", "M1、M2").header("Authorization", "Bearer " + clerk));
        web.perform(MockMvcRequestBuilders.post(path + "/meetings")
                .param("at", "2024-02-20T09:00")
                .param("hall", "演示厅")
                .header("Authorization", "Bearer " + clerk));
        assertThat(web.perform(MockMvcRequestBuilders.get(path).header("Authorization", "Bearer " + clerk))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                .contains("2024年3月10日", "常务委员会第1次会议", "演示厅");
    }
}
