package org.yicheng.document.pages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;
import org.yicheng.document.Papers;
import org.yicheng.document.Papers.Paper;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Pages;

/** Papers to read, to print and to verify. */
@Controller
class PaperPages {

    private final Papers papers;
    private final Pages pages;

    PaperPages(Papers papers, Pages pages) {
        this.papers = papers;
        this.pages = pages;
    }

    record Recall(String reason) {}

    @GetMapping("/papers/{id}")
    @Needs(Permission.PUBLIC_READ)
    View read(@PathVariable UUID id) {
        return pages.show("document/paper", readable(id));
    }

    @GetMapping("/papers/{id}.pdf")
    @Needs(Permission.PUBLIC_READ)
    ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
        Paper paper = readable(id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"" + paper.kind() + ".pdf\"")
                .body(papers.pdf(id));
    }

    @GetMapping("/verify")
    @Needs(Permission.PUBLIC_READ)
    View verify(@RequestParam(defaultValue = "") String code) {
        Optional<Paper> found = code.isBlank() ? Optional.empty() : papers.byCode(code);
        return pages.show("document/verify", new VerifyView(code, found));
    }

    @GetMapping("/api/v1/papers")
    @Needs(Permission.PUBLIC_READ)
    @ResponseBody
    List<Paper> ofSubject(@RequestParam String subject) {
        return papers.ofSubject(subject).stream().filter(PaperPages::mayRead).toList();
    }

    @GetMapping("/api/v1/papers/{id}")
    @Needs(Permission.PUBLIC_READ)
    @ResponseBody
    Paper one(@PathVariable UUID id) {
        return readable(id);
    }

    @PostMapping("/api/v1/papers")
    @Needs(Permission.DOCUMENT_PUBLISH)
    @ResponseBody
    Paper issue(@RequestBody Papers.NewPaper paper) {
        return papers.issue(paper);
    }

    @PostMapping("/api/v1/papers/{id}/recall")
    @Needs(Permission.DOCUMENT_PUBLISH)
    @ResponseBody
    Paper recall(@PathVariable UUID id, @RequestBody Recall recall) {
        papers.recall(id, recall.reason());
        return readable(id);
    }

    private Paper readable(UUID id) {
        Paper paper = papers.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("document.paper.unknown", "value", id)));
        if (!mayRead(paper)) {
            throw new AccessDeniedException("paper " + id);
        }
        return paper;
    }

    private static boolean mayRead(Paper paper) {
        Caller caller = Caller.current();
        return switch (paper.audience()) {
            case PUBLIC -> true;
            case MEMBERS -> caller.may(Permission.MEMBER_DOCUMENTS);
            case SECRETARIAT -> caller.may(Permission.DESK_READ);
        };
    }
}
