package org.yicheng.demo.city;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.yicheng.ledger.Account;
import org.yicheng.ledger.Account.Kind;
import org.yicheng.ledger.Account.Limits;
import org.yicheng.ledger.Book;
import org.yicheng.ledger.Ledger;
import org.yicheng.ledger.Posting;
import org.yicheng.ledger.Posting.Line;
import org.yicheng.ledger.Unit;

/** The money of the session, invented: a grant, what was paid of it, one mistake taken back. */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class DemoLedger {

    private static final String CONTRACT = "演示合同〔2023〕12号";

    private final Ledger ledger;
    private final Clock clock;

    DemoLedger(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    void load() {
        UUID book = ledger.open(new Book.Opening("demo:session-money", Personas.BODY, "第五次会议会务经费（演示）", Unit.CNY, true))
                .orThrow()
                .id();
        UUID bank = account(book, "1002", "银行存款", Kind.ASSET, Limits.from(0), "会务经费管理规定（演示）");
        UUID owed = account(book, "2202", "应付账款", Kind.LIABILITY, Limits.NONE, "");
        UUID grant = account(book, "4001", "财政拨款收入", Kind.INCOME, Limits.NONE, "");
        UUID print = account(book, "5001.01", "文件印刷", Kind.EXPENSE, Limits.between(0, 180_000_00), CONTRACT);
        UUID hall = account(book, "5001.02", "会场租用和布置", Kind.EXPENSE, Limits.NONE, "");
        post(book, "1", "会务经费拨款到账", "演示拨款通知〔2023〕5号", Line.debit(bank, 600_000_00), Line.credit(grant, 600_000_00));
        post(book, "2", "文件印刷首付款", CONTRACT, Line.debit(print, 90_000_00), Line.credit(bank, 90_000_00));
        Posting wrong = post(book, "3", "会场布置", "演示付款单3", Line.debit(hall, 12_800_00), Line.credit(bank, 12_800_00));
        ledger.reverse(wrong.id(), voucher("4", "更正：会场布置金额记错", "演示更正单1")).orThrow();
        post(
                book,
                "5",
                "会场布置，部分下月付款",
                "演示付款单3",
                Line.debit(hall, 128_000_00),
                Line.credit(bank, 100_000_00),
                Line.credit(owed, 28_000_00));
    }

    private UUID account(UUID book, String code, String name, Kind kind, Limits limits, String document) {
        return ledger.open(book, new Account.Opening(code, name, kind, limits, document))
                .orThrow()
                .id();
    }

    private Posting post(UUID book, String key, String text, String document, Line... lines) {
        return ledger.post(book, voucher(key, text, document), List.of(lines)).orThrow();
    }

    private Posting.Voucher voucher(String key, String text, String document) {
        return new Posting.Voucher(LocalDate.now(clock), text, document, key);
    }
}
