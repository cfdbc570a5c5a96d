package org.yicheng.debate.pages;

import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.debate.AgendaItem;
import org.yicheng.debate.Agendas;
import org.yicheng.debate.Speech;
import org.yicheng.debate.Speeches;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Finds what an address names and asks whether the caller may do this there; a role in a body covers its children. */
@Component
class DebateScope {

    private final Bodies bodies;
    private final Sittings sittings;
    private final Agendas agendas;
    private final Speeches speeches;

    DebateScope(Bodies bodies, Sittings sittings, Agendas agendas, Speeches speeches) {
        this.bodies = bodies;
        this.sittings = sittings;
        this.agendas = agendas;
        this.speeches = speeches;
    }

    Body body(String id, Permission permission) {
        Body body = bodies.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.body.unknown", "value", id)));
        if (!mayIn(id, permission)) {
            throw new AccessDeniedException(permission + " in " + id);
        }
        return body;
    }

    Sitting sitting(String id, Permission permission) {
        Sitting sitting = sittings.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.sitting.unknown", "value", id)));
        body(sitting.body(), permission);
        return sitting;
    }

    AgendaItem item(UUID id, Permission permission) {
        AgendaItem item = agendas.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("debate.item.unknown", "value", id)));
        body(item.body(), permission);
        return item;
    }

    Speech speech(UUID id, Permission permission) {
        Speech speech = speeches.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("debate.speech.unknown", "value", id)));
        sitting(speech.sitting(), permission);
        return speech;
    }

    /** Whether the caller may do this in the body or in the one above it. */
    boolean mayIn(String body, Permission permission) {
        Caller caller = Caller.current();
        return caller.mayIn(body, permission)
                || bodies.byId(body)
                        .flatMap(Body::parent)
                        .filter(parent -> caller.mayIn(parent, permission))
                        .isPresent();
    }

    static UUID person() {
        return Caller.current().person().orElseThrow(() -> new RefusedException(Refusal.plain("debate.not-a-member")));
    }
}
