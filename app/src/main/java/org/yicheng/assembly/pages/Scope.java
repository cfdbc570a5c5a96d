package org.yicheng.assembly.pages;

import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Finds what an address names and asks whether the caller may do this there; a role in a body covers all below it. */
@Component
public class Scope {

    private final Bodies bodies;
    private final Sittings sittings;
    private final Questions questions;

    Scope(Bodies bodies, Sittings sittings, Questions questions) {
        this.bodies = bodies;
        this.sittings = sittings;
        this.questions = questions;
    }

    public Body body(String id, Permission permission) {
        Body body = bodies.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.body.unknown", "value", id)));
        require(body, permission);
        return body;
    }

    public Sitting sitting(String id, Permission permission) {
        Sitting sitting = sittings.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.sitting.unknown", "value", id)));
        body(sitting.body(), permission);
        return sitting;
    }

    public Question question(java.util.UUID id, Permission permission) {
        Question question = questions
                .byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.question.unknown", "value", id)));
        body(question.body(), permission);
        return question;
    }

    private void require(Body body, Permission permission) {
        Caller caller = Caller.current();
        Optional<Body> asked = Optional.of(body);
        while (asked.isPresent() && !caller.mayIn(asked.get().id(), permission)) {
            asked = asked.get().parent().flatMap(bodies::byId);
        }
        if (asked.isEmpty()) {
            throw new AccessDeniedException(permission + " in " + body.id());
        }
    }
}
