package org.yicheng.library.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Body;
import org.yicheng.document.Output;
import org.yicheng.library.Comparison;
import org.yicheng.library.Document;
import org.yicheng.library.DocumentText;
import org.yicheng.library.Documents;
import org.yicheng.library.Reading;
import org.yicheng.library.Reading.Answer;
import org.yicheng.library.Version;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;
import org.yicheng.web.Paging;

/** The reader's documents: the list with its search, a document, its changes, the own note. */
@Controller
public class ReadingPages {

    /** With this header a page is fetched to be kept, not read: it leaves no receipt. */
    static final String KEEP = "X-Keep";

    private final Reading reading;
    private final Documents documents;
    private final LibraryScope scope;
    private final DocumentPrint print;
    private final Pages pages;

    ReadingPages(Reading reading, Documents documents, LibraryScope scope, DocumentPrint print, Pages pages) {
        this.reading = reading;
        this.documents = documents;
        this.scope = scope;
        this.print = print;
        this.pages = pages;
    }

    /** @param own bodies whose documents the reader also works on */
    public record ListView(
            Reading.Filter filter, List<Reading.Line> lines, Paging page, int fresh, List<Body> own, String reader) {}

    @GetMapping("/documents")
    @Needs(Permission.PUBLIC_READ)
    View list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "1") int page) {
        Reading.Filter filter = filter(q, kind, unread);
        Paging asked = new Paging(page, Paging.ROWS, Integer.MAX_VALUE, "");
        var found = reading.list(filter, asked.offset(), asked.size());
        Paging paging = new Paging(page, Paging.ROWS, found.total(), "/documents?" + query(filter));
        List<Reading.Line> rows = paging.number() == asked.number()
                ? found.rows()
                : reading.list(filter, paging.offset(), paging.size()).rows();
        return pages.show(
                "library/list",
                new ListView(filter, rows, paging, reading.fresh(), scope.own(), KeptDocuments.ownTag()));
    }

    static Reading.Filter filter(String q, String kind, boolean unread) {
        if (q.codePointCount(0, q.length()) > Reading.LONGEST_QUERY) {
            throw new RefusedException(Refusal.at(
                    "q",
                    "library.query-length",
                    "value",
                    q.codePointCount(0, q.length()),
                    "most",
                    Reading.LONGEST_QUERY));
        }
        boolean known = kind.isEmpty()
                || List.of(Document.Kind.values()).stream()
                        .anyMatch(one -> one.name().equals(kind));
        if (!known) {
            throw new RefusedException(Refusal.at("kind", "web.field-form", "value", kind));
        }
        return new Reading.Filter(q.strip(), kind, unread);
    }

    private static String query(Reading.Filter filter) {
        return "q=" + URLEncoder.encode(filter.q(), StandardCharsets.UTF_8) + "&kind=" + filter.kind() + "&unread="
                + filter.unread();
    }

    /** @param saved whether a note was just saved */
    public record DocumentView(
            Reading.Open open,
            DocumentText text,
            Bilingual subject,
            String reader,
            boolean signedIn,
            boolean works,
            boolean saved,
            List<Refusal> reasons) {

        public String lang() {
            return open.version().lang();
        }
    }

    /** A document that was taken back. */
    public record RecalledView(Answer.Recalled recalled) {}

    @GetMapping("/documents/{id}")
    @Needs(Permission.PUBLIC_READ)
    Object read(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "false") boolean saved,
            HttpServletRequest request) {
        return switch (reading.open(id, version)) {
            case Answer.Here(Reading.Open open) -> {
                if (!kept(request)) {
                    reading.opened(id, open.version().number(), Optional.empty());
                }
                yield pages.show("library/document", view(open, saved, List.of()));
            }
            case Answer.Recalled recalled ->
                pages.show("library/recalled", new RecalledView(recalled), HttpStatus.GONE.value());
            case Answer.Nothing _ -> nothing(id);
        };
    }

    /** Fetched by a browser that only prepares: nobody reads yet. */
    private static boolean kept(HttpServletRequest request) {
        return request.getHeader(KEEP) != null
                || Optional.ofNullable(request.getHeader("Sec-Purpose"))
                        .filter(purpose -> purpose.contains("prefetch"))
                        .isPresent();
    }

    /** Who has not signed in may be somebody to whom it was given. */
    private static Object nothing(UUID id) {
        if (!Caller.current().signedIn()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/login?next=/documents/" + id))
                    .build();
        }
        throw unknown(id);
    }

    private static RefusedException unknown(UUID id) {
        return new RefusedException(Refusal.plain("library.document.unknown", "value", id));
    }

    private DocumentView view(Reading.Open open, boolean saved, List<Refusal> reasons) {
        Document document = open.document();
        return new DocumentView(
                open,
                DocumentText.of(open.version().text()),
                scope.subjectName(document.body(), document.subject()),
                KeptDocuments.ownTag(),
                Caller.current().signedIn(),
                Caller.current().mayIn(document.body(), Permission.DOCUMENT_PUBLISH),
                saved,
                reasons);
    }

    @PostMapping("/documents/{id}/note")
    @Needs(Permission.OWN_ACCOUNT)
    Object note(@PathVariable UUID id, @RequestParam(defaultValue = "") String note) {
        if (!(reading.open(id, 0) instanceof Answer.Here(Reading.Open open))) {
            throw unknown(id);
        }
        return switch (reading.note(id, note)) {
            case Ruling.Refused<String> refused ->
                pages.show("library/document", view(open, false, refused.reasons()), HttpStatus.BAD_REQUEST.value());
            case Ruling.Granted<String> _ ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/documents/" + id + "?saved=true#note"))
                        .build();
        };
    }

    /** Two versions side by side. */
    public record CompareView(Document document, Version before, Version after, Comparison comparison, String back) {}

    @GetMapping("/documents/{id}/compare")
    @Needs(Permission.PUBLIC_READ)
    View compare(@PathVariable UUID id, @RequestParam int from, @RequestParam int to) {
        Reading.Open before = here(id, from);
        Reading.Open after = here(id, to);
        return pages.show(
                "library/compare",
                new CompareView(
                        before.document(),
                        before.version(),
                        after.version(),
                        Comparison.of(before.version().text(), after.version().text()),
                        "/documents/" + id));
    }

    Reading.Open here(UUID id, int version) {
        return switch (reading.open(id, version)) {
            case Answer.Here(Reading.Open open) -> open;
            case Answer.Recalled(var at, String reason) ->
                throw new RefusedException(Refusal.plain("library.recalled.unknown", "at", at, "reason", reason));
            case Answer.Nothing _ -> throw unknown(id);
        };
    }

    @GetMapping("/documents/{id}/file")
    @Needs(Permission.PUBLIC_READ)
    ResponseEntity<byte[]> file(
            @PathVariable UUID id, @RequestParam(defaultValue = "0") int version, HttpServletRequest request) {
        Reading.Open open = here(id, version);
        ResponseEntity<byte[]> file = file(documents, open.version());
        if (!kept(request)) {
            reading.opened(id, open.version().number(), Optional.empty());
        }
        return file;
    }

    /** The file of a version; never shown inside a page of ours, so that nothing in it can act in the reader's name. */
    static ResponseEntity<byte[]> file(Documents documents, Version version) {
        Version.Attachment attachment = version.attachment()
                .orElseThrow(
                        () -> new RefusedException(Refusal.plain("library.file.unknown", "number", version.number())));
        byte[] content = documents.content(attachment.sha256()).orElseThrow();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attachment.type()))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(attachment.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(content);
    }

    @GetMapping("/documents/{id}/print.{form:pdf|docx}")
    @Needs(Permission.PUBLIC_READ)
    ResponseEntity<byte[]> print(
            @PathVariable UUID id, @PathVariable String form, @RequestParam(defaultValue = "0") int version) {
        Reading.Open open = here(id, version);
        return print.of(open.document(), open.version(), output(form));
    }

    static Output output(String form) {
        return form.equals("docx") ? Output.DOCX : Output.PDF;
    }
}
