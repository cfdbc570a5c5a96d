package org.yicheng.assembly;

import java.util.Optional;
import org.yicheng.rule.Refusal;

/**
 * What a gate shows for an event.
 *
 * @param refusal why it was rejected: unknown, lost or revoked card, former or suspended member, not of this body,
 *     sign-in not open
 * @param member the member the card belongs to, when known to the body
 */
public record SignInReceipt(String eventId, Effect effect, Optional<Refusal> refusal, Optional<Member> member) {

    /** COUNTED changed the roll; NO_EFFECT: IN while in, OUT while out; DUPLICATE: this event id was known. */
    public enum Effect {
        COUNTED,
        NO_EFFECT,
        DUPLICATE,
        REJECTED
    }
}
