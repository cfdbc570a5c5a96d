package org.yicheng.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file, or standard input for {@code -}, as strict UTF-8 JSON: no doubled keys, nothing after the value. */
final class Input {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String BYTE_ORDER_MARK = "\uFEFF";

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
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String place = at == null ? "?" : at.getLineNr() + ":" + at.getColumnNr();
            throw new RefusedException(Refusal.at("/", "cli.not-json", "place", place, "why", e.getOriginalMessage()));
        }
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new RefusedException(Refusal.at("/", "cli.not-utf8"));
        }
    }
}
