package org.yicheng.proposals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yicheng.matter.Window;
import org.yicheng.proposals.Filing.Outcome;
import org.yicheng.rule.Ruling;

/**
 * What is particular to the proposals of a CPPCC committee (提案); drafting, signing and submitting are those of every
 * filing ({@link Filings}). Every change is recorded as {@code Caller.current()}.
 */
public interface Proposals {

    /** The kind of window in which a proposal is one of the session (大会提案). */
    String WINDOW = "proposal";

    /** In whose name it is moved, if not in the members' own. */
    enum Mover {
        /** 界别: the convenor signs, during the plenary only. */
        SECTOR,
        /** 委员小组, likewise. */
        GROUP,
        /** 联组, likewise. */
        JOINT_GROUP,
        /** 党派: under its seal, entered by a clerk. */
        PARTY,
        /** 人民团体, likewise. */
        ORGANISATION,
        /** 政协专门委员会, likewise. */
        SPECIAL_COMMITTEE;

        /** Those whose convenor signs; the others seal. */
        public static final Set<Mover> CONVENED = Set.of(SECTOR, GROUP, JOINT_GROUP);

        public boolean convened() {
            return CONVENED.contains(this);
        }
    }

    /** When it came. */
    enum Intake {
        /** 大会提案: from months before the opening until the plenary's deadline. */
        SESSION,
        /** 平时提案. */
        ORDINARY
    }

    /** @param name of the sector, group, party, organisation or committee */
    record Collective(Mover mover, String name) {}

    /** The opinion of an examiner, or the chair's decision. */
    record Review(String examiner, Outcome outcome, String reason, Instant at) {}

    /**
     * @param intake empty until it is received, or while the session's dates are not set
     * @param reviews in the order in which they were given
     * @param needed how many opinions come before the chair's decision
     */
    record Facts(Optional<Collective> collective, Optional<Intake> intake, List<Review> reviews, int needed) {}

    /** Begins a draft in the name of a sector, group or joint group; the caller is its convenor and signs. */
    Ruling<Filing> draft(String body, Filings.Text text, Collective collective);

    /** A clerk enters what a party, organisation or committee moves under its seal. */
    Ruling<Filing> enter(String body, Filings.Text text, Collective collective, boolean sealed);

    /** Sets from when and until when a proposal is one of the newest session (大会提案). */
    Ruling<Window> intake(String body, LocalDate opening, Instant until);

    /**
     * Examines a registered proposal: the opinions of the examiners first, then the chair's decision; every one by another
     * person. What is not filed needs a reason.
     */
    Ruling<Filing> review(UUID id, Outcome outcome, String reason);

    /** A clerk enters that a mover that seals takes its proposal back; until it is assigned, with a reason. */
    Ruling<Filing> withdrawUnderSeal(UUID id, String reason);

    Facts of(Filing filing);

    /** In whose name proposals were moved, of those that no member moves in person; one query for a list. */
    Map<UUID, Collective> collectives(Collection<UUID> filings);
}
