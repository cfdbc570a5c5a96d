package org.yicheng.livelihood;

import java.math.BigDecimal;

/** Latitudes and longitudes, WGS 84. */
public final class Degrees {

    private Degrees() {}

    /** Without needless zeros, and never in powers of ten. */
    public static BigDecimal plain(BigDecimal degrees) {
        BigDecimal plain = degrees.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
