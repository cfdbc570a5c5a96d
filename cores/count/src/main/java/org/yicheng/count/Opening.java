package org.yicheng.count;

import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Phrase;

/** The answer to "may this meeting open?", with the numbers that decided it. */
public sealed interface Opening {

    /** Members due and present. */
    Roll roll();

    /** How many must be present. */
    int threshold();

    /** Where the rule stands. */
    Citation source();

    /**
     * The official sentence 应出席会议代表633名，实际出席代表582名，符合法定人数; texts in bundle {@code count}.
     *
     * @param members what a member of this body is called: 代表 / deputies
     */
    default Phrase explanation(Bilingual members) {
        return Announcements.opening(this, members);
    }

    /** Enough are present. */
    record Permitted(Roll roll, int threshold, Citation source) implements Opening {}

    /** Too few are present; {@code missing} more are needed. */
    record Refused(Roll roll, int threshold, int missing, Citation source) implements Opening {}
}
