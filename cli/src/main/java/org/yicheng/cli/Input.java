package org.yicheng.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file, or standard input for {@code -}, as strict UTF-8 JSON: no doubled keys, nothing after the value. */
final class Input {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private Input() {}

    /** There is no such file, or it cannot be read; the message says so in both languages. */
    static final class Unreadable extends RuntimeException {
        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    static byte[] bytes(String name, InputStream standard) {
        try {
            return name.equals("-") ? standard.readAllBytes() : Files.readAllBytes(Path.of(name));
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new Unreadable(Messages.both("cli.no-file", "file", name));
        } catch (IOException | OutOfMemoryError e) {
            throw new Unreadable(Messages.both("cli.unreadable", "file", name, "why", String.valueOf(e.getMessage())));
        }
    }

    /** The tree; empty for JSON null. */
    static Optional<Object> json(byte[] bytes) {
        try {
            return Optional.ofNullable(JSON.readValue(text(bytes), Object.class));
        } catch (JacksonIOException e) {
            // Nothing but the decoder reads here, so that it alone can fail.
            throw new RefusedException(Refusal.at("/", "cli.not-utf8"));
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String place = at == null ? "?" : at.getLineNr() + ":" + at.getColumnNr();
            throw new RefusedException(Refusal.at("/", "cli.not-json", "place", place, "why", e.getOriginalMessage()));
        }
    }

    /** Decodes while it is read: a large file is not held a second time as text. */
    private static Reader text(byte[] bytes) {
        int from = Arrays.mismatch(bytes, BYTE_ORDER_MARK) >= BYTE_ORDER_MARK.length ? BYTE_ORDER_MARK.length : 0;
        return new InputStreamReader(
                new ByteArrayInputStream(bytes, from, bytes.length - from),
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
    }
}
