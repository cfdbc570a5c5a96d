package org.yicheng.assembly.pages;

import java.time.Instant;
import java.util.Optional;
import org.yicheng.assembly.SignInEvent.Direction;
import org.yicheng.assembly.SignInReceipt;

/**
 * A gate's screen.
 *
 * @param receipt the answer to the card just read, if one was
 */
public record GateView(
        HallView hall, int gate, Direction direction, Optional<SignInReceipt> receipt, Instant now, String eventId) {

    /** {@code yes}, {@code no} or {@code wait}. */
    public String answer() {
        return receipt.map(given -> given.effect() == SignInReceipt.Effect.REJECTED ? "no" : "yes")
                .orElse("wait");
    }
}
