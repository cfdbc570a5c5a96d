package org.yicheng.library.pages;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Body;
import org.yicheng.library.Audience;
import org.yicheng.library.Comparison;
import org.yicheng.library.Document;
import org.yicheng.library.DocumentText;
import org.yicheng.library.Documents;
import org.yicheng.library.Publication;
import org.yicheng.library.Subjects;
import org.yicheng.library.Version;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;
import org.yicheng.web.Paging;

/** The secretariat's documents: the list, making and revising one, giving it out, taking it back, who has read it. */
@Controller
@Needs(Permission.DOCUMENT_PUBLISH)
public class DocumentPages {

    private final Documents documents;
    private final LibraryScope scope;
    private final Audiences audiences;
    private final DocumentPrint print;
    private final Pages pages;
    private final Clock clock;

    DocumentPages(
            Documents documents,
            LibraryScope scope,
            Audiences audiences,
            DocumentPrint print,
            Pages pages,
            Clock clock) {
        this.documents = documents;
        this.scope = scope;
        this.audiences = audiences;
        this.print = print;
        this.pages = pages;
        this.clock = clock;
    }

    public record ListView(
            Body body,
            Documents.Filter filter,
            List<Subjects.Subject> subjects,
            List<Documents.Held> rows,
            Paging page,
            Instant now) {

        /** draft, waiting, out or recalled. */
        public String state(Documents.Held held) {
            return DocumentPages.state(held, now);
        }
    }

    static String state(Documents.Held held, Instant now) {
        if (held.publications().isEmpty()) {
            return "draft";
        }
        if (held.publications().stream().anyMatch(one -> one.stands(now))) {
            return "out";
        }
        boolean waiting =
                held.publications().stream().anyMatch(one -> one.recall().isEmpty());
        return waiting ? "waiting" : "recalled";
    }

    @GetMapping("/bodies/{body}/documents")
    View list(
            @PathVariable String body,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page) {
        Body its = scope.body(body);
        ReadingPages.filter(q, kind, false);
        Documents.Filter filter = new Documents.Filter(body, subject, kind, state, q.strip());
        Paging asked = new Paging(page, Paging.ROWS, Integer.MAX_VALUE, "");
        var found = documents.find(filter, asked.offset(), asked.size());
        String address = "/bodies/" + body + "/documents?subject=" + coded(subject) + "&kind=" + kind + "&state="
                + coded(state) + "&q=" + coded(q);
        return pages.show(
                "library/desk",
                new ListView(
                        its,
                        filter,
                        scope.subjects(body),
                        found.rows(),
                        new Paging(page, Paging.ROWS, found.total(), address),
                        clock.instant()));
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What was typed into the form of a document or of a version. */
    public record Typed(
            String subject,
            String kind,
            String number,
            String issuer,
            String secrecy,
            String title,
            String text,
            String remark) {}

    /** @param held the document that gets a version; empty for a new one */
    public record EditView(
            Body body,
            Optional<Documents.Held> held,
            List<Subjects.Subject> subjects,
            Typed typed,
            List<Refusal> reasons) {}

    @GetMapping("/bodies/{body}/documents/new")
    View form(@PathVariable String body, @RequestParam(defaultValue = "") String subject) {
        Body its = scope.body(body);
        List<Subjects.Subject> subjects = scope.subjects(body);
        String chosen =
                subject.isEmpty() && !subjects.isEmpty() ? subjects.getFirst().id() : subject;
        String issuer = subjects.stream()
                .filter(one -> one.id().equals(chosen))
                .map(one -> one.issuer().zh())
                .findFirst()
                .orElse(its.name().zh());
        Typed typed = new Typed(chosen, "", "", issuer, Document.Secrecy.INTERNAL.name(), "", "", "");
        return pages.show("library/edit", new EditView(its, Optional.empty(), subjects, typed, List.of()));
    }

    @PostMapping("/bodies/{body}/documents/new")
    Object create(
            @PathVariable String body,
            @RequestParam Document.Kind kind,
            @RequestParam Document.Secrecy secrecy,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String issuer,
            EditForm words)
            throws IOException {
        Body its = scope.body(body);
        Ruling<Documents.Held> made = documents.create(
                new Documents.NewDocument(body, subject, kind, number, issuer, secrecy, its.demo()), words.draft());
        return switch (made) {
            case Ruling.Granted<Documents.Held>(Documents.Held held) ->
                seeOther("/documents/" + held.document().id() + "/manage");
            case Ruling.Refused<Documents.Held> refused -> {
                Typed typed = new Typed(
                        subject,
                        kind.name(),
                        number,
                        issuer,
                        secrecy.name(),
                        words.titleOr(),
                        words.textOr(),
                        words.remarkOr());
                yield pages.show(
                        "library/edit",
                        new EditView(its, Optional.empty(), scope.subjects(body), typed, refused.reasons()),
                        HttpStatus.BAD_REQUEST.value());
            }
        };
    }

    @GetMapping("/documents/{id}/versions/new")
    View revision(@PathVariable UUID id) {
        Documents.Held held = scope.document(id);
        return revision(held, typed(held, held.newest().title(), held.newest().text(), ""), List.of());
    }

    private View revision(Documents.Held held, Typed typed, List<Refusal> reasons) {
        Document document = held.document();
        return pages.show(
                "library/edit",
                new EditView(scope.body(document.body()), Optional.of(held), List.of(), typed, reasons),
                reasons.isEmpty() ? 200 : HttpStatus.BAD_REQUEST.value());
    }

    private static Typed typed(Documents.Held held, String title, String text, String remark) {
        Document document = held.document();
        return new Typed(
                document.subject(),
                document.kind().name(),
                document.number(),
                document.issuer(),
                document.secrecy().name(),
                title,
                text,
                remark);
    }

    @PostMapping("/documents/{id}/versions/new")
    Object revise(@PathVariable UUID id, @RequestParam int basedOn, EditForm words) throws IOException {
        Documents.Held held = scope.document(id);
        return switch (documents.revise(id, basedOn, words.draft())) {
            case Ruling.Granted<Version> _ -> seeOther("/documents/" + id + "/manage");
            case Ruling.Refused<Version> refused ->
                revision(held, typed(held, words.titleOr(), words.textOr(), words.remarkOr()), refused.reasons());
        };
    }

    static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    /** @param shown the version whose words are shown */
    public record ManageView(
            Documents.Held held,
            String state,
            List<Version> versions,
            Version shown,
            DocumentText text,
            List<Audiences.Choice> choices,
            List<String> chosen,
            List<Documents.OfGroup> readBy,
            String from,
            Audiences names,
            List<Refusal> reasons) {

        public int expected() {
            return readBy.stream().mapToInt(Documents.OfGroup::expected).sum();
        }

        public int opened() {
            return readBy.stream().mapToInt(Documents.OfGroup::opened).sum();
        }
    }

    @GetMapping("/documents/{id}/manage")
    View manage(@PathVariable UUID id, @RequestParam(defaultValue = "0") int version) {
        return manage(scope.document(id), version, List.of(), "", List.of());
    }

    private View manage(Documents.Held held, int version, List<String> chosen, String from, List<Refusal> reasons) {
        UUID id = held.document().id();
        List<Version> versions = documents.versions(id);
        Version shown = versions.stream()
                .filter(one -> one.number() == version)
                .findFirst()
                .orElse(held.newest());
        return pages.show(
                "library/manage",
                new ManageView(
                        held,
                        state(held, clock.instant()),
                        versions,
                        shown,
                        DocumentText.of(shown.text()),
                        audiences.of(held.document()),
                        chosen,
                        documents.readBy(id, shown.number()),
                        from,
                        audiences,
                        reasons),
                reasons.isEmpty() ? 200 : HttpStatus.CONFLICT.value());
    }

    @PostMapping("/documents/{id}/publish")
    Object publish(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(required = false) Optional<List<String>> audience,
            @RequestParam(defaultValue = "") String from) {
        Documents.Held held = scope.document(id);
        List<String> keys = audience.orElse(List.of());
        List<Refusal> reasons = new ArrayList<>();
        List<Audience> asked = audiences.parse(keys, reasons);
        Optional<Instant> instant = instant(from, reasons);
        if (reasons.isEmpty()
                && documents.publish(id, version, asked, instant) instanceof Ruling.Refused<Publication> refused) {
            reasons.addAll(refused.reasons());
        }
        return reasons.isEmpty()
                ? seeOther("/documents/" + id + "/manage")
                : manage(held, version, keys, from, reasons);
    }

    private Optional<Instant> instant(String typed, List<Refusal> reasons) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDateTime.parse(typed).atZone(clock.getZone()).toInstant());
        } catch (DateTimeParseException e) {
            reasons.add(Refusal.at("from", "library.from-form", "value", typed));
            return Optional.empty();
        }
    }

    /** @param remaining what its readers still see afterwards, newest first */
    public record RecallView(
            Documents.Held held,
            Publication publication,
            List<Publication> remaining,
            Audiences names,
            List<Refusal> reasons) {}

    @GetMapping("/documents/{id}/recall/{publication}")
    View recall(@PathVariable UUID id, @PathVariable UUID publication) {
        return recall(scope.document(id), publication, List.of());
    }

    private View recall(Documents.Held held, UUID publication, List<Refusal> reasons) {
        Publication its = held.publications().stream()
                .filter(one -> one.id().equals(publication))
                .findFirst()
                .orElseThrow(
                        () -> new RefusedException(Refusal.plain("library.publication.unknown", "value", publication)));
        List<Publication> remaining = held.publications().stream()
                .filter(one -> one.recall().isEmpty() && !one.id().equals(publication))
                .toList();
        return pages.show(
                "library/recall",
                new RecallView(held, its, remaining, audiences, reasons),
                reasons.isEmpty() ? 200 : HttpStatus.BAD_REQUEST.value());
    }

    @PostMapping("/documents/{id}/recall/{publication}")
    Object recall(
            @PathVariable UUID id, @PathVariable UUID publication, @RequestParam(defaultValue = "") String reason) {
        Documents.Held held = scope.document(id);
        recall(held, publication, List.of()); // another document's publication is not found here
        return switch (documents.recall(publication, reason)) {
            case Ruling.Granted<Publication> _ -> seeOther("/documents/" + id + "/manage");
            case Ruling.Refused<Publication> refused -> recall(held, publication, refused.reasons());
        };
    }

    @GetMapping("/documents/{id}/versions/compare")
    View compare(@PathVariable UUID id, @RequestParam int from, @RequestParam int to) {
        Documents.Held held = scope.document(id);
        Version before = version(id, from);
        Version after = version(id, to);
        return pages.show(
                "library/compare",
                new ReadingPages.CompareView(
                        held.document(),
                        before,
                        after,
                        Comparison.of(before.text(), after.text()),
                        "/documents/" + id + "/manage"));
    }

    private Version version(UUID id, int number) {
        return documents.versions(id).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.plain("library.version.unknown", "value", number)));
    }

    @GetMapping("/documents/{id}/versions/{number}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable int number) {
        scope.document(id);
        return ReadingPages.file(documents, version(id, number));
    }

    @GetMapping("/documents/{id}/versions/{number}/print.{form:pdf|docx}")
    ResponseEntity<byte[]> print(@PathVariable UUID id, @PathVariable int number, @PathVariable String form) {
        Documents.Held held = scope.document(id);
        return print.of(held.document(), version(id, number), ReadingPages.output(form));
    }

    /** The words of a version as a form sends them. */
    public record EditForm(
            Optional<String> title, Optional<String> text, Optional<String> remark, Optional<MultipartFile> file) {

        String titleOr() {
            return title.orElse("");
        }

        String textOr() {
            return text.orElse("");
        }

        String remarkOr() {
            return remark.orElse("");
        }

        Documents.Draft draft() throws IOException {
            Optional<MultipartFile> sent = file.filter(one -> !one.isEmpty());
            Optional<Documents.Upload> upload = sent.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Documents.Upload(
                            Optional.ofNullable(sent.get().getOriginalFilename())
                                    .orElse(""),
                            sent.get().getBytes()));
            return new Documents.Draft(titleOr(), textOr(), upload, remarkOr());
        }
    }
}
