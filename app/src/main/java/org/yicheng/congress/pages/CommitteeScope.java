package org.yicheng.congress.pages;

import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Finds the congress or CPPCC committee whose standing committee an address is about. */
@Component
class CommitteeScope {

    private final Bodies bodies;
    private final SessionScope scope;

    CommitteeScope(Bodies bodies, SessionScope scope) {
        this.bodies = bodies;
        this.scope = scope;
    }

    Body parent(String id, Permission permission) {
        Body found = bodies.byId(id)
                .filter(one -> one.kind() == Body.Kind.CONGRESS || one.kind() == Body.Kind.CPPCC)
                .orElseThrow(() -> new RefusedException(Refusal.plain("congress.body.unknown", "value", id)));
        scope.body(id, permission);
        return found;
    }
}
