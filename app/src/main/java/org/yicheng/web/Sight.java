package org.yicheng.web;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How large a board must write for those who sit farthest away: ten times (farthest seat ÷ picture height). */
public final class Sight {

    /** Beyond seven picture heights those at the back cannot read it. */
    private static final int READABLE = 70;

    private Sight() {}

    /** Ten times the ratio, rounded up to the next step that the stylesheet knows: 20…100 in steps of 5; 0 for nonsense. */
    public static int tenfold(int metres, BigDecimal height) {
        if (height.signum() <= 0 || metres <= 0) {
            return 0;
        }
        int tenfold = BigDecimal.valueOf(metres * 10L)
                .divide(height, 0, RoundingMode.CEILING)
                .intValue();
        return Math.clamp(Math.ceilDiv(tenfold, 5) * 5, 20, 100);
    }

    public static boolean tooFar(int distance) {
        return distance > READABLE;
    }
}
