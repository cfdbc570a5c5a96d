package org.yicheng.document.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.yicheng.document.Output;
import org.yicheng.document.Papers;
import org.yicheng.document.Papers.Paper;
import org.yicheng.document.Prints;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Pages;
import org.yicheng.web.Refuses;

/** Papers to read, to print and to verify. */
@Controller
@Tag(name = "papers", description = "文件和核验 Papers and their verification")
class PaperPages {

    private final Papers papers;
    private final Prints prints;
    private final Pages pages;

    PaperPages(Papers papers, Prints prints, Pages pages) {
        this.papers = papers;
        this.prints = prints;
        this.pages = pages;
    }

    record Recall(String reason) {}

    @GetMapping("/papers/{id:[^.]+}")
    @Needs(Permission.PUBLIC_READ)
    View read(@PathVariable UUID id) {
        return pages.show("document/paper", readable(id));
    }

    @GetMapping("/papers/{id}.{format:pdf|docx}")
    @Needs(Permission.PUBLIC_READ)
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String format) {
        Paper paper = readable(id);
        Output output = Output.of(format);
        return new Prints.File(output, paper.kind() + output.suffix(), papers.file(id, output)).answer();
    }

    @GetMapping("/verify")
    @Needs(Permission.PUBLIC_READ)
    View verify(@RequestParam(defaultValue = "") String code) {
        return pages.show("document/verify", new VerifyView(code, "", code.isBlank() ? Optional.empty() : known(code)));
    }

    /** A file instead of a code: nothing of it is kept. */
    @PostMapping("/verify")
    @Needs(Permission.PUBLIC_READ)
    View verify(@RequestParam MultipartFile file) throws IOException {
        Optional<VerifyView.Found> found = prints.byFile(file.getBytes()).map(VerifyView.Found::of);
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        return pages.show("document/verify", new VerifyView("", name.isBlank() ? "—" : name, found));
    }

    private Optional<VerifyView.Found> known(String code) {
        return papers.byCode(code)
                .map(VerifyView.Found::of)
                .or(() -> prints.byCode(code).map(VerifyView.Found::of));
    }

    @GetMapping("/api/v1/verifications/{code}")
    @Needs(Permission.PUBLIC_READ)
    @ResponseBody
    @Operation(summary = "核验码对应的文件：标题和摘要 What a verification code stands for: a paper's title and hash")
    VerifyView.Found verification(@PathVariable String code) {
        return known(code)
                .orElseThrow(() -> new RefusedException(Refusal.plain("document.code.unknown", "value", code)));
    }

    @Operation(summary = "一个主题的文件，限本人可读 The papers on a subject that the caller may read")
    @GetMapping("/api/v1/papers")
    @Needs(Permission.PUBLIC_READ)
    @ResponseBody
    List<Paper> ofSubject(@RequestParam String subject) {
        return papers.ofSubject(subject).stream().filter(PaperPages::mayRead).toList();
    }

    @Operation(summary = "一份文件 One paper")
    @Refuses({401, 403})
    @GetMapping("/api/v1/papers/{id}")
    @Needs(Permission.PUBLIC_READ)
    @ResponseBody
    Paper one(@PathVariable UUID id) {
        return readable(id);
    }

    @Operation(summary = "印发文件 Issue a paper")
    @PostMapping("/api/v1/papers")
    @Needs(Permission.DOCUMENT_PUBLISH)
    @ResponseBody
    Paper issue(@RequestBody Papers.NewPaper paper) {
        return papers.issue(paper);
    }

    @Operation(summary = "收回文件 Recall a paper")
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
