package org.yicheng.livelihood.store;

import java.math.BigDecimal;

/** Fen as yuan, exactly. */
final class Yuan {

    private Yuan() {}

    static BigDecimal of(long fen) {
        return fen % 100 == 0 ? BigDecimal.valueOf(fen / 100) : BigDecimal.valueOf(fen, 2);
    }
}
