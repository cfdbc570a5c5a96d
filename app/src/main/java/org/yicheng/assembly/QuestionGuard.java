package org.yicheng.assembly;

import java.util.List;
import org.yicheng.rule.Refusal;

/**
 * A service's say before one of its questions is voted on: when its vote opens, and when it is to go on in another way.
 * Every bean of this type is asked, all reasons are collected.
 */
@FunctionalInterface
public interface QuestionGuard {

    /** Why the question may not be voted on in this way now; empty if the service has nothing against it or does not know it. */
    List<Refusal> beforeVote(Question question, VotingMode mode);
}
