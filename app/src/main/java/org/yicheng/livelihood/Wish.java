package org.yicheng.livelihood;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody asked for in a call (群众心愿). Who asked is known from {@code contact} alone, which is never public.
 *
 * @param number within its round, from 1
 * @param where the place it is about, empty if none
 * @param contact how to reach who asked, empty if not given
 * @param reason why it was refused; empty otherwise
 * @param lead the wish with which it stands together, if it was joined to one
 * @param joined how many stand together with it
 */
public record Wish(
        UUID id,
        UUID round,
        int number,
        Channel channel,
        String title,
        String text,
        String where,
        String contact,
        Instant received,
        State state,
        String reason,
        Optional<UUID> lead,
        int joined,
        boolean demo) {

    /** By which way it came. */
    public enum Channel {
        WEB,
        PHONE,
        LETTER,
        /** 代表联络站. */
        STATION,
        DEPARTMENT
    }

    /** What became of it. */
    public enum State {
        RECEIVED,
        /** To be read by everybody. */
        ACCEPTED,
        REFUSED
    }

    /** The contact with all but its ends covered: 138****1234. */
    public String maskedContact() {
        int length = contact.length();
        int shown = Math.min(3, length / 4);
        return contact.substring(0, shown)
                + "*".repeat(Math.min(length - 2 * shown, 8))
                + contact.substring(length - shown);
    }

    public boolean open() {
        return state == State.ACCEPTED;
    }
}
