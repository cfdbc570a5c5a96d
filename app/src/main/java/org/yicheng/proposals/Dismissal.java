package org.yicheng.proposals;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The way of a motion of dismissal (罢免案) after its filing (OL 31): the presidium submits it, the person concerned may
 * defend himself, the whole body votes by secret ballot.
 *
 * @param presidium the presidium's question, the newest one
 * @param vote the plenary's question, once listed
 * @param ballot the plenary's ballot on paper, where it votes by papers
 * @param defences in the order in which they came
 * @param approval reference of the approval by the level above, where the law asks for it and once it is there
 */
public record Dismissal(
        UUID filing,
        Office office,
        Way way,
        State state,
        UUID presidium,
        Optional<UUID> vote,
        Optional<UUID> ballot,
        List<Defence> defences,
        Optional<String> approval) {

    /** Who can be dismissed by the congress of a city (OL 31(1)). */
    public enum Office {
        STANDING_COMMITTEE,
        GOVERNMENT,
        SUPERVISION_DIRECTOR,
        COURT_PRESIDENT,
        /** Dismissal needs the approval of the level above (OL 13). */
        CHIEF_PROCURATOR;

        public boolean approvedAbove() {
            return this == CHIEF_PROCURATOR;
        }
    }

    /** What the presidium puts to the plenary (OL 31(5)). */
    public enum Way {
        /** 提请全体会议表决. */
        VOTE,
        /** 提议组织调查委员会: the next session decides on its report. */
        INVESTIGATE
    }

    /** WAITING → SUBMITTED → DISMISSED or KEPT, or INVESTIGATION. */
    public enum State {
        /** The presidium has not submitted it yet. */
        WAITING,
        /** Submitted to the plenary. */
        SUBMITTED,
        DISMISSED,
        /** The majority of all deputies was not reached. */
        KEPT,
        /** An investigating committee was formed. */
        INVESTIGATION
    }

    /** How the person concerned was heard (OL 31(4)). */
    public enum Form {
        PRESIDIUM,
        PLENARY,
        WRITTEN,
        /** Told of the right, and did not use it. */
        NOT_USED;

        /** What was said in the presidium or written is printed for the deputies by the presidium. */
        public boolean printed() {
            return this == PRESIDIUM || this == WRITTEN;
        }
    }

    /**
     * @param number from 1
     * @param text what was said or written; of NOT_USED: when and how the person was told
     * @param paper as printed for the deputies
     */
    public record Defence(
            int number, Form form, Optional<String> sitting, String text, Instant at, Optional<UUID> paper) {

        public boolean toBePrinted() {
            return form.printed() && paper.isEmpty();
        }
    }

    public Dismissal {
        defences = List.copyOf(defences);
    }

    /** Whether the person was heard, or told of the right. */
    public boolean heard() {
        return !defences.isEmpty();
    }

    public long toBePrinted() {
        return defences.stream().filter(Defence::toBePrinted).count();
    }

    /** Whether the plenary has decided. */
    public boolean over() {
        return EnumSet.of(State.DISMISSED, State.KEPT, State.INVESTIGATION).contains(state);
    }

    /** Whether a dismissal that was decided still waits for the level above. */
    public boolean approvalMissing() {
        return state == State.DISMISSED && office.approvedAbove() && approval.isEmpty();
    }
}
