package org.yicheng.congress.deliberation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.congress.deliberation.Notes.Note;
import org.yicheng.rule.Ruling;

/**
 * 简报: bulletins compiled from the notes that were handed in, approved by the secretary-general or a deputy, numbered
 * within the session when published. Every change is recorded as {@code Caller.current()}.
 */
public interface Bulletins {

    int MOST_EXCERPTS = 500;

    /** What a bulletin is about: one delegation, or one subject across delegations. */
    enum Basis {
        DELEGATION,
        TOPIC
    }

    /** 发送范围. */
    enum Reach {
        DEPUTIES,
        PRESIDIUM,
        SECRETARIAT
    }

    /** DRAFT → FOR_APPROVAL → APPROVED → PUBLISHED → RECALLED; sent back it is a DRAFT again; only a draft is discarded. */
    enum State {
        DRAFT,
        FOR_APPROVAL,
        APPROVED,
        PUBLISHED,
        RECALLED,
        DISCARDED
    }

    /** How a bulletin moves. */
    enum Move {
        SEND(State.DRAFT, State.FOR_APPROVAL),
        APPROVE(State.FOR_APPROVAL, State.APPROVED),
        SEND_BACK(State.FOR_APPROVAL, State.DRAFT),
        PUBLISH(State.APPROVED, State.PUBLISHED),
        RECALL(State.PUBLISHED, State.RECALLED),
        DISCARD(State.DRAFT, State.DISCARDED);

        private final State from;
        private final State to;

        Move(State from, State to) {
            this.from = from;
            this.to = to;
        }

        public State from() {
            return from;
        }

        public State to() {
            return to;
        }

        /** Whether the secretary-general or a deputy takes it. */
        public boolean approval() {
            return this == APPROVE || this == SEND_BACK;
        }

        /** Whether it needs a reason in words. */
        public boolean reasoned() {
            return this == SEND_BACK || this == RECALL || this == DISCARD;
        }
    }

    /** @param about key of a delegation, or id of an item; empty for a topic that its title says */
    record NewBulletin(String title, Basis basis, String about, Reach reach) {}

    /**
     * A bulletin.
     *
     * @param number 第n期, from its publication on
     * @param version counts every change
     * @param because why it was sent back, recalled or discarded
     * @param approvedBy name of who approved it
     */
    record Bulletin(
            UUID id,
            String session,
            Optional<Integer> number,
            String title,
            Basis basis,
            String about,
            Reach reach,
            State state,
            int version,
            String because,
            String approvedBy,
            Optional<Instant> publishedAt,
            List<Excerpt> excerpts) {

        public boolean isDraft() {
            return state == State.DRAFT;
        }
    }

    /**
     * What a bulletin prints of a note.
     *
     * @param noteVersion the version it was taken from; the source is kept
     * @param words as selected or abridged
     */
    record Excerpt(UUID id, int place, Note source, int noteVersion, String words, int version) {

        /** Whether the note was changed since: the speaker corrected it. */
        public boolean outdated() {
            return source.version() != noteVersion || source.withdrawn();
        }

        public boolean abridged() {
            return !words.equals(source.words());
        }
    }

    Ruling<Bulletin> create(String session, NewBulletin bulletin);

    /** Takes notes that were handed in into a draft, in the order given; those already there stay as they are. */
    Ruling<Bulletin> take(UUID bulletin, int version, List<UUID> notes);

    /** Abridges an excerpt; it then stands for the note as it is now. */
    Ruling<Bulletin> abridge(UUID bulletin, int version, UUID excerpt, String words);

    /** Leaves an excerpt out again. */
    Ruling<Bulletin> leaveOut(UUID bulletin, int version, UUID excerpt);

    /** Moves it on; publication gives the next number of the session, without gaps. */
    Ruling<Bulletin> move(UUID bulletin, int version, Move move, String because);

    Optional<Bulletin> byId(UUID bulletin);

    /** Newest number first, then drafts; without those discarded. */
    List<Bulletin> of(String session);

    record Edit(int version, String words, Instant at) {}

    /** How an excerpt was edited, oldest first. */
    List<Edit> edits(UUID excerpt);
}
