package org.yicheng.livelihood.delivery.pages;

import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Everybody reads; the organ in charge carries out, the congress's clerks plan, enter decisions and acceptance. */
@Component
class DeliveryScope {

    private final Deliveries deliveries;
    private final Rounds rounds;

    DeliveryScope(Deliveries deliveries, Rounds rounds) {
        this.deliveries = deliveries;
        this.rounds = rounds;
    }

    Round round(UUID id) {
        return rounds.byId(id)
                .orElseThrow(
                        () -> new RefusedException(Refusal.plain("livelihood.round.unknown", "value", id.toString())));
    }

    Round kept(UUID id) {
        Round round = round(id);
        if (!Caller.current().mayIn(round.body(), Permission.LIVELIHOOD_KEEP)) {
            throw new AccessDeniedException(Permission.LIVELIHOOD_KEEP + " in " + round.body());
        }
        return round;
    }

    Delivery delivery(UUID id) {
        return deliveries
                .byId(id)
                .orElseThrow(() ->
                        new RefusedException(Refusal.plain("livelihood.delivery.unknown", "value", id.toString())));
    }

    /** For the clerks of its congress. */
    Delivery keptDelivery(UUID id) {
        Delivery delivery = delivery(id);
        kept(delivery.round());
        return delivery;
    }

    /** For the organ that carries it out. */
    Delivery own(UUID id) {
        Delivery delivery = delivery(id);
        if (!carries(delivery)) {
            throw new AccessDeniedException(
                    Permission.LIVELIHOOD_DELIVER + " in " + delivery.plan().organ());
        }
        return delivery;
    }

    static boolean carries(Delivery delivery) {
        return Caller.current().mayIn(delivery.plan().organ(), Permission.LIVELIHOOD_DELIVER);
    }

    boolean keeps(Delivery delivery) {
        return Caller.current().mayIn(round(delivery.round()).body(), Permission.LIVELIHOOD_KEEP);
    }
}
