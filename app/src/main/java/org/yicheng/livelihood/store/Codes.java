package org.yicheng.livelihood.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;

/** Codes of receipts: 60 bits of chance in twelve characters that are not taken for one another. */
public final class Codes {

    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final SecureRandom CHANCE = new SecureRandom();

    private Codes() {}

    /** A new one, in groups of four: {@code 7K3M-…}. */
    public static String fresh() {
        String letters = CHANCE.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
                .collect(Collectors.joining());
        return letters.substring(0, GROUP) + "-" + letters.substring(GROUP, 2 * GROUP) + "-"
                + letters.substring(2 * GROUP);
    }

    /** What is kept of a code, however it was written. */
    public static String digest(String code) {
        String plain = code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
