package org.yicheng.document;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;

/**
 * Sheets made from data: each different content gets a verification code, and each file is made once. Whoever holds a
 * printed sheet checks the code; whoever holds a file checks the file.
 */
public interface Prints {

    /**
     * What a sheet is.
     *
     * @param kind e.g. {@code minutes}, {@code sign-in-sheet}, {@code election-report}
     * @param subject what it belongs to, e.g. {@code sitting:sjz-npc-15-5-preliminary}
     * @param demo whether names and figures are made for the demo; then the paper says so
     */
    record What(String kind, String subject, boolean demo) {}

    /**
     * A sheet that was printed.
     *
     * @param code as it stands on the paper, e.g. {@code 7KQ2-M9XA-4TRC}
     * @param sha256 of the content, as it stands on the paper
     */
    record Print(UUID id, What what, String title, String code, String sha256, Instant at) {}

    /** A file as it is sent: a PDF opens in the browser, a Word document is saved. */
    record File(Output output, String name, byte[] content) {
        public ResponseEntity<byte[]> answer() {
            String how = output == Output.PDF ? "inline" : "attachment";
            return ResponseEntity.ok()
                    .header("Content-Type", output.mediaType())
                    .header("Content-Disposition", how + "; filename=\"" + name + "\"")
                    .body(content);
        }
    }

    /**
     * Prints a sheet, with code, hash and QR at its end. The same content again gives the same file. The first time is
     * recorded as an act of {@code Caller.current()}.
     *
     * @throws Typesetter.MissingGlyph if no font has one of its characters
     */
    File print(Sheet sheet, What what, Output output);

    /** The sheet with this code. */
    Optional<Print> byCode(String code);

    /** The sheet whose file has exactly this content. */
    Optional<Print> byFile(byte[] content);
}
