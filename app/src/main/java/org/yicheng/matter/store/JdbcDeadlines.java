package org.yicheng.matter.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.calendar.StatutoryPeriod;
import org.yicheng.matter.Deadline;
import org.yicheng.matter.Deadlines;
import org.yicheng.matter.Matter;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Limits in PostgreSQL. */
@Component
class JdbcDeadlines implements Deadlines {

    private static final Citation RECOMPUTED = Citation.of(Law.PRODUCT, "matter.recomputation");
    private static final int LONGEST_REASON = 500;

    private final DeadlineBook book;
    private final Suspensions suspensions;
    private final MatterRows matters;
    private final MatterActs acts;
    private final Tallies tallies;
    private final JdbcClient jdbc;

    JdbcDeadlines(
            DeadlineBook book,
            Suspensions suspensions,
            MatterRows matters,
            MatterActs acts,
            Tallies tallies,
            JdbcClient jdbc) {
        this.book = book;
        this.suspensions = suspensions;
        this.matters = matters;
        this.acts = acts;
        this.tallies = tallies;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Deadline> byId(UUID id) {
        return book.byId(id);
    }

    @Override
    public List<Deadline> of(UUID matter) {
        return book.of(matter);
    }

    @Override
    public List<Change> changes(UUID id) {
        return book.changes(id);
    }

    @Override
    public Map<UUID, List<Deadline>> running(Collection<UUID> matters) {
        return book.running(matters);
    }

    @Override
    public List<Suspension> suspensions(UUID id) {
        return suspensions.of(id);
    }

    @Override
    @Transactional
    public Ruling<Deadline> extend(UUID id, Extension extension) {
        Optional<Deadline> found = book.locked(id);
        if (found.isEmpty()) {
            return Ruling.refused(Refusal.plain("matter.deadline.unknown", "value", id.toString()));
        }
        Deadline running = found.get();
        boolean countable = extension.whole().inHours() == running.period().inHours()
                && !extension.whole().backward();
        Last until = countable && !running.suspended()
                ? book.last(with(running, running.starts(), extension.whole(), Last.UNKNOWN, true))
                : Last.UNKNOWN;
        List<Refusal> reasons = refusals(running, extension, until);
        if (until.day().isEmpty() && countable && !running.suspended()) {
            reasons.addAll(DeadlineBook.refusals(book.settledTable(), running.starts(), extension.whole()));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Deadline longer = with(running, running.starts(), extension.whole(), until, true);
        store(running, longer, Change.Cause.EXTENDED, extension.reason().strip());
        acts.write(
                "matter.deadline.extend",
                running.matter(),
                Optional.of(running.ground()),
                Permission.MATTER_EXAMINE,
                Map.of(
                        "limit",
                        running.limit(),
                        "due",
                        until.day().map(LocalDate::toString).orElse("")));
        return Ruling.granted(longer);
    }

    private List<Refusal> refusals(Deadline running, Extension asked, Last until) {
        Citation ground = running.ground();
        List<Refusal> reasons = new ArrayList<>();
        running.ended()
                .ifPresent(end -> reasons.add(Refusal.by(ground, "matter.limit-ended", "limit", running.limit())));
        standsStill(running).ifPresent(reasons::add);
        if (asked.whole().backward()
                || asked.whole().isZero()
                || asked.whole().inHours() != running.period().inHours()) {
            reasons.add(Refusal.at(
                    "whole", "matter.not-a-length", "value", asked.whole().toString()));
        }
        if (running.longest().isEmpty()) {
            reasons.add(Refusal.by(ground, "matter.not-extendable", "limit", running.limit()));
        } else {
            Last most = running.suspended()
                    ? Last.UNKNOWN
                    : book.last(
                            with(running, running.starts(), running.longest().get(), Last.UNKNOWN, true));
            if (until.day().isPresent() && most.day().isPresent() && until.isAfter(most)) {
                reasons.add(Refusal.at(
                        "whole",
                        ground,
                        "matter.extended-too-far",
                        "until",
                        OfficialDate.dayWithWeekday(until.day().get()),
                        "last",
                        OfficialDate.dayWithWeekday(most.day().get()),
                        "longest",
                        running.longest().get().written()));
            }
        }
        Last due = new Last(running.due(), running.dueAt());
        if (due.day().isPresent() && running.over(acts.today(), acts.now())) {
            reasons.add(Refusal.by(
                    ground,
                    "matter.extended-too-late",
                    "due",
                    OfficialDate.dayWithWeekday(due.day().get()),
                    "today",
                    OfficialDate.dayWithWeekday(acts.today())));
        }
        if (due.day().isPresent() && until.day().isPresent() && !until.isAfter(due)) {
            reasons.add(Refusal.at(
                    "whole",
                    "matter.not-longer",
                    "due",
                    OfficialDate.dayWithWeekday(due.day().get())));
        }
        if (!asked.hard()) {
            reasons.add(Refusal.at("hard", ground, "matter.not-hard"));
        }
        reason(asked.reason()).ifPresent(reasons::add);
        return reasons;
    }

    private static Optional<Refusal> standsStill(Deadline running) {
        return running.suspended()
                ? Optional.of(Refusal.by(running.ground(), "matter.limit-suspended", "limit", running.limit()))
                : Optional.empty();
    }

    private static Optional<Refusal> reason(String reason) {
        return reason.isBlank() || reason.length() > LONGEST_REASON
                ? Optional.of(Refusal.at("reason", "matter.reason-missing", "most", LONGEST_REASON))
                : Optional.empty();
    }

    @Override
    @Transactional
    public Ruling<Difference> startOn(UUID id, LocalDate day, String reason) {
        Optional<Deadline> found = book.locked(id);
        if (found.isEmpty()) {
            return Ruling.refused(Refusal.plain("matter.deadline.unknown", "value", id.toString()));
        }
        Deadline running = found.get();
        List<Refusal> reasons = new ArrayList<>();
        if (running.ended().isPresent()) {
            reasons.add(Refusal.by(running.ground(), "matter.limit-ended", "limit", running.limit()));
        }
        if (day.isAfter(acts.today())) {
            reasons.add(
                    Refusal.at("day", "matter.start-future", "value", OfficialDate.day(day), "limit", running.limit()));
        }
        standsStill(running).ifPresent(reasons::add);
        if (running.period().inHours()) {
            reasons.add(Refusal.at("day", "matter.start-in-hours", "limit", running.limit()));
        }
        reason(reason).ifPresent(reasons::add);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Deadline moved = with(running, day, running.period(), Last.UNKNOWN, running.extended());
        Last last = book.last(moved);
        Optional<LocalDate> due = last.day();
        store(
                running,
                with(moved, day, running.period(), last, running.extended()),
                Change.Cause.START_MOVED,
                reason.strip());
        acts.write(
                "matter.deadline.start-on",
                running.matter(),
                Optional.of(running.ground()),
                Permission.MATTER_EXAMINE,
                Map.of(
                        "limit",
                        running.limit(),
                        "starts",
                        day.toString(),
                        "due",
                        due.map(LocalDate::toString).orElse("")));
        Matter matter = matters.byId(running.matter()).orElseThrow();
        return Ruling.granted(new Difference(
                id, matter.id(), matter.procedure(), matter.title(), running.limit(), running.due(), due));
    }

    private static Deadline with(Deadline one, LocalDate starts, StatutoryPeriod period, Last last, boolean extended) {
        return new Deadline(
                one.id(),
                one.matter(),
                one.limit(),
                one.actor(),
                one.kind(),
                starts,
                one.startsAt(),
                period,
                one.ground(),
                last.day(),
                last.at(),
                one.suspended(),
                one.longest(),
                extended,
                one.ended());
    }

    private void store(Deadline before, Deadline after, Change.Cause cause, String reason) {
        book.change(after);
        book.note(
                after.id(),
                new Change(
                        acts.now(),
                        Caller.current().actor(),
                        cause,
                        after.starts(),
                        after.period(),
                        before.due(),
                        after.due(),
                        reason));
    }

    @Override
    @Transactional
    public Recomputation recompute(String cause) {
        book.holdCounting();
        DeadlineBook.Outcome outcome = book.outcome(book.settledTable());
        UUID id = UUID.randomUUID();
        Instant now = acts.now();
        String by = Caller.current().actor();
        jdbc.sql("""
                        insert into matter.recomputation (id, at, by, cause, looked, changed, unknown)
                        values (:id, :at, :by, :cause, :looked, :changed, :unknown)
                        """)
                .param("id", id)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("cause", cause)
                .param("looked", outcome.looked())
                .param("changed", outcome.differences().size())
                .param("unknown", outcome.unknown())
                .update();
        book.store(outcome.differences(), id, now, by, cause);
        tallies.fold();
        acts.write(
                "matter.deadline.recompute",
                "recomputation:" + id,
                Optional.of(RECOMPUTED),
                Permission.HOLIDAYS_CHANGE,
                Map.of(
                        "looked", Integer.toString(outcome.looked()),
                        "changed", Integer.toString(outcome.differences().size()),
                        "unknown", Integer.toString(outcome.unknown())));
        return new Recomputation(
                id,
                now,
                cause,
                outcome.looked(),
                outcome.differences().size(),
                outcome.unknown(),
                first(outcome.differences()));
    }

    private static List<Difference> first(List<Difference> all) {
        return List.copyOf(all.subList(0, Math.min(all.size(), Recomputation.MOST_SHOWN)));
    }

    @Override
    public Optional<Recomputation> recomputation(UUID id) {
        return listed("where id = :id", id, 1).stream()
                .findFirst()
                .map(one -> new Recomputation(
                        one.id(), one.at(), one.cause(), one.looked(), one.changed(), one.unknown(), differences(id)));
    }

    @Override
    public List<Recomputation> recomputations(int most) {
        return listed("where id <> :id", new UUID(0, 0), most);
    }

    private List<Recomputation> listed(String which, UUID id, int most) {
        return jdbc.sql("select * from matter.recomputation " + which + " order by at desc limit :most")
                .param("id", id)
                .param("most", most)
                .query((row, _) -> new Recomputation(
                        row.getObject("id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("cause"),
                        row.getInt("looked"),
                        row.getInt("changed"),
                        row.getInt("unknown"),
                        List.of()))
                .list();
    }

    private List<Difference> differences(UUID recomputation) {
        return jdbc.sql("""
                        select c.deadline, d.matter, m.procedure, m.title, d.limit_id, c.due_before, c.due_after
                          from matter.deadline_change c
                          join matter.deadline d on d.id = c.deadline
                          join matter.matter m on m.id = d.matter
                         where c.recomputation = :id order by c.ordinal limit :most
                        """)
                .param("id", recomputation)
                .param("most", Recomputation.MOST_SHOWN)
                .query((row, _) -> new Difference(
                        row.getObject("deadline", UUID.class),
                        row.getObject("matter", UUID.class),
                        row.getString("procedure"),
                        row.getString("title"),
                        row.getString("limit_id"),
                        Optional.ofNullable(row.getObject("due_before", LocalDate.class)),
                        Optional.ofNullable(row.getObject("due_after", LocalDate.class))))
                .list();
    }
}
