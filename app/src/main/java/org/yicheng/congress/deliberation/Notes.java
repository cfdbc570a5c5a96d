package org.yicheng.congress.deliberation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.assembly.Sitting;
import org.yicheng.rule.Ruling;

/**
 * 审议发言记录: what was said in the meetings of delegations and groups. Typed while people speak; every version stays.
 * Every change is recorded as {@code Caller.current()}.
 */
public interface Notes {

    int MOST_WORDS = 20_000;
    int MOST_NOTES = 2_000;

    /** What somebody says about the subject. */
    enum Kind {
        /** 肯定. */
        APPROVAL,
        /** 意见. */
        OPINION,
        /** 建议. */
        SUGGESTION,
        /** 批评. */
        CRITICISM,
        /** 修改意见: with the number of the paragraph and the wording proposed for it. */
        AMENDMENT
    }

    /**
     * Who spoke.
     *
     * @param number member number in the congress; empty for a guest 列席人员
     * @param name as printed; for a guest name and office as typed
     * @param delegation the member's delegation; empty for a guest
     */
    record Speaker(String number, String name, String delegation, boolean demo) {
        public boolean member() {
            return !number.isEmpty();
        }
    }

    /**
     * What it is about.
     *
     * @param item a listed report, draft or item; else {@code topic} says it in words
     * @param textVersion the version of the draft's text that was spoken to
     * @param paragraph of that text, from 1
     */
    record About(Optional<UUID> item, String topic, Optional<Integer> textVersion, Optional<Integer> paragraph) {}

    /**
     * One noted speech on one subject.
     *
     * @param place order in the meeting, from 1
     * @param wording what the speaker proposes the paragraph should say; empty if nothing
     * @param version counts from 1 with every change
     * @param confirmed the version that the speaker confirmed
     */
    record Note(
            UUID id,
            String session,
            String sitting,
            String body,
            String delegation,
            int place,
            Speaker speaker,
            About about,
            String subject,
            Kind kind,
            String words,
            String wording,
            boolean withdrawn,
            int version,
            Instant changedAt,
            Optional<Integer> confirmed) {

        /** Whether the speaker confirmed the words as they stand. */
        public boolean confirmedNow() {
            return confirmed.filter(seen -> seen == version).isPresent();
        }
    }

    /**
     * A note as typed.
     *
     * @param id chosen by the sender: sent again nothing is stored twice
     * @param version that the typist last saw; 0 for a new note
     * @param speaker a member's number or name; empty for a guest
     * @param item id of the item; empty if {@code topic} says it in words
     */
    record Typed(
            UUID id,
            int version,
            String speaker,
            String guest,
            String item,
            String topic,
            Optional<Integer> paragraph,
            Kind kind,
            String words,
            String wording) {

        /** The same, new, as said by that member. */
        Typed by(String number) {
            return new Typed(id, 0, number, "", item, topic, paragraph, kind, words, wording);
        }
    }

    /**
     * Stores a note. Refuses one that was changed meanwhile ({@code congress.note-stale}, with what stands there now),
     * a name that several members bear, a paragraph that the draft hasn't, and a meeting whose notes were handed in.
     */
    Ruling<Note> save(String sitting, Typed typed);

    /**
     * Stores what the caller, a member of the body that meets, sends in writing: the own words, confirmed by that. Whom
     * {@code typed} names as speaker is not looked at. Sent again nothing is stored twice.
     */
    Ruling<Note> send(String sitting, Typed typed);

    /** Takes a note back that was typed by mistake; it stays readable in the history. */
    Ruling<Note> withdraw(UUID note, int version);

    /** The speaker says that the words are right. */
    Ruling<Note> confirm(UUID note, int version);

    /** The speaker corrects the own words; possible until a bulletin with them is published. */
    Ruling<Note> correct(UUID note, int version, String words, String wording);

    Optional<Note> byId(UUID note);

    java.util.Map<UUID, Note> byIds(List<UUID> ids);

    /** The notes of a meeting in order, without those withdrawn. */
    List<Note> ofSitting(String sitting);

    /** The meetings of a member's delegation and group whose notes are still open, newest first. */
    List<Sitting> openTo(String session, UUID person);

    /** A speaker's own notes, newest first. */
    List<Note> ofSpeaker(String session, UUID person);

    /** What the secretariat has: notes of meetings handed in. Empty filters take everything. */
    List<Note> handed(String session, String delegation, String item, String kind);

    /** @param way how it came about; the words as they were then */
    record Version(int version, String way, Kind kind, String words, String wording, Instant at, String by) {}

    /** Every version, oldest first. */
    List<Version> history(UUID note);

    /** Hands a meeting's notes to the secretariat: by the head, once the meeting is closed. */
    Ruling<Handing> hand(String sitting);

    record Handing(String sitting, String body, int notes, Instant at) {}

    Optional<Handing> handing(String sitting);

    /** All that were handed in, newest first. */
    List<Handing> handings(String session);
}
