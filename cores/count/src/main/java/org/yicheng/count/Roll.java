package org.yicheng.count;

/**
 * Members due and members present (应到实到).
 *
 * @param expected all members, not negative
 * @param present 0 to {@code expected}
 */
public record Roll(int expected, int present) {

    public Roll {
        if (expected < 0) {
            throw new IllegalArgumentException("expected must not be negative, got " + expected);
        }
        if (present < 0 || present > expected) {
            throw new IllegalArgumentException("present must be 0.." + expected + ", got " + present);
        }
    }
}
