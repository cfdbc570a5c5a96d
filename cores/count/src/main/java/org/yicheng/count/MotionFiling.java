package org.yicheng.count;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether what deputies filed is a motion or only a suggestion (OL 22(2), DL 15). Late or under-signed is never lost:
 * it is offered as a suggestion.
 *
 * @param deadline inclusive: received at this instant is in time
 * @param leastSigners distinct deputies in office needed; the first signer is one of them
 */
public record MotionFiling(
        OffsetDateTime deadline, int leastSigners, OffsetDateTime submittedAt, List<Signature> signatures) {

    /** The signer's mandate at filing. */
    public enum SignerStatus {
        ACTIVE,
        SUSPENDED,
        TERMINATED,
        REPLACED
    }

    /** @param withdrawn when the signature was taken back, if it was; before filing it does not count */
    public record Signature(String member, OffsetDateTime at, SignerStatus status, Optional<OffsetDateTime> withdrawn) {}

    /** What it is accepted as. */
    public enum AcceptedAs {
        MOTION,
        SUGGESTION
    }

    /** Why. */
    public enum Reason {
        OK,
        LATE,
        TOO_FEW_SIGNERS
    }

    /** The decision with its numbers. */
    public record Acceptance(int validSigners, int required, AcceptedAs as, Reason reason) {}

    public MotionFiling {
        signatures = List.copyOf(signatures);
        if (leastSigners < 1) {
            throw new IllegalArgumentException("at least one signer, got " + leastSigners);
        }
    }

    public Acceptance decide() {
        Set<String> signers = new HashSet<>();
        for (Signature signature : signatures) {
            boolean inTime = !signature.at().isAfter(deadline);
            boolean standing = signature.withdrawn().map(at -> at.isAfter(submittedAt)).orElse(true);
            if (signature.status() == SignerStatus.ACTIVE && inTime && standing) {
                signers.add(signature.member());
            }
        }
        if (submittedAt.isAfter(deadline)) {
            return new Acceptance(signers.size(), leastSigners, AcceptedAs.SUGGESTION, Reason.LATE);
        }
        return signers.size() < leastSigners
                ? new Acceptance(signers.size(), leastSigners, AcceptedAs.SUGGESTION, Reason.TOO_FEW_SIGNERS)
                : new Acceptance(signers.size(), leastSigners, AcceptedAs.MOTION, Reason.OK);
    }
}
