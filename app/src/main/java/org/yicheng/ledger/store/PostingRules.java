package org.yicheng.ledger.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.ledger.Account;
import org.yicheng.ledger.Posting;
import org.yicheng.ledger.Posting.Line;
import org.yicheng.ledger.Unit;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;

/**
 * Whether a posting may stand, every reason at once.
 *
 * @param accounts of the book, as they are before the posting
 */
record PostingRules(Unit unit, Map<UUID, Account> accounts, LocalDate today) {

    static final Citation POSTINGS = Citation.of(Law.PRODUCT, "ledger.postings");
    static final Citation LIMITS = Citation.of(Law.PRODUCT, "ledger.limits");
    static final Citation REVERSALS = Citation.of(Law.PRODUCT, "ledger.reversals");

    List<Refusal> against(Posting.Voucher voucher, List<Line> lines) {
        List<Refusal> reasons = new ArrayList<>();
        if (voucher.day().isAfter(today)) {
            reasons.add(Refusal.at(
                    "day",
                    POSTINGS,
                    "ledger.day-ahead",
                    "day",
                    OfficialDate.day(voucher.day()),
                    "today",
                    OfficialDate.day(today)));
        }
        Entered.words(reasons, "text", voucher.text(), Posting.LONGEST_TEXT);
        Entered.words(reasons, "document", voucher.document(), Posting.LONGEST_TEXT);
        Entered.words(reasons, "key", voucher.key(), Posting.LONGEST_KEY);
        if (lines.size() < 2 || lines.size() > Posting.MOST_LEGS) {
            reasons.add(Refusal.at(
                    "lines", POSTINGS, "ledger.legs-wrong", "n", lines.size(), "least", 2, "most", Posting.MOST_LEGS));
            return reasons;
        }
        List<Refusal> wrong = wrong(lines);
        reasons.addAll(wrong);
        if (wrong.isEmpty()) {
            balanced(lines).ifPresent(reasons::add);
            lines.forEach(line -> beyond(line).ifPresent(reasons::add));
        }
        return reasons;
    }

    /** Lines that cannot be booked at all. */
    private List<Refusal> wrong(List<Line> lines) {
        List<Refusal> reasons = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Account account = accounts.get(line.account());
            if (account == null) {
                reasons.add(Refusal.at(
                        "lines",
                        POSTINGS,
                        "ledger.account-elsewhere",
                        "line",
                        i + 1,
                        "value",
                        line.account().toString()));
            } else if (!seen.add(line.account())) {
                reasons.add(
                        Refusal.at("lines", POSTINGS, "ledger.account-twice", "line", i + 1, "code", account.code()));
            }
            if (line.amount() == 0 || line.amount() > Unit.MOST || line.amount() < -Unit.MOST) {
                reasons.add(
                        Refusal.at("lines", POSTINGS, "ledger.amount", "line", i + 1, "most", unit.text(Unit.MOST)));
            }
        }
        return reasons;
    }

    /** At most 100 legs of at most 2^53: their sum is far from the end of a long. */
    private Optional<Refusal> balanced(List<Line> lines) {
        long debits =
                lines.stream().mapToLong(line -> Math.max(0, line.amount())).sum();
        long credits =
                lines.stream().mapToLong(line -> Math.max(0, -line.amount())).sum();
        return debits == credits
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        "lines",
                        POSTINGS,
                        "ledger.unbalanced",
                        "debits",
                        unit.text(debits),
                        "credits",
                        unit.text(credits),
                        "difference",
                        unit.text(Math.abs(debits - credits))));
    }

    private Optional<Refusal> beyond(Line line) {
        Account account = accounts.get(line.account());
        return account == null
                ? Optional.empty()
                : beyond(account, account.balance() + account.kind().own(line.amount()));
    }

    /** A balance against an account's limits and against what can be kept. */
    Optional<Refusal> beyond(Account account, long balance) {
        Optional<Long> floor = account.limits().floor().filter(least -> balance < least);
        Optional<Long> cap = account.limits().cap().filter(most -> balance > most);
        if (floor.isPresent()) {
            return Optional.of(beyond("ledger.below-floor", account, balance, floor.get()));
        }
        if (cap.isPresent()) {
            return Optional.of(beyond("ledger.above-cap", account, balance, cap.get()));
        }
        return Math.abs(balance) > Unit.MOST
                ? Optional.of(beyond("ledger.too-great", account, balance, Unit.MOST))
                : Optional.empty();
    }

    private Refusal beyond(String code, Account account, long balance, long limit) {
        return Refusal.at(
                "lines",
                LIMITS,
                code,
                "code",
                account.code(),
                "name",
                account.name(),
                "now",
                unit.text(account.balance()),
                "then",
                unit.text(balance),
                "limit",
                unit.text(limit),
                "over",
                unit.text(Math.abs(balance - limit)));
    }
}
