package org.yicheng.library.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.library.DocumentText;
import org.yicheng.library.Documents;
import org.yicheng.library.Documents.Draft;
import org.yicheng.library.Documents.Upload;
import org.yicheng.party.Caller;
import org.yicheng.rule.Refusal;

/** Checks the words of a version and stores them. */
@Component
class Drafts {

    private static final int LONGEST_REMARK = 200;
    private static final int LONGEST_NAME = 120;

    private final JdbcClient jdbc;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static List<Refusal> faults(Draft draft) {
        List<Refusal> faults = new ArrayList<>();
        String title = draft.title().strip();
        if (title.isEmpty() || length(title) > Documents.LONGEST_TITLE) {
            faults.add(Refusal.at(
                    "title", "library.title-length", "value", length(title), "most", Documents.LONGEST_TITLE));
        }
        if (draft.text().isBlank() && draft.file().isEmpty()) {
            faults.add(Refusal.at("text", "library.nothing-in-it"));
        }
        if (length(draft.text()) > Documents.LONGEST_TEXT) {
            faults.add(Refusal.at(
                    "text", "library.text-length", "value", length(draft.text()), "most", Documents.LONGEST_TEXT));
        }
        int paragraphs = DocumentText.lines(draft.text()).size();
        if (paragraphs > Documents.MOST_PARAGRAPHS) {
            faults.add(Refusal.at(
                    "text", "library.text-paragraphs", "value", paragraphs, "most", Documents.MOST_PARAGRAPHS));
        }
        if (length(draft.remark()) > LONGEST_REMARK) {
            faults.add(Refusal.at(
                    "remark", "library.remark-length", "value", length(draft.remark()), "most", LONGEST_REMARK));
        }
        draft.file().ifPresent(file -> faults.addAll(faults(file)));
        return faults;
    }

    private static List<Refusal> faults(Upload file) {
        if (file.content().length > Documents.MOST_FILE_BYTES) {
            return List.of(Refusal.at(
                    "file",
                    "library.file-too-large",
                    "value",
                    file.content().length,
                    "most",
                    Documents.MOST_FILE_BYTES));
        }
        return FileKind.of(file.content()).isEmpty()
                ? List.of(Refusal.at("file", "library.file-kind", "value", safe(file.name())))
                : List.of();
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The digest that stands for the words: title, text, file. */
    static String digest(Draft draft) {
        return sha256(String.join(
                        "\n",
                        draft.title().strip(),
                        text(draft),
                        attachment(draft).orElse(""))
                .getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> attachment(Draft draft) {
        return draft.file().map(file -> sha256(file.content()));
    }

    private static String text(Draft draft) {
        return draft.text().replace("\u0000", "").replace("\r\n", "\n").strip();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Stores the next version; the caller holds the document's lock and has checked the draft. */
    void store(UUID document, int number, String documentNumber, Draft draft) {
        Optional<String> attachment = draft.file().map(this::keep);
        String inFile = draft.file()
                .flatMap(file -> FileKind.of(file.content()).map(kind -> kind.text(file.content())))
                .orElse("");
        String plain = Grams.plain(String.join("\n", documentNumber, draft.title(), text(draft), inFile));
        jdbc.sql("""
                        insert into library.version (document, number, title, text, attachment, file_name, remark, plain,
                                                     grams, sha256, made_at, made_by)
                        values (:document, :number, :title, :text, :attachment, :fileName, :remark, :plain,
                                string_to_array(:grams, E'\\n'), :sha256, :at, :by)
                        """)
                .param("document", document)
                .param("number", number)
                .param("title", draft.title().strip())
                .param("text", text(draft))
                .param("attachment", attachment.orElse(null))
                .param("fileName", draft.file().map(Drafts::name).orElse(""))
                .param("remark", draft.remark().strip())
                .param("plain", plain)
                .param("grams", Rows.joined(Grams.of(plain)))
                .param("sha256", digest(draft))
                .param("at", Rows.stamp(clock.instant()))
                .param("by", Caller.current().actor())
                .update();
    }

    private String keep(Upload file) {
        String digest = sha256(file.content());
        jdbc.sql("""
                        insert into library.attachment (sha256, type, size, content)
                        values (:sha256, :type, :size, :content) on conflict do nothing
                        """)
                .param("sha256", digest)
                .param("type", FileKind.of(file.content()).orElseThrow().type())
                .param("size", file.content().length)
                .param("content", file.content())
                .update();
        return digest;
    }

    /** The name a file is handed out under: what it was called, with the ending of what it is. */
    private static String name(Upload file) {
        String safe = safe(file.name());
        String ending = "." + FileKind.of(file.content()).orElseThrow().ending();
        if (safe.toLowerCase(java.util.Locale.ROOT).endsWith(ending)) {
            return safe;
        }
        int dot = safe.lastIndexOf('.');
        return (dot > 0 ? safe.substring(0, dot) : safe) + ending;
    }

    private static String safe(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\"<>:|?*]", "")
                .strip();
        String named = last.isEmpty() ? "file" : last;
        return length(named) > LONGEST_NAME
                ? named.substring(named.offsetByCodePoints(0, length(named) - LONGEST_NAME))
                : named;
    }
}
