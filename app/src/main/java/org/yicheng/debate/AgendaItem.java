package org.yicheng.debate;

import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Bilingual;

/**
 * An item of an agenda. An agenda belongs to a body and a subject (a session): all its sittings share it.
 *
 * @param number as printed: 一、 （一） 1. （1）
 * @param depth 0 for the first level
 * @param content what it is about, may be empty
 * @param minutes planned duration, 0 if none
 * @param note the moderator's note, for the presiding side only
 * @param consent whether it is on the consent agenda; {@code takenOut} = the number of the member who asked for it to be
 *     taken out, empty string if nobody did
 * @param motion the motion it deals with, if any
 * @param groupMinutes speaking time of each delegation on the item, 0 if it has no account
 */
public record AgendaItem(
        UUID id,
        String body,
        String subject,
        Optional<UUID> parent,
        String number,
        int depth,
        int position,
        Kind kind,
        Bilingual title,
        String content,
        State state,
        int minutes,
        String note,
        boolean consent,
        String takenOut,
        Optional<UUID> motion,
        boolean listClosed,
        int groupMinutes,
        int version) {

    public enum Kind {
        TOPIC,
        MOTION,
        ELECTION,
        REPORT,
        BREAK
    }

    public enum State {
        PLANNED,
        CURRENT,
        DONE
    }

    /** Whether it would be adopted with the others of the consent agenda. */
    public boolean byConsent() {
        return consent && takenOut.isEmpty() && state == State.PLANNED;
    }
}
