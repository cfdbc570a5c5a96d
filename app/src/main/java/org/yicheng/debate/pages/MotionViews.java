package org.yicheng.debate.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Sittings;
import org.yicheng.debate.Amendment;
import org.yicheng.debate.DebateRules;
import org.yicheng.debate.Debating;
import org.yicheng.debate.Motion;
import org.yicheng.debate.Motions;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Faults;

/** Finds motions and amendments for callers who may read them. */
@Component
class MotionViews {

    private final Motions motions;
    private final Sittings sittings;
    private final Debating debating;
    private final History history;
    private final DebateScope scope;

    MotionViews(Motions motions, Sittings sittings, Debating debating, History history, DebateScope scope) {
        this.motions = motions;
        this.sittings = sittings;
        this.debating = debating;
        this.history = history;
        this.scope = scope;
    }

    /** A motion for somebody who needs this permission in its body; what is not open is for members and the desk. */
    Motion motion(UUID id, Permission permission) {
        Motion motion = motions.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("debate.motion.unknown", "value", id)));
        scope.body(motion.body(), permission);
        if (permission == Permission.PUBLIC_READ
                && !motions.open(motion)
                && !scope.mayIn(motion.body(), Permission.MEMBER_DOCUMENTS)) {
            throw new AccessDeniedException("motion " + id);
        }
        return motion;
    }

    Amendment amendment(UUID id, Permission permission) {
        Amendment amendment = motions.amendment(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("debate.amendment.unknown", "value", id)));
        motion(amendment.motion(), permission);
        return amendment;
    }

    /** Drafts and those not admitted are read by members and the desk only; the public reads no ids of persons. */
    List<Amendment> readable(Motion motion) {
        boolean member = scope.mayIn(motion.body(), Permission.MEMBER_DOCUMENTS);
        List<Amendment> order = new ArrayList<>(motions.order(motion.id()));
        motions.amendments(motion.id()).stream()
                .filter(each -> order.stream().noneMatch(known -> known.id().equals(each.id())))
                .filter(each -> member || each.state() != Amendment.State.DRAFT)
                .filter(each -> member || each.state() != Amendment.State.NOT_ADMITTED)
                .forEach(order::add);
        return member ? order : order.stream().map(Amendment::withoutPersons).toList();
    }

    private Optional<Bilingual> stateName(Motion motion, String state) {
        return debating.rules(motion.body()).workflow().states().stream()
                .filter(each -> each.id().equals(state))
                .map(DebateRules.MotionState::name)
                .findFirst();
    }

    MotionView view(Motion motion, Faults faults, Map<String, String> form) {
        boolean desk = scope.mayIn(motion.body(), Permission.SITTING_PREPARE)
                || scope.mayIn(motion.body(), Permission.MEMBER_DOCUMENTS);
        return new MotionView(
                motion,
                debating.rules(motion.body()),
                motions.finalText(motion.id()),
                readable(motion),
                motions.distances(motion.id()),
                motions.parts(motion.id()),
                motions.nextStep(motion.id()),
                motions.questions(motion.id()),
                sittings.ofBody(motion.body()).stream()
                        .filter(sitting -> sitting.subject().equals(motion.subject()))
                        .toList(),
                desk || Caller.current().may(Permission.RECORD_READ)
                        ? history.of("motion:" + motion.id(), state -> stateName(motion, state))
                        : List.of(),
                faults,
                form);
    }
}
