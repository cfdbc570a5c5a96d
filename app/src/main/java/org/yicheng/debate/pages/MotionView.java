package org.yicheng.debate.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Sitting;
import org.yicheng.debate.Amendment;
import org.yicheng.debate.Change;
import org.yicheng.debate.DebateRules;
import org.yicheng.debate.Motion;
import org.yicheng.debate.Motions;
import org.yicheng.debate.Piece;
import org.yicheng.debate.decide.Difference;
import org.yicheng.web.Faults;
import org.yicheng.web.Shell;

/**
 * A motion with its amendments.
 *
 * @param text as it stands now
 * @param amendments those the caller may read, in the order of the votes, then the others by number
 * @param distances how far each leads from its wording, in thousandths
 * @param sittings those that share its agenda
 * @param form what was typed into a form that was refused, by field
 */
public record MotionView(
        Motion motion,
        DebateRules rules,
        List<Piece> text,
        List<Amendment> amendments,
        Map<UUID, Integer> distances,
        List<Motions.Part> parts,
        Optional<Motions.Step> next,
        List<Question> questions,
        List<Sitting> sittings,
        List<History.Line> history,
        Faults faults,
        Map<String, String> form) {

    public DebateRules.MotionState state() {
        return rules.workflow().state(motion.state());
    }

    public boolean debated() {
        return state().stage() == DebateRules.Stage.DEBATED;
    }

    public String filled(String field) {
        return form.getOrDefault(field, "");
    }

    /** The moves that may be made from here. */
    public List<DebateRules.Move> moves(DebateRules.When when) {
        return rules.workflow().from(motion.state(), when);
    }

    public boolean needs(DebateRules.Move move, String need) {
        return move.needs().contains(DebateRules.Need.valueOf(need));
    }

    public Optional<Amendment> parent(Amendment amendment) {
        return amendment
                .parent()
                .flatMap(id ->
                        amendments.stream().filter(each -> each.id().equals(id)).findFirst());
    }

    /** An amendment's wording beside the one it changes. */
    public List<Difference.Row> rows(Amendment amendment) {
        Change change = amendment.change();
        List<String> wording =
                parent(amendment).map(above -> above.change().paragraphs()).orElse(motion.paragraphs());
        List<String> before = change.kind() == Change.Kind.INSERT_AFTER
                ? List.of()
                : wording.subList(change.from() - 1, Math.min(change.to(), wording.size()));
        return Difference.sideBySide(change.from(), before, change.paragraphs());
    }

    /** What an amendment does, in words. */
    public String does(Shell shell, Amendment amendment) {
        Change change = amendment.change();
        String what = change.kind() == Change.Kind.INSERT_AFTER && change.from() == 0
                ? shell.say("debate.change-at-start")
                : shell.say(
                        "debate.change-" + change.kind() + (change.from() == change.to() ? "-one" : ""),
                        "from",
                        change.from(),
                        "to",
                        change.to());
        return parent(amendment)
                .map(above -> shell.say("debate.to-amendment", "n", above.number(), "what", what))
                .orElse(what);
    }

    /** The amendments that nobody has decided on yet: until then the text is not voted. */
    public List<Integer> undecided() {
        return amendments.stream()
                .filter(each -> each.state() == Amendment.State.FILED)
                .map(Amendment::number)
                .toList();
    }

    public String step(Shell shell) {
        return next.map(step -> switch (step) {
                    case Motions.Step.OnAmendment(Amendment amendment) ->
                        shell.say("debate.next-amendment", "n", amendment.number());
                    case Motions.Step.OnPart(Motions.Part part) -> shell.say("debate.next-part", "n", part.number());
                    case Motions.Step.OnWhole() -> shell.say("debate.next-whole");
                })
                .orElse("");
    }

    /** 35.2%: how far from the wording. */
    public String distance(Amendment amendment) {
        int thousandths = distances.getOrDefault(amendment.id(), 0);
        return thousandths / 10 + "." + thousandths % 10 + "%";
    }
}
