package org.yicheng.count;

import org.yicheng.rule.Citation;

/** The answer to "may this meeting open?", with the numbers that decided it. */
public sealed interface Opening {

    Roll roll();

    int threshold();

    Citation source();

    /** Enough are present. */
    record Permitted(Roll roll, int threshold, Citation source) implements Opening {}

    /** Too few are present; {@code missing} more are needed. */
    record Refused(Roll roll, int threshold, int missing, Citation source) implements Opening {}
}
