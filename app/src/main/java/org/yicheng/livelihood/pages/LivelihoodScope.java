package org.yicheng.livelihood.pages;

import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;
import org.yicheng.livelihood.Wish;
import org.yicheng.livelihood.Wishes;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Finds rounds and wishes, and asks whether the caller keeps them for their congress. */
@Component
class LivelihoodScope {

    private final Rounds rounds;
    private final Wishes wishes;
    private final Bodies bodies;

    LivelihoodScope(Rounds rounds, Wishes wishes, Bodies bodies) {
        this.rounds = rounds;
        this.wishes = wishes;
        this.bodies = bodies;
    }

    /** A congress for which the caller keeps livelihood projects. */
    Body kept(String body) {
        Body found = bodies.byId(body)
                .filter(one -> one.kind() == Body.Kind.CONGRESS)
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.body.unknown", "value", body)));
        if (!Caller.current().mayIn(body, Permission.LIVELIHOOD_KEEP)) {
            throw new AccessDeniedException(Permission.LIVELIHOOD_KEEP + " in " + body);
        }
        return found;
    }

    /** A round that everybody may look at. */
    Round round(UUID id) {
        return rounds.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("livelihood.round.unknown", "value", id)));
    }

    Round keptRound(UUID id) {
        Round round = round(id);
        kept(round.body());
        return round;
    }

    Wish keptWish(UUID id) {
        Wish wish = wish(id);
        keptRound(wish.round());
        return wish;
    }

    private Wish wish(UUID id) {
        return wishes.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("livelihood.wish.unknown", "value", id)));
    }

    /** A wish that everybody may read. */
    Wish openWish(UUID id) {
        Wish wish = wish(id);
        if (!wish.open()) {
            throw new RefusedException(Refusal.plain("livelihood.wish.unknown", "value", id));
        }
        return wish;
    }

    Body body(Round round) {
        return bodies.byId(round.body()).orElseThrow();
    }
}
