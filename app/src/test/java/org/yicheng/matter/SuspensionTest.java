package org.yicheng.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.yicheng.calendar.StatutoryPeriod;
import org.yicheng.home.PlatformClock;
import org.yicheng.matter.Deadlines.Change.Cause;
import org.yicheng.matter.Matter.Move;
import org.yicheng.matter.store.DeadlineWatch;
import org.yicheng.party.Caller;
import org.yicheng.party.Role;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;
import org.yicheng.web.Lamp;

/** Limits stand still and run again, and run in hours, as a procedure declares it. */
@YichengTest
@RecordApplicationEvents
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuspensionTest {

    private static final String OFFICE = "suspension-office";

    @Autowired
    Matters matters;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Holidays holidays;

    @Autowired
    DeadlineWatch watch;

    @Autowired
    Clock clock;

    @AfterAll
    void backToToday() {
        ((PlatformClock) clock).set(Instant.now());
    }

    private void on(String dayAndTime) {
        ((PlatformClock) clock)
                .set(OffsetDateTime.parse(dayAndTime + ":00+08:00").toInstant());
    }

    private static <T> T office(Supplier<T> action) {
        AtomicReference<T> result = new AtomicReference<>();
        new Caller(
                        Optional.of(UUID.randomUUID()),
                        Optional.empty(),
                        "演示",
                        true,
                        Set.of(new Caller.Grant(Role.SECRETARIAT, OFFICE)))
                .run(() -> result.set(action.get()));
        return result.get();
    }

    private Matter begun(String at) {
        on(at);
        Matter opened = office(() -> matters.open(new Matter.Opening(
                        "drill",
                        "here",
                        "",
                        "drill",
                        "演示事项",
                        List.of(new Matter.Party("office", Matter.Holder.body(OFFICE), "演示单位")),
                        true)))
                .orThrow();
        return go(opened, "begin", "");
    }

    private Matter go(Matter matter, String transition, String reason) {
        return office(() -> matters.move(
                        matter.id(), Move.of(transition, matter.version()).because(reason)))
                .orThrow();
    }

    private Deadline limit(Matter matter, String limit) {
        return deadlines.of(matter.id()).stream()
                .filter(one -> one.limit().equals(limit))
                .toList()
                .getLast();
    }

    private ZonedDateTime now() {
        return ZonedDateTime.now(clock);
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    @Test
    void daysOfASuspensionDoNotCountAndTheHistoryKeepsThem() {
        Matter matter = begun("2024-03-04T09:00");
        assertThat(limit(matter, "answer").due()).contains(LocalDate.of(2024, 3, 14));
        on("2024-03-06T09:00");
        Matter held = go(matter, "hold", "等候鉴定意见");
        Deadline still = limit(held, "answer");
        assertThat(still.suspended()).isTrue();
        assertThat(still.due()).isEmpty();
        assertThat(still.lamp(LocalDate.of(2024, 6, 1))).isEmpty();
        on("2024-03-10T09:00");
        Matter again = go(held, "go-on", "鉴定意见已到");
        Deadline running = limit(again, "answer");
        assertThat(running.suspended()).isFalse();
        assertThat(running.due()).contains(LocalDate.of(2024, 3, 18));
        assertThat(deadlines.changes(running.id()))
                .extracting(Deadlines.Change::cause)
                .containsExactly(Cause.SUSPENDED, Cause.RESUMED);
        assertThat(deadlines.suspensions(running.id())).singleElement().satisfies(one -> {
            assertThat(one.fromDay()).isEqualTo(LocalDate.of(2024, 3, 6));
            assertThat(one.untilDay()).contains(LocalDate.of(2024, 3, 10));
            assertThat(one.reason()).isEqualTo("等候鉴定意见");
            assertThat(one.ground().key()).isEqualTo("YC:matter.suspension");
        });
        // Extended later, the same days are still left out.
        Deadline longer = office(() -> deadlines.extend(
                        running.id(), new Deadlines.Extension(StatutoryPeriod.ofDays(30), true, "情况复杂")))
                .orThrow();
        assertThat(longer.due()).contains(LocalDate.of(2024, 4, 7));
    }

    @Test
    void aHolidayTableCountsAroundTheSuspension() {
        Matter matter = begun("2023-03-06T09:00");
        on("2023-03-08T09:00");
        Matter held = go(matter, "hold", "等候");
        UUID id = limit(held, "answer").id();
        assertThat(office(() -> deadlines.recompute("演示")).differences())
                .noneMatch(one -> one.deadline().equals(id));
        on("2023-03-12T09:00");
        Matter again = go(held, "go-on", "恢复");
        assertThat(limit(again, "answer").due()).contains(LocalDate.of(2023, 3, 20));
        assertThat(office(() -> deadlines.recompute("演示")).differences())
                .noneMatch(one -> one.deadline().equals(id));
    }

    @Test
    void whatStandsStillIsNeitherNearNorMissedNorChanged(ApplicationEvents events) {
        Matter matter = begun("2024-03-04T09:00");
        on("2024-03-14T09:00");
        Matter held = go(matter, "hold", "等候");
        Deadline still = limit(held, "answer");
        on("2024-04-30T09:00");
        watch.look();
        assertThat(events.stream(MatterEvent.DeadlineMissed.class)
                        .filter(one -> one.deadline().equals(still.id())))
                .isEmpty();
        assertThat(codes(office(() ->
                        deadlines.extend(still.id(), new Deadlines.Extension(StatutoryPeriod.ofDays(30), true, "理由")))))
                .containsExactly("matter.limit-suspended");
        assertThat(codes(office(() -> deadlines.startOn(still.id(), LocalDate.of(2024, 3, 5), "理由"))))
                .containsExactly("matter.limit-suspended");
        // Suspended on its last day, it has that day left on the day it runs again.
        Matter again = go(held, "go-on", "恢复");
        assertThat(limit(again, "answer").due()).contains(LocalDate.of(2024, 4, 30));
        on("2024-05-06T09:00");
        watch.look();
        assertThat(events.stream(MatterEvent.DeadlineMissed.class)
                        .filter(one -> one.deadline().equals(still.id())))
                .hasSize(1);
        // What is over is not suspended.
        Matter late = go(again, "hold", "太迟");
        assertThat(limit(late, "answer").suspended()).isFalse();
        Matter done = go(late, "finish", "");
        assertThat(limit(done, "answer").ended().orElseThrow().how()).isEqualTo(Deadline.Ending.MET_LATE);
    }

    @Test
    void whatEndsWhileItStandsStillStandsStillNoMore() {
        Matter matter = begun("2024-03-04T09:00");
        Matter held = go(matter, "hold", "等候");
        on("2024-03-05T09:00");
        Matter done = go(held, "finish", "");
        Deadline answer = limit(done, "answer");
        assertThat(answer.ended().orElseThrow().how()).isEqualTo(Deadline.Ending.MET);
        assertThat(answer.suspended()).isFalse();
        assertThat(deadlines.suspensions(answer.id()))
                .allMatch(one -> one.until().isPresent());
    }

    @Test
    void hoursRunToTheInstant(ApplicationEvents events) {
        // The eve of a long holiday, at night.
        Matter matter = begun("2024-02-09T22:00");
        Deadline urgent = limit(matter, "urgent");
        assertThat(urgent.dueAt().map(at -> at.truncatedTo(ChronoUnit.SECONDS)))
                .contains(OffsetDateTime.parse("2024-02-10T22:00:00+08:00").toInstant());
        assertThat(urgent.due()).contains(LocalDate.of(2024, 2, 10));
        on("2024-02-10T13:59");
        assertThat(urgent.lamp(now())).contains(Lamp.OK);
        on("2024-02-10T14:01");
        assertThat(urgent.lamp(now())).contains(Lamp.NEAR);
        watch.look();
        assertThat(events.stream(MatterEvent.DeadlineNear.class)
                        .filter(one -> one.deadline().equals(urgent.id())))
                .hasSize(1);
        on("2024-02-10T21:59");
        assertThat(urgent.lamp(now())).contains(Lamp.NEAR);
        watch.look();
        on("2024-02-10T22:01");
        assertThat(urgent.lamp(now())).contains(Lamp.LATE);
        watch.look();
        assertThat(events.stream(MatterEvent.DeadlineMissed.class)
                        .filter(one -> one.deadline().equals(urgent.id())))
                .hasSize(1);
        Matter acted = go(matter, "act", "");
        assertThat(limit(acted, "urgent").ended().orElseThrow().how()).isEqualTo(Deadline.Ending.MET_LATE);
    }

    @Test
    void hoursStandStillAreExtendedInHoursAndHaveNoOtherFirstDay() {
        Matter matter = begun("2024-03-04T09:00");
        on("2024-03-04T10:00");
        Matter held = go(matter, "hold", "等候");
        assertThat(limit(held, "urgent").dueAt()).isEmpty();
        on("2024-03-04T12:30");
        Matter again = go(held, "go-on", "恢复");
        Deadline urgent = limit(again, "urgent");
        assertThat(urgent.dueAt().map(at -> at.truncatedTo(ChronoUnit.SECONDS)))
                .contains(OffsetDateTime.parse("2024-03-05T11:30:00+08:00").toInstant());
        assertThat(codes(office(() -> deadlines.startOn(urgent.id(), LocalDate.of(2024, 3, 1), "理由"))))
                .containsExactly("matter.start-in-hours");
        assertThat(codes(office(() ->
                        deadlines.extend(urgent.id(), new Deadlines.Extension(StatutoryPeriod.ofDays(2), true, "理由")))))
                .containsExactly("matter.not-a-length");
        assertThat(codes(office(() -> deadlines.extend(
                        urgent.id(), new Deadlines.Extension(StatutoryPeriod.ofHours(73), true, "理由")))))
                .containsExactly("matter.extended-too-far");
        assertThat(codes(office(() -> deadlines.extend(
                        urgent.id(), new Deadlines.Extension(StatutoryPeriod.ofHours(24), true, "理由")))))
                .containsExactly("matter.not-longer");
        Deadline longer = office(() ->
                        deadlines.extend(urgent.id(), new Deadlines.Extension(StatutoryPeriod.ofHours(48), true, "理由")))
                .orThrow();
        assertThat(longer.dueAt().map(at -> at.truncatedTo(ChronoUnit.SECONDS)))
                .contains(OffsetDateTime.parse("2024-03-06T11:30:00+08:00").toInstant());
        on("2024-03-04T13:00");
        Matter other = office(() -> matters.open(new Matter.Opening(
                        "drill",
                        "here",
                        "",
                        "drill",
                        "演示事项",
                        List.of(new Matter.Party("office", Matter.Holder.body(OFFICE), "演示单位")),
                        true)))
                .orThrow();
        assertThat(codes(office(() -> matters.move(
                        other.id(),
                        Move.of("begin", other.version()).starting(Map.of("urgent", LocalDate.of(2024, 3, 1)))))))
                .containsExactly("matter.start-in-hours");
    }
}
