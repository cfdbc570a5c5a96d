package org.yicheng.assembly.pages;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Appraisals;
import org.yicheng.assembly.Appraisals.Appraisal;
import org.yicheng.assembly.Sitting;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Finds an appraisal and asks whether the caller may do this in its body. */
@Component
class AppraisalScope {

    private final Appraisals appraisals;
    private final Scope scope;

    AppraisalScope(Appraisals appraisals, Scope scope) {
        this.appraisals = appraisals;
        this.scope = scope;
    }

    Sitting sitting(String id, Permission permission) {
        return scope.sitting(id, permission);
    }

    Appraisal appraisal(UUID id, Permission permission) {
        Appraisal appraisal = appraisals
                .byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.appraisal.unknown", "value", id)));
        scope.body(appraisal.body(), permission);
        return appraisal;
    }

    static UUID person(UUID id) {
        return Caller.current()
                .person()
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.no-mandate", "question", id)));
    }
}
