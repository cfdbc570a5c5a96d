package org.yicheng.matter.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.matter.Deadline;
import org.yicheng.matter.Matter;
import org.yicheng.matter.MatterEvent;
import org.yicheng.matter.Procedure;
import org.yicheng.matter.Procedures;
import org.yicheng.matter.Task;
import org.yicheng.party.Caller;

/** Whose turn it is, kept with every move. */
@Component
class Tasks {

    private static final int MOST_LOOKED_AT = 2000;

    /** One open task. */
    private record Open(UUID id, UUID matter, String actor, String holder, Instant since) {}

    private final JdbcClient jdbc;
    private final MatterRows rows;
    private final DeadlineBook book;
    private final Procedures procedures;
    private final ApplicationEventPublisher events;

    Tasks(
            JdbcClient jdbc,
            MatterRows rows,
            DeadlineBook book,
            Procedures procedures,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.book = book;
        this.procedures = procedures;
        this.events = events;
    }

    /** It is the turn of the state's actor, and of everybody who has a duty with a limit. */
    void settle(Matter matter, Procedure procedure, Instant now) {
        Set<String> turns = new LinkedHashSet<>();
        procedure.state(matter.state()).flatMap(Procedure.State::turn).ifPresent(turns::add);
        book.running(List.of(matter.id())).getOrDefault(matter.id(), List.of()).stream()
                .filter(limit -> limit.kind() == Procedure.LimitKind.DUTY)
                .map(Deadline::actor)
                .forEach(turns::add);
        List<Matter.Party> due = matter.parties().stream()
                .filter(party -> turns.contains(party.actor()))
                .toList();
        List<Open> open = open("matter = :key", matter.id());
        for (Open task : open) {
            if (due.stream().noneMatch(party -> isOf(task, party))) {
                jdbc.sql("update matter.task set done_at = :now where id = :id")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", task.id())
                        .update();
            }
        }
        for (Matter.Party party : due) {
            if (open.stream().noneMatch(task -> isOf(task, party))) {
                UUID id = UUID.randomUUID();
                jdbc.sql("""
                                insert into matter.task (id, matter, actor, holder, since)
                                values (:id, :matter, :actor, :holder, :now)
                                """)
                        .param("id", id)
                        .param("matter", matter.id())
                        .param("actor", party.actor())
                        .param("holder", party.holder().key())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update();
                events.publishEvent(new MatterEvent.TaskGiven(
                        matter.id(),
                        matter.subject(),
                        id,
                        party.actor(),
                        party.holder().key()));
            }
        }
    }

    private static boolean isOf(Open task, Matter.Party party) {
        return task.actor().equals(party.actor())
                && task.holder().equals(party.holder().key());
    }

    private List<Open> open(String which, Object key) {
        return jdbc.sql("select * from matter.task where done_at is null and " + which + " order by since limit "
                        + MOST_LOOKED_AT)
                .param("key", key)
                .query((row, _) -> new Open(
                        row.getObject("id", UUID.class),
                        row.getObject("matter", UUID.class),
                        row.getString("actor"),
                        row.getString("holder"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What waits for the caller, by last day, then by age. */
    List<Task> ofCaller(int most) {
        Caller caller = Caller.current();
        List<String> holders = new ArrayList<>();
        caller.person()
                .ifPresent(person -> holders.add(Matter.Holder.person(person).key()));
        caller.grants()
                .forEach(grant -> holders.add(Matter.Holder.body(grant.scope()).key()));
        boolean everywhere =
                caller.grants().stream().anyMatch(grant -> grant.scope().equals(Caller.EVERYWHERE));
        if (holders.isEmpty()) {
            return List.of();
        }
        List<Open> open = open(everywhere ? "(holder in (:key) or holder like 'body:%')" : "holder in (:key)", holders);
        Map<UUID, Matter> matters =
                rows.byIds(open.stream().map(Open::matter).distinct().toList());
        Map<UUID, List<Deadline>> limits = book.running(matters.keySet());
        return open.stream()
                .flatMap(task -> Optional.ofNullable(matters.get(task.matter()))
                        .flatMap(matter -> read(task, matter, limits.getOrDefault(task.matter(), List.of())))
                        .stream())
                .sorted(Comparator.<Task, LocalDate>comparing(
                                task -> task.until().flatMap(Deadline::due).orElse(LocalDate.MAX))
                        .thenComparing(Task::since))
                .limit(most)
                .toList();
    }

    private Optional<Task> read(Open task, Matter matter, List<Deadline> limits) {
        boolean may = procedures
                .byId(matter.procedure())
                .flatMap(procedure -> procedure.actor(task.actor()))
                .filter(actor -> MatterActs.actsAs(matter, actor))
                .isPresent();
        if (!may) {
            return Optional.empty();
        }
        Optional<Deadline> until = limits.stream()
                .filter(limit -> limit.actor().equals(task.actor()))
                .findFirst();
        return Optional.of(new Task(task.id(), matter, task.actor(), task.holder(), task.since(), until));
    }
}
