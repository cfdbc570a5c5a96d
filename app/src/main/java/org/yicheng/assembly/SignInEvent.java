package org.yicheng.assembly;

import java.time.Instant;

/**
 * Somebody passed a gate, as the gate saw it; may arrive late, twice or out of order.
 *
 * @param eventId chosen by the device, unique; the same id again changes nothing
 * @param at when it happened, by the device's clock as set by the platform
 * @param credential the card that was read
 * @param device e.g. {@code GATE-1}
 * @param sequence counter of the device, orders events of one instant
 */
public record SignInEvent(
        String eventId, Instant at, String credential, Direction direction, String device, long sequence) {

    /** Into the hall or out of it. */
    public enum Direction {
        IN,
        OUT
    }
}
