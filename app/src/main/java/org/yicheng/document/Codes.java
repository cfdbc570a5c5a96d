package org.yicheng.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** Verification codes and hashes as they stand on paper. */
public final class Codes {

    /** No letters that are read for one another. */
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Codes() {}

    /** Twelve letters in groups of four, 60 random bits. */
    public static String next() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** A code as somebody types it: small letters and blanks do no harm. */
    public static String typed(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }

    /** SHA-256 in hexadecimal. */
    public static String sha256(byte[] content) {
        Running hash = running();
        hash.add(content);
        return hash.hex();
    }

    /** A hash of content that comes piece by piece. */
    public static Running running() {
        try {
            return new Running(MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** SHA-256 of the pieces added so far. */
    public static final class Running {

        private final MessageDigest digest;

        private Running(MessageDigest digest) {
            this.digest = digest;
        }

        public void add(byte[] piece) {
            digest.update(piece);
        }

        /** The hash in hexadecimal; the next piece begins anew. */
        public String hex() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    /** SHA-256 of a text in UTF-8. */
    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
