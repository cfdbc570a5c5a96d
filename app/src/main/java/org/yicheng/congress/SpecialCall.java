package org.yicheng.congress;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Why a special session (临时召集的会议) is to be held: the standing committee finds it necessary, or one fifth of the
 * deputies propose it (OL 14(3)).
 *
 * @param text what the session is to deal with
 * @param signers in the order in which they signed, the first leads; none when the standing committee moves
 * @param reference of the standing committee's decision; empty string for deputies
 * @param required how many deputies have to sign: frozen once handed in, else of today's deputies
 * @param due all deputies: frozen once handed in, else today's
 * @param session the session that was called by it
 */
public record SpecialCall(
        UUID id,
        String body,
        By by,
        String title,
        String text,
        List<Signer> signers,
        State state,
        String reference,
        Optional<Instant> made,
        int due,
        int required,
        Optional<String> session,
        boolean demo) {

    /** Who may have a special session called. */
    public enum By {
        STANDING_COMMITTEE,
        DEPUTIES
    }

    /** OPEN for signatures → MADE; WITHDRAWN. */
    public enum State {
        OPEN,
        MADE,
        WITHDRAWN
    }

    /** @param stands in office and not taken back */
    public record Signer(UUID mandate, String number, String name, String group, Instant at, boolean stands) {}

    public SpecialCall {
        signers = List.copyOf(signers);
    }

    /** How many signatures stand. */
    public int standing() {
        return (int) signers.stream().filter(Signer::stands).count();
    }

    /** How many are missing; 0 when there are enough. */
    public int missing() {
        return by == By.DEPUTIES ? Math.max(0, required - standing()) : 0;
    }
}
