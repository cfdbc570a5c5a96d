package org.yicheng.ledger.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.ledger.Account;
import org.yicheng.ledger.Posting;
import org.yicheng.ledger.Unit;
import org.yicheng.rule.Refusal;
import org.yicheng.web.Faults;

/**
 * What was typed into one of the treasurer's forms, and what was wrong with it.
 *
 * @param typed by field; the page shows it again
 */
public record LedgerForm(Map<String, String> typed, List<Refusal> reasons) {

    /** Lines of the form for a posting. */
    public static final int LINES = 8;

    static LedgerForm of(Map<String, String> typed) {
        return new LedgerForm(Map.copyOf(typed), new ArrayList<>());
    }

    /** An empty form; a fresh key makes sending it twice the same posting. */
    static LedgerForm empty(LocalDate day) {
        return of(Map.of("day", day.toString(), "key", UUID.randomUUID().toString()));
    }

    LedgerForm refused(List<Refusal> why) {
        return new LedgerForm(typed, why);
    }

    public String value(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    public Faults faults() {
        return new Faults(reasons);
    }

    Posting.Voucher voucher() {
        return new Posting.Voucher(day(), value("text"), value("document"), value("key"));
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(value("day"));
        } catch (DateTimeException _) {
            reasons.add(Refusal.at("day", "ledger.not-a-day", "value", value("day")));
            return LocalDate.EPOCH;
        }
    }

    /** An amount of a field; empty when nothing was typed, refused when it cannot be read. */
    Optional<Long> amount(String field, Unit unit) {
        String text = value(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Long> read = unit.read(text);
        if (read.isEmpty()) {
            reasons.add(Refusal.at(
                    field,
                    "ledger.not-an-amount",
                    "value",
                    text,
                    "decimals",
                    unit.decimals(),
                    "most",
                    unit.text(Unit.MOST)));
        }
        return read;
    }

    Account.Limits limits(Unit unit) {
        return new Account.Limits(amount("floor", unit), amount("cap", unit));
    }

    Account.Kind kind() {
        for (Account.Kind kind : Account.Kind.values()) {
            if (kind.name().equals(value("kind"))) {
                return kind;
            }
        }
        reasons.add(Refusal.at("kind", "ledger.not-a-kind", "value", value("kind")));
        return Account.Kind.ASSET;
    }

    /** The lines that name an account; each has a debit or a credit, not both. */
    List<Posting.Line> lines(List<Account> accounts, Unit unit) {
        List<Posting.Line> lines = new ArrayList<>();
        for (int i = 1; i <= LINES; i++) {
            String code = value("account" + i);
            Optional<Long> debit = amount("debit" + i, unit);
            Optional<Long> credit = amount("credit" + i, unit);
            Optional<Account> account =
                    accounts.stream().filter(one -> one.code().equals(code)).findFirst();
            if (code.isEmpty() && debit.isEmpty() && credit.isEmpty()) {
                continue;
            }
            if (account.isEmpty()) {
                reasons.add(Refusal.at("account" + i, "ledger.no-account", "line", i));
            } else if (debit.isPresent() == credit.isPresent()) {
                reasons.add(Refusal.at("debit" + i, "ledger.one-side", "line", i));
            } else {
                lines.add(new Posting.Line(account.get().id(), debit.orElseGet(() -> -credit.orElseThrow())));
            }
        }
        return lines;
    }
}
