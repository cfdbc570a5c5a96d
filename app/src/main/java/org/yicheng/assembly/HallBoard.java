package org.yicheng.assembly;

import org.yicheng.rule.Language;

/** The hall's own board for boards that show it among other things: roll, question, vote, result. */
public interface HallBoard {

    /** The board of a sitting as HTML; it follows the live topic {@link #topic}, part {@code body}. */
    String body(String sitting, Language language);

    static String topic(String sitting) {
        return "board:" + sitting;
    }
}
