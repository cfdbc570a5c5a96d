package org.yicheng.matter.pages;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.matter.Deadline;
import org.yicheng.matter.Deadlines;
import org.yicheng.matter.Matter;
import org.yicheng.matter.Matters;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** The matters that the caller may see and change; to others they do not exist. */
@Component
class MatterScope {

    private final Matters matters;
    private final Deadlines deadlines;

    MatterScope(Matters matters, Deadlines deadlines) {
        this.matters = matters;
        this.deadlines = deadlines;
    }

    Matter visible(UUID id) {
        return matters.byId(id).filter(matters::visible).orElseThrow(() -> unknown(id));
    }

    /** For what the examining body does: links, extensions, other starts. */
    Matter examined(UUID id) {
        return matters.byId(id).filter(MatterScope::examines).orElseThrow(() -> unknown(id));
    }

    Deadline limit(UUID id, boolean toChange) {
        Deadline limit = deadlines
                .byId(id)
                .orElseThrow(
                        () -> new RefusedException(Refusal.plain("matter.deadline.unknown", "value", id.toString())));
        if (toChange) {
            examined(limit.matter());
        } else {
            visible(limit.matter());
        }
        return limit;
    }

    static boolean examines(Matter matter) {
        return matter.parties().stream().anyMatch(MatterScope::examines);
    }

    static boolean examines(Matter.Party party) {
        return party.holder().kind() == Matter.Holder.Kind.BODY
                && Caller.current().mayIn(party.holder().id(), Permission.MATTER_EXAMINE);
    }

    private static RefusedException unknown(UUID id) {
        return new RefusedException(Refusal.plain("matter.unknown", "value", id.toString()));
    }
}
