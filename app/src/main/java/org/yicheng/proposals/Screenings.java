package org.yicheng.proposals;

import java.util.Optional;
import java.util.UUID;
import org.yicheng.proposals.Filing.Outcome;
import org.yicheng.rule.Ruling;

/** What a clerk does with what cannot go on as it is, and what the place decides about it. Recorded as the caller's acts. */
public interface Screenings {

    Place place(String body);

    Ruling<Place> change(String body, Place place);

    /** Why a filing goes back to its author. */
    enum Because {
        /** 一事一案: several matters; the author splits it, nobody else. */
        SEVERAL_MATTERS,
        /** 内容需要补充完善. */
        TO_COMPLETE
    }

    /** @param inadmissible the place's reason, if it is one */
    record Note(Optional<Because> because, Optional<Inadmissible> inadmissible, String reason) {}

    /** Asks the author to split or complete what was received: it is a draft again, the text as it stood. */
    Ruling<Filing> sendBack(UUID id, Because because, String reason);

    /** Does not take a suggestion: returned, or handled as a deputy's letter. The reason is from the place's lists. */
    Ruling<Filing> decline(UUID id, Outcome outcome, Inadmissible inadmissible, String reason);

    /** How the one who leads a suggestion is reached: for who examines it and nobody else. */
    Ruling<Filing> contact(UUID id, String contact);

    Optional<String> contact(UUID id);

    /** What was last said to the author. */
    Optional<Note> note(UUID id);
}
