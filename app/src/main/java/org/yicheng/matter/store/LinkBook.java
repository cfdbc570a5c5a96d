package org.yicheng.matter.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.matter.Matter;
import org.yicheng.matter.Procedure;
import org.yicheng.matter.Procedures;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** What one matter is to another: links made and undone, always inside the transaction of their caller. */
@Component
class LinkBook {

    private static final Citation LINKS = Citation.of(Law.PRODUCT, "matter.links");
    private static final int LONGEST = 500;

    private final Procedures procedures;
    private final MatterRows rows;
    private final MatterActs acts;

    LinkBook(Procedures procedures, MatterRows rows, MatterActs acts) {
        this.procedures = procedures;
        this.rows = rows;
        this.acts = acts;
    }

    private static Refusal unknown(UUID id) {
        return Refusal.plain("matter.unknown", "value", id.toString());
    }

    Ruling<Matter.Link> link(UUID from, Matter.LinkType type, UUID to, String reason) {
        List<Refusal> reasons = new ArrayList<>();
        if (from.equals(to)) {
            return Ruling.refused(Refusal.at("to", LINKS, "matter.link-self"));
        }
        Optional<UUID> missing = lockBoth(from, to);
        if (missing.isPresent()) {
            return Ruling.refused(unknown(missing.get()));
        }
        if (reason.isBlank() || reason.length() > LONGEST) {
            reasons.add(Refusal.at("reason", LINKS, "matter.reason-missing", "most", LONGEST));
        }
        List<Matter.Link> standing = new ArrayList<>(rows.links(from));
        standing.addAll(rows.links(to));
        standing.removeIf(link -> link.undoneAt().isPresent());
        if (standing.stream()
                .anyMatch(link -> link.type() == type
                        && link.from().equals(from)
                        && link.to().equals(to))) {
            reasons.add(Refusal.at("to", LINKS, "matter.link-twice"));
        }
        if (type == Matter.LinkType.MERGED && standing.stream().anyMatch(link -> nested(link, from, to))) {
            reasons.add(Refusal.at("to", LINKS, "matter.merged-already"));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Matter.Link link = new Matter.Link(
                UUID.randomUUID(),
                type,
                from,
                to,
                Caller.current().actor(),
                acts.now(),
                reason.strip(),
                Optional.empty());
        rows.link(link);
        acts.write(
                "matter.link",
                from,
                Optional.of(LINKS),
                Permission.MATTER_EXAMINE,
                Map.of("type", type.name(), "linked", to.toString()));
        return Ruling.granted(link);
    }

    /** Both rows, always in the same order, so that two links cannot wait for each other; the one that is missing. */
    private Optional<UUID> lockBoth(UUID from, UUID to) {
        List<UUID> ordered = from.compareTo(to) < 0 ? List.of(from, to) : List.of(to, from);
        return ordered.stream().filter(id -> rows.locked(id).isEmpty()).findFirst();
    }

    /** Why what was merged can no longer be taken apart: one of the two has got its answer. */
    private List<Refusal> settled(UUID from, UUID to) {
        List<Refusal> reasons = new ArrayList<>();
        for (UUID id : List.of(from, to)) {
            Matter matter = rows.byId(id).orElseThrow();
            Procedure procedure = procedures.byId(matter.procedure()).orElseThrow();
            procedure
                    .merger()
                    .filter(merger -> !merger.undoneIn().contains(matter.state()))
                    .ifPresent(merger -> reasons.add(Refusal.by(
                            merger.ground(),
                            "matter.merger-settled",
                            "title",
                            matter.title(),
                            "state",
                            procedure.state(matter.state()).orElseThrow().name())));
        }
        return reasons;
    }

    /** A matter is handled with one other, which itself leads and is handled with none. */
    private static boolean nested(Matter.Link link, UUID from, UUID to) {
        return link.type() == Matter.LinkType.MERGED
                && (link.from().equals(from)
                        || link.from().equals(to)
                        || link.to().equals(from));
    }

    Ruling<Matter.Link> unlink(UUID from, UUID link, String reason) {
        Optional<Matter.Link> found = rows.links(from).stream()
                .filter(one -> one.id().equals(link) && one.from().equals(from))
                .findFirst();
        if (found.isEmpty()) {
            return Ruling.refused(
                    rows.byId(from).isEmpty()
                            ? unknown(from)
                            : Refusal.plain("matter.link.unknown", "value", link.toString()));
        }
        // A link's two ends never change, so they are locked as link() locks them; then the link is read again.
        UUID to = found.get().to();
        lockBoth(from, to);
        found = rows.links(from).stream().filter(one -> one.id().equals(link)).findFirst();
        List<Refusal> reasons =
                new ArrayList<>(found.orElseThrow().type() == Matter.LinkType.MERGED ? settled(from, to) : List.of());
        if (found.get().undoneAt().isPresent()) {
            reasons.add(Refusal.by(LINKS, "matter.link-undone"));
        }
        if (reason.isBlank() || reason.length() > LONGEST) {
            reasons.add(Refusal.at("reason", LINKS, "matter.reason-missing", "most", LONGEST));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Instant now = acts.now();
        rows.unlink(link, now, Caller.current().actor(), reason.strip());
        Matter.Link one = found.get();
        acts.write(
                "matter.unlink",
                from,
                Optional.of(LINKS),
                Permission.MATTER_EXAMINE,
                Map.of("type", one.type().name(), "linked", one.to().toString()));
        return Ruling.granted(new Matter.Link(
                one.id(), one.type(), one.from(), one.to(), one.by(), one.at(), one.reason(), Optional.of(now)));
    }
}
