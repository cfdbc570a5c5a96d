package org.yicheng.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry of a book 过账: two or more legs that sum to zero. It never changes.
 *
 * @param number in its book, from 1 without gaps
 * @param document what it rests on, e.g. the number of an order to pay
 * @param key given by whoever posted it; the same key is the same posting
 * @param reverses the posting it takes back
 * @param reversedBy the posting that took it back
 * @param by account id of whoever posted it
 * @param digest SHA-256 of its content, lower-case hex; stands in the record too
 */
public record Posting(
        UUID id,
        UUID book,
        long number,
        LocalDate day,
        String text,
        String document,
        String key,
        List<Leg> legs,
        Optional<UUID> reverses,
        Optional<UUID> reversedBy,
        Instant at,
        String by,
        String digest) {

    public static final int MOST_LEGS = 100;
    public static final int LONGEST_TEXT = 200;
    public static final int LONGEST_KEY = 100;

    public Posting {
        legs = List.copyOf(legs);
    }

    /** What it moved: the sum of its debits. */
    public long sum() {
        return legs.stream().mapToLong(leg -> Math.max(0, leg.amount())).sum();
    }

    /**
     * One leg 分录.
     *
     * @param amount debits positive, credits negative
     * @param balance what it left, in the account's own direction
     */
    public record Leg(UUID account, String code, String name, long amount, long balance) {}

    /** A leg to be posted. */
    public record Line(UUID account, long amount) {

        public static Line debit(UUID account, long amount) {
            return new Line(account, amount);
        }

        public static Line credit(UUID account, long amount) {
            return new Line(account, -amount);
        }
    }

    /** What a posting says beside its legs; all four are wanted. */
    public record Voucher(LocalDate day, String text, String document, String key) {}
}
