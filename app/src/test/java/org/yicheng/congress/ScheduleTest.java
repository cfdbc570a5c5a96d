package org.yicheng.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Schedules.Item;
import org.yicheng.party.Accounts;
import org.yicheng.party.Caller;
import org.yicheng.party.Role;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.Http;
import org.yicheng.testing.YichengTest;

/** A schedule is drafted by the secretariat, decided by the presidium, and then adjusted by a standing chair alone. */
@YichengTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScheduleTest {

    private static final String SESSION = "schedule-1";
    private static final LocalDate DAY = LocalDate.now(Clock.systemUTC()).plusDays(30);

    @Autowired
    Sessions sessions;

    @Autowired
    Schedules schedules;

    @Autowired
    ScheduleChanges changes;

    @Autowired
    Bodies bodies;

    @Autowired
    Sittings sittings;

    @Autowired
    Questions questions;

    @Autowired
    Congress congress;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    private String chairToken = "";
    private String memberToken = "";
    private String secretariatToken = "";

    @BeforeAll
    void planASession() {
        List<UUID> people = congress.congress("schedule", 6);
        sessions.plan(new Sessions.NewSession(
                        SESSION,
                        "schedule",
                        1,
                        new Bilingual("演示代表大会第一次会议", "First session"),
                        new Bilingual("一次会议", "First session"),
                        DAY,
                        DAY.plusDays(1),
                        "会堂",
                        true))
                .orThrow();
        sessions.take(SESSION, SessionStep.CONVENE).orThrow();
        sessions.take(SESSION, SessionStep.PREPARE).orThrow();
        sessions.propose(SESSION, Office.PRESIDIUM, 0, List.of("M1", "M2", "M3"))
                .orThrow();
        sessions.propose(SESSION, Office.STANDING_CHAIR, 0, List.of("M1")).orThrow();
        chairToken = token(Role.MEMBER, Optional.of(people.get(0)));
        memberToken = token(Role.MEMBER, Optional.of(people.get(3)));
        secretariatToken = token(Role.SECRETARIAT, Optional.empty());
    }

    private String token(Role role, Optional<UUID> person) {
        String login = role + "-" + UUID.randomUUID();
        Accounts.Account account = accounts.create(Accounts.Kind.DEVICE, login, login, person, true);
        accounts.giveRole(account.id(), role, "schedule");
        return accounts.issueToken(account.id(), Instant.now().plus(Duration.ofHours(1)));
    }

    private static Instant at(int days, int hour) {
        return DAY.plusDays(days).atTime(hour - 8, 0).toInstant(java.time.ZoneOffset.UTC);
    }

    private static List<Item> items(int openingHour) {
        return List.of(
                new Item(
                        at(1, openingHour),
                        new Bilingual("开幕会；听取报告，审议", "Opening; report, deliberation"),
                        "大礼堂, 一层",
                        Optional.of(at(1, openingHour + 2)),
                        Optional.of("全体代表")),
                new Item(at(1, 16), new Bilingual("主席团会议", "Presidium"), "", Optional.empty(), Optional.of("主席团")));
    }

    private Ruling<List<Item>> adjust(String token, int hour, String reason) {
        AtomicReference<Ruling<List<Item>>> answer = new AtomicReference<>();
        Caller caller = accounts.callerOf(token).orElseThrow();
        caller.<RuntimeException>run(() -> answer.set(schedules.adjust(SESSION, items(hour), reason)));
        return answer.get();
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    private Http.Answer calendar(String token) {
        return Http.get(port, "/sessions/" + SESSION + "/schedule.ics", token);
    }

    private Calendar parsed(String token) {
        Http.Answer answer = calendar(token);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).startsWith("text/calendar");
        try {
            return new CalendarBuilder().build(new ByteArrayInputStream(answer.content()));
        } catch (IOException | ParserException e) {
            throw new AssertionError(answer.text(), e);
        }
    }

    private List<CalendarComponent> events(String token) {
        return parsed(token).getComponents();
    }

    private static String value(Component event, String name) {
        return event.getProperty(name).map(Property::getValue).orElse("");
    }

    @Test
    @Order(1)
    void aDraftIsTheMembersBusinessAndTentative() {
        schedules.propose(SESSION, items(9)).orThrow();
        assertThat(calendar("").status()).isEqualTo(404);
        assertThat(events(memberToken))
                .hasSize(1)
                .allSatisfy(event -> assertThat(value(event, "STATUS")).isEqualTo("TENTATIVE"));
        assertThat(codes(adjust(chairToken, 10, "早一点")))
                .containsExactly("congress.schedule-not-yet", "congress.schedule-presidium-only");
    }

    @Test
    @Order(2)
    void nobodyButAStandingChairChangesWhatWasDecided() {
        for (Decision decision : List.of(Decision.STANDING_CHAIRS, Decision.SCHEDULE)) {
            jdbc.update(
                    "insert into congress.decision (session, what, question, result, decided_at) values (?, ?, ?, 'ADOPTED', now())",
                    SESSION,
                    decision.name(),
                    UUID.randomUUID());
        }
        assertThat(codes(schedules.propose(SESSION, items(10)))).containsExactly("congress.schedule-decided");
        assertThat(codes(adjust(secretariatToken, 10, "推迟"))).containsExactly("congress.schedule-presidium-only");
        assertThat(codes(adjust(memberToken, 10, "")))
                .containsExactlyInAnyOrder("congress.schedule-presidium-only", "congress.schedule-reason");
        assertThat(codes(adjust(chairToken, 10, " "))).containsExactly("congress.schedule-reason");
        assertThat(schedules.of(SESSION).getFirst().at()).isEqualTo(at(1, 9));
        Refusal reason =
                ((Ruling.Refused<?>) adjust(memberToken, 10, "推迟")).reasons().getFirst();
        assertThat(reason.ground().orElseThrow().key()).isEqualTo("SD:15");
    }

    @Test
    @Order(3)
    void anAdjustmentMovesTheSameEventAndKeepsWhatStoodBefore() {
        String before = value(events(memberToken).getFirst(), "UID");
        adjust(chairToken, 10, "会场检修").orThrow();
        List<CalendarComponent> moved = events(memberToken);
        assertThat(moved).hasSize(1);
        CalendarComponent opening = moved.getFirst();
        assertThat(value(opening, "UID")).isEqualTo(before);
        assertThat(value(opening, "SEQUENCE")).isEqualTo("1");
        assertThat(value(opening, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(opening, "DTSTART"))
                .isEqualTo(DAY.plusDays(1).toString().replace("-", "") + "T020000Z");
        assertThat(value(opening, "SUMMARY")).isEqualTo("开幕会；听取报告，审议");
        assertThat(value(opening, "LOCATION")).isEqualTo("大礼堂, 一层");
        assertThat(events(secretariatToken)).hasSize(2);
        assertThat(events("")).hasSize(1);
        assertThat(schedules.changes(SESSION))
                .extracting(Schedules.Change::reason)
                .containsExactly("会场检修");
        assertThat(jdbc.queryForObject("select earlier from congress.schedule_change", String.class))
                .contains(at(1, 9).toString(), "大礼堂, 一层", "主席团会议");
    }

    /** Section 3.1: nobody changes a decided schedule but the presidium. */
    @Test
    @Order(4)
    void aChangeIsDraftedPutToThePresidiumAndHoldsWithItsVote() {
        assertThat(codes(changes.draft(SESSION, items(10), "")))
                .containsExactly("congress.schedule-reason", "congress.schedule-unchanged");
        changes.draft(SESSION, items(11), "报告人路上耽搁").orThrow();
        assertThat(schedules.of(SESSION).getFirst().at())
                .as("a draft changes nothing")
                .isEqualTo(at(1, 10));
        presidium();
        assertThat(codes(changes.put(SESSION, "elsewhere-1"))).containsExactly("congress.schedule-meeting");
        adjust(chairToken, 12, "会场另有安排").orThrow();
        assertThat(codes(changes.put(SESSION, MEETING))).containsExactly("congress.schedule-moved-on");

        changes.draft(SESSION, items(9), "恢复原定时间").orThrow();
        Question question = changes.put(SESSION, MEETING).orThrow();
        assertThat(question.text()).contains("恢复原定时间", "开幕会；听取报告，审议");
        assertThat(codes(adjust(chairToken, 13, "再推迟"))).containsExactly("congress.schedule-before-presidium");
        assertThat(codes(changes.draft(SESSION, items(13), "再推迟")))
                .containsExactly("congress.schedule-before-presidium");
        vote(question, Mark.AGAINST);
        assertThat(schedules.of(SESSION).getFirst().at()).isEqualTo(at(1, 12));
        assertThat(changes.open(SESSION)).as("rejected is done with").isEmpty();

        changes.draft(SESSION, items(9), "恢复原定时间").orThrow();
        vote(changes.put(SESSION, MEETING).orThrow(), Mark.FOR);
        assertThat(schedules.of(SESSION).getFirst().at()).isEqualTo(at(1, 9));
        assertThat(schedules.changes(SESSION))
                .extracting(Schedules.Change::byPresidium)
                .containsExactly(true, false, false);
        assertThat(value(events(memberToken).getFirst(), "SEQUENCE"))
                .as("published with the vote")
                .isEqualTo("3");
        assertThat(changes.of(SESSION))
                .extracting(change -> change.result().orElse(""))
                .containsExactly("ADOPTED", "REJECTED");
    }

    private static final String MEETING = SESSION + "-presidium-1";

    private void presidium() {
        congress.congress("schedule-presidium", 3);
        sittings.schedule(new Sittings.NewSitting(
                MEETING,
                "schedule-presidium",
                "congress-session:" + SESSION,
                Sitting.Kind.PRESIDIUM,
                1,
                new Bilingual("主席团第一次会议", "Presidium meeting 1"),
                "会堂",
                Instant.now()));
        sittings.namePresiding(MEETING, "演示主席").orThrow();
        sittings.openSignIn(MEETING).orThrow();
        congress.signIn(MEETING, "schedule-presidium", 0, 3);
        sittings.open(MEETING).orThrow();
    }

    private void vote(Question question, Mark mark) {
        questions.put(question.id()).orThrow();
        questions.open(question.id()).orThrow();
        bodies.membersOf("schedule-presidium")
                .forEach(member -> questions
                        .press(question.id(), member.person(), mark, "test")
                        .join()
                        .orThrow());
        questions.close(question.id()).orThrow();
        questions.declare(question.id()).orThrow();
    }
}
