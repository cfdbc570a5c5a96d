package org.yicheng.assembly.pages;

import org.yicheng.web.Worded;

/** Where a sitting stands, for a delegate's phone. */
public record FloorView(HallView hall, boolean signedIn) implements Worded {

    @Override
    public String wordsOf() {
        return hall.wordsOf();
    }
}
