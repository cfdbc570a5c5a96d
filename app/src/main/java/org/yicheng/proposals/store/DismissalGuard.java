package org.yicheng.proposals.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.ElectionGuard;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.QuestionGuard;
import org.yicheng.assembly.VotingMode;
import org.yicheng.proposals.Dismissal;
import org.yicheng.proposals.Filing;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;

/** Nobody is dismissed unheard, and nobody openly: asked by the kernel before the vote opens and before it turns to hands. */
@Component
class DismissalGuard implements QuestionGuard, ElectionGuard {

    private static final Citation SECRET = Citation.of(Law.SHANGHAI, 49);

    private final DismissalRows rows;
    private final FilingRows filings;

    DismissalGuard(DismissalRows rows, FilingRows filings) {
        this.rows = rows;
        this.filings = filings;
    }

    @Override
    public List<Refusal> beforeVote(Question question, VotingMode mode) {
        Optional<Dismissal> found = rows.byQuestion(question.id())
                .filter(dismissal -> dismissal.vote().equals(Optional.of(question.id())));
        return found.map(dismissal -> against(dismissal, mode)).orElse(List.of());
    }

    /** Papers are handed out for a motion that stands, once the person was heard. */
    @Override
    public List<Refusal> before(Election election, ElectionStep step, Optional<UUID> question) {
        Optional<Dismissal> found = rows.byBallot(election.id());
        if (found.isEmpty()) {
            return List.of();
        }
        List<Refusal> against = new ArrayList<>(withdrawn(found.get()));
        if (step == ElectionStep.ISSUE || step == ElectionStep.OPEN_VOTING) {
            against.addAll(unheard(found.get()));
        }
        return against;
    }

    private List<Refusal> withdrawn(Dismissal dismissal) {
        return filings.byId(dismissal.filing(), false)
                        .filter(filing -> filing.state() == Filing.State.WITHDRAWN)
                        .isPresent()
                ? List.of(Refusal.by(DismissalRules.MOVED, "proposals.dismissal-withdrawn"))
                : List.of();
    }

    private List<Refusal> against(Dismissal dismissal, VotingMode mode) {
        List<Refusal> against = new ArrayList<>(withdrawn(dismissal));
        if (dismissal.way() == Dismissal.Way.INVESTIGATE) {
            return against;
        }
        if (mode != VotingMode.ELECTRONIC_UNRECORDED) {
            against.add(Refusal.by(
                    SECRET, "proposals.dismissal-secret", "mode", Phrase.of("assembly.mode-" + mode.name())));
        }
        against.addAll(unheard(dismissal));
        return against;
    }

    private static List<Refusal> unheard(Dismissal dismissal) {
        List<Refusal> against = new ArrayList<>();
        if (!dismissal.heard()) {
            against.add(Refusal.by(DismissalRules.DEFENCE, "proposals.dismissal-unheard"));
        }
        if (dismissal.toBePrinted() > 0) {
            against.add(
                    Refusal.by(DismissalRules.DEFENCE, "proposals.dismissal-unprinted", "n", dismissal.toBePrinted()));
        }
        return against;
    }
}
