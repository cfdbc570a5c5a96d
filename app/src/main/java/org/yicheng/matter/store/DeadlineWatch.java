package org.yicheng.matter.store;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.matter.MatterEvent;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;

/** Says once of every limit that it is near, and once that it was missed; whichever node looks first. */
@Component
public class DeadlineWatch {

    private static final int MOST_AT_ONCE = 2000;

    private static final String NEAR = """
            (due_at is null and due >= :today and 3 * (due - :today) <= due - starts
             or due_at >= :now and 3 * (due_at - :now) <= due_at - starts_at)""";

    private static final String MISSED = "(due_at is null and due < :today or due_at < :now) and kind = 'DUTY'";

    private record Found(UUID deadline, UUID matter, String subject, String limit, String ground, LocalDate due) {}

    private final JdbcClient jdbc;
    private final Journal journal;
    private final MatterActs acts;
    private final ApplicationEventPublisher events;

    DeadlineWatch(JdbcClient jdbc, Journal journal, MatterActs acts, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.acts = acts;
        this.events = events;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    @Transactional
    public void look() {
        LocalDate today = acts.today();
        List<Found> near = mark("near_at", NEAR, today);
        List<Found> missed = mark("missed_at", MISSED, today);
        near.forEach(one -> events.publishEvent(
                new MatterEvent.DeadlineNear(one.matter(), one.subject(), one.deadline(), one.limit(), one.due())));
        missed.forEach(one -> events.publishEvent(
                new MatterEvent.DeadlineMissed(one.matter(), one.subject(), one.deadline(), one.limit(), one.due())));
        List<ActDraft> drafts = new ArrayList<>();
        near.forEach(one -> drafts.add(draft("matter.deadline.near", one)));
        missed.forEach(one -> drafts.add(draft("matter.deadline.missed", one)));
        if (!drafts.isEmpty()) {
            journal.append(drafts);
        }
    }

    private ActDraft draft(String verb, Found one) {
        return new ActDraft(
                acts.now(),
                "system",
                "SYSTEM",
                verb,
                "matter:" + one.matter(),
                Optional.of(one.ground()),
                Map.of("limit", one.limit(), "due", one.due().toString()));
    }

    private List<Found> mark(String column, String condition, LocalDate today) {
        return jdbc.sql("""
                        with found as (
                            select id from matter.deadline
                             where ending is null and %1$s is null and %2$s
                             order by due, ordinal limit :most for update skip locked)
                        update matter.deadline d set %1$s = :now
                          from found, matter.matter m
                         where d.id = found.id and m.id = d.matter
                        returning d.id, d.matter, m.subject, d.limit_id, d.ground, d.due
                        """.formatted(column, condition))
                .param("today", today)
                .param("most", MOST_AT_ONCE)
                .param("now", acts.now().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Found(
                        row.getObject("id", UUID.class),
                        row.getObject("matter", UUID.class),
                        row.getString("subject"),
                        row.getString("limit_id"),
                        row.getString("ground"),
                        row.getObject("due", LocalDate.class)))
                .list();
    }
}
