package org.yicheng.assembly.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The hall board.
 *
 * @param distance ten times (farthest seat ÷ picture height), 20…100 in steps of 5
 */
public record BoardView(HallView hall, int distance) {

    /** Beyond seven picture heights those at the back cannot read it. */
    private static final int READABLE = 70;

    /** Ten times the ratio, rounded up to the next step that the stylesheet knows. */
    static int tenfold(int metres, BigDecimal height) {
        if (height.signum() <= 0 || metres <= 0) {
            return 0;
        }
        int tenfold = BigDecimal.valueOf(metres * 10L)
                .divide(height, 0, RoundingMode.CEILING)
                .intValue();
        return Math.clamp(Math.ceilDiv(tenfold, 5) * 5, 20, 100);
    }

    public boolean tooFar() {
        return distance > READABLE;
    }
}
