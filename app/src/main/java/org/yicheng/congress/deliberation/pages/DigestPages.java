package org.yicheng.congress.deliberation.pages;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yicheng.congress.Session;
import org.yicheng.congress.deliberation.Digests;
import org.yicheng.congress.deliberation.Digests.Issued;
import org.yicheng.document.Output;
import org.yicheng.document.Prints;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;

/** The digests that were issued to the presidium. */
@Controller
class DigestPages {

    private final Digests digests;
    private final DraftPages drafts;
    private final Readership readership;
    private final Places places;

    DigestPages(Digests digests, DraftPages drafts, Readership readership, Places places) {
        this.digests = digests;
        this.drafts = drafts;
        this.readership = readership;
        this.places = places;
    }

    @PostMapping("/sessions/{session}/opinions/digests")
    @Needs(Permission.BULLETIN_APPROVE)
    Object issue(@PathVariable("session") String id) {
        Session session = places.session(id, Permission.BULLETIN_APPROVE);
        return back(session, digests.issue(id));
    }

    @PostMapping("/sessions/{session}/opinions/digests/{number}/recall")
    @Needs(Permission.BULLETIN_APPROVE)
    Object recall(
            @PathVariable("session") String id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String because) {
        Session session = places.session(id, Permission.BULLETIN_APPROVE);
        return back(session, digests.recall(id, number, because));
    }

    private Object back(Session session, Ruling<Issued> ruling) {
        return ruling instanceof Ruling.Refused<Issued>(List<Refusal> reasons)
                ? drafts.digest(session, reasons)
                : DelegationPages.seeOther("/sessions/" + session.id() + "/opinions");
    }

    @GetMapping("/sessions/{session}/opinions/digests/{number}.{format:pdf|docx}")
    @Needs(Permission.MEMBER_DOCUMENTS)
    ResponseEntity<byte[]> file(
            @PathVariable("session") String id, @PathVariable int number, @PathVariable String format) {
        Session session = readership.digest(id);
        Issued found = digests.byNumber(session.id(), number)
                .orElseThrow(() -> new RefusedException(Refusal.plain("congress.digest.unknown", "value", number)));
        Output output = Output.of(format);
        return new Prints.File(output, session.id() + "-opinions-" + number + "." + format, digests.file(found, output))
                .answer();
    }
}
