package org.yicheng.library.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.library.Comparison;
import org.yicheng.library.Documents;
import org.yicheng.library.Reading;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Paging;

/** The reader's documents over REST. */
@RestController
@RequestMapping("/api/v1/documents")
@Tag(name = "documents", description = "会议文件：阅读、检索、笔记 Documents of a meeting: reading, search, notes")
class ReadingApi {

    private static final int MOST_OPENINGS = 500;

    private final Reading reading;
    private final Documents documents;
    private final ReadingPages pages;

    ReadingApi(Reading reading, Documents documents, ReadingPages pages) {
        this.reading = reading;
        this.documents = documents;
        this.pages = pages;
    }

    record Note(String text) {}

    record Opening(UUID document, int version, Instant at) {}

    record Openings(List<Opening> openings) {}

    record Taken(int taken) {}

    @Operation(summary = "发给我的文件；q检索全文 The documents given to the caller; q searches their text")
    @GetMapping
    @Needs(Permission.PUBLIC_READ)
    Documents.Found<Reading.Line> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "1") int page) {
        Paging paging = new Paging(page, Paging.ROWS, Integer.MAX_VALUE, "");
        return reading.list(ReadingPages.filter(q, kind, unread), paging.offset(), paging.size());
    }

    @Operation(summary = "一件文件；第一次打开留下回执 One document; the first opening leaves a receipt")
    @GetMapping("/{id}")
    @Needs(Permission.PUBLIC_READ)
    Reading.Open one(@PathVariable UUID id, @RequestParam(defaultValue = "0") int version) {
        Reading.Open open = pages.here(id, version);
        reading.opened(id, open.version().number(), Optional.empty());
        return open;
    }

    @Operation(summary = "两个版本的对照 Two versions side by side")
    @GetMapping("/{id}/compare")
    @Needs(Permission.PUBLIC_READ)
    Comparison compare(@PathVariable UUID id, @RequestParam int from, @RequestParam int to) {
        return Comparison.of(
                pages.here(id, from).version().text(),
                pages.here(id, to).version().text());
    }

    @Operation(summary = "附件 The file that came with a version")
    @GetMapping("/{id}/file")
    @Needs(Permission.PUBLIC_READ)
    ResponseEntity<byte[]> file(@PathVariable UUID id, @RequestParam(defaultValue = "0") int version) {
        Reading.Open open = pages.here(id, version);
        ResponseEntity<byte[]> file = ReadingPages.file(documents, open.version());
        reading.opened(id, open.version().number(), Optional.empty());
        return file;
    }

    @Operation(summary = "打印件（PDF或DOCX） The document on paper, as pdf or docx")
    @GetMapping("/{id}/print")
    @Needs(Permission.PUBLIC_READ)
    ResponseEntity<byte[]> print(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "pdf") String format) {
        return pages.print(id, format, version);
    }

    @Operation(summary = "我的笔记 The caller's own note")
    @GetMapping("/{id}/note")
    @Needs(Permission.OWN_ACCOUNT)
    Note note(@PathVariable UUID id) {
        pages.here(id, 0);
        return new Note(reading.note(id));
    }

    @Operation(summary = "写笔记；空文本即删除 Write the own note; an empty text removes it")
    @PutMapping("/{id}/note")
    @Needs(Permission.OWN_ACCOUNT)
    Note note(@PathVariable UUID id, @RequestBody Note note) {
        return new Note(reading.note(id, note.text()).orThrow());
    }

    @Operation(summary = "可以保存在手机上的文件 What a phone may keep for reading without network")
    @GetMapping("/kept")
    @Needs(Permission.OWN_ACCOUNT)
    KeptDocuments kept() {
        return KeptDocuments.of(reading.keepable(KeptDocuments.MOST));
    }

    @Operation(summary = "补报离线时的阅读 Report what was opened without network")
    @PostMapping("/openings")
    @Needs(Permission.OWN_ACCOUNT)
    Taken openings(@RequestBody Openings openings) {
        if (openings.openings().size() > MOST_OPENINGS) {
            throw new RefusedException(Refusal.at(
                    "openings",
                    "library.openings-count",
                    "value",
                    openings.openings().size(),
                    "most",
                    MOST_OPENINGS));
        }
        int taken = 0;
        for (Opening opening : openings.openings()) {
            taken += reading.opened(opening.document(), opening.version(), Optional.of(opening.at())) ? 1 : 0;
        }
        return new Taken(taken);
    }
}
