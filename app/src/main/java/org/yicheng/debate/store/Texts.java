package org.yicheng.debate.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.debate.Amendment;
import org.yicheng.debate.Change;
import org.yicheng.debate.Motion;
import org.yicheng.debate.Motions;
import org.yicheng.debate.Piece;
import org.yicheng.debate.decide.AmendmentOrder;
import org.yicheng.debate.decide.FinalText;

/** What a motion's text says now, and in which order its amendments are voted. */
@Component("debateTexts")
class Texts {

    private final MotionRows motions;
    private final AmendmentRows amendments;

    Texts(MotionRows motions, AmendmentRows amendments) {
        this.motions = motions;
        this.amendments = amendments;
    }

    /** The paragraphs an amendment counts by: the motion's, or those of the amendment it amends. */
    List<String> wording(Motion motion, Optional<UUID> parent) {
        return parent.flatMap(amendments::byId)
                .map(above -> above.change().paragraphs())
                .orElse(motion.paragraphs());
    }

    /** What an amendment does after the amendments to it that were adopted. */
    Change effective(Amendment amendment, List<Amendment> all) {
        List<FinalText.Adopted> second = all.stream()
                .filter(each -> each.parent().filter(amendment.id()::equals).isPresent())
                .filter(each -> each.state() == Amendment.State.ADOPTED)
                .map(each -> new FinalText.Adopted(each.number(), each.change()))
                .toList();
        return FinalText.amended(amendment.change(), second);
    }

    /** The changes to the motion's own text that were adopted. */
    List<FinalText.Adopted> adopted(List<Amendment> all) {
        return all.stream()
                .filter(each -> each.parent().isEmpty() && each.state() == Amendment.State.ADOPTED)
                .map(each -> new FinalText.Adopted(each.number(), effective(each, all)))
                .toList();
    }

    List<Piece> finalText(UUID motion) {
        List<Piece> text = FinalText.of(motions.known(motion).paragraphs(), adopted(amendments.of(motion)));
        List<int[]> dropped = motions.parts(motion).stream()
                .filter(part -> part.state().equals("DROPPED"))
                .map(part -> new int[] {part.range().from(), part.range().to()})
                .toList();
        return FinalText.without(text, dropped);
    }

    List<Amendment> order(UUID motion) {
        List<Amendment> pending = amendments.of(motion).stream()
                .filter(each -> each.kind() == Amendment.Kind.AMENDMENT && each.state() == Amendment.State.ADMITTED)
                .toList();
        Map<UUID, Integer> distances = distances(motion);
        List<AmendmentOrder.Entry> entries = pending.stream()
                .map(each -> new AmendmentOrder.Entry(
                        each.id(),
                        each.number(),
                        each.parent().orElse(each.id()),
                        each.place(),
                        each.change().from(),
                        distances.getOrDefault(each.id(), 0)))
                .toList();
        List<Amendment> order = new ArrayList<>();
        AmendmentOrder.of(entries)
                .forEach(entry -> pending.stream()
                        .filter(each -> each.id().equals(entry.id()))
                        .forEach(order::add));
        return order;
    }

    Map<UUID, Integer> distances(UUID motion) {
        Motion found = motions.known(motion);
        Map<UUID, Integer> distances = new HashMap<>();
        amendments
                .of(motion)
                .forEach(each -> distances.put(
                        each.id(), AmendmentOrder.distance(wording(found, each.parent()), each.change())));
        return distances;
    }

    Optional<Motions.Step> nextStep(UUID motion) {
        Optional<Motions.Step> amendment = order(motion).stream().findFirst().map(Motions.Step.OnAmendment::new);
        return amendment
                .or(() -> motions.parts(motion).stream()
                        .filter(part -> part.state().equals("LISTED"))
                        .findFirst()
                        .map(Motions.Step.OnPart::new))
                .or(() -> Optional.of(new Motions.Step.OnWhole()));
    }
}
