package org.yicheng.debate;

import java.util.List;
import java.util.UUID;

/**
 * A board in the hall: what it shows now, what comes next, a message and a countdown of its own.
 *
 * @param code part of its address, e.g. {@code left}
 * @param timer a countdown with a limit of zero if there is none
 */
public record Board(
        String sitting,
        String code,
        String name,
        Slide slide,
        String message,
        String timerTitle,
        SpeechClock timer,
        List<Queued> queue) {

    public Board {
        queue = List.copyOf(queue);
    }

    /** What a board can show. */
    public enum Kind {
        /** Whatever the sitting's own board shows: roll, question, vote, result. */
        HALL,
        SPEAKERS,
        AGENDA,
        ITEM,
        MOTION,
        AMENDMENT,
        MESSAGE,
        BLANK
    }

    /** @param ref id of the item, motion or amendment; empty string otherwise. @param content of a message */
    public record Slide(Kind kind, String ref, String content) {}

    /** A slide that waits. */
    public record Queued(UUID id, Slide slide) {}

    public boolean hasTimer() {
        return !timer.limit().isZero();
    }
}
