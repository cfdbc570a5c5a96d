package org.yicheng.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private Input() {}

    static byte[] bytes(String name, InputStream standard) throws IOException {
        return name.equals("-") ? standard.readAllBytes() : Files.readAllBytes(Path.of(name));
    }

    static Object json(byte[] bytes) {
        try {
            return JSON.readValue(text(bytes), Object.class);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String place = at == null ? "?" : at.getLineNr() + ":" + at.getColumnNr();
            throw new RefusedException(Refusal.at("/", "cli.not-json", "place", place, "why", e.getOriginalMessage()));
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RefusedException(Refusal.at("/", "cli.not-utf8"));
        }
    }
}
