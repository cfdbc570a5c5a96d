package org.yicheng.congress.pages;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.congress.Resignation;
import org.yicheng.congress.Resignations;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Finds a resignation and asks whether the caller may do this in its congress. */
@Component
class ResignationScope {

    private final Resignations resignations;
    private final Bodies bodies;
    private final SessionScope scope;

    ResignationScope(Resignations resignations, Bodies bodies, SessionScope scope) {
        this.resignations = resignations;
        this.bodies = bodies;
        this.scope = scope;
    }

    Body congress(String id, Permission permission) {
        Body found = bodies.byId(id)
                .filter(one -> one.kind() == Body.Kind.CONGRESS)
                .orElseThrow(() -> new RefusedException(Refusal.plain("congress.body.unknown", "value", id)));
        scope.body(id, permission);
        return found;
    }

    Resignation resignation(UUID id, Permission permission) {
        Resignation found = resignations
                .byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("congress.resignation-unknown", "value", id)));
        scope.body(found.body(), permission);
        return found;
    }
}
