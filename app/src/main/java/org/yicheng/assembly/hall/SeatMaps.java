package org.yicheng.assembly.hall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Roll;

/** What is seen of a hall while a sitting goes on. */
public interface SeatMaps {

    /** The map now; empty if the sitting has no hall. */
    Optional<SeatMap> of(String sitting);

    /** Who signed in and was gone before the end, by time of leaving (GB 50799-2012, 12.2.10). */
    List<Leaving> leftEarly(String sitting);

    /** @param at when the member went out, @param device the gate */
    record Leaving(Member member, Instant at, String device) {}

    /** How each gate has worked: events by its name. */
    List<GateCount> gates(String sitting);

    /** @param passedIn counted in; {@code turnedAway} rejected; guests are counted for themselves */
    record GateCount(String device, int passedIn, int passedOut, int turnedAway, int guests, Optional<Instant> last) {}

    /** The quorum's lamp: OK, NEAR within one twentieth of all members due above the line, UNDER below it. */
    enum Margin {
        OK,
        NEAR,
        UNDER;

        /** One twentieth of all due: enough warning for a bell, late enough not to cry wolf. */
        public static Margin of(Roll roll) {
            int over = roll.present() - roll.required();
            if (over < 0) {
                return UNDER;
            }
            return over <= roll.due() / 20 ? NEAR : OK;
        }
    }
}
