package org.yicheng.proposals.store;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.proposals.Dismissal;
import org.yicheng.proposals.Dismissal.Form;
import org.yicheng.proposals.Dismissals.Heard;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Kind;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;

/** What stands against a step of a dismissal: all reasons at once, each with its article. */
@Component
class DismissalRules {

    static final Citation MOVED = Citation.of(Law.ORGANIC, "31(1)");
    static final Citation DEFENCE = Citation.of(Law.ORGANIC, "31(4)");
    static final Citation VOTE = Citation.of(Law.ORGANIC, "31(5)");
    static final Citation APPROVAL = Citation.of(Law.ORGANIC, 13);

    private static final int LONGEST = 20_000;
    private static final int LONGEST_REFERENCE = 100;
    private static final EnumSet<Question.State> UNDER_WAY =
            EnumSet.of(Question.State.LISTED, Question.State.PUT, Question.State.VOTING, Question.State.CLOSED);

    private final DismissalRows rows;
    private final Sittings sittings;
    private final Questions questions;
    private final Elections elections;

    DismissalRules(DismissalRows rows, Sittings sittings, Questions questions, @Lazy Elections elections) {
        this.elections = elections;
        this.rows = rows;
        this.sittings = sittings;
        this.questions = questions;
    }

    /** Registered, a dismissal, not withdrawn. */
    List<Refusal> againstAny(Filing filing) {
        List<Refusal> against = new ArrayList<>();
        if (filing.kind() != Kind.DISMISSAL) {
            against.add(
                    Refusal.by(MOVED, "proposals.no-dismissal", "kind", Phrase.of("proposals.kind-" + filing.kind())));
        } else if (!EnumSet.of(Filing.State.REGISTERED, Filing.State.DECIDED).contains(filing.state())) {
            against.add(Refusal.by(
                    MOVED,
                    "proposals.state-is",
                    "state",
                    Phrase.of("proposals.state-" + filing.state()),
                    "needed",
                    Phrase.of("proposals.state-REGISTERED")));
        }
        return against;
    }

    List<Refusal> againstPresidium(Filing filing, String sitting) {
        List<Refusal> against = new ArrayList<>(againstAny(filing));
        against.addAll(againstSitting(filing, sitting, Sitting.Kind.PRESIDIUM));
        rows.of(filing.id()).ifPresent(dismissal -> {
            if (dismissal.state() != Dismissal.State.WAITING || underWay(dismissal.presidium())) {
                against.add(Refusal.by(MOVED, "proposals.dismissal-asked", "state", stateOf(dismissal)));
            }
        });
        return against;
    }

    private static Phrase stateOf(Dismissal dismissal) {
        return Phrase.of("proposals.dismissal-is-" + dismissal.state());
    }

    boolean underWay(UUID question) {
        return questions
                .byId(question)
                .map(Question::state)
                .filter(UNDER_WAY::contains)
                .isPresent();
    }

    private List<Refusal> againstSitting(Filing filing, String id, Sitting.Kind kind) {
        Optional<Sitting> sitting = sittings.byId(id)
                .filter(found -> found.kind() == kind && found.subject().equals(filing.subject()));
        if (sitting.isEmpty()) {
            return List.of(Refusal.at("sitting", MOVED, "proposals.dismissal-sitting-" + kind, "value", id));
        }
        return sitting.get().closedAt().isPresent()
                ? List.of(Refusal.at(
                        "sitting",
                        MOVED,
                        "proposals.dismissal-sitting-over",
                        "sitting",
                        sitting.get().name()))
                : List.of();
    }

    List<Refusal> againstHearing(Filing filing, Heard heard) {
        List<Refusal> against = new ArrayList<>(againstAny(filing));
        if (heard.form() == Form.PRESIDIUM || heard.form() == Form.PLENARY) {
            Sitting.Kind kind = heard.form() == Form.PRESIDIUM ? Sitting.Kind.PRESIDIUM : Sitting.Kind.PLENARY;
            Optional<Sitting> sitting = heard.sitting()
                    .flatMap(sittings::byId)
                    .filter(found -> found.kind() == kind && found.subject().equals(filing.subject()));
            if (sitting.isEmpty()) {
                against.add(Refusal.at(
                        "sitting",
                        DEFENCE,
                        "proposals.dismissal-sitting-" + kind,
                        "value",
                        heard.sitting().orElse("—")));
            }
        }
        if (heard.text().isBlank() || heard.text().length() > LONGEST) {
            against.add(Refusal.at(
                    "text",
                    DEFENCE,
                    "proposals.part-length",
                    "value",
                    heard.text().strip().length(),
                    "most",
                    LONGEST));
        }
        rows.of(filing.id())
                .filter(this::voted)
                .ifPresent(_ -> against.add(Refusal.by(DEFENCE, "proposals.dismissal-voted")));
        return against;
    }

    /** Whether the plenary's vote has begun or is over. */
    private boolean voted(Dismissal dismissal) {
        return dismissal.over()
                || dismissal
                        .ballot()
                        .flatMap(elections::byId)
                        .filter(ballot -> ballot.state().compareTo(Election.State.VOTING) >= 0
                                && ballot.state() != Election.State.VOID)
                        .isPresent()
                || dismissal
                        .vote()
                        .flatMap(questions::byId)
                        .map(Question::state)
                        .filter(EnumSet.of(Question.State.VOTING, Question.State.CLOSED)::contains)
                        .isPresent();
    }

    List<Refusal> againstPrinting(Filing filing, int number) {
        List<Refusal> against = new ArrayList<>(againstAny(filing));
        Optional<Dismissal.Defence> defence = rows.defences(filing.id()).stream()
                .filter(one -> one.number() == number)
                .findFirst();
        if (defence.isEmpty()) {
            against.add(Refusal.at("number", DEFENCE, "proposals.defence-unknown", "value", number));
        } else if (!defence.get().toBePrinted()) {
            against.add(Refusal.by(DEFENCE, "proposals.defence-printed", "number", number));
        }
        return against;
    }

    List<Refusal> againstPlenary(Filing filing, String sitting) {
        List<Refusal> against = new ArrayList<>(againstAny(filing));
        against.addAll(againstSitting(filing, sitting, Sitting.Kind.PLENARY));
        Optional<Dismissal> dismissal = rows.of(filing.id());
        if (dismissal
                .map(Dismissal::state)
                .filter(Dismissal.State.SUBMITTED::equals)
                .isEmpty()) {
            against.add(Refusal.by(VOTE, "proposals.dismissal-not-submitted"));
        } else if (dismissal.flatMap(Dismissal::vote).filter(this::underWay).isPresent()
                || dismissal.flatMap(Dismissal::ballot).isPresent()) {
            against.add(Refusal.by(VOTE, "proposals.dismissal-listed"));
        }
        return against;
    }

    List<Refusal> againstBallot(Filing filing) {
        List<Refusal> against = new ArrayList<>(againstAny(filing));
        Optional<Dismissal> dismissal = rows.of(filing.id());
        if (dismissal
                .filter(one -> one.state() == Dismissal.State.SUBMITTED && one.way() == Dismissal.Way.VOTE)
                .isEmpty()) {
            against.add(Refusal.by(VOTE, "proposals.dismissal-not-submitted"));
        } else if (dismissal.flatMap(Dismissal::vote).filter(this::underWay).isPresent()
                || dismissal.flatMap(Dismissal::ballot).isPresent()) {
            against.add(Refusal.by(VOTE, "proposals.dismissal-listed"));
        }
        return against;
    }

    List<Refusal> againstApproval(Filing filing, String reference) {
        List<Refusal> against = new ArrayList<>(againstAny(filing));
        if (rows.of(filing.id()).filter(Dismissal::approvalMissing).isEmpty()) {
            against.add(Refusal.by(APPROVAL, "proposals.dismissal-no-approval"));
        }
        if (reference.isBlank() || reference.length() > LONGEST_REFERENCE) {
            against.add(Refusal.at(
                    "reference",
                    APPROVAL,
                    "proposals.dismissal-reference",
                    "value",
                    reference.strip().length(),
                    "most",
                    LONGEST_REFERENCE));
        }
        return against;
    }

    List<Refusal> againstProclamation(Filing filing) {
        List<Refusal> against = new ArrayList<>(againstAny(filing));
        Optional<Dismissal> dismissal = rows.of(filing.id());
        if (dismissal
                .map(Dismissal::state)
                .filter(Dismissal.State.DISMISSED::equals)
                .isEmpty()) {
            against.add(Refusal.by(VOTE, "proposals.dismissal-not-decided"));
        } else if (dismissal.get().approvalMissing()) {
            against.add(Refusal.by(APPROVAL, "proposals.dismissal-approval-missing"));
        }
        return against;
    }
}
