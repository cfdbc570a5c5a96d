package org.yicheng.matter.pages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.matter.CarriedElsewhere;
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
    private final List<CarriedElsewhere> services;

    MatterScope(Matters matters, Deadlines deadlines, List<CarriedElsewhere> services) {
        this.matters = matters;
        this.deadlines = deadlines;
        this.services = services;
    }

    /** The page of the service that carries it out. */
    Optional<String> elsewhere(Matter matter) {
        return services.stream()
                .flatMap(service -> service.pageOf(matter).stream())
                .findFirst();
    }

    /** @throws RefusedException if a service carries it out on a page of its own */
    Matter carriedHere(Matter matter) {
        elsewhere(matter).ifPresent(page -> {
            throw new RefusedException(Refusal.plain("matter.carried-elsewhere", "page", page));
        });
        return matter;
    }

    /** Before a link between them is made or undone. */
    void linking(Matter.LinkType type, Matter from, Matter to) {
        if (type.handling()) {
            carriedHere(from);
            carriedHere(to);
        }
    }

    /** The same before a link is undone; one that does not exist is refused by who undoes it. */
    void unlinking(Matter matter, UUID link) {
        matters.links(matter.id()).stream()
                .filter(one -> one.id().equals(link))
                .forEach(one -> linking(
                        one.type(),
                        matters.byId(one.from()).orElseThrow(),
                        matters.byId(one.to()).orElseThrow()));
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
            carriedHere(examined(limit.matter()));
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
