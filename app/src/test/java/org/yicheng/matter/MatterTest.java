package org.yicheng.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.yicheng.calendar.StatutoryPeriod;
import org.yicheng.home.PlatformClock;
import org.yicheng.matter.Deadline.Ending;
import org.yicheng.matter.Matter.Move;
import org.yicheng.matter.store.DeadlineWatch;
import org.yicheng.party.Caller;
import org.yicheng.party.Role;
import org.yicheng.record.Journal;
import org.yicheng.record.Journal.ActFilter;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;
import org.yicheng.web.Lamp;

/** A matter moves as its procedure is declared, its limits follow law and calendar, and nothing is lost. */
@YichengTest
@RecordApplicationEvents
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatterTest {

    private static final String OFFICE = "matter-office";
    private static final String ORGAN = "matter-organ";
    private static final String OTHER_ORGAN = "matter-other-organ";
    private static final UUID AUTHOR = UUID.randomUUID();

    @Autowired
    Matters matters;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Holidays holidays;

    @Autowired
    DeadlineWatch watch;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @BeforeEach
    void onTheFifthOfFebruary() {
        on("2024-02-05");
    }

    @AfterAll
    void backToToday() {
        ((PlatformClock) clock).set(Instant.now());
    }

    private void on(String day) {
        ((PlatformClock) clock)
                .set(OffsetDateTime.parse(day + "T09:00:00+08:00").toInstant());
    }

    private static <T> T as(Optional<UUID> person, Role role, String scope, Supplier<T> action) {
        AtomicReference<T> result = new AtomicReference<>();
        new Caller(Optional.of(UUID.randomUUID()), person, "演示", true, Set.of(new Caller.Grant(role, scope)))
                .run(() -> result.set(action.get()));
        return result.get();
    }

    private static <T> T author(Supplier<T> action) {
        return as(Optional.of(AUTHOR), Role.MEMBER, "matter-congress", action);
    }

    private static <T> T office(Supplier<T> action) {
        return as(Optional.empty(), Role.SECRETARIAT, OFFICE, action);
    }

    private static <T> T organ(Supplier<T> action) {
        return as(Optional.empty(), Role.SECRETARIAT, ORGAN, action);
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    private static Matter.Party party(String actor, String body) {
        return new Matter.Party(actor, Matter.Holder.body(body), "演示单位");
    }

    private Matter opened(String place) {
        return author(() -> matters.open(new Matter.Opening(
                        "suggestion",
                        place,
                        "demo-suggestion:" + UUID.randomUUID(),
                        "matter-test/suggestion",
                        "关于加快生物医药产业发展的建议（演示）",
                        List.of(
                                new Matter.Party("author", Matter.Holder.person(AUTHOR), "演示代表"),
                                party("office", OFFICE)),
                        true)))
                .orThrow();
    }

    private Matter go(Matter matter, String transition) {
        return matters.move(matter.id(), Move.of(transition, matter.version())).orThrow();
    }

    private Matter accepted(String place) {
        Matter draft = opened(place);
        Matter submitted = author(() -> go(draft, "submit"));
        return office(() -> go(submitted, "accept"));
    }

    private Matter assigned(String place) {
        Matter accepted = accepted(place);
        return office(() -> matters.move(
                        accepted.id(), Move.of("assign", accepted.version()).among(List.of(party("organ", ORGAN)))))
                .orThrow();
    }

    private Matter received(String place) {
        Matter assigned = assigned(place);
        return organ(() -> go(assigned, "receive"));
    }

    private Deadline limit(Matter matter, String limit) {
        return deadlines.of(matter.id()).stream()
                .filter(one -> one.limit().equals(limit))
                .toList()
                .getLast();
    }

    private long acts(UUID matter) {
        return journal.count(new ActFilter("matter.", "matter:" + matter, Optional.empty(), 500));
    }

    // ---------------------------------------------------------------- moving

    @Test
    void movesOnlyAsDeclaredAndOnlyForWhomItIsDeclared() {
        Matter draft = opened("national");
        assertThat(codes(author(() -> matters.move(draft.id(), Move.of("assign", 1)))))
                .containsExactly("matter.not-from-here", "matter.not-yours");
        assertThat(codes(author(() -> matters.move(draft.id(), Move.of("burn", 1)))))
                .containsExactly("matter.not-declared");
        assertThat(codes(organ(() -> matters.move(draft.id(), Move.of("submit", 1)))))
                .containsExactly("matter.not-yours");
        assertThat(codes(author(() -> matters.move(UUID.randomUUID(), Move.of("submit", 1)))))
                .containsExactly("matter.unknown");
        assertThat(matters.byId(draft.id())).contains(draft);
        assertThat(matters.history(draft.id())).hasSize(1);
        assertThat(acts(draft.id())).isEqualTo(1);
    }

    @Test
    void namesEveryReasonAtOnce() {
        Matter assigned = received("shanghai");
        Move move = new Move(
                "object",
                assigned.version(),
                "",
                Map.of("photo", "1"),
                Map.of("reply", LocalDate.of(2024, 2, 1)),
                List.of(party("nobody", "x")));
        assertThat(codes(author(() -> matters.move(assigned.id(), move))))
                .containsExactly(
                        "matter.not-yours",
                        "matter.reason-missing",
                        "matter.document-missing",
                        "matter.document-unknown",
                        "matter.limit-not-started",
                        "matter.actor-unknown");
    }

    @Test
    void aChangeThatWasNotSeenIsNotWrittenOver() {
        Matter draft = opened("national");
        author(() -> go(draft, "cosign"));
        assertThat(codes(author(() -> matters.move(draft.id(), Move.of("submit", draft.version())))))
                .containsExactly("matter.stale");
    }

    @Test
    void everyMoveLeavesAStepAnActAndAnEvent(ApplicationEvents events) {
        Matter assigned = assigned("national");
        assertThat(matters.history(assigned.id()).stream().map(Matter.Step::transition))
                .containsExactly("", "submit", "accept", "assign");
        assertThat(acts(assigned.id())).isEqualTo(4);
        assertThat(events.stream(MatterEvent.MatterMoved.class)
                        .filter(event -> event.matter().equals(assigned.id()))
                        .map(MatterEvent.MatterMoved::to))
                .containsExactly("DRAFT", "SUBMITTED", "ACCEPTED", "ASSIGNED");
    }

    @Test
    void whatWasDecidedElsewhereNeedsNoPartyButStillTheDeclaration() {
        Matter draft = opened("national");
        assertThat(codes(matters.carry(draft.id(), Move.of("assign", 1)))).containsExactly("matter.not-from-here");
        assertThat(matters.carry(draft.id(), Move.of("submit", 1)).orThrow().state())
                .isEqualTo("SUBMITTED");
    }

    @Test
    void aNumberIsGivenOnceAndNeverAgain() {
        Matter first = opened("national");
        Matter second = opened("national");
        int one = author(() -> go(first, "submit")).number().orElseThrow();
        Matter withdrawn = author(() -> go(matters.byId(first.id()).orElseThrow(), "withdraw"));
        int two = author(() -> go(second, "submit")).number().orElseThrow();
        assertThat(two).isEqualTo(one + 1);
        assertThat(withdrawn.number()).contains(one);
    }

    @Test
    void aPlacesOwnStepExistsThereOnly() {
        Matter inNational = assigned("national");
        assertThat(codes(author(() -> matters.move(inNational.id(), Move.of("withdraw-later", inNational.version())))))
                .containsExactly("matter.not-declared");
        Matter inQingdao = assigned("qingdao");
        assertThat(author(() -> go(inQingdao, "withdraw-later")).state()).isEqualTo("WITHDRAWN");
        assertThat(deadlines.of(inQingdao.id())).allMatch(one -> one.ended().isPresent());
    }

    @Test
    void historyCannotBeChangedInTheDatabaseEither() {
        Matter draft = opened("national");
        for (String sql : List.of(
                "update matter.step set reason = 'x' where matter = :id",
                "delete from matter.step where matter = :id",
                "delete from matter.matter where id = :id")) {
            assertThatThrownBy(() -> jdbc.sql(sql).param("id", draft.id()).update())
                    .hasMessageContaining("only grows");
        }
    }

    // ---------------------------------------------------------------- limits

    @Test
    void aReplyIsDueInThreeMonthsFromTheAssignment() {
        Matter assigned = assigned("national");
        Deadline reply = limit(assigned, "reply");
        assertThat(reply.due()).contains(LocalDate.of(2024, 5, 6));
        assertThat(reply.ground().key()).isEqualTo("DL:51(2)");
    }

    @Test
    void eachPlaceHasItsOwnLimits() {
        Matter inChongqing = assigned("chongqing");
        assertThat(limit(inChongqing, "objection").due()).contains(LocalDate.of(2024, 2, 23));
        Matter inShanghai = assigned("shanghai");
        assertThat(deadlines.of(inShanghai.id()).stream().map(Deadline::limit)).containsExactly("assign", "reply");
        assertThat(limit(inShanghai, "assign").ended().orElseThrow().how()).isEqualTo(Ending.MET);
        organ(() -> go(inShanghai, "receive"));
        assertThat(limit(inShanghai, "objection").due()).contains(LocalDate.of(2024, 2, 20));
    }

    @Test
    void theLampTurnsAmberWithAThirdLeftAndRedAfterTheLastDay() {
        Deadline reply = limit(assigned("national"), "reply");
        // 91 days in all: amber from 30 days left on.
        assertThat(reply.lamp(LocalDate.of(2024, 4, 5))).contains(Lamp.OK);
        assertThat(reply.lamp(LocalDate.of(2024, 4, 6))).contains(Lamp.NEAR);
        assertThat(reply.lamp(LocalDate.of(2024, 5, 6))).contains(Lamp.NEAR);
        assertThat(reply.lamp(LocalDate.of(2024, 5, 7))).contains(Lamp.LATE);
    }

    @Test
    void anAcceptedObjectionStartsTheClockAnewARefusedOneDoesNotStopIt() {
        Matter refused = objected();
        Matter back = office(() -> matters.move(
                        refused.id(),
                        Move.of("refuse-objection", refused.version()).because("属于职责范围")))
                .orThrow();
        assertThat(limit(back, "reply").due()).contains(LocalDate.of(2024, 5, 6));
        Matter accepted = objected();
        on("2024-02-19");
        Matter again = office(() -> matters.move(
                        accepted.id(),
                        Move.of("reassign", accepted.version())
                                .because("改由另一单位主办")
                                .among(List.of(party("organ", OTHER_ORGAN)))))
                .orThrow();
        List<Deadline> replies = deadlines.of(again.id()).stream()
                .filter(one -> one.limit().equals("reply"))
                .toList();
        assertThat(replies).hasSize(2);
        assertThat(replies.getFirst().ended().orElseThrow().how()).isEqualTo(Ending.RESTARTED);
        assertThat(replies.getLast().due()).contains(LocalDate.of(2024, 5, 20));
        assertThat(codes(organ(() -> matters.move(again.id(), Move.of("receive", again.version())))))
                .containsExactly("matter.not-yours");
    }

    private Matter objected() {
        Matter assigned = received("chongqing");
        return organ(() -> matters.move(
                        assigned.id(),
                        Move.of("object", assigned.version())
                                .because("不属于本单位职责")
                                .with(Map.of("reason", "演示函〔2024〕1号"))))
                .orThrow();
    }

    @Test
    void aLateObjectionIsVoid() {
        Matter assigned = received("henan");
        on("2024-02-24");
        assertThat(codes(organ(() -> matters.move(
                        assigned.id(),
                        Move.of("object", assigned.version()).because("不属于").with(Map.of("reason", "1号"))))))
                .containsExactly("matter.limit-lapsed");
    }

    @Test
    void anExtensionIsGrantedInTimeForWhatIsHardAndNeverPastSixMonths() {
        Deadline reply = limit(assigned("national"), "reply");
        assertThat(codes(office(() -> deadlines.extend(reply.id(), extension("P7M", false, "")))))
                .containsExactly("matter.extended-too-far", "matter.not-hard", "matter.reason-missing");
        assertThat(codes(office(() -> deadlines.extend(reply.id(), extension("P3M", true, "涉及面广")))))
                .containsExactly("matter.not-longer");
        on("2024-05-07");
        assertThat(codes(office(() -> deadlines.extend(reply.id(), extension("P6M", true, "涉及面广")))))
                .containsExactly("matter.extended-too-late");
        on("2024-05-06");
        Deadline longer = office(() -> deadlines.extend(reply.id(), extension("P6M", true, "涉及面广")))
                .orThrow();
        assertThat(longer.due()).contains(LocalDate.of(2024, 8, 5));
        assertThat(deadlines.changes(reply.id())).singleElement().satisfies(change -> {
            assertThat(change.before()).contains(LocalDate.of(2024, 5, 6));
            assertThat(change.after()).contains(LocalDate.of(2024, 8, 5));
        });
        Deadline objection = limit(assigned("chongqing"), "objection");
        assertThat(codes(office(() -> deadlines.extend(objection.id(), extension("P20WD", true, "涉及面广")))))
                .containsExactly("matter.not-extendable");
    }

    private static Deadlines.Extension extension(String whole, boolean hard, String reason) {
        return new Deadlines.Extension(StatutoryPeriod.parse(whole).orElseThrow(), hard, reason);
    }

    @Test
    void anotherStartGivesAnotherLastDayAndSaysWhatChanged() {
        Matter assigned = assigned("national");
        Deadline reply = limit(assigned, "reply");
        Deadlines.Difference difference = office(
                        () -> deadlines.startOn(reply.id(), LocalDate.of(2023, 11, 30), "交办日期登记有误"))
                .orThrow();
        assertThat(difference.before()).contains(LocalDate.of(2024, 5, 6));
        assertThat(difference.after()).contains(LocalDate.of(2024, 2, 29));
        assertThat(codes(office(() -> deadlines.startOn(reply.id(), LocalDate.of(2024, 2, 6), "演示"))))
                .containsExactly("matter.start-future");
    }

    @Test
    void saysOnceThatALimitIsNearAndOnceThatItWasMissed(ApplicationEvents events) {
        Matter assigned = assigned("national");
        UUID reply = limit(assigned, "reply").id();
        watch.look();
        on("2024-04-06");
        watch.look();
        watch.look();
        on("2024-05-07");
        watch.look();
        watch.look();
        assertThat(events.stream(MatterEvent.DeadlineNear.class)
                        .filter(event -> event.deadline().equals(reply)))
                .hasSize(1);
        assertThat(events.stream(MatterEvent.DeadlineMissed.class)
                        .filter(event -> event.deadline().equals(reply)))
                .hasSize(1);
        assertThat(acts(assigned.id())).isEqualTo(6);
        assertThat(organ(() -> go(assigned, "receive")).state()).isEqualTo("RECEIVED");
    }

    // ---------------------------------------------------------------- whose turn

    @Test
    void itIsTheTurnOfWhoeverTheDeclarationSays() {
        Matter assigned = assigned("national");
        assertThat(organ(() -> matters.tasks(500)))
                .filteredOn(task -> task.matter().id().equals(assigned.id()))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.actor()).isEqualTo("organ");
                    assertThat(task.until().flatMap(Deadline::due)).contains(LocalDate.of(2024, 5, 6));
                });
        assertThat(office(() -> matters.tasks(500)))
                .noneMatch(task -> task.matter().id().equals(assigned.id()));
        assertThat(organ(() -> matters.possible(assigned)).stream().map(Procedure.Transition::id))
                .containsExactly("receive");
        assertThat(author(() -> matters.visible(assigned))).isTrue();
        assertThat(as(Optional.empty(), Role.SECRETARIAT, OTHER_ORGAN, () -> matters.visible(assigned)))
                .isFalse();
    }

    // ---------------------------------------------------------------- links and letters

    @Test
    void mergingIsALinkThatCanBeTakenBack() {
        Matter one = accepted("national");
        Matter two = accepted("national");
        Matter three = accepted("national");
        Matter.Link link = office(() -> matters.link(one.id(), Matter.LinkType.MERGED, two.id(), "内容相近"))
                .orThrow();
        assertThat(codes(office(() -> matters.link(one.id(), Matter.LinkType.MERGED, three.id(), "内容相近"))))
                .containsExactly("matter.merged-already");
        assertThat(codes(office(() -> matters.link(two.id(), Matter.LinkType.MERGED, three.id(), "内容相近"))))
                .containsExactly("matter.merged-already");
        assertThat(codes(office(() -> matters.link(one.id(), Matter.LinkType.MERGED, one.id(), "x"))))
                .containsExactly("matter.link-self");
        assertThat(codes(office(() -> matters.link(one.id(), Matter.LinkType.MERGED, two.id(), ""))))
                .containsExactly("matter.reason-missing", "matter.link-twice", "matter.merged-already");
        office(() -> matters.unlink(one.id(), link.id(), "内容不同")).orThrow();
        assertThat(codes(office(() -> matters.unlink(one.id(), link.id(), "内容不同"))))
                .containsExactly("matter.link-undone");
        assertThat(matters.links(two.id()))
                .singleElement()
                .matches(kept -> kept.undoneAt().isPresent());
        office(() -> matters.link(one.id(), Matter.LinkType.MERGED, three.id(), "内容相近"))
                .orThrow();
        assertThat(matters.byId(one.id()).orElseThrow().number()).isEqualTo(one.number());
    }

    @Test
    void whatWasSaidIsKept() {
        Matter assigned = assigned("national");
        Matter.Letter visit = new Matter.Letter(
                UUID.randomUUID(),
                Instant.EPOCH,
                Matter.Letter.Direction.OUT,
                Matter.Letter.Way.VISIT,
                LocalDate.of(2024, 2, 5),
                "演示代表",
                "走访代表",
                "听取意见");
        organ(() -> matters.write(assigned.id(), visit)).orThrow();
        assertThat(matters.correspondence(assigned.id()))
                .singleElement()
                .satisfies(letter -> assertThat(letter.subject()).isEqualTo("走访代表"));
    }

    // ---------------------------------------------------------------- holiday tables

    private static final String TABLE_2025 = """
            date,kind,name,source
            2025-01-01,OFF,元旦,演示
            2025-05-01,OFF,劳动节,演示
            2025-05-02,OFF,劳动节,演示
            2025-05-05,OFF,劳动节,演示
            2025-04-27,WORK,,演示
            """;

    @Test
    void aYearWithoutATableHasNoLastDayUntilItIsImportedAndTheDifferenceIsShown() {
        jdbc.sql("delete from matter.holiday where extract(year from day) = 2025")
                .update();
        jdbc.sql("delete from matter.holiday_year where year = 2025").update();
        on("2024-12-05");
        Matter assigned = assigned("national");
        Deadline reply = limit(assigned, "reply");
        assertThat(reply.due()).isEmpty();
        assertThat(reply.lamp(LocalDate.of(2024, 12, 5))).isEmpty();
        byte[] file = TABLE_2025.getBytes(StandardCharsets.UTF_8);
        Holidays.Preview preview = holidays.preview(file, "").orThrow();
        assertThat(preview.years()).containsExactly(2025);
        assertThat(preview.differences()).anyMatch(one -> one.deadline().equals(reply.id()));
        assertThat(deadlines.byId(reply.id()).orElseThrow().due()).isEmpty();
        Deadlines.Recomputation counted = as(Optional.empty(), Role.ADMINISTRATOR, "*", () -> holidays.take(file, ""))
                .orThrow();
        assertThat(counted.changed()).isEqualTo(preview.changed());
        assertThat(deadlines.recomputation(counted.id()).orElseThrow().differences())
                .anySatisfy(one -> {
                    assertThat(one.deadline()).isEqualTo(reply.id());
                    assertThat(one.before()).isEmpty();
                    assertThat(one.after()).contains(LocalDate.of(2025, 3, 5));
                });
        assertThat(holidays.preview(file, "").orThrow().changed()).isZero();
        assertThat(holidays.years().stream().map(Holidays.Year::year)).contains(2024, 2025, 2026);
    }

    @Test
    void aFaultyTableIsRefusedWholeWithEveryRow() {
        String faulty = """
                date,kind,source
                2031-02-30,OFF,演示
                2031-01-01,FREE,演示
                2031-01-02,OFF,演示
                2031-01-02,WORK,演示
                """;
        byte[] file = faulty.getBytes(StandardCharsets.UTF_8);
        assertThat(holidays.preview(file, "").orThrow().faults().stream()
                        .map(fault -> fault.row() + " " + fault.reason().code()))
                .containsExactly("2 matter.not-a-date", "3 matter.not-a-kind", "5 matter.date-twice");
        assertThat(codes(holidays.take(file, ""))).containsExactly("matter.row", "matter.row", "matter.row");
        assertThat(holidays.table().years()).doesNotContain(2031);
    }

    @Test
    void readsACalendar() {
        String calendar = String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//demo//ZH",
                "BEGIN:VEVENT",
                "UID:1@demo",
                "DTSTAMP:20300101T000000Z",
                "DTSTART;VALUE=DATE:20300501",
                "DTEND;VALUE=DATE:20300504",
                "SUMMARY:劳动节",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:2@demo",
                "DTSTAMP:20300101T000000Z",
                "DTSTART;VALUE=DATE:20300428",
                "SUMMARY:劳动节调休上班",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:3@demo",
                "DTSTAMP:20300101T000000Z",
                "DTSTART:20300601T090000Z",
                "SUMMARY:会议",
                "END:VEVENT",
                "END:VCALENDAR",
                "");
        byte[] file = calendar.getBytes(StandardCharsets.UTF_8);
        assertThat(codes(holidays.preview(file, ""))).containsExactly("matter.source-missing");
        Holidays.Preview preview = holidays.preview(file, "演示通知").orThrow();
        assertThat(preview.format()).isEqualTo("iCalendar");
        assertThat(preview.days().stream().map(day -> day.date() + " " + day.kind()))
                .containsExactly("2030-05-01 OFF", "2030-05-02 OFF", "2030-05-03 OFF", "2030-04-28 WORK");
        assertThat(preview.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.row()).isEqualTo(3);
            assertThat(fault.reason().code()).isEqualTo("matter.event-not-whole-day");
        });
    }

    /** More than a few batches of them. */
    @Test
    void countsThousandsOfLimitsAnew() {
        Matter assigned = assigned("national");
        jdbc.sql("""
                        insert into matter.matter
                            (id, procedure, place, subject, series, title, state, version, opened_at, since, demo)
                        select gen_random_uuid(), 'suggestion', 'national', '', 'bulk', '演示', 'ASSIGNED', 1, now(), now(), true
                          from generate_series(1, 12000)
                        """).update();
        jdbc.sql("""
                        insert into matter.deadline (id, matter, limit_id, actor, kind, starts, period, ground, due)
                        select gen_random_uuid(), id, 'reply', 'organ', 'DUTY',
                               date '2024-01-01' + (row_number() over ())::int % 200, 'P3M', 'DL:51', date '2020-01-01'
                          from matter.matter where series = 'bulk'
                        """).update();
        Deadlines.Recomputation counted = deadlines.recompute("演示");
        assertThat(counted.looked()).isGreaterThanOrEqualTo(12_000);
        assertThat(counted.changed()).isGreaterThanOrEqualTo(12_000);
        assertThat(jdbc.sql("select count(*) from matter.deadline where due = date '2020-01-01'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(limit(assigned, "reply").due()).contains(LocalDate.of(2024, 5, 6));
        jdbc.sql("update matter.deadline set ending = 'DROPPED', ended_at = now() where ground = 'DL:51'")
                .update();
    }
}
