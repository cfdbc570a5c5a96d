package org.yicheng.debate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Bilingual;

/**
 * A text before an assembly (议案、决议草案).
 *
 * @param number its number within the session, from 1
 * @param proposer as printed: 主席团, 王某等十二名代表
 * @param mover the person who may ask for its withdrawal, if it is a member's
 * @param signers how many members signed it, 0 for a body's
 * @param state a state of the body's workflow
 * @param paragraphs the text as it came before the assembly, numbered from 1
 * @param meetingAt the meeting that precedes the vote
 * @param amendmentsUntil until when amendments may come in (inclusive); no limit if empty
 */
public record Motion(
        UUID id,
        String body,
        String subject,
        int number,
        Bilingual title,
        String proposer,
        Optional<UUID> mover,
        int signers,
        String state,
        String reason,
        List<String> paragraphs,
        Optional<Instant> meetingAt,
        Optional<Instant> amendmentsUntil,
        boolean demo,
        Instant tabledAt,
        int version) {

    public Motion {
        paragraphs = List.copyOf(paragraphs);
    }
}
