package org.yicheng.congress.deliberation.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Sitting;
import org.yicheng.congress.Session;
import org.yicheng.congress.deliberation.Drafts;
import org.yicheng.congress.deliberation.Notes;
import org.yicheng.congress.deliberation.Notes.Note;
import org.yicheng.congress.deliberation.Opinions;
import org.yicheng.document.Wording;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** One note with its history, and a speaker's own words on the phone. */
@Controller
public class WordPages {

    private final Notes notes;
    private final Drafts drafts;
    private final Opinions opinions;
    private final Places places;
    private final Pages pages;

    WordPages(Notes notes, Drafts drafts, Opinions opinions, Places places, Pages pages) {
        this.notes = notes;
        this.drafts = drafts;
        this.opinions = opinions;
        this.places = places;
        this.pages = pages;
    }

    /** A version and what changed against the one before. */
    public record Step(Notes.Version version, List<Wording.Run> pieces) {}

    /**
     * @param own whether these are the caller's words
     * @param takes whether the caller takes notes in this meeting and may still change this one
     * @param conflict what stands there now against what was typed, when somebody changed it meanwhile
     */
    public record NoteView(
            Session session,
            Places.Meeting meeting,
            Note note,
            Optional<Opinions.Answer> answer,
            List<Step> steps,
            List<Drafts.Draft> drafts,
            boolean own,
            boolean takes,
            Map<String, String> typed,
            List<Wording.Run> conflict,
            List<Refusal> reasons) {

        public String path() {
            return "/sessions/" + session.id() + "/notes/" + note.id();
        }

        public String meetingPath() {
            return meeting.path();
        }

        public org.yicheng.rule.Bilingual sittingName() {
            return meeting.sitting().name();
        }

        public String typed(String field, String otherwise) {
            return typed.getOrDefault(field, otherwise);
        }

        /** What the form shows: what was typed, and the version that stands now, so that sending it again is meant. */
        public Map<String, String> form() {
            Map<String, String> form = new java.util.HashMap<>();
            form.put("speaker", note.speaker().number());
            form.put("guest", note.speaker().member() ? "" : note.speaker().name());
            form.put("item", note.about().item().map(Object::toString).orElse(""));
            form.put("topic", note.about().topic());
            form.put("paragraph", note.about().paragraph().map(Object::toString).orElse(""));
            form.put("kind", note.kind().name());
            form.put("words", note.words());
            form.put("wording", note.wording());
            form.putAll(typed);
            form.put("id", note.id().toString());
            form.put("version", "" + note.version());
            return form;
        }
    }

    @GetMapping("/sessions/{session}/notes/{note}")
    @Needs(Permission.DELEGATION_READ)
    View note(@PathVariable String session, @PathVariable String note) {
        return show(places.note(session, note, Permission.DELEGATION_READ), Map.of(), List.of());
    }

    private View show(Note asked, Map<String, String> typed, List<Refusal> reasons) {
        Note note = notes.byId(asked.id()).orElseThrow();
        Places.Meeting meeting = places.meeting(note, Permission.DELEGATION_READ);
        boolean own = places.own(note);
        boolean takes = places.may(meeting.session(), meeting.delegation(), Permission.NOTES_TAKE)
                && notes.handing(note.sitting()).isEmpty()
                && !note.withdrawn();
        List<Wording.Run> conflict =
                typed.containsKey("words") ? Wording.runs(note.words(), typed.getOrDefault("words", "")) : List.of();
        int status = reasons.isEmpty()
                ? 200
                : reasons.getFirst().code().endsWith("stale")
                        ? HttpStatus.PRECONDITION_FAILED.value()
                        : HttpStatus.CONFLICT.value();
        return pages.show(
                "congress/deliberation/note",
                new NoteView(
                        meeting.session(),
                        meeting,
                        note,
                        opinions.answerTo(note.id()),
                        steps(note),
                        drafts.choices(note.session()),
                        own,
                        takes,
                        typed,
                        conflict,
                        reasons),
                status);
    }

    private List<Step> steps(Note note) {
        List<Notes.Version> history = notes.history(note.id());
        List<Step> steps = new java.util.ArrayList<>();
        String before = "";
        for (Notes.Version version : history) {
            steps.addFirst(new Step(
                    version,
                    before.isEmpty()
                            ? List.of(new Wording.Run(Wording.Fate.SAME, version.words()))
                            : Wording.runs(before, version.words())));
            before = version.words();
        }
        return steps;
    }

    private Object answer(Note note, Ruling<?> ruling, Map<String, String> typed) {
        return switch (ruling) {
            case Ruling.Refused<?> refused -> show(note, typed, refused.reasons());
            case Ruling.Granted<?> _ -> DelegationPages.seeOther("/sessions/" + note.session() + "/notes/" + note.id());
        };
    }

    @PostMapping("/sessions/{session}/notes/{note}")
    @Needs(Permission.NOTES_TAKE)
    Object save(@PathVariable String session, @PathVariable String note, @RequestParam Map<String, String> typed) {
        Note found = places.note(session, note, Permission.NOTES_TAKE);
        return answer(found, notes.save(found.sitting(), NotePages.read(typed)), typed);
    }

    @PostMapping("/sessions/{session}/notes/{note}/withdraw")
    @Needs(Permission.NOTES_TAKE)
    Object withdraw(
            @PathVariable String session, @PathVariable String note, @RequestParam(defaultValue = "0") int version) {
        Note found = places.note(session, note, Permission.NOTES_TAKE);
        return answer(found, notes.withdraw(found.id(), version), Map.of());
    }

    @PostMapping("/sessions/{session}/notes/{note}/confirm")
    @Needs(Permission.DELEGATION_READ)
    Object confirm(
            @PathVariable String session, @PathVariable String note, @RequestParam(defaultValue = "0") int version) {
        Note found = places.note(session, note, Permission.DELEGATION_READ);
        return answer(found, notes.confirm(found.id(), version), Map.of());
    }

    @PostMapping("/sessions/{session}/notes/{note}/correct")
    @Needs(Permission.DELEGATION_READ)
    Object correct(
            @PathVariable String session,
            @PathVariable String note,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String wording) {
        Note found = places.note(session, note, Permission.DELEGATION_READ);
        return answer(
                found, notes.correct(found.id(), version, words, wording), Map.of("words", words, "wording", wording));
    }

    /**
     * What a deputy said in this session.
     *
     * @param meetings to which words can be sent
     * @param drafts what they can be about
     */
    public record OwnView(
            Session session,
            List<Note> notes,
            List<Sitting> meetings,
            List<Drafts.Draft> drafts,
            Map<String, String> typed,
            List<Refusal> reasons) {}

    @GetMapping("/sessions/{session}/my-words")
    @Needs(Permission.DELEGATION_READ)
    View own(@PathVariable String session) {
        return own(places.member(session), Map.of(), List.of());
    }

    private View own(Session session, Map<String, String> typed, List<Refusal> reasons) {
        Optional<UUID> person = Caller.current().person();
        return pages.show(
                "congress/deliberation/mywords",
                new OwnView(
                        session,
                        person.map(one -> notes.ofSpeaker(session.id(), one)).orElse(List.of()),
                        person.map(one -> notes.openTo(session.id(), one)).orElse(List.of()),
                        drafts.choices(session.id()),
                        typed,
                        reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    @PostMapping("/sessions/{session}/my-words")
    @Needs(Permission.DELEGATION_READ)
    Object send(@PathVariable String session, @RequestParam Map<String, String> typed) {
        Session found = places.member(session);
        return switch (notes.send(places.sitting(found, typed.getOrDefault("sitting", "")), NotePages.read(typed))) {
            case Ruling.Refused<Note> refused -> own(found, typed, refused.reasons());
            case Ruling.Granted<Note> _ -> DelegationPages.seeOther("/sessions/" + session + "/my-words");
        };
    }
}
