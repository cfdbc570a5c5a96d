package org.yicheng.assembly.hall.store;

import static org.yicheng.assembly.store.Rows.stamp;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.SignInEvent;
import org.yicheng.assembly.SignInEvent.Direction;
import org.yicheng.assembly.SignInReceipt;
import org.yicheng.assembly.SignInReceipt.Attendee;
import org.yicheng.assembly.SignInReceipt.Effect;
import org.yicheng.assembly.hall.Guest;
import org.yicheng.assembly.store.OtherCards;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;

/** Guests at the gate: the same events, a book of their own. */
@Component
class GuestSignIns implements OtherCards {

    private static final Citation CARDS = Citation.of(Law.CONFERENCE_SYSTEMS, "12.2.3");

    private final JdbcClient jdbc;
    private final Clock clock;

    GuestSignIns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Set<String> known(String body, List<String> cards) {
        if (cards.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("""
                        select g.card from assembly.guest g join assembly.body b on b.id = :body
                         where g.body in (b.id, b.parent) and g.card = any(:cards)
                        """)
                .param("body", body)
                .param("cards", cards.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list());
    }

    @Override
    public SignInReceipt take(String sitting, String body, SignInEvent event, Optional<Refusal> doors) {
        Guest guest = jdbc.sql("select * from assembly.guest where card = :card")
                .param("card", event.credential())
                .query(JdbcGuests::row)
                .single();
        Optional<Refusal> refusal = doors.or(() -> guest.active()
                ? Optional.empty()
                : Optional.of(Refusal.by(CARDS, "assembly.card-revoked", "card", event.credential())));
        Effect effect = refusal.isPresent() ? Effect.REJECTED : effect(sitting, event, guest);
        store(sitting, event, guest, effect, refusal);
        return new SignInReceipt(
                event.eventId(),
                effect,
                refusal,
                Optional.empty(),
                Optional.of(new Attendee(guest.kind().name(), guest.name(), guest.organisation(), guest.demo())));
    }

    private Effect effect(String sitting, SignInEvent event, Guest guest) {
        boolean wasIn = jdbc.sql("""
                        select direction = 'IN' from assembly.guest_attendance
                         where sitting = :sitting and guest = :guest and effect <> 'REJECTED'
                           and (at, sequence) <= (:at, :sequence)
                         order by at desc, sequence desc, arrival desc limit 1
                        """)
                .param("sitting", sitting)
                .param("guest", guest.id())
                .param("at", stamp(event.at()))
                .param("sequence", event.sequence())
                .query(Boolean.class)
                .optional()
                .orElse(false);
        return wasIn == (event.direction() == Direction.IN) ? Effect.NO_EFFECT : Effect.COUNTED;
    }

    private void store(String sitting, SignInEvent event, Guest guest, Effect effect, Optional<Refusal> refusal) {
        jdbc.sql("""
                        insert into assembly.guest_attendance (sitting, event_id, at, guest, direction, device, sequence,
                                                               received_at, effect, refusal)
                        values (:sitting, :id, :at, :guest, :direction, :device, :sequence, :received, :effect, :refusal)
                        """)
                .param("sitting", sitting)
                .param("id", event.eventId())
                .param("at", stamp(event.at()))
                .param("guest", guest.id())
                .param("direction", event.direction().name())
                .param("device", event.device())
                .param("sequence", event.sequence())
                .param("received", stamp(clock.instant()))
                .param("effect", effect.name())
                .param("refusal", refusal.map(Refusal::code).orElse(null))
                .update();
    }
}
