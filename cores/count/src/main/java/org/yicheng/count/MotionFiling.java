package org.yicheng.count;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;

/**
 * Whether what deputies filed is a motion or only a suggestion (OL 22(2), DL 15). Late or under-signed is never lost:
 * it is offered as a suggestion.
 *
 * @param deadline inclusive: received at this instant is in time
 * @param leastSigners distinct deputies in office needed; the first signer is one of them
 * @param submittedAt when the server received it
 * @param signatures all that were ever given, also those taken back
 */
public record MotionFiling(Instant deadline, int leastSigners, Instant submittedAt, List<Signature> signatures) {

    private static final Citation JOINT_MOTION = Citation.of(Law.ORGANIC, "22(2)");
    private static final Citation RECEIPT_DECIDES = Citation.of(Law.PRODUCT, "motion.deadline-inclusive");

    /** The signer's mandate at filing; only deputies in office sign. */
    public enum SignerStatus {
        /** In office. */
        ACTIVE,
        /** 暂停执行职务 (DL 61). */
        SUSPENDED,
        /** 终止 (DL 62). */
        TERMINATED,
        /** The seat has gone to another. */
        REPLACED
    }

    /**
     * A name under a motion.
     *
     * @param at when it was signed; after the deadline it does not count
     * @param withdrawn when the signature was taken back, if it was; before filing it does not count, afterwards it
     *     leaves the acceptance as it was
     */
    public record Signature(String member, Instant at, SignerStatus status, Optional<Instant> withdrawn) {}

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
    public record Acceptance(int validSigners, int required, AcceptedAs as, Reason reason, Citation source) {

        /** The decision as a sentence; texts in bundle {@code count}. */
        public Phrase explanation() {
            String key = switch (reason) {
                case OK -> "count.motion-accepted";
                case LATE -> "count.motion-late";
                case TOO_FEW_SIGNERS -> "count.motion-too-few-signers";
            };
            return Phrase.of(
                            key,
                            "signers",
                            validSigners,
                            "required",
                            required,
                            "missing",
                            Math.max(0, required - validSigners))
                    .on(List.of(source));
        }
    }

    public MotionFiling {
        signatures = List.copyOf(signatures);
        if (leastSigners < 1) {
            throw new IllegalArgumentException("at least one signer, got " + leastSigners);
        }
    }

    /** Decides; lateness goes before the number of signers. */
    public Acceptance decide() {
        Set<String> signers = new HashSet<>();
        for (Signature signature : signatures) {
            boolean inTime = !signature.at().isAfter(deadline);
            boolean standing =
                    signature.withdrawn().map(at -> !at.isBefore(submittedAt)).orElse(true);
            if (signature.status() == SignerStatus.ACTIVE && inTime && standing) {
                signers.add(signature.member());
            }
        }
        int valid = signers.size();
        if (submittedAt.isAfter(deadline)) {
            return new Acceptance(valid, leastSigners, AcceptedAs.SUGGESTION, Reason.LATE, RECEIPT_DECIDES);
        }
        return valid < leastSigners
                ? new Acceptance(valid, leastSigners, AcceptedAs.SUGGESTION, Reason.TOO_FEW_SIGNERS, JOINT_MOTION)
                : new Acceptance(valid, leastSigners, AcceptedAs.MOTION, Reason.OK, JOINT_MOTION);
    }
}
