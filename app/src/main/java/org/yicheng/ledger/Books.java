package org.yicheng.ledger;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reading in books. Whether the caller may is for the caller to ask. */
public interface Books {

    /** At most so many accounts in a book. */
    int MOST_ACCOUNTS = 2_000;

    /** By name. */
    List<Book> all();

    Optional<Book> byId(UUID book);

    Optional<Book> of(String subject);

    /** With its balance, as of now. */
    Optional<Account> account(UUID account);

    /** By code. */
    List<Account> accounts(UUID book);

    Optional<Posting> posting(UUID posting);

    /** Newest first. */
    List<Posting> postings(UUID book, long offset, int rows);

    long countPostings(UUID book);

    /**
     * One line of an account's statement.
     *
     * @param amount debits positive, credits negative
     * @param balance what it left, in the account's own direction
     */
    record Entry(UUID posting, long number, LocalDate day, String text, String document, long amount, long balance) {}

    /** An account's statement in the order of postings. */
    List<Entry> statement(UUID account, long offset, int rows);

    long countEntries(UUID account);

    /** A limit as it was decided. */
    record Decided(Account.Limits limits, String document, java.time.Instant at) {}

    /** The limits an account has had, newest first. */
    List<Decided> limits(UUID account);

    /** One account in the trial balance, in smallest parts. */
    record Row(Account account, BigInteger debits, BigInteger credits) {

        /** The balance, if it stands on the debit side. */
        public long debitBalance() {
            return Math.max(0, account.kind().own(account.balance()));
        }

        public long creditBalance() {
            return Math.max(0, -account.kind().own(account.balance()));
        }
    }

    /** Turnover and balance of every account; both pairs of totals are equal, or the book is damaged. */
    record Trial(List<Row> rows) {

        public Trial {
            rows = List.copyOf(rows);
        }

        public BigInteger debits() {
            return rows.stream().map(Row::debits).reduce(BigInteger.ZERO, BigInteger::add);
        }

        public BigInteger credits() {
            return rows.stream().map(Row::credits).reduce(BigInteger.ZERO, BigInteger::add);
        }

        public BigInteger debitBalances() {
            return rows.stream()
                    .map(row -> BigInteger.valueOf(row.debitBalance()))
                    .reduce(BigInteger.ZERO, BigInteger::add);
        }

        public BigInteger creditBalances() {
            return rows.stream()
                    .map(row -> BigInteger.valueOf(row.creditBalance()))
                    .reduce(BigInteger.ZERO, BigInteger::add);
        }
    }

    Trial trial(UUID book);

    /**
     * What checking a whole book found.
     *
     * @param faults numbers of postings that do not balance, do not continue the balances before them, or differ from
     *     what the record keeps of them; at most 100
     */
    record Check(long postings, List<Long> faults) {}

    /** Replays a book and compares each posting's digest with the record. */
    Check check(UUID book);
}
