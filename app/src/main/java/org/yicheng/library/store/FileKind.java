package org.yicheng.library.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yicheng.library.Documents;

/** The kinds of files that may come with a document, told by what is in them, and their text for the search. */
enum FileKind {
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    TXT("text/plain;charset=UTF-8", "txt");

    private static final Logger LOG = LoggerFactory.getLogger(FileKind.class);
    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
    private static final byte[] JPEG_HEAD = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    /** Entries of a container that are looked at for its kind. */
    private static final int MOST_ENTRIES = 500;

    private final String type;
    private final String ending;

    FileKind(String type, String ending) {
        this.type = type;
        this.ending = ending;
    }

    String type() {
        return type;
    }

    String ending() {
        return ending;
    }

    /** What the content is; empty if it is none of these. The name it came under is not asked. */
    static Optional<FileKind> of(byte[] content) {
        if (begins(content, "%PDF-".getBytes(StandardCharsets.US_ASCII))) {
            return Optional.of(PDF);
        }
        if (begins(content, PNG_HEAD)) {
            return Optional.of(PNG);
        }
        if (begins(content, JPEG_HEAD)) {
            return Optional.of(JPEG);
        }
        if (begins(content, new byte[] {'P', 'K', 3, 4})) {
            return container(content);
        }
        return utf8(content).map(_ -> TXT);
    }

    private static boolean begins(byte[] content, byte[] head) {
        return content.length >= head.length && java.util.Arrays.equals(content, 0, head.length, head, 0, head.length);
    }

    private static Optional<FileKind> container(byte[] content) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            ZipEntry entry = zip.getNextEntry();
            for (int i = 0; entry != null && i < MOST_ENTRIES; i++) {
                if (entry.getName().equals("word/document.xml")) {
                    return Optional.of(DOCX);
                }
                if (entry.getName().equals("xl/workbook.xml")) {
                    return Optional.of(XLSX);
                }
                entry = zip.getNextEntry();
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> utf8(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            boolean binary = text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f');
            return binary || content.length == 0 ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The text in a file, as far as it can be read; a file without readable text is kept and only not found by it. */
    String text(byte[] content) {
        try {
            String text = switch (this) {
                case PDF -> pdf(content);
                case DOCX -> docx(content);
                case TXT -> utf8(content).orElse("");
                case XLSX, PNG, JPEG -> "";
            };
            return text.length() > Documents.LONGEST_TEXT ? text.substring(0, Documents.LONGEST_TEXT) : text;
        } catch (IOException | RuntimeException e) {
            LOG.warn("no text could be read from a file of type {}: {}", type, e.toString());
            return "";
        }
    }

    private static String pdf(byte[] content) throws IOException {
        try (PDDocument document = Loader.loadPDF(content)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String docx(byte[] content) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(content));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            return extractor.getText();
        }
    }
}
