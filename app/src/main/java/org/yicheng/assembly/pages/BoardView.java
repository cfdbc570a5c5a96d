package org.yicheng.assembly.pages;

import org.yicheng.web.Sight;
import org.yicheng.web.Worded;

/**
 * The hall board.
 *
 * @param distance ten times (farthest seat ÷ picture height), 20…100 in steps of 5
 * @param beat where this board says that it is there; empty text if it is no board of a hall
 */
public record BoardView(HallView hall, int distance, String beat) implements Worded {

    @Override
    public String wordsOf() {
        return hall.wordsOf();
    }

    public boolean tooFar() {
        return Sight.tooFar(distance);
    }
}
