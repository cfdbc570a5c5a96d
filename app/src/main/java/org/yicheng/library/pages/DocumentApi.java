package org.yicheng.library.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yicheng.library.Audience;
import org.yicheng.library.Document;
import org.yicheng.library.Documents;
import org.yicheng.library.Publication;
import org.yicheng.library.Version;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Paging;

/** The secretariat's documents over REST. */
@RestController
@RequestMapping("/api/v1")
@Needs(Permission.DOCUMENT_PUBLISH)
@Tag(name = "documents-desk", description = "会议文件：起草、发布、收回、回执 Documents: drafting, publishing, recall, receipts")
class DocumentApi {

    private final Documents documents;
    private final LibraryScope scope;
    private final Audiences audiences;

    DocumentApi(Documents documents, LibraryScope scope, Audiences audiences) {
        this.documents = documents;
        this.scope = scope;
        this.audiences = audiences;
    }

    record NewText(
            Document.Kind kind,
            Document.Secrecy secrecy,
            Optional<String> subject,
            Optional<String> number,
            String issuer,
            String title,
            String text) {}

    record Revision(int basedOn, String title, String text, Optional<String> remark) {}

    record Give(int version, List<String> audience, Optional<Instant> from) {}

    record Reason(String reason) {}

    /** A publication with its audiences in their written form. */
    record Given(
            UUID id,
            int version,
            List<String> audience,
            Instant from,
            Instant publishedAt,
            Optional<Publication.Recall> recall) {
        static Given of(Publication publication) {
            return new Given(
                    publication.id(),
                    publication.version(),
                    publication.audience().stream().map(Audience::key).toList(),
                    publication.from(),
                    publication.publishedAt(),
                    publication.recall());
        }
    }

    record Whole(Document document, Version newest, List<Given> publications) {
        static Whole of(Documents.Held held) {
            return new Whole(
                    held.document(),
                    held.newest(),
                    held.publications().stream().map(Given::of).toList());
        }
    }

    @Operation(summary = "一个机构的文件 The documents of a body")
    @GetMapping("/bodies/{body}/documents")
    Documents.Found<Whole> list(
            @PathVariable String body,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page) {
        scope.body(body);
        ReadingPages.filter(q, kind, false);
        Paging paging = new Paging(page, Paging.ROWS, Integer.MAX_VALUE, "");
        var found = documents.find(
                new Documents.Filter(body, subject, kind, state, q.strip()), paging.offset(), paging.size());
        return new Documents.Found<>(found.rows().stream().map(Whole::of).toList(), found.total());
    }

    @Operation(summary = "起草一件文件 Make a document")
    @PostMapping("/bodies/{body}/documents")
    Whole create(@PathVariable String body, @RequestBody NewText text) {
        boolean demo = scope.body(body).demo();
        return Whole.of(documents
                .create(
                        new Documents.NewDocument(
                                body,
                                text.subject().orElse(""),
                                text.kind(),
                                text.number().orElse(""),
                                text.issuer(),
                                text.secrecy(),
                                demo),
                        Documents.Draft.of(text.title(), text.text()))
                .orThrow());
    }

    @Operation(summary = "一件文件及其发布 A document with its publications")
    @GetMapping("/documents/{id}/manage")
    Whole one(@PathVariable UUID id) {
        return Whole.of(scope.document(id));
    }

    @Operation(summary = "各个版本，最新在前 Its versions, newest first")
    @GetMapping("/documents/{id}/versions")
    List<Version> versions(@PathVariable UUID id) {
        scope.document(id);
        return documents.versions(id);
    }

    @Operation(summary = "新的版本 Add a version")
    @PostMapping("/documents/{id}/versions")
    Version revise(@PathVariable UUID id, @RequestBody Revision revision) {
        scope.document(id);
        return documents
                .revise(
                        id,
                        revision.basedOn(),
                        new Documents.Draft(
                                revision.title(),
                                revision.text(),
                                Optional.empty(),
                                revision.remark().orElse("")))
                .orThrow();
    }

    @Operation(summary = "带附件的新版本 Add a version with a file; its text stays as it is")
    @PostMapping("/documents/{id}/versions/file")
    Version attach(@PathVariable UUID id, @RequestParam int basedOn, @RequestParam MultipartFile file)
            throws IOException {
        Version newest = scope.document(id).newest();
        Documents.Upload upload = new Documents.Upload(
                Optional.ofNullable(file.getOriginalFilename()).orElse(""), file.getBytes());
        return documents
                .revise(id, basedOn, new Documents.Draft(newest.title(), newest.text(), Optional.of(upload), ""))
                .orThrow();
    }

    @Operation(summary = "发布一个版本 Give a version to an audience")
    @PostMapping("/documents/{id}/publications")
    Given publish(@PathVariable UUID id, @RequestBody Give give) {
        scope.document(id);
        List<Refusal> reasons = new ArrayList<>();
        List<Audience> audience = audiences.parse(give.audience(), reasons);
        if (!reasons.isEmpty()) {
            throw new RefusedException(reasons);
        }
        return Given.of(
                documents.publish(id, give.version(), audience, give.from()).orThrow());
    }

    @Operation(summary = "收回，须写明理由 Recall, with a reason")
    @PostMapping("/documents/{id}/publications/{publication}/recall")
    Given recall(@PathVariable UUID id, @PathVariable UUID publication, @RequestBody Reason reason) {
        boolean its = scope.document(id).publications().stream()
                .anyMatch(one -> one.id().equals(publication));
        if (!its) {
            throw new RefusedException(Refusal.plain("library.publication.unknown", "value", publication));
        }
        return Given.of(documents.recall(publication, reason.reason()).orThrow());
    }

    @Operation(summary = "各代表团的阅读回执 Receipts by delegation")
    @GetMapping("/documents/{id}/receipts")
    List<Documents.OfGroup> receipts(@PathVariable UUID id, @RequestParam(defaultValue = "0") int version) {
        Documents.Held held = scope.document(id);
        return documents.readBy(id, version == 0 ? held.newest().number() : version);
    }
}
