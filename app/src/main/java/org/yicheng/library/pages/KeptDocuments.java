package org.yicheng.library.pages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.yicheng.library.Reading;
import org.yicheng.party.Caller;

/**
 * What a phone may keep for reading without network.
 *
 * @param reader stands for the account: another reader on the same phone begins with nothing
 * @param days how long the copies last without a word from the server
 */
record KeptDocuments(String reader, int days, List<Item> items) {

    /** A session has some dozens of documents; more than these are not kept. */
    static final int MOST = 300;

    private static final int DAYS = 7;
    private static final int HEX = 16;

    /** @param tag changes with what is to be kept */
    record Item(String page, Optional<String> file, String tag) {}

    static KeptDocuments of(List<Reading.Entry> entries) {
        return new KeptDocuments(
                ownTag(),
                DAYS,
                entries.stream()
                        .map(entry -> {
                            String page = "/documents/" + entry.document().id();
                            return new Item(
                                    page,
                                    entry.file() ? Optional.of(page + "/file") : Optional.empty(),
                                    entry.version() + "-" + entry.sha256().substring(0, HEX));
                        })
                        .toList());
    }

    /** A stand-in for the account that tells nothing about it; empty string for the public. */
    static String ownTag() {
        return Caller.current().account().map(id -> digest("kept " + id)).orElse("");
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, HEX);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
