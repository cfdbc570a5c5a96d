package org.yicheng.congress.deliberation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Sitting;
import org.yicheng.congress.deliberation.Notes.About;
import org.yicheng.congress.deliberation.Notes.Note;
import org.yicheng.congress.deliberation.Notes.Typed;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Reads a note as typed: who is meant, what it is about, and everything that is wrong with it. */
@Component
class NoteForm {

    private static final int LONGEST_LINE = 120;

    private final Bodies bodies;
    private final Drafts drafts;

    NoteForm(Bodies bodies, Drafts drafts) {
        this.bodies = bodies;
        this.drafts = drafts;
    }

    record Read(
            Optional<Member> speaker,
            String guest,
            About about,
            Notes.Kind kind,
            String words,
            String wording,
            List<Refusal> reasons) {

        /** Whether the stored note says just this: sent again after a lost answer it is no second change. */
        boolean says(Note note) {
            return !note.withdrawn()
                    && note.speaker()
                            .number()
                            .equals(speaker.map(Member::number).orElse(""))
                    && (speaker.isPresent() || note.speaker().name().equals(guest))
                    && note.about().item().equals(about.item())
                    && note.about().topic().equals(about.topic())
                    && note.about().paragraph().equals(about.paragraph())
                    && note.kind() == kind
                    && note.words().equals(words)
                    && note.wording().equals(wording);
        }
    }

    Read read(Sitting sitting, Typed typed) {
        List<Refusal> reasons = new ArrayList<>();
        Optional<Member> speaker = speaker(sitting, typed, reasons);
        About about = about(sitting, typed, reasons);
        reasons.addAll(wordFaults(typed.kind(), typed.words(), typed.wording()));
        if (typed.kind() == Notes.Kind.AMENDMENT
                && about.textVersion().isPresent()
                && about.paragraph().isEmpty()) {
            reasons.add(Refusal.at("paragraph", "congress.paragraph-missing"));
        }
        String guest = speaker.isPresent() ? "" : typed.guest().strip();
        return new Read(
                speaker,
                guest,
                about,
                typed.kind(),
                typed.words().strip(),
                typed.wording().strip(),
                reasons);
    }

    static List<Refusal> wordFaults(Notes.Kind kind, String words, String wording) {
        List<Refusal> reasons = new ArrayList<>();
        if (words.isBlank() || words.length() > Notes.MOST_WORDS) {
            reasons.add(Refusal.at(
                    "words", "congress.note-words", "value", words.strip().length(), "most", Notes.MOST_WORDS));
        }
        if (wording.length() > Notes.MOST_WORDS) {
            reasons.add(
                    Refusal.at("wording", "congress.note-words", "value", wording.length(), "most", Notes.MOST_WORDS));
        }
        if (kind == Notes.Kind.AMENDMENT && wording.isBlank()) {
            reasons.add(Refusal.at("wording", "congress.wording-missing"));
        }
        return reasons;
    }

    /** Looked for in the delegation first; a namesake in another delegation is meant only by number. */
    private Optional<Member> speaker(Sitting sitting, Typed typed, List<Refusal> reasons) {
        if (typed.speaker().isBlank()) {
            int length = typed.guest().strip().length();
            if (length < 1 || length > LONGEST_LINE) {
                reasons.add(Refusal.at("speaker", "congress.speaker-missing", "most", LONGEST_LINE));
            }
            return Optional.empty();
        }
        Body body = bodies.byId(sitting.body()).orElseThrow();
        Body delegation = body.kind() == Body.Kind.DELEGATION_GROUP
                ? body.parent().flatMap(bodies::byId).orElseThrow()
                : body;
        List<Member> all = bodies.membersOf(delegation.parent().orElseThrow());
        List<String> near =
                bodies.membersOf(delegation.id()).stream().map(Member::number).toList();
        List<Member> own =
                all.stream().filter(member -> near.contains(member.number())).toList();
        return switch (Names.find("speaker", typed.speaker(), own, all)) {
            case Ruling.Granted<Member>(Member member) -> Optional.of(member);
            case Ruling.Refused<Member> refused -> {
                reasons.addAll(refused.reasons());
                yield Optional.empty();
            }
        };
    }

    private About about(Sitting sitting, Typed typed, List<Refusal> reasons) {
        if (typed.item().isBlank()) {
            int length = typed.topic().strip().length();
            if (length < 1 || length > LONGEST_LINE) {
                reasons.add(Refusal.at("topic", "congress.topic-missing", "most", LONGEST_LINE));
            }
            return new About(Optional.empty(), typed.topic().strip(), Optional.empty(), Optional.empty());
        }
        Optional<Drafts.Draft> item = id(typed.item())
                .flatMap(id -> drafts.choices(session(sitting)).stream()
                        .filter(draft -> draft.id().equals(id))
                        .findFirst());
        if (item.isEmpty()) {
            reasons.add(Refusal.at("item", "congress.draft.unknown", "value", typed.item()));
            return new About(Optional.empty(), "", Optional.empty(), Optional.empty());
        }
        Optional<Drafts.Text> text = drafts.text(item.get().id());
        int paragraphs = text.map(found -> found.paragraphs().size()).orElse(0);
        typed.paragraph()
                .filter(number -> number < 1 || number > paragraphs)
                .ifPresent(number -> reasons.add(
                        Refusal.at("paragraph", "congress.paragraph-range", "value", number, "most", paragraphs)));
        return new About(Optional.of(item.get().id()), "", text.map(Drafts.Text::version), typed.paragraph());
    }

    /** Whose delegation meeting it is. */
    static String session(Sitting sitting) {
        return sitting.subject().substring(Delegations.subject("").length());
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
