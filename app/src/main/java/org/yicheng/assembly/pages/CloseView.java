package org.yicheng.assembly.pages;

import org.yicheng.assembly.Question;
import org.yicheng.web.Worded;

/** One question of a hall: asked about before closing, or counted by a teller. */
public record CloseView(HallView hall, Question question) implements Worded {

    @Override
    public String wordsOf() {
        return hall.wordsOf();
    }
}
