package org.yicheng.congress.deliberation.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Remarks;
import org.yicheng.congress.Session;
import org.yicheng.congress.deliberation.Changes;
import org.yicheng.congress.deliberation.Digests;
import org.yicheng.congress.deliberation.Drafts;
import org.yicheng.congress.deliberation.Drafts.Draft;
import org.yicheng.congress.deliberation.Drafts.Text;
import org.yicheng.congress.deliberation.Notes.Note;
import org.yicheng.congress.deliberation.Opinions;
import org.yicheng.document.Output;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** Items under deliberation, drafts returned with their changes marked, and the digest of opinions. */
@Controller("deliberationDraftPages")
public class DraftPages {

    private final Drafts drafts;
    private final Opinions opinions;
    private final Digests digests;
    private final Remarks remarks;
    private final MeetingSheets sheets;
    private final Readership readership;
    private final Places places;
    private final Pages pages;

    DraftPages(
            Drafts drafts,
            Opinions opinions,
            Digests digests,
            Remarks remarks,
            MeetingSheets sheets,
            Readership readership,
            Places places,
            Pages pages) {
        this.digests = digests;
        this.remarks = remarks;
        this.drafts = drafts;
        this.opinions = opinions;
        this.sheets = sheets;
        this.readership = readership;
        this.places = places;
        this.pages = pages;
    }

    /** @param drafts what is listed, and what was referred */
    public record ListView(
            Session session, List<Draft> drafts, boolean edits, Map<String, String> typed, List<Refusal> reasons) {}

    @GetMapping("/sessions/{session}/drafts")
    @Needs(Permission.MEMBER_DOCUMENTS)
    View list(@PathVariable("session") String id) {
        return list(readership.documents(id), Map.of(), List.of());
    }

    private View list(Session session, Map<String, String> typed, List<Refusal> reasons) {
        return pages.show(
                "congress/deliberation/drafts",
                new ListView(session, drafts.choices(session.id()), Readership.edits(session), typed, reasons),
                reasons.isEmpty() ? 200 : HttpStatus.CONFLICT.value());
    }

    @PostMapping("/sessions/{session}/drafts")
    @Needs(Permission.BULLETIN_EDIT)
    Object add(
            @PathVariable("session") String id,
            @RequestParam(defaultValue = "DRAFT") Drafts.Kind kind,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text) {
        Session session = places.session(id, Permission.BULLETIN_EDIT);
        return switch (drafts.list(id, kind, title, text)) {
            case Ruling.Refused<Draft> refused ->
                list(session, Map.of("kind", kind.name(), "title", title, "text", text), refused.reasons());
            case Ruling.Granted<Draft>(Draft made) ->
                DelegationPages.seeOther("/sessions/" + id + "/drafts/" + made.id());
        };
    }

    /**
     * @param changes the text shown: as it stands, or against the version compared with
     * @param remarks on what a service referred, those that the caller may read
     */
    public record OneView(
            Session session,
            Draft draft,
            List<Text> texts,
            Optional<Text> now,
            int against,
            List<Changes.Paragraph> changes,
            List<Remarks.Remark> remarks,
            boolean edits,
            Map<String, String> typed,
            List<Refusal> reasons) {

        public String path() {
            return "/sessions/" + session.id() + "/drafts/" + draft.id();
        }
    }

    private Draft draft(Session session, String id) {
        return Places.uuid(id)
                .flatMap(known -> drafts.choices(session.id()).stream()
                        .filter(one -> one.id().equals(known))
                        .findFirst())
                .orElseThrow(() -> new RefusedException(Refusal.plain("congress.draft.unknown", "value", id)));
    }

    @GetMapping("/sessions/{session}/drafts/{draft}")
    @Needs(Permission.MEMBER_DOCUMENTS)
    View one(
            @PathVariable("session") String id,
            @PathVariable String draft,
            @RequestParam(defaultValue = "-1") int against) {
        Session session = readership.documents(id);
        return one(session, draft(session, draft), against, Map.of(), List.of());
    }

    private View one(Session session, Draft draft, int asked, Map<String, String> typed, List<Refusal> reasons) {
        List<Text> texts = drafts.texts(draft.id());
        Optional<Text> now = texts.stream().reduce((_, last) -> last);
        // A draft that was returned shows at once what changed; 0 shows it clean.
        int against = asked < 0 ? Math.max(0, draft.versions() - 1) : Math.min(asked, draft.versions());
        List<String> before = texts.stream()
                .filter(text -> text.version() == against)
                .findFirst()
                .or(() -> now)
                .map(Text::paragraphs)
                .orElse(List.of());
        OneView view = new OneView(
                session,
                draft,
                texts,
                now,
                against,
                Changes.between(before, now.map(Text::paragraphs).orElse(List.of())),
                draft.subject().isEmpty() ? List.of() : remarks.on(draft.subject()),
                Readership.edits(session),
                typed,
                reasons);
        int status = reasons.isEmpty()
                ? 200
                : reasons.getFirst().code().endsWith("stale")
                        ? HttpStatus.PRECONDITION_FAILED.value()
                        : HttpStatus.CONFLICT.value();
        return pages.show("congress/deliberation/draft", view, status);
    }

    @PostMapping("/sessions/{session}/drafts/{draft}")
    @Needs(Permission.BULLETIN_EDIT)
    Object revise(
            @PathVariable("session") String id,
            @PathVariable String draft,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String because) {
        Session session = places.session(id, Permission.BULLETIN_EDIT);
        Draft found = draft(session, draft);
        return switch (drafts.revise(found.id(), version, text, because)) {
            case Ruling.Refused<Text> refused ->
                one(session, found, -1, Map.of("text", text, "because", because), refused.reasons());
            case Ruling.Granted<Text> _ -> DelegationPages.seeOther("/sessions/" + id + "/drafts/" + found.id());
        };
    }

    /**
     * @param referred what referred items are, as their list is called; empty if there is none
     * @param approves whether the caller issues digests
     */
    public record DigestView(
            Session session,
            List<Opinions.OfSubject> subjects,
            String referred,
            List<Digests.Issued> issued,
            boolean edits,
            boolean approves,
            List<Refusal> reasons) {}

    @GetMapping("/sessions/{session}/opinions")
    @Needs(Permission.MEMBER_DOCUMENTS)
    View digest(@PathVariable("session") String id) {
        return digest(readership.digest(id), List.of());
    }

    View digest(Session session, List<Refusal> reasons) {
        return pages.show(
                "congress/deliberation/opinions",
                new DigestView(
                        session,
                        opinions.digest(session.id()),
                        referred(session),
                        digests.of(session.id()),
                        Readership.edits(session),
                        Readership.approves(session),
                        reasons),
                reasons.isEmpty() ? 200 : HttpStatus.CONFLICT.value());
    }

    /** 2024年民生实事候选项目; several lists stand together. */
    private String referred(Session session) {
        return drafts.choices(session.id()).stream()
                .map(Draft::sort)
                .filter(sort -> !sort.isEmpty())
                .distinct()
                .collect(Collectors.joining("、"));
    }

    @GetMapping("/sessions/{session}/opinions/referred.{format:pdf|docx}")
    @Needs(Permission.MEMBER_DOCUMENTS)
    ResponseEntity<byte[]> printReferred(@PathVariable("session") String id, @PathVariable String format) {
        Session session = readership.digest(id);
        return sheets.referred(session, referred(session), opinions.onReferred(id), Output.of(format))
                .answer();
    }

    @PostMapping("/sessions/{session}/opinions/{note}")
    @Needs(Permission.BULLETIN_EDIT)
    Object answer(
            @PathVariable("session") String id,
            @PathVariable String note,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "NOT_ADOPTED") Opinions.Result result,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Optional<Integer> textVersion) {
        Session session = places.session(id, Permission.BULLETIN_EDIT);
        Note found = places.note(id, note, Permission.DELEGATION_READ);
        return switch (opinions.answer(found.id(), version, result, reason, textVersion)) {
            case Ruling.Refused<Opinions.Answer> refused -> digest(session, refused.reasons());
            case Ruling.Granted<Opinions.Answer> _ ->
                DelegationPages.seeOther("/sessions/" + id + "/opinions#o-" + found.id());
        };
    }

    @GetMapping("/sessions/{session}/opinions.{format:pdf|docx}")
    @Needs(Permission.MEMBER_DOCUMENTS)
    ResponseEntity<byte[]> print(@PathVariable("session") String id, @PathVariable String format) {
        Session session = readership.digest(id);
        return sheets.digest(session, opinions.digest(id), Output.of(format)).answer();
    }
}
