package org.yicheng.congress.deliberation.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.congress.Session;
import org.yicheng.congress.deliberation.Bulletins;
import org.yicheng.congress.deliberation.Bulletins.Bulletin;
import org.yicheng.congress.deliberation.Bulletins.Move;
import org.yicheng.congress.deliberation.Delegations;
import org.yicheng.congress.deliberation.Delegations.Delegation;
import org.yicheng.congress.deliberation.Drafts;
import org.yicheng.congress.deliberation.Notes;
import org.yicheng.congress.deliberation.Notes.Note;
import org.yicheng.document.Output;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** The secretariat's inbox of notes, and the bulletins made of them. */
@Controller
public class BulletinPages {

    private final Bulletins bulletins;
    private final Delegations delegations;
    private final Drafts drafts;
    private final Notes notes;
    private final MeetingSheets sheets;
    private final Readership readership;
    private final Places places;
    private final Pages pages;

    BulletinPages(
            Bulletins bulletins,
            Delegations delegations,
            Drafts drafts,
            Notes notes,
            MeetingSheets sheets,
            Readership readership,
            Places places,
            Pages pages) {
        this.bulletins = bulletins;
        this.delegations = delegations;
        this.drafts = drafts;
        this.notes = notes;
        this.sheets = sheets;
        this.readership = readership;
        this.places = places;
        this.pages = pages;
    }

    /** @param open drafts into which notes can be taken */
    public record InboxView(
            Session session,
            List<Delegation> delegations,
            List<Drafts.Draft> drafts,
            List<Note> notes,
            List<Bulletin> open,
            String delegation,
            String item,
            String kind,
            List<Refusal> reasons) {}

    @GetMapping("/sessions/{session}/inbox")
    @Needs(Permission.BULLETIN_EDIT)
    View inbox(
            @PathVariable("session") String id,
            @RequestParam(defaultValue = "") String delegation,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String kind) {
        return inbox(places.session(id, Permission.BULLETIN_EDIT), delegation, item, kind, List.of());
    }

    private View inbox(Session session, String delegation, String item, String kind, List<Refusal> reasons) {
        String body = delegation.isEmpty() ? "" : session.body() + "-" + delegation;
        List<Bulletin> open =
                bulletins.of(session.id()).stream().filter(Bulletin::isDraft).toList();
        InboxView view = new InboxView(
                session,
                delegations.of(session.id()),
                drafts.of(session.id()),
                notes.handed(session.id(), body, item, kind),
                open,
                delegation,
                item,
                kind,
                reasons);
        return pages.show("congress/deliberation/inbox", view, reasons.isEmpty() ? 200 : HttpStatus.CONFLICT.value());
    }

    /** Takes the ticked notes into a draft. */
    @PostMapping("/sessions/{session}/inbox")
    @Needs(Permission.BULLETIN_EDIT)
    Object take(
            @PathVariable("session") String id,
            @RequestParam(defaultValue = "") List<String> notes,
            @RequestParam(defaultValue = "") String bulletin) {
        Session session = places.session(id, Permission.BULLETIN_EDIT);
        Bulletin draft = readership.bulletin(session, bulletin);
        List<UUID> chosen =
                notes.stream().flatMap(note -> Places.uuid(note).stream()).toList();
        return switch (bulletins.take(draft.id(), draft.version(), chosen)) {
            case Ruling.Refused<Bulletin> refused -> inbox(session, "", "", "", refused.reasons());
            case Ruling.Granted<Bulletin> _ -> DelegationPages.seeOther(path(draft));
        };
    }

    private static String path(Bulletin bulletin) {
        return "/sessions/" + bulletin.session() + "/bulletins/" + bulletin.id();
    }

    public record ListView(
            Session session,
            List<Bulletin> bulletins,
            List<Delegation> delegations,
            List<Drafts.Draft> drafts,
            boolean edits,
            boolean digest,
            Map<String, String> typed,
            List<Refusal> reasons) {}

    @GetMapping("/sessions/{session}/bulletins")
    @Needs(Permission.MEMBER_DOCUMENTS)
    View list(@PathVariable("session") String id) {
        return list(readership.documents(id), Map.of(), List.of());
    }

    private View list(Session session, Map<String, String> typed, List<Refusal> reasons) {
        boolean edits = Readership.edits(session);
        ListView view = new ListView(
                session,
                readership.of(session),
                edits ? delegations.of(session.id()) : List.of(),
                edits ? drafts.of(session.id()) : List.of(),
                edits,
                edits || Readership.presides(session),
                typed,
                reasons);
        return pages.show(
                "congress/deliberation/bulletins", view, reasons.isEmpty() ? 200 : HttpStatus.CONFLICT.value());
    }

    @PostMapping("/sessions/{session}/bulletins")
    @Needs(Permission.BULLETIN_EDIT)
    Object create(
            @PathVariable("session") String id,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "DEPUTIES") Bulletins.Reach reach) {
        Session session = places.session(id, Permission.BULLETIN_EDIT);
        boolean delegation = delegations.byKey(id, about).isPresent();
        Ruling<Bulletin> created = bulletins.create(
                id,
                new Bulletins.NewBulletin(
                        title, delegation ? Bulletins.Basis.DELEGATION : Bulletins.Basis.TOPIC, about, reach));
        return switch (created) {
            case Ruling.Refused<Bulletin> refused ->
                list(session, Map.of("title", title, "about", about), refused.reasons());
            case Ruling.Granted<Bulletin>(Bulletin made) -> DelegationPages.seeOther(path(made));
        };
    }

    /** @param edits of each excerpt, oldest first */
    public record OneView(
            Session session,
            Bulletin bulletin,
            boolean edits,
            boolean approves,
            Map<UUID, List<Bulletins.Edit>> history,
            List<Refusal> reasons) {

        public String path() {
            return "/sessions/" + session.id() + "/bulletins/" + bulletin.id();
        }

        /** The moves that this caller can take now. */
        public List<Move> moves() {
            return java.util.Arrays.stream(Move.values())
                    .filter(move -> move.from() == bulletin.state() && (move.approval() ? approves : edits))
                    .toList();
        }
    }

    @GetMapping("/sessions/{session}/bulletins/{bulletin}")
    @Needs(Permission.MEMBER_DOCUMENTS)
    View one(@PathVariable("session") String id, @PathVariable String bulletin) {
        Session session = readership.documents(id);
        return one(session, readership.bulletin(session, bulletin), List.of());
    }

    private View one(Session session, Bulletin bulletin, List<Refusal> reasons) {
        boolean edits = Readership.edits(session);
        Map<UUID, List<Bulletins.Edit>> history = new java.util.HashMap<>();
        if (edits) {
            bulletin.excerpts().stream()
                    .filter(excerpt -> excerpt.version() > 1)
                    .forEach(excerpt -> history.put(excerpt.id(), bulletins.edits(excerpt.id())));
        }
        OneView view = new OneView(
                session,
                bulletins.byId(bulletin.id()).orElseThrow(),
                edits,
                Readership.approves(session),
                history,
                reasons);
        int status = reasons.isEmpty()
                ? 200
                : reasons.getFirst().code().endsWith("stale")
                        ? HttpStatus.PRECONDITION_FAILED.value()
                        : HttpStatus.CONFLICT.value();
        return pages.show("congress/deliberation/bulletin", view, status);
    }

    private Object answer(Session session, Bulletin bulletin, Ruling<Bulletin> ruling) {
        return switch (ruling) {
            case Ruling.Refused<Bulletin> refused -> one(session, bulletin, refused.reasons());
            case Ruling.Granted<Bulletin> _ -> DelegationPages.seeOther(path(bulletin));
        };
    }

    @PostMapping("/sessions/{session}/bulletins/{bulletin}/excerpts/{excerpt}")
    @Needs(Permission.BULLETIN_EDIT)
    Object abridge(
            @PathVariable("session") String id,
            @PathVariable String bulletin,
            @PathVariable String excerpt,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String words,
            @RequestParam Optional<String> out) {
        Session session = places.session(id, Permission.BULLETIN_EDIT);
        Bulletin found = readership.bulletin(session, bulletin);
        UUID which = Places.uuid(excerpt).orElseGet(UUID::randomUUID);
        return answer(
                session,
                found,
                out.isPresent()
                        ? bulletins.leaveOut(found.id(), version, which)
                        : bulletins.abridge(found.id(), version, which, words));
    }

    @PostMapping("/sessions/{session}/bulletins/{bulletin}/moves/{move:SEND|PUBLISH|RECALL|DISCARD}")
    @Needs(Permission.BULLETIN_EDIT)
    Object move(
            @PathVariable("session") String id,
            @PathVariable String bulletin,
            @PathVariable Move move,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String because) {
        Session session = places.session(id, Permission.BULLETIN_EDIT);
        Bulletin found = readership.bulletin(session, bulletin);
        return answer(session, found, bulletins.move(found.id(), version, move, because));
    }

    @PostMapping("/sessions/{session}/bulletins/{bulletin}/moves/{move:APPROVE|SEND_BACK}")
    @Needs(Permission.BULLETIN_APPROVE)
    Object approve(
            @PathVariable("session") String id,
            @PathVariable String bulletin,
            @PathVariable Move move,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String because) {
        Session session = places.session(id, Permission.BULLETIN_APPROVE);
        Bulletin found = readership.bulletin(session, bulletin);
        return answer(session, found, bulletins.move(found.id(), version, move, because));
    }

    @GetMapping("/sessions/{session}/bulletins/{bulletin}/bulletin.{format:pdf|docx}")
    @Needs(Permission.MEMBER_DOCUMENTS)
    ResponseEntity<byte[]> print(
            @PathVariable("session") String id, @PathVariable String bulletin, @PathVariable String format) {
        Session session = readership.documents(id);
        return sheets.bulletin(session, readership.bulletin(session, bulletin), Output.of(format))
                .answer();
    }
}
