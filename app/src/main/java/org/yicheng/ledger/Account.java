package org.yicheng.ledger;

import java.util.Optional;
import java.util.UUID;

/**
 * An account of a book.
 *
 * @param code unique in its book, e.g. {@code 5001} or {@code paid.2024-03}
 * @param balance in the account's own direction: of an asset what was debited more, of income what was credited more
 */
public record Account(UUID id, UUID book, String code, String name, Kind kind, Limits limits, long balance) {

    /** What an account stands for. */
    public enum Kind {
        /** 资产. */
        ASSET,
        /** 负债. */
        LIABILITY,
        /** 净资产. */
        EQUITY,
        /** 收入. */
        INCOME,
        /** 支出. */
        EXPENSE;

        /** Whether a debit makes it more. */
        public boolean debit() {
            return this == ASSET || this == EXPENSE;
        }

        /** An amount or balance with debits positive, in the account's own direction; and back again. */
        public long own(long signed) {
            return debit() ? signed : -signed;
        }
    }

    /** How far the balance may go, in its own direction and in smallest parts. */
    public record Limits(Optional<Long> floor, Optional<Long> cap) {

        public static final Limits NONE = new Limits(Optional.empty(), Optional.empty());

        public static Limits from(long floor) {
            return new Limits(Optional.of(floor), Optional.empty());
        }

        public static Limits between(long floor, long cap) {
            return new Limits(Optional.of(floor), Optional.of(cap));
        }
    }

    /**
     * An account to be opened.
     *
     * @param document what its limits rest on; may be blank when it has none
     */
    public record Opening(String code, String name, Kind kind, Limits limits, String document) {}
}
