package org.yicheng.debate;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody's place on the list of speakers of an item, and the speech once it is given.
 *
 * @param member the member's number in the body; an observer's card
 * @param turn the how manyth speech of this member on the item, from 1
 * @param place set by the chair, 0 if not
 * @param arrival the order of asking
 * @param about what a point of order is about, empty string otherwise
 * @param ruling how the chair ruled on it, empty string if not yet
 * @param appeal the question by which the assembly decides on the ruling, if somebody appealed
 */
public record Speech(
        UUID id,
        UUID item,
        String sitting,
        Kind kind,
        Side side,
        UUID person,
        String member,
        String name,
        boolean demo,
        String group,
        String groupName,
        State state,
        int turn,
        int place,
        long arrival,
        Instant askedAt,
        SpeechClock clock,
        String about,
        String ruling,
        Optional<UUID> appeal) {

    public enum Kind {
        SPEECH,
        /** 答复 the mover's or the reporter's answer. */
        REPLY,
        /** 程序动议/秩序问题: interrupts, is ruled on by the chair. */
        POINT_OF_ORDER
    }

    public enum Side {
        FOR,
        AGAINST,
        NEUTRAL
    }

    public enum State {
        WAITING,
        SPEAKING,
        DONE,
        WITHDRAWN
    }
}
