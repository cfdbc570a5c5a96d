package org.yicheng.assembly.hall;

import java.util.Optional;
import java.util.UUID;
import org.yicheng.assembly.Question;
import org.yicheng.rule.Ruling;

/** The emergency: devices fail during an electronic vote, the question is put again by show of hands (NPC rules, 60). */
public interface HandsAgain {

    /**
     * In one act: voids the running vote, deletes its marks and who had pressed, and opens the same question as a show
     * of hands for two tellers. Refused without a reason, if no electronic vote is running, or without quorum.
     *
     * @return the question by hands
     */
    Ruling<Question> voidAndPutByHands(UUID question, String reason);

    /** The voided question that this one puts again. */
    Optional<Link> first(UUID question);

    /** The question that was put again for this one. */
    Optional<Link> again(UUID question);

    /** @param question the other question, @param number its number in the sitting, @param because the chair's reason */
    record Link(UUID question, int number, String because) {}
}
