package org.yicheng.record;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

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
        String hash) {}
