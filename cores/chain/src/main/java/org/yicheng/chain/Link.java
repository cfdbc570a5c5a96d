package org.yicheng.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * One line of a journal.
 *
 * <p>Canonical form: the fields in the order below, facts sorted by key (by UTF-16 code unit) and each as key, value,
 * every field as its length in UTF-8 bytes (decimal), a colon, the bytes and a line feed. The hash is SHA-256 over the
 * previous hash (as a field) followed by that form.
 *
 * @param number from 1, without gaps
 * @param at instant, to the microsecond
 * @param ground legal ground in short form or an empty string
 * @param previous hash of the line before it; {@link #GENESIS} for the first
 * @param hash lower-case hex
 */
public record Link(
        long number,
        Instant at,
        String actor,
        String role,
        String verb,
        String subject,
        String ground,
        Map<String, String> facts,
        String previous,
        String hash) {

    /** What stands before the first line: 64 zeros. */
    public static final String GENESIS = "0".repeat(64);

    public Link {
        facts = Map.copyOf(facts);
    }

    /** The line that follows {@code previous} in a journal, with its hash computed. */
    public static Link after(String previous, long number, Content content) {
        Instant at = content.at().truncatedTo(ChronoUnit.MICROS);
        Content exact = new Content(
                at,
                content.actor(),
                content.role(),
                content.verb(),
                content.subject(),
                content.ground(),
                content.facts());
        return new Link(
                number,
                at,
                exact.actor(),
                exact.role(),
                exact.verb(),
                exact.subject(),
                exact.ground(),
                exact.facts(),
                previous,
                digest(previous, number, exact));
    }

    /** Whether the stored hash is the hash of the stored fields. */
    public boolean sound() {
        return hash.equals(digest(previous, number, content()));
    }

    private Content content() {
        return new Content(at, actor, role, verb, subject, ground, facts);
    }

    /** What a line says, without its place in the chain. */
    public record Content(
            Instant at,
            String actor,
            String role,
            String verb,
            String subject,
            String ground,
            Map<String, String> facts) {}

    private static String digest(String previous, long number, Content content) {
        MessageDigest sha256 = sha256();
        field(sha256, previous);
        field(sha256, Long.toString(number));
        field(sha256, content.at().toString());
        field(sha256, content.actor());
        field(sha256, content.role());
        field(sha256, content.verb());
        field(sha256, content.subject());
        field(sha256, content.ground());
        new TreeMap<>(content.facts()).forEach((key, value) -> {
            field(sha256, key);
            field(sha256, value);
        });
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static void field(MessageDigest sha256, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha256.update(bytes);
        sha256.update((byte) '\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
