package org.yicheng.assembly.pages;

import org.yicheng.web.Sight;

/**
 * The hall board.
 *
 * @param distance ten times (farthest seat ÷ picture height), 20…100 in steps of 5
 */
public record BoardView(HallView hall, int distance) {

    public boolean tooFar() {
        return Sight.tooFar(distance);
    }
}
