package org.yicheng.reminders.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.matter.Deadline;
import org.yicheng.matter.Deadlines;
import org.yicheng.matter.Matter;
import org.yicheng.matter.MatterEvent;
import org.yicheng.matter.Matters;
import org.yicheng.matter.Procedure;
import org.yicheng.matter.Procedures;
import org.yicheng.party.Accounts;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.reminders.Reminders.Kind;

/** Puts a letter into the outbox for everybody concerned who wants it, in the transaction of the event. */
@Component
class Announcements {

    /** Somebody who wants letters. */
    private record Subscriber(UUID account, String address) {}

    private final JdbcClient jdbc;
    private final Matters matters;
    private final Deadlines deadlines;
    private final Procedures procedures;
    private final Accounts accounts;
    private final Postman postman;
    private final Outbox outbox;
    private final LetterText wording;

    Announcements(
            JdbcClient jdbc,
            Matters matters,
            Deadlines deadlines,
            Procedures procedures,
            Accounts accounts,
            Postman postman,
            Outbox outbox,
            LetterText wording) {
        this.jdbc = jdbc;
        this.matters = matters;
        this.deadlines = deadlines;
        this.procedures = procedures;
        this.accounts = accounts;
        this.postman = postman;
        this.outbox = outbox;
        this.wording = wording;
    }

    @EventListener
    void given(MatterEvent.TaskGiven event) {
        List<Subscriber> subscribers = subscribers("tasks");
        if (subscribers.isEmpty()) {
            return;
        }
        Matter matter = matters.byId(event.matter()).orElseThrow();
        Procedure procedure = procedures.byId(matter.procedure()).orElseThrow();
        Permission needed = procedure.actor(event.actor()).orElseThrow().permission();
        Map<UUID, Caller> callers = callers(subscribers);
        for (Subscriber one : subscribers) {
            boolean concerned = Optional.ofNullable(callers.get(one.account()))
                    .filter(caller -> matter.parties().stream()
                            .filter(party -> party.actor().equals(event.actor())
                                    && party.holder().key().equals(event.holder()))
                            .anyMatch(party -> party.isHeldBy(caller, needed)))
                    .isPresent();
            if (concerned) {
                outbox.put(wording.task(one.account(), one.address(), event.task(), matter, procedure, event.actor()));
            }
        }
    }

    @EventListener
    void near(MatterEvent.DeadlineNear event) {
        limit(Kind.NEAR, event.matter(), event.deadline());
    }

    @EventListener
    void missed(MatterEvent.DeadlineMissed event) {
        limit(Kind.MISSED, event.matter(), event.deadline());
    }

    private void limit(Kind kind, UUID which, UUID deadline) {
        List<Subscriber> subscribers = subscribers(kind == Kind.NEAR ? "near" : "missed");
        if (subscribers.isEmpty()) {
            return;
        }
        Matter matter = matters.byId(which).orElseThrow();
        Procedure procedure = procedures.byId(matter.procedure()).orElseThrow();
        Deadline limit = deadlines.byId(deadline).orElseThrow();
        Map<UUID, Caller> callers = callers(subscribers);
        for (Subscriber one : subscribers) {
            Optional.ofNullable(callers.get(one.account()))
                    .filter(caller -> concerned(kind, caller, matter, procedure, limit))
                    .ifPresent(_ -> outbox.put(wording.limit(
                            kind,
                            one.account(),
                            one.address(),
                            matter,
                            procedure,
                            limit,
                            limit.due().orElseThrow())));
        }
    }

    /** Whose limit it is; of a missed one also whoever examines for a body that takes part. */
    private static boolean concerned(Kind kind, Caller caller, Matter matter, Procedure procedure, Deadline limit) {
        Permission needed = procedure.actor(limit.actor()).orElseThrow().permission();
        return matter.parties().stream()
                .anyMatch(party -> party.actor().equals(limit.actor()) && party.isHeldBy(caller, needed)
                        || kind == Kind.MISSED
                                && party.holder().kind() == Matter.Holder.Kind.BODY
                                && caller.mayIn(party.holder().id(), Permission.MATTER_EXAMINE));
    }

    /** @param wanted the column of the choice */
    private List<Subscriber> subscribers(String wanted) {
        return postman.works()
                ? jdbc.sql("select account, address from reminders.preference where address is not null and " + wanted)
                        .query((row, _) ->
                                new Subscriber(row.getObject("account", UUID.class), row.getString("address")))
                        .list()
                : List.of();
    }

    /** Who they are now; closed accounts are left out. */
    private Map<UUID, Caller> callers(List<Subscriber> subscribers) {
        List<Accounts.Account> open = new ArrayList<>();
        subscribers.forEach(one ->
                accounts.byId(one.account()).filter(Accounts.Account::open).ifPresent(open::add));
        Map<UUID, Set<Caller.Grant>> roles =
                accounts.roles(open.stream().map(Accounts.Account::id).toList());
        return open.stream()
                .collect(Collectors.toMap(
                        Accounts.Account::id,
                        one -> new Caller(
                                Optional.of(one.id()),
                                one.person(),
                                one.name(),
                                one.demo(),
                                roles.getOrDefault(one.id(), Set.of()))));
    }
}
