package org.yicheng.congress.deliberation.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.congress.Session;
import org.yicheng.congress.deliberation.Delegations;
import org.yicheng.congress.deliberation.Notes;
import org.yicheng.congress.deliberation.Notes.Note;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Notes over REST. */
@RestController
@RequestMapping("/api/v1/sessions/{session}")
@Tag(name = "notes", description = "审议发言记录 Notes of what was said in delegation meetings")
class NoteApi {

    private final Notes notes;
    private final Delegations delegations;
    private final Places places;

    NoteApi(Notes notes, Delegations delegations, Places places) {
        this.notes = notes;
        this.delegations = delegations;
        this.places = places;
    }

    /** @param version that was last seen; 0 for a new note */
    record Body(
            int version,
            Optional<String> speaker,
            Optional<String> guest,
            Optional<String> item,
            Optional<String> topic,
            Optional<Integer> paragraph,
            Notes.Kind kind,
            Optional<String> words,
            Optional<String> wording) {}

    /** @param version that was last seen */
    record Seen(int version) {}

    record Correction(int version, String words, Optional<String> wording) {}

    private Places.Meeting meeting(String session, String sitting, Permission permission) {
        Session found = places.known(session);
        return delegations.sittings(session).stream()
                .filter(one -> one.id().equals(sitting))
                .findFirst()
                .map(one -> places.meeting(
                        session, one.body().substring(found.body().length() + 1), one.number(), permission))
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.sitting.unknown", "value", sitting)));
    }

    @Operation(summary = "一次代表团会议的发言记录 The notes of a delegation meeting")
    @GetMapping("/sittings/{sitting}/notes")
    @Needs(Permission.DELEGATION_READ)
    List<Note> ofSitting(@PathVariable String session, @PathVariable String sitting) {
        Places.Meeting meeting = meeting(session, sitting, Permission.DELEGATION_READ);
        if (!places.readable(meeting)) {
            throw Places.refused(
                    Permission.DELEGATION_READ, meeting.delegation().body());
        }
        return notes.ofSitting(sitting);
    }

    @Operation(
            summary =
                    "记录一次发言；编号由发送方确定，重复发送不会重复；别人改过则答412"
                            + " Store a note; the sender chooses its id, so sending again stores nothing twice; 412 if changed meanwhile")
    @PutMapping("/sittings/{sitting}/notes/{note}")
    @Needs(Permission.NOTES_TAKE)
    Note save(
            @PathVariable String session,
            @PathVariable String sitting,
            @PathVariable String note,
            @RequestBody Body body) {
        meeting(session, sitting, Permission.NOTES_TAKE);
        UUID id = Places.uuid(note)
                .orElseThrow(() -> new RefusedException(Refusal.at("note", "congress.note-id", "value", note)));
        return notes.save(
                        sitting,
                        new Notes.Typed(
                                id,
                                body.version(),
                                body.speaker().orElse(""),
                                body.guest().orElse(""),
                                body.item().orElse(""),
                                body.topic().orElse(""),
                                body.paragraph(),
                                body.kind(),
                                body.words().orElse(""),
                                body.wording().orElse("")))
                .orThrow();
    }

    @Operation(summary = "把一次会议的发言记录提交秘书处 Hand a meeting's notes to the secretariat")
    @PostMapping("/sittings/{sitting}/notes/hand")
    @Needs(Permission.NOTES_HAND)
    Notes.Handing hand(@PathVariable String session, @PathVariable String sitting) {
        meeting(session, sitting, Permission.NOTES_HAND);
        return notes.hand(sitting).orThrow();
    }

    @Operation(summary = "一条发言记录 One note")
    @GetMapping("/notes/{note}")
    @Needs(Permission.DELEGATION_READ)
    Note one(@PathVariable String session, @PathVariable String note) {
        return places.note(session, note, Permission.DELEGATION_READ);
    }

    @Operation(summary = "一条发言记录的全部版本 Every version of a note")
    @GetMapping("/notes/{note}/versions")
    @Needs(Permission.DELEGATION_READ)
    List<Notes.Version> versions(@PathVariable String session, @PathVariable String note) {
        return notes.history(
                places.note(session, note, Permission.DELEGATION_READ).id());
    }

    @Operation(summary = "撤下误记的发言 Withdraw a note typed by mistake")
    @PostMapping("/notes/{note}/withdraw")
    @Needs(Permission.NOTES_TAKE)
    Note withdraw(@PathVariable String session, @PathVariable String note, @RequestBody Seen seen) {
        return notes.withdraw(places.note(session, note, Permission.NOTES_TAKE).id(), seen.version())
                .orThrow();
    }

    @Operation(summary = "发言人确认自己的发言记录 The speaker confirms the own words")
    @PostMapping("/notes/{note}/confirm")
    @Needs(Permission.DELEGATION_READ)
    Note confirm(@PathVariable String session, @PathVariable String note, @RequestBody Seen seen) {
        return notes.confirm(
                        places.note(session, note, Permission.DELEGATION_READ).id(), seen.version())
                .orThrow();
    }

    @Operation(summary = "发言人更正自己的发言记录 The speaker corrects the own words")
    @PostMapping("/notes/{note}/correct")
    @Needs(Permission.DELEGATION_READ)
    Note correct(@PathVariable String session, @PathVariable String note, @RequestBody Correction to) {
        Note found = places.note(session, note, Permission.DELEGATION_READ);
        return notes.correct(found.id(), to.version(), to.words(), to.wording().orElse(found.wording()))
                .orThrow();
    }

    @Operation(summary = "自己的发言 The caller's own words")
    @GetMapping("/my-words")
    @Needs(Permission.DELEGATION_READ)
    List<Note> own(@PathVariable String session) {
        places.member(session);
        return Caller.current()
                .person()
                .map(person -> notes.ofSpeaker(session, person))
                .orElse(List.of());
    }

    /** @param id chosen by the sender @param sitting of the own delegation or group */
    record OwnWords(
            String id,
            String sitting,
            Optional<String> item,
            Optional<String> topic,
            Optional<Integer> paragraph,
            Notes.Kind kind,
            Optional<String> words,
            Optional<String> wording) {}

    @Operation(
            summary =
                    "代表提交自己的书面发言，重复发送不会重复" + " A deputy sends own words in writing; sending again stores nothing twice")
    @PostMapping("/my-words")
    @Needs(Permission.DELEGATION_READ)
    Note send(@PathVariable String session, @RequestBody OwnWords own) {
        Session found = places.member(session);
        UUID id = Places.uuid(own.id())
                .orElseThrow(() -> new RefusedException(Refusal.at("id", "congress.note-id", "value", own.id())));
        return notes.send(
                        places.sitting(found, own.sitting()),
                        new Notes.Typed(
                                id,
                                0,
                                "",
                                "",
                                own.item().orElse(""),
                                own.topic().orElse(""),
                                own.paragraph(),
                                own.kind(),
                                own.words().orElse(""),
                                own.wording().orElse("")))
                .orThrow();
    }

    @Operation(summary = "秘书处收到的发言记录，可按代表团、事项、类别筛选 Notes handed in, by delegation, item or kind")
    @GetMapping("/inbox")
    @Needs(Permission.BULLETIN_EDIT)
    List<Note> inbox(
            @PathVariable String session,
            @RequestParam(defaultValue = "") String delegation,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String kind) {
        Session found = places.session(session, Permission.BULLETIN_EDIT);
        String body = delegation.isEmpty() ? "" : found.body() + "-" + delegation;
        return notes.handed(session, body, item, kind);
    }
}
