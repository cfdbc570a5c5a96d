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
import org.yicheng.congress.deliberation.Bulletins;
import org.yicheng.congress.deliberation.Bulletins.Bulletin;
import org.yicheng.congress.deliberation.Bulletins.Move;
import org.yicheng.congress.deliberation.Changes;
import org.yicheng.congress.deliberation.Digests;
import org.yicheng.congress.deliberation.Drafts;
import org.yicheng.congress.deliberation.Drafts.Draft;
import org.yicheng.congress.deliberation.Opinions;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Bulletins, drafts and the digest of opinions over REST. */
@RestController
@RequestMapping("/api/v1/sessions/{session}")
@Tag(name = "bulletins", description = "简报、审议事项、意见汇总 Bulletins, drafts, the digest of opinions")
class BulletinApi {

    private final Bulletins bulletins;
    private final Drafts drafts;
    private final Opinions opinions;
    private final Digests digests;
    private final Readership readership;
    private final Places places;

    BulletinApi(
            Bulletins bulletins,
            Drafts drafts,
            Opinions opinions,
            Digests digests,
            Readership readership,
            Places places) {
        this.bulletins = bulletins;
        this.drafts = drafts;
        this.opinions = opinions;
        this.digests = digests;
        this.readership = readership;
        this.places = places;
    }

    record New(String title, Bulletins.Basis basis, Optional<String> about, Bulletins.Reach reach) {}

    record Taken(int version, List<UUID> notes) {}

    record Abridged(int version, String words) {}

    record Seen(int version) {}

    /** @param because needed to send back, recall or discard */
    record Moved(int version, Optional<String> because) {}

    record NewDraft(Drafts.Kind kind, String title, Optional<String> text) {}

    /** @param version that was changed */
    record Revised(int version, String text, String because) {}

    record Answered(int version, Opinions.Result result, Optional<String> reason, Optional<Integer> textVersion) {}

    private Bulletin edited(String session, String id, Permission permission) {
        return readership.bulletin(places.session(session, permission), id);
    }

    private static UUID excerpt(String text) {
        return Places.uuid(text)
                .orElseThrow(() -> new RefusedException(Refusal.plain("congress.excerpt.unknown", "value", text)));
    }

    @Operation(summary = "简报：代表只见已印发且范围包括自己的 Bulletins; deputies see what was published to them")
    @GetMapping("/bulletins")
    @Needs(Permission.MEMBER_DOCUMENTS)
    List<Bulletin> all(@PathVariable String session) {
        return readership.of(readership.documents(session));
    }

    @Operation(summary = "拟一期简报 Make a draft bulletin")
    @PostMapping("/bulletins")
    @Needs(Permission.BULLETIN_EDIT)
    Bulletin create(@PathVariable String session, @RequestBody New bulletin) {
        places.session(session, Permission.BULLETIN_EDIT);
        return bulletins
                .create(
                        session,
                        new Bulletins.NewBulletin(
                                bulletin.title(),
                                bulletin.basis(),
                                bulletin.about().orElse(""),
                                bulletin.reach()))
                .orThrow();
    }

    @Operation(summary = "一期简报 One bulletin")
    @GetMapping("/bulletins/{bulletin}")
    @Needs(Permission.MEMBER_DOCUMENTS)
    Bulletin one(@PathVariable String session, @PathVariable String bulletin) {
        return readership.bulletin(readership.documents(session), bulletin);
    }

    @Operation(summary = "选入发言 Take notes into a draft")
    @PostMapping("/bulletins/{bulletin}/excerpts")
    @Needs(Permission.BULLETIN_EDIT)
    Bulletin take(@PathVariable String session, @PathVariable String bulletin, @RequestBody Taken taken) {
        Bulletin found = edited(session, bulletin, Permission.BULLETIN_EDIT);
        return bulletins.take(found.id(), taken.version(), taken.notes()).orThrow();
    }

    @Operation(summary = "摘编一条发言，原记录保留 Abridge an excerpt; the note is kept")
    @PutMapping("/bulletins/{bulletin}/excerpts/{excerpt}")
    @Needs(Permission.BULLETIN_EDIT)
    Bulletin abridge(
            @PathVariable String session,
            @PathVariable String bulletin,
            @PathVariable String excerpt,
            @RequestBody Abridged to) {
        Bulletin found = edited(session, bulletin, Permission.BULLETIN_EDIT);
        return bulletins
                .abridge(found.id(), to.version(), excerpt(excerpt), to.words())
                .orThrow();
    }

    @Operation(summary = "不选入一条发言 Leave an excerpt out again")
    @PostMapping("/bulletins/{bulletin}/excerpts/{excerpt}/leave-out")
    @Needs(Permission.BULLETIN_EDIT)
    Bulletin leaveOut(
            @PathVariable String session,
            @PathVariable String bulletin,
            @PathVariable String excerpt,
            @RequestBody Seen seen) {
        Bulletin found = edited(session, bulletin, Permission.BULLETIN_EDIT);
        return bulletins.leaveOut(found.id(), seen.version(), excerpt(excerpt)).orThrow();
    }

    @Operation(summary = "一条摘编的修改记录 How an excerpt was edited")
    @GetMapping("/bulletins/{bulletin}/excerpts/{excerpt}/edits")
    @Needs(Permission.BULLETIN_EDIT)
    List<Bulletins.Edit> edits(
            @PathVariable String session, @PathVariable String bulletin, @PathVariable String excerpt) {
        Bulletin found = edited(session, bulletin, Permission.BULLETIN_EDIT);
        return found.excerpts().stream()
                .filter(one -> one.id().equals(excerpt(excerpt)))
                .findFirst()
                .map(one -> bulletins.edits(one.id()))
                .orElseThrow(() -> new RefusedException(Refusal.plain("congress.excerpt.unknown", "value", excerpt)));
    }

    @Operation(summary = "送审、印发（编号）、收回、作废 Send for approval, publish (numbers it), recall, discard")
    @PostMapping("/bulletins/{bulletin}/moves/{move:SEND|PUBLISH|RECALL|DISCARD}")
    @Needs(Permission.BULLETIN_EDIT)
    Bulletin move(
            @PathVariable String session,
            @PathVariable String bulletin,
            @PathVariable Move move,
            @RequestBody Moved how) {
        Bulletin found = edited(session, bulletin, Permission.BULLETIN_EDIT);
        return bulletins
                .move(found.id(), how.version(), move, how.because().orElse(""))
                .orThrow();
    }

    @Operation(summary = "秘书长、副秘书长签发或退回修改 Approve or send back: secretary-general or a deputy")
    @PostMapping("/bulletins/{bulletin}/approval/{move:APPROVE|SEND_BACK}")
    @Needs(Permission.BULLETIN_APPROVE)
    Bulletin approve(
            @PathVariable String session,
            @PathVariable String bulletin,
            @PathVariable Move move,
            @RequestBody Moved how) {
        Bulletin found = edited(session, bulletin, Permission.BULLETIN_APPROVE);
        return bulletins
                .move(found.id(), how.version(), move, how.because().orElse(""))
                .orThrow();
    }

    private Draft draft(Session session, String id) {
        return Places.uuid(id)
                .flatMap(drafts::byId)
                .filter(one -> one.session().equals(session.id()))
                .orElseThrow(() -> new RefusedException(Refusal.plain("congress.draft.unknown", "value", id)));
    }

    @Operation(summary = "审议事项 What is deliberated")
    @GetMapping("/drafts")
    @Needs(Permission.MEMBER_DOCUMENTS)
    List<Draft> drafts(@PathVariable String session) {
        return drafts.choices(readership.documents(session).id());
    }

    @Operation(summary = "列入审议事项，全文每行一段 List something for deliberation; one paragraph a line")
    @PostMapping("/drafts")
    @Needs(Permission.BULLETIN_EDIT)
    Draft add(@PathVariable String session, @RequestBody NewDraft draft) {
        places.session(session, Permission.BULLETIN_EDIT);
        return drafts.list(session, draft.kind(), draft.title(), draft.text().orElse(""))
                .orThrow();
    }

    @Operation(summary = "一份草案的各稿 Every version of a draft")
    @GetMapping("/drafts/{draft}")
    @Needs(Permission.MEMBER_DOCUMENTS)
    List<Drafts.Text> texts(@PathVariable String session, @PathVariable String draft) {
        return drafts.texts(draft(readership.documents(session), draft).id());
    }

    @Operation(summary = "退回修改稿 Return a draft changed")
    @PostMapping("/drafts/{draft}")
    @Needs(Permission.BULLETIN_EDIT)
    Drafts.Text revise(@PathVariable String session, @PathVariable String draft, @RequestBody Revised to) {
        Draft found = draft(places.session(session, Permission.BULLETIN_EDIT), draft);
        return drafts.revise(found.id(), to.version(), to.text(), to.because()).orThrow();
    }

    @Operation(summary = "两稿之间的改动，逐词标明 What changed between two versions, word by word")
    @GetMapping("/drafts/{draft}/changes")
    @Needs(Permission.MEMBER_DOCUMENTS)
    List<Changes.Paragraph> changes(
            @PathVariable String session,
            @PathVariable String draft,
            @RequestParam(defaultValue = "1") int from,
            @RequestParam Optional<Integer> to) {
        Draft found = draft(readership.documents(session), draft);
        return Changes.between(paragraphs(found, from), paragraphs(found, to.orElse(found.versions())));
    }

    private List<String> paragraphs(Draft draft, int version) {
        return drafts.text(draft.id(), version)
                .map(Drafts.Text::paragraphs)
                .orElseThrow(() -> new RefusedException(Refusal.plain("congress.draft.unknown", "value", version)));
    }

    @Operation(summary = "审议意见汇总，供主席团 The digest of opinions, for the presidium")
    @GetMapping("/opinions")
    @Needs(Permission.MEMBER_DOCUMENTS)
    List<Opinions.OfSubject> digest(@PathVariable String session) {
        return opinions.digest(readership.digest(session).id());
    }

    @Operation(summary = "交付审议的各候选项目的意见汇总，供主席团 What was said on each item that was referred, for the presidium")
    @GetMapping("/opinions/referred")
    @Needs(Permission.MEMBER_DOCUMENTS)
    List<Opinions.OfSubject> referred(@PathVariable String session) {
        return opinions.onReferred(readership.digest(session).id());
    }

    @Operation(summary = "已印发的意见汇总，编号、验证码、校验值 Digests issued, with number, code and hash")
    @GetMapping("/opinions/digests")
    @Needs(Permission.MEMBER_DOCUMENTS)
    List<Digests.Issued> digests(@PathVariable String session) {
        return digests.of(readership.digest(session).id());
    }

    @Operation(summary = "印发意见汇总：冻结、编号 Issue the digest: frozen and numbered; secretary-general or a deputy")
    @PostMapping("/opinions/digests")
    @Needs(Permission.BULLETIN_APPROVE)
    Digests.Issued issue(@PathVariable String session) {
        places.session(session, Permission.BULLETIN_APPROVE);
        return digests.issue(session).orThrow();
    }

    record Recalled(String because) {}

    @Operation(summary = "收回一期意见汇总 Recall a digest")
    @PostMapping("/opinions/digests/{number}/recall")
    @Needs(Permission.BULLETIN_APPROVE)
    Digests.Issued recall(@PathVariable String session, @PathVariable int number, @RequestBody Recalled recalled) {
        places.session(session, Permission.BULLETIN_APPROVE);
        return digests.recall(session, number, recalled.because()).orThrow();
    }

    @Operation(summary = "答复一条意见：采纳与否及理由 Answer an opinion: adopted or not, and why")
    @PostMapping("/opinions/{note}")
    @Needs(Permission.BULLETIN_EDIT)
    Opinions.Answer answer(@PathVariable String session, @PathVariable String note, @RequestBody Answered to) {
        places.session(session, Permission.BULLETIN_EDIT);
        return opinions.answer(
                        places.note(session, note, Permission.DELEGATION_READ).id(),
                        to.version(),
                        to.result(),
                        to.reason().orElse(""),
                        to.textVersion())
                .orThrow();
    }
}
