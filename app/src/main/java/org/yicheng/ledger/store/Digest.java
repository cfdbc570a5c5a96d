package org.yicheng.ledger.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.ledger.Posting;

/** The digest of a posting's content: SHA-256 over its fields, each as length in bytes, colon, bytes, line feed. */
final class Digest {

    private final MessageDigest sha256;

    private Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String of(UUID book, Posting.Voucher voucher, List<Posting.Line> lines, Optional<UUID> reverses) {
        Digest digest = new Digest();
        digest.add(book.toString());
        digest.add(voucher.day().toString());
        digest.add(voucher.text());
        digest.add(voucher.document());
        digest.add(voucher.key());
        digest.add(reverses.map(UUID::toString).orElse(""));
        for (Posting.Line line : lines) {
            digest.add(line.account().toString());
            digest.add(Long.toString(line.amount()));
        }
        return HexFormat.of().formatHex(digest.sha256.digest());
    }

    /** The digest of a posting as it stands in its book. */
    static String of(Posting posting) {
        return of(
                posting.book(),
                new Posting.Voucher(posting.day(), posting.text(), posting.document(), posting.key()),
                posting.legs().stream()
                        .map(leg -> new Posting.Line(leg.account(), leg.amount()))
                        .toList(),
                posting.reverses());
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha256.update(bytes);
        sha256.update((byte) '\n');
    }
}
