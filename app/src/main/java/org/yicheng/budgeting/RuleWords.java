package org.yicheng.budgeting;

import org.yicheng.count.projects.Completion;
import org.yicheng.count.projects.ProjectRule;
import org.yicheng.count.projects.VoteType;
import org.yicheng.web.Shell;

/** What rules are called on pages. */
public final class RuleWords {

    private RuleWords() {}

    public static String name(Shell shell, ProjectRule rule) {
        String family = rule.family().name()
                + (rule.family() == ProjectRule.Family.PHRAGMEN
                        ? ""
                        : "-" + rule.satisfaction().name());
        String completion = rule.completion() == Completion.NONE
                ? ""
                : shell.say("budgeting.then-" + rule.completion().name());
        return shell.say("budgeting.rule-" + family) + completion;
    }

    /** By the rule's key, for ballots that mark projects; the key itself if there is no such rule. */
    public static String name(Shell shell, String key) {
        return ProjectRule.byKey(VoteType.APPROVAL, key)
                .map(rule -> name(shell, rule))
                .orElse(key);
    }
}
