package org.yicheng.congress.deliberation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Ruling;

/** What is deliberated in a session: reports, drafts, items of the agenda, with every version of their text. */
public interface Drafts {

    int MOST_PARAGRAPHS = 2_000;
    int MOST_TEXT = 400_000;

    enum Kind {
        REPORT,
        DRAFT,
        AGENDA_ITEM
    }

    /**
     * @param number in the session, from 1; 0 as long as nothing was said on a referred one
     * @param versions of its text; 0 if it has none
     * @param subject of the service that referred it; empty for the session's own items
     * @param sort what a referred one is one of, in Chinese; else empty
     */
    record Draft(
            UUID id, String session, int number, Kind kind, String title, int versions, String subject, String sort) {}

    /** @param paragraphs their numbers count from 1 @param because what this version takes up */
    record Text(UUID draft, int version, List<String> paragraphs, String because, Instant at) {}

    /** Lists something for deliberation; {@code text} may be empty, its lines are the paragraphs. */
    Ruling<Draft> list(String session, Kind kind, String title, String text);

    /**
     * Returns a draft changed.
     *
     * @param seen the version that was changed; refuses if there is a newer one
     */
    Ruling<Text> revise(UUID draft, int seen, String text, String because);

    List<Draft> of(String session);

    /** What a remark can be made on: all that is listed, then what services referred and nobody has spoken to yet. */
    List<Draft> choices(String session);

    Optional<Draft> byId(UUID draft);

    Optional<Text> text(UUID draft, int version);

    /** The newest text. */
    Optional<Text> text(UUID draft);

    List<Text> texts(UUID draft);
}
