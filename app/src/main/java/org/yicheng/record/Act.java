package org.yicheng.record;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An act in the book.
 *
 * @param number position in the book, from 1 without gaps
 * @param previous hash of the act before it (64 zeros for the first), lower-case hex
 * @param hash SHA-256 over the canonical form of all other fields, lower-case hex
 */
public record Act(
        long number,
        Instant at,
        String actor,
        String role,
        String verb,
        String subject,
        Optional<String> ground,
        Map<String, String> facts,
        String previous,
        String hash) {

    /** The fields of one line of an exported record, as {@code ./yicheng record verify} reads it. */
    public Map<String, Object> exported() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("number", number);
        line.put("at", at.toString());
        line.put("actor", actor);
        line.put("role", role);
        line.put("verb", verb);
        line.put("subject", subject);
        line.put("ground", ground.orElse(""));
        line.put("facts", new TreeMap<>(facts));
        line.put("previous", previous);
        line.put("hash", hash);
        return line;
    }
}
