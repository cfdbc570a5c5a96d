package org.yicheng.matter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.calendar.CalendarPolicy;
import org.yicheng.calendar.DueDate;
import org.yicheng.calendar.HolidayTable;
import org.yicheng.calendar.Hours;
import org.yicheng.calendar.Pause;
import org.yicheng.calendar.StatutoryPeriod;
import org.yicheng.calendar.WorkingCalendar;
import org.yicheng.matter.Deadline;
import org.yicheng.matter.Deadlines.Change;
import org.yicheng.matter.Deadlines.Difference;
import org.yicheng.matter.Procedure;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** The rows of limits, and the counting behind them. */
@Component
class DeadlineBook {

    /** Of the lock that keeps limits from being started by a holiday table while another is put in its place. */
    private static final long LOCK = 0x79_69_63_68L;

    private static final String ALL = """
            select d.*, exists (select 1 from matter.suspension s
                                 where s.deadline = d.id and s.until_at is null) as suspended
              from matter.deadline d
            """;

    private final JdbcClient jdbc;
    private final HolidayRows holidays;
    private final Suspensions suspensions;
    private final Clock clock;

    DeadlineBook(JdbcClient jdbc, HolidayRows holidays, Suspensions suspensions, Clock clock) {
        this.jdbc = jdbc;
        this.holidays = holidays;
        this.suspensions = suspensions;
        this.clock = clock;
    }

    /** When a limit ends by the tables as they are, unless it stands still. */
    Last last(Deadline limit) {
        return limit.suspended()
                ? Last.UNKNOWN
                : Last.of(settledTable(), limit, suspensions.of(limit.id()), clock.getZone());
    }

    /** Counts by the tables as they are and will be until this transaction ends. */
    HolidayTable settledTable() {
        jdbc.sql("select pg_advisory_xact_lock_shared(:lock)")
                .param("lock", LOCK)
                .query((_, _) -> true)
                .single();
        return holidays.table();
    }

    /** Nobody counts until this transaction ends. */
    void holdCounting() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((_, _) -> true)
                .single();
    }

    /** Why there is no last day; empty if there is one. */
    static List<Refusal> refusals(HolidayTable table, LocalDate starts, StatutoryPeriod period) {
        return new WorkingCalendar(table, CalendarPolicy.CIVIL_CODE).due(starts, period)
                        instanceof Ruling.Refused<DueDate>(List<Refusal> reasons)
                ? reasons
                : List.of();
    }

    void start(UUID matter, Procedure.Limit limit, Procedure.Term term, LocalDate starts, Instant now) {
        boolean hours = term.period().inHours();
        Last last = hours
                ? Last.of(Hours.end(now, term.period(), List.of()), clock.getZone())
                : new Last(Last.day(settledTable(), starts, term.period(), List.of()), Optional.empty());
        jdbc.sql("""
                        insert into matter.deadline
                            (id, matter, limit_id, actor, kind, starts, starts_at, period, ground, due, due_at, longest)
                        values (:id, :matter, :limit, :actor, :kind, :starts, :startsAt, :period, :ground,
                                :due, :dueAt, :longest)
                        """)
                .param("id", UUID.randomUUID())
                .param("matter", matter)
                .param("limit", limit.id())
                .param("actor", limit.actor())
                .param("kind", limit.kind().name())
                .param("starts", starts)
                .param("startsAt", hours ? now.atOffset(ZoneOffset.UTC) : null)
                .param("period", term.period().toString())
                .param("ground", term.ground().key())
                .param("due", last.day().orElse(null))
                .param("dueAt", last.at().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("longest", term.longest().map(StatutoryPeriod::toString).orElse(null))
                .update();
    }

    /** Ends the running limit of this name, if one runs. */
    void end(UUID matter, String limit, Deadline.Ending how, Instant at, LocalDate today) {
        jdbc.sql("""
                        update matter.deadline
                           set ending = case when :how = 'MET' and coalesce(due_at < :at, due < :today) then 'MET_LATE' else :how end,
                               ended_at = :at
                         where matter = :matter and limit_id = :limit and ending is null
                        """)
                .param("how", how.name())
                .param("today", today)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("matter", matter)
                .param("limit", limit)
                .update();
    }

    void dropAll(UUID matter, Instant at) {
        jdbc.sql("""
                        update matter.deadline set ending = 'DROPPED', ended_at = :at
                         where matter = :matter and ending is null
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("matter", matter)
                .update();
    }

    List<Deadline> of(UUID matter) {
        return jdbc.sql(ALL + "where matter = :matter order by ordinal")
                .param("matter", matter)
                .query(DeadlineBook::row)
                .list();
    }

    /** The running limits of many matters. */
    Map<UUID, List<Deadline>> running(Collection<UUID> matters) {
        if (matters.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<Deadline>> found = new HashMap<>();
        jdbc.sql(ALL + "where matter in (:matters) and ending is null order by due, ordinal")
                .param("matters", matters)
                .query(DeadlineBook::row)
                .list()
                .forEach(one -> found.computeIfAbsent(one.matter(), _ -> new java.util.ArrayList<>())
                        .add(one));
        return found;
    }

    Optional<Deadline> byId(UUID id) {
        return jdbc.sql(ALL + "where id = :id")
                .param("id", id)
                .query(DeadlineBook::row)
                .optional();
    }

    /** The limit, its matter locked before it, as every step does. */
    Optional<Deadline> locked(UUID id) {
        jdbc.sql("""
                        select 1 from matter.matter where id = (select matter from matter.deadline where id = :id)
                           for no key update
                        """).param("id", id).query(Integer.class).optional();
        return jdbc.sql(ALL + "where id = :id for update of d")
                .param("id", id)
                .query(DeadlineBook::row)
                .optional();
    }

    /** Stores another last day alone. */
    void change(UUID id, Last to) {
        jdbc.sql("""
                        update matter.deadline set due = :due, due_at = :dueAt, near_at = null, missed_at = null
                         where id = :id
                        """)
                .param("due", to.day().orElse(null))
                .param("dueAt", to.at().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("id", id)
                .update();
    }

    /** Stores another start, period or last day; what was announced of the old one is announced anew. */
    void change(Deadline to) {
        jdbc.sql("""
                        update matter.deadline
                           set starts = :starts, period = :period, due = :due, due_at = :dueAt, extended = :extended,
                               near_at = null, missed_at = null
                         where id = :id
                        """)
                .param("starts", to.starts())
                .param("period", to.period().toString())
                .param("due", to.due().orElse(null))
                .param(
                        "dueAt",
                        to.dueAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("extended", to.extended())
                .param("id", to.id())
                .update();
    }

    void note(UUID deadline, Change change) {
        jdbc.sql("""
                        insert into matter.deadline_change
                            (deadline, at, by, cause, starts, period, due_before, due_after, reason)
                        values (:deadline, :at, :by, :cause, :starts, :period, :before, :after, :reason)
                        """)
                .param("deadline", deadline)
                .param("at", change.at().atOffset(ZoneOffset.UTC))
                .param("by", change.by())
                .param("cause", change.cause().name())
                .param("starts", change.starts())
                .param("period", change.period().toString())
                .param("before", change.before().orElse(null))
                .param("after", change.after().orElse(null))
                .param("reason", change.reason())
                .update();
    }

    List<Change> changes(UUID deadline) {
        return jdbc.sql("select * from matter.deadline_change where deadline = :id order by ordinal")
                .param("id", deadline)
                .query((row, _) -> new Change(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by"),
                        Change.Cause.valueOf(row.getString("cause")),
                        row.getObject("starts", LocalDate.class),
                        period(row.getString("period")),
                        Optional.ofNullable(row.getObject("due_before", LocalDate.class)),
                        Optional.ofNullable(row.getObject("due_after", LocalDate.class)),
                        row.getString("reason")))
                .list();
    }

    /** @param looked running limits; {@code unknown} of them have no last day by this table */
    record Outcome(int looked, int unknown, List<Difference> differences) {}

    /** Counts every running limit in days by a table, unless it stands still, without storing anything. */
    Outcome outcome(HolidayTable table) {
        record Asked(LocalDate starts, String period, List<Pause> pauses) {}
        Map<UUID, List<Pause>> pauses = suspensions.ofRunning();
        Map<Asked, Optional<LocalDate>> counted = new HashMap<>();
        int[] seen = new int[2];
        List<Difference> differences = new java.util.ArrayList<>();
        jdbc.sql("""
                        select d.id, d.matter, m.procedure, m.title, d.limit_id, d.starts, d.period, d.due
                          from matter.deadline d join matter.matter m on m.id = d.matter
                         where d.ending is null and d.starts_at is null
                           and not exists (select 1 from matter.suspension s
                                            where s.deadline = d.id and s.until_at is null)
                         order by d.ordinal
                        """).query(row -> {
            UUID id = row.getObject("id", UUID.class);
            Asked asked = new Asked(
                    row.getObject("starts", LocalDate.class),
                    row.getString("period"),
                    pauses.getOrDefault(id, List.of()));
            Optional<LocalDate> after = counted.computeIfAbsent(
                    asked, one -> Last.day(table, one.starts(), period(one.period()), one.pauses()));
            Optional<LocalDate> before = Optional.ofNullable(row.getObject("due", LocalDate.class));
            seen[0]++;
            seen[1] += after.isEmpty() ? 1 : 0;
            if (!after.equals(before)) {
                differences.add(new Difference(
                        id,
                        row.getObject("matter", UUID.class),
                        row.getString("procedure"),
                        row.getString("title"),
                        row.getString("limit_id"),
                        before,
                        after));
            }
        });
        return new Outcome(seen[0], seen[1], differences);
    }

    /** Locks the matters before their limits, as every step does. */
    private void lock(List<Difference> differences) {
        jdbc.sql("select 1 from matter.matter where id = any (cast(:ids as uuid[])) order by id for no key update")
                .param(
                        "ids",
                        differences.stream()
                                .map(one -> one.matter().toString())
                                .distinct()
                                .collect(Collectors.joining(",", "{", "}")))
                .query(_ -> {});
    }

    /** Stores the last days that differ, all in two statements. */
    void store(List<Difference> differences, UUID recomputation, Instant at, String by, String cause) {
        if (differences.isEmpty()) {
            return;
        }
        StringBuilder ids = new StringBuilder("{");
        StringBuilder dues = new StringBuilder("{");
        for (Difference one : differences) {
            ids.append(ids.length() > 1 ? "," : "").append(one.deadline());
            dues.append(dues.length() > 1 ? "," : "")
                    .append(one.after().map(LocalDate::toString).orElse("NULL"));
        }
        lock(differences);
        String changed = "unnest(cast(:ids as uuid[]), cast(:dues as date[])) as changed (id, due)";
        jdbc.sql("""
                        insert into matter.deadline_change
                            (deadline, at, by, cause, recomputation, starts, period, due_before, due_after, reason)
                        select d.id, :at, :by, 'HOLIDAYS', :recomputation, d.starts, d.period, d.due, changed.due, :cause
                          from matter.deadline d join %s on changed.id = d.id order by d.ordinal
                        """.formatted(changed))
                .param("ids", ids.append('}').toString())
                .param("dues", dues.append('}').toString())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("recomputation", recomputation)
                .param("cause", cause)
                .update();
        jdbc.sql("""
                        update matter.deadline d set due = changed.due, near_at = null, missed_at = null
                          from %s where changed.id = d.id
                        """.formatted(changed))
                .param("ids", ids.toString())
                .param("dues", dues.toString())
                .update();
    }

    static StatutoryPeriod period(String text) {
        return StatutoryPeriod.parse(text).orElseThrow();
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static Deadline row(ResultSet row, int at) throws SQLException {
        @Nullable String ending = row.getString("ending");
        return new Deadline(
                row.getObject("id", UUID.class),
                row.getObject("matter", UUID.class),
                row.getString("limit_id"),
                row.getString("actor"),
                Procedure.LimitKind.valueOf(row.getString("kind")),
                row.getObject("starts", LocalDate.class),
                instant(row, "starts_at"),
                period(row.getString("period")),
                Citation.parse(row.getString("ground")),
                Optional.ofNullable(row.getObject("due", LocalDate.class)),
                instant(row, "due_at"),
                row.getBoolean("suspended"),
                Optional.ofNullable(row.getString("longest")).map(DeadlineBook::period),
                row.getBoolean("extended"),
                ending == null
                        ? Optional.empty()
                        : Optional.of(new Deadline.End(
                                Deadline.Ending.valueOf(ending),
                                row.getObject("ended_at", OffsetDateTime.class).toInstant())));
    }
}
