package org.yicheng.assembly.store;

import static org.yicheng.assembly.store.Rows.instant;
import static org.yicheng.assembly.store.Rows.optionalInstant;
import static org.yicheng.assembly.store.Rows.stamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.AttendanceEntry;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Member.MandateStatus;
import org.yicheng.assembly.SignInEvent;
import org.yicheng.assembly.SignInEvent.Direction;
import org.yicheng.assembly.SignInReceipt;
import org.yicheng.assembly.SignInReceipt.Effect;
import org.yicheng.party.Permission;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/**
 * Takes gate events: idempotent by event id, in any order, rejected ones kept and shown (GB 50799-2012, 12.2). The
 * sitting's row is locked for the batch, so that the live roll moves in one order.
 */
@Component
class SignIns {

    static final int MOST = 1_000;
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Citation CARDS = Citation.of(Law.CONFERENCE_SYSTEMS, "12.2.3");
    private static final Citation WINDOW = Citation.of(Law.CONFERENCE_SYSTEMS, "12.2.5");
    private static final Citation EVENTS = Citation.of(Law.CONFERENCE_SYSTEMS, "12.2.12");

    private final JdbcClient jdbc;
    private final JdbcBodies bodies;
    private final OtherCards others;
    private final Acts acts;
    private final Floor floor;
    private final Clock clock;

    SignIns(JdbcClient jdbc, JdbcBodies bodies, OtherCards others, Acts acts, Floor floor, Clock clock) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.others = others;
        this.acts = acts;
        this.floor = floor;
        this.clock = clock;
    }

    JdbcBodies bodies() {
        return bodies;
    }

    private record Hall(String body, String state, Optional<Instant> after, Optional<Instant> until) {
        boolean takesSignIns() {
            return Set.of("SIGN_IN", "OPEN", "PAUSED").contains(state);
        }
    }

    /** What is known of a card: its status and its person's mandates in the body, the one in office first. */
    private record Known(String status, Optional<UUID> mandate, Optional<MandateStatus> mandateStatus) {}

    @Transactional
    List<SignInReceipt> take(String sitting, List<SignInEvent> batch, Optional<String> manualReason) {
        if (batch.isEmpty() || batch.size() > MOST) {
            throw new RefusedException(
                    Refusal.at("events", "assembly.events-count", "value", batch.size(), "most", MOST));
        }
        Hall hall = hall(sitting);
        Set<String> seen = seen(sitting, batch);
        Map<String, Known> cards = cards(hall.body(), batch);
        Set<String> guests = others.known(hall.body(), unknown(batch, cards));
        Map<UUID, Boolean> present = new HashMap<>();
        List<SignInReceipt> receipts = new ArrayList<>(batch.size());
        Map<UUID, Member> members = bodies.byMandates(cards.values().stream()
                .flatMap(known -> known.mandate().stream())
                .collect(Collectors.toSet()));
        for (SignInEvent event : batch) {
            Optional<Known> card = Optional.ofNullable(cards.get(event.credential()));
            Optional<Member> member = card.flatMap(Known::mandate).flatMap(id -> Optional.ofNullable(members.get(id)));
            if (!seen.add(event.eventId())) {
                receipts.add(new SignInReceipt(event.eventId(), Effect.DUPLICATE, Optional.empty(), member));
                continue;
            }
            Optional<Refusal> doors = doors(hall, event, manualReason.isPresent());
            if (guests.contains(event.credential())) {
                receipts.add(others.take(sitting, hall.body(), event, doors));
                continue;
            }
            Optional<Refusal> refusal = doors.or(() -> refusal(event, card));
            Effect effect = refusal.isPresent() ? Effect.REJECTED : move(sitting, event, member.orElseThrow(), present);
            store(sitting, event, effect, refusal, member, manualReason);
            receipts.add(new SignInReceipt(event.eventId(), effect, refusal, member));
        }
        floor.rollChanged(sitting);
        record(sitting, receipts, manualReason);
        return receipts;
    }

    private Hall hall(String sitting) {
        return jdbc.sql("""
                        select s.body, s.state, h.sign_in_after, h.sign_in_until from assembly.sitting s
                          left join assembly.sitting_hall h on h.sitting = s.id
                         where s.id = :id for update of s
                        """)
                .param("id", sitting)
                .query((row, _) -> new Hall(
                        row.getString("body"),
                        row.getString("state"),
                        optionalInstant(row, "sign_in_after"),
                        optionalInstant(row, "sign_in_until")))
                .optional()
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.sitting.unknown", "value", sitting)));
    }

    private static List<String> unknown(List<SignInEvent> batch, Map<String, Known> cards) {
        return batch.stream()
                .map(SignInEvent::credential)
                .filter(card -> !cards.containsKey(card))
                .distinct()
                .toList();
    }

    private Set<String> seen(String sitting, List<SignInEvent> batch) {
        String[] ids = batch.stream().map(SignInEvent::eventId).toArray(String[]::new);
        return new HashSet<>(jdbc.sql("""
                        select event_id from assembly.attendance where sitting = :sitting and event_id = any(:ids)
                        union all
                        select event_id from assembly.guest_attendance where sitting = :sitting and event_id = any(:ids)
                        """)
                .param("sitting", sitting)
                .param("ids", ids)
                .query((row, _) -> row.getString(1))
                .list());
    }

    private Map<String, Known> cards(String body, List<SignInEvent> batch) {
        Map<String, Known> cards = new HashMap<>();
        jdbc.sql("""
                        select c.code, c.status, m.id, m.status as mandate_status
                          from assembly.credential c
                          left join assembly.mandate m on m.body = :body and m.person = c.person
                         where c.code = any(:codes)
                         order by c.code, m.status = 'IN_OFFICE' desc nulls last
                        """)
                .param("body", body)
                .param("codes", batch.stream().map(SignInEvent::credential).toArray(String[]::new))
                .query((row, _) -> cards.putIfAbsent(
                        row.getString("code"),
                        new Known(
                                row.getString("status"),
                                Optional.ofNullable(row.getObject("id", UUID.class)),
                                Optional.ofNullable(row.getString("mandate_status"))
                                        .map(MandateStatus::valueOf))))
                .list();
        return cards;
    }

    /** Whether the doors take anybody at that moment; who is signed in by hand comes after the end, with a reason. */
    private Optional<Refusal> doors(Hall hall, SignInEvent event, boolean byHand) {
        if (!hall.takesSignIns()) {
            return Optional.of(
                    Refusal.by(EVENTS, "assembly.sign-in-not-open", "state", StateWord.sitting(hall.state())));
        }
        if (event.at().isAfter(clock.instant().plus(AHEAD))) {
            return Optional.of(Refusal.by(EVENTS, "assembly.event-ahead", "at", event.at(), "now", clock.instant()));
        }
        if (byHand || event.direction() == Direction.OUT) {
            return Optional.empty();
        }
        if (hall.after().filter(event.at()::isBefore).isPresent()) {
            return Optional.of(Refusal.by(
                    WINDOW,
                    "hall.sign-in-not-begun",
                    "at",
                    event.at(),
                    "after",
                    hall.after().get()));
        }
        if (hall.until().filter(event.at()::isAfter).isPresent()) {
            return Optional.of(Refusal.by(
                    WINDOW,
                    "hall.sign-in-ended",
                    "at",
                    event.at(),
                    "until",
                    hall.until().get()));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refusal(SignInEvent event, Optional<Known> card) {
        if (card.isEmpty()) {
            return Optional.of(Refusal.by(CARDS, "assembly.card.unknown", "value", event.credential()));
        }
        Known known = card.get();
        if (known.mandateStatus()
                .filter(status -> status == MandateStatus.TERMINATED)
                .isPresent()) {
            return Optional.of(
                    Refusal.by(Citation.of(Law.DEPUTIES, 62), "assembly.former-member", "card", event.credential()));
        }
        if (known.mandateStatus()
                .filter(status -> status == MandateStatus.SUSPENDED)
                .isPresent()) {
            return Optional.of(
                    Refusal.by(Citation.of(Law.DEPUTIES, 61), "assembly.suspended-member", "card", event.credential()));
        }
        return switch (known.status()) {
            case "LOST" -> Optional.of(Refusal.by(CARDS, "assembly.card-lost", "card", event.credential()));
            case "REVOKED" -> Optional.of(Refusal.by(CARDS, "assembly.card-revoked", "card", event.credential()));
            case "ISSUED" -> Optional.of(Refusal.by(CARDS, "assembly.card-not-active", "card", event.credential()));
            default ->
                known.mandate().isPresent()
                        ? Optional.empty()
                        : Optional.of(Refusal.by(CARDS, "assembly.not-of-this-body", "card", event.credential()));
        };
    }

    /** Moves the live roll if the event is the member's latest, and says whether it changed anything at its time. */
    private Effect move(String sitting, SignInEvent event, Member member, Map<UUID, Boolean> present) {
        boolean in = event.direction() == Direction.IN;
        boolean wasIn = Optional.ofNullable(present.get(member.mandate())).orElseGet(() -> presentNow(sitting, member));
        int moved = jdbc.sql("""
                        insert into assembly.presence (sitting, mandate, present, at, sequence)
                        values (:sitting, :mandate, :present, :at, :sequence)
                        on conflict (sitting, mandate) do update
                           set present = excluded.present, at = excluded.at, sequence = excluded.sequence
                         where (presence.at, presence.sequence) <= (excluded.at, excluded.sequence)
                        """)
                .param("sitting", sitting)
                .param("mandate", member.mandate())
                .param("present", in)
                .param("at", stamp(event.at()))
                .param("sequence", event.sequence())
                .update();
        if (moved == 1) {
            present.put(member.mandate(), in);
            return wasIn == in ? Effect.NO_EFFECT : Effect.COUNTED;
        }
        return inBefore(sitting, event, member) == in ? Effect.NO_EFFECT : Effect.COUNTED;
    }

    private boolean presentNow(String sitting, Member member) {
        return jdbc.sql("select present from assembly.presence where sitting = :sitting and mandate = :mandate")
                .param("sitting", sitting)
                .param("mandate", member.mandate())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Whether the member was in just before a late-arriving event. */
    private boolean inBefore(String sitting, SignInEvent event, Member member) {
        return jdbc.sql("""
                        select direction = 'IN' from assembly.attendance
                         where sitting = :sitting and mandate = :mandate and effect <> 'REJECTED'
                           and (at, sequence) <= (:at, :sequence)
                         order by at desc, sequence desc, arrival desc limit 1
                        """)
                .param("sitting", sitting)
                .param("mandate", member.mandate())
                .param("at", stamp(event.at()))
                .param("sequence", event.sequence())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private void store(
            String sitting,
            SignInEvent event,
            Effect effect,
            Optional<Refusal> refusal,
            Optional<Member> member,
            Optional<String> manualReason) {
        jdbc.sql("""
                        insert into assembly.attendance (sitting, event_id, at, credential, direction, device, sequence,
                                                         received_at, effect, refusal, mandate, manual_reason)
                        values (:sitting, :id, :at, :credential, :direction, :device, :sequence, :received, :effect, :refusal,
                                :mandate, :reason)
                        """)
                .param("sitting", sitting)
                .param("id", event.eventId())
                .param("at", stamp(event.at()))
                .param("credential", event.credential())
                .param("direction", event.direction().name())
                .param("device", event.device())
                .param("sequence", event.sequence())
                .param("received", stamp(clock.instant()))
                .param("effect", effect.name())
                .param("refusal", refusal.map(Refusal::code).orElse(null))
                .param("mandate", member.map(Member::mandate).orElse(null))
                .param("reason", manualReason.orElse(null))
                .update();
    }

    private void record(String sitting, List<SignInReceipt> receipts, Optional<String> manualReason) {
        long counted = receipts.stream()
                .filter(receipt -> receipt.effect() == Effect.COUNTED)
                .count();
        long rejected = receipts.stream()
                .filter(receipt -> receipt.effect() == Effect.REJECTED)
                .count();
        acts.write(
                manualReason.isPresent() ? Permission.SIGN_IN_MANUAL : Permission.SIGN_IN_SEND,
                EVENTS,
                manualReason.isPresent() ? "assembly.sign-in.by-hand" : "assembly.sign-in.events",
                JdbcSittings.subject(sitting),
                "events",
                receipts.size(),
                "counted",
                counted,
                "rejected",
                rejected,
                "reason",
                manualReason.orElse(""));
    }

    List<AttendanceEntry> log(String sitting, int limit) {
        record Line(
                SignInEvent event,
                Effect effect,
                Optional<Refusal> refusal,
                Optional<UUID> mandate,
                Instant receivedAt,
                Optional<String> reason) {}
        List<Line> lines = jdbc.sql(
                        "select * from assembly.attendance where sitting = :sitting order by arrival desc limit :limit")
                .param("sitting", sitting)
                .param("limit", Math.clamp(limit, 1, 2_000))
                .query((row, _) -> new Line(
                        event(row),
                        Effect.valueOf(row.getString("effect")),
                        Optional.ofNullable(row.getString("refusal")).map(code -> shown(code, row)),
                        Optional.ofNullable(row.getObject("mandate", UUID.class)),
                        instant(row, "received_at"),
                        Optional.ofNullable(row.getString("manual_reason"))))
                .list();
        Map<UUID, Member> members = bodies.byMandates(
                lines.stream().flatMap(line -> line.mandate().stream()).collect(Collectors.toSet()));
        return lines.stream()
                .map(line -> new AttendanceEntry(
                        line.event(),
                        line.effect(),
                        line.refusal(),
                        line.mandate().flatMap(id -> Optional.ofNullable(members.get(id))),
                        line.receivedAt(),
                        line.reason()))
                .toList();
    }

    private static SignInEvent event(ResultSet row) throws SQLException {
        return new SignInEvent(
                row.getString("event_id"),
                instant(row, "at"),
                row.getString("credential"),
                Direction.valueOf(row.getString("direction")),
                row.getString("device"),
                row.getLong("sequence"));
    }

    private static Refusal shown(String code, ResultSet row) {
        try {
            String card = row.getString("credential");
            return Refusal.by(
                    CARDS,
                    code,
                    "card",
                    card,
                    "value",
                    card,
                    "at",
                    instant(row, "at"),
                    "now",
                    instant(row, "received_at"),
                    "state",
                    "");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read an attendance row", e);
        }
    }
}
