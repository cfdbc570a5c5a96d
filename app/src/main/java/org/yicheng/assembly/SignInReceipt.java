package org.yicheng.assembly;

import java.util.Optional;
import org.yicheng.rule.Refusal;

/**
 * What a gate shows for an event.
 *
 * @param refusal why it was rejected: unknown, lost or revoked card, former or suspended member, not of this body,
 *     sign-in not open
 * @param member the member the card belongs to, when known to the body
 * @param guest the observer or visitor whose card it is; never together with a member
 */
public record SignInReceipt(
        String eventId, Effect effect, Optional<Refusal> refusal, Optional<Member> member, Optional<Attendee> guest) {

    /** The receipt of a member's card, or of one that nobody has. */
    public SignInReceipt(String eventId, Effect effect, Optional<Refusal> refusal, Optional<Member> member) {
        this(eventId, effect, refusal, member, Optional.empty());
    }

    /**
     * Somebody who attends and is no member.
     *
     * @param quality {@code OBSERVER} 列席 or {@code VISITOR} 旁听
     */
    public record Attendee(String quality, String name, String organisation, boolean demo) {}

    /** COUNTED changed the roll; NO_EFFECT: IN while in, OUT while out; DUPLICATE: this event id was known. */
    public enum Effect {
        COUNTED,
        NO_EFFECT,
        DUPLICATE,
        REJECTED
    }
}
