package org.yicheng.livelihood;

import java.math.BigDecimal;
import java.util.Optional;

/** Latitudes and longitudes, WGS 84. */
public final class Degrees {

    private static final String TYPED = "-?\\d{1,3}(\\.\\d{1,12})?";
    /** Decimals, or zeros before the point, beyond which a number is no degrees: written out it could fill the memory. */
    private static final int MOST_SCALE = 30;

    private Degrees() {}

    /** As they are typed; empty for anything else, also for powers of ten. */
    public static Optional<BigDecimal> read(String text) {
        return text.matches(TYPED) ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /**
     * Without needless zeros, and never in powers of ten.
     *
     * @throws IllegalArgumentException for a number whose scale is above {@value #MOST_SCALE} in either direction
     */
    public static BigDecimal plain(BigDecimal degrees) {
        if (degrees.scale() > MOST_SCALE || degrees.scale() < -MOST_SCALE) {
            throw new IllegalArgumentException(
                    "degrees have at most " + MOST_SCALE + " decimals, got a scale of " + degrees.scale());
        }
        BigDecimal plain = degrees.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
