package org.yicheng.assembly.store;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.QuestionGuard;
import org.yicheng.assembly.RuleSet;
import org.yicheng.assembly.VotingMode;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;

/** In which way a question may be voted on: by its body's rule set, and by whatever service put it. */
@Component
class Ways {

    private static final Citation MODES = Citation.of(Law.PRODUCT, "vote.modes");

    private final JdbcBodies bodies;
    private final List<QuestionGuard> guards;

    Ways(JdbcBodies bodies, List<QuestionGuard> guards) {
        this.bodies = bodies;
        this.guards = guards;
    }

    /** What stands against voting on it in this way now. */
    List<Refusal> faults(Question question, VotingMode mode) {
        List<Refusal> faults = new ArrayList<>();
        RuleSet rules = bodies.rules(question.body());
        if (!rules.modes().contains(mode)) {
            faults.add(Refusal.by(
                    MODES,
                    "assembly.mode-not-admitted",
                    "mode",
                    ModeWord.of(mode),
                    "rules",
                    rules.name(),
                    "modes",
                    rules.modes().stream().sorted().map(ModeWord::of).toList()));
        }
        guards.forEach(guard -> faults.addAll(guard.beforeVote(question, mode)));
        return faults;
    }
}
