package org.yicheng.debate.store;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.OwnThreshold;
import org.yicheng.assembly.Question;
import org.yicheng.count.DecisionRule;
import org.yicheng.debate.DebateRules;
import org.yicheng.debate.Debating;

/** Moves that need another majority than the body's resolutions: deferral by a majority of those present (SH 68). */
@Component
class MoveThresholds implements OwnThreshold {

    private final Debating debating;

    MoveThresholds(Debating debating) {
        this.debating = debating;
    }

    @Override
    public Optional<DecisionRule> of(Question question) {
        String[] subject = question.subject().split(":");
        if (subject.length != 4 || !subject[0].equals("debate") || !subject[1].equals("move")) {
            return Optional.empty();
        }
        return debating.rules(question.body()).workflow().move(subject[3]).flatMap(DebateRules.Move::vote);
    }
}
