package org.yicheng.congress.deliberation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.congress.deliberation.Notes.Note;
import org.yicheng.rule.Ruling;

/** 审议意见汇总: what the delegations said, by subject and paragraph, for the presidium; and what became of it. */
public interface Opinions {

    /** What became of an opinion. */
    enum Result {
        ADOPTED,
        PARTLY_ADOPTED,
        NOT_ADOPTED,
        /** 转有关部门研究. */
        PASSED_ON
    }

    /**
     * The answer to one opinion.
     *
     * @param reason needed unless it was adopted as proposed
     * @param textVersion the version of the draft that takes it up
     */
    record Answer(UUID note, Result result, String reason, Optional<Integer> textVersion, int version, Instant at) {}

    /** An opinion with the delegation it came from. */
    record Opinion(Note note, String delegation, Optional<Answer> answer) {}

    /**
     * All on one paragraph of one version of a text, or on the subject as a whole.
     *
     * @param text the paragraph; empty for the whole
     * @param delegations how many opinions came from each delegation
     */
    record OfParagraph(
            Optional<Integer> textVersion,
            Optional<Integer> paragraph,
            String text,
            Map<String, Integer> delegations,
            List<Opinion> opinions) {}

    record OfSubject(Optional<UUID> item, String subject, Map<Notes.Kind, Integer> kinds, List<OfParagraph> parts) {

        public int total() {
            return parts.stream().mapToInt(part -> part.opinions().size()).sum();
        }

        public int answered() {
            return (int) parts.stream()
                    .flatMap(part -> part.opinions().stream())
                    .filter(opinion -> opinion.answer().isPresent())
                    .count();
        }
    }

    /** From the notes that were handed in, in the order of the session's items. */
    List<OfSubject> digest(String session);

    /** The same for what services referred, one by one, also those on which nothing was said. */
    List<OfSubject> onReferred(String session);

    /**
     * Answers an opinion, or answers it anew; every answer stays in its history.
     *
     * @param seen version of the answer last seen, 0 for none
     */
    Ruling<Answer> answer(UUID note, int seen, Result result, String reason, Optional<Integer> textVersion);

    Optional<Answer> answerTo(UUID note);
}
