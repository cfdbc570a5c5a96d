package org.yicheng.proposals.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
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
class DismissalGuard implements QuestionGuard {

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

    private List<Refusal> against(Dismissal dismissal, VotingMode mode) {
        List<Refusal> against = new ArrayList<>();
        if (filings.byId(dismissal.filing(), false)
                .filter(filing -> filing.state() == Filing.State.WITHDRAWN)
                .isPresent()) {
            against.add(Refusal.by(DismissalRules.MOVED, "proposals.dismissal-withdrawn"));
        }
        if (dismissal.way() == Dismissal.Way.INVESTIGATE) {
            return against;
        }
        if (mode != VotingMode.ELECTRONIC_UNRECORDED) {
            against.add(Refusal.by(
                    SECRET, "proposals.dismissal-secret", "mode", Phrase.of("assembly.mode-" + mode.name())));
        }
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
