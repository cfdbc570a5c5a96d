package org.yicheng.assembly.pages;

import java.time.Instant;
import java.util.Optional;
import org.yicheng.assembly.SignInEvent.Direction;
import org.yicheng.assembly.SignInReceipt;
import org.yicheng.assembly.hall.Hall;
import org.yicheng.web.Shell;
import org.yicheng.web.Worded;

/**
 * A gate's screen.
 *
 * @param receipt the answer to the card just read, if one was
 * @param place the hall of the sitting, if it has one
 */
public record GateView(
        HallView hall,
        int gate,
        Direction direction,
        Optional<SignInReceipt> receipt,
        Instant now,
        String eventId,
        Optional<Hall> place)
        implements Worded {

    @Override
    public String wordsOf() {
        return hall.wordsOf();
    }

    private Optional<Hall.Device> device() {
        return place.flatMap(found ->
                found.gates().stream().filter(device -> device.number() == gate).findFirst());
    }

    /** The gate's name in its hall, else its number. */
    public String name(Shell shell) {
        return device().map(Hall.Device::name).orElseGet(() -> shell.say("assembly.gate-n", "n", gate));
    }

    /** Where this device says that it is there; empty text if it is no gate of the hall. */
    public String beat() {
        return device().map(_ -> "/api/v1/halls/" + place.orElseThrow().id() + "/gates/" + gate + "/beat")
                .orElse("");
    }

    /** {@code yes}, {@code guest}, {@code no} or {@code wait}. */
    public String answer() {
        return receipt.map(given -> given.effect() == SignInReceipt.Effect.REJECTED
                        ? "no"
                        : given.guest().isPresent() ? "guest" : "yes")
                .orElse("wait");
    }
}
