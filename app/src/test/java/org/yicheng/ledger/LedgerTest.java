package org.yicheng.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.ledger.Account.Kind;
import org.yicheng.ledger.Account.Limits;
import org.yicheng.ledger.Posting.Line;
import org.yicheng.ledger.Posting.Voucher;
import org.yicheng.record.Act;
import org.yicheng.record.Journal;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;

/** Postings balance, limits hold, nothing changes, whoever posts and from wherever. */
@YichengTest
class LedgerTest {

    private static final long CONTRACT = 1_000_000_00L;

    @Autowired
    Ledger ledger;

    @Autowired
    Books books;

    @Autowired
    Journal journal;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private Book book = new Book(new UUID(0, 0), "", "", "", Unit.CNY, true, java.time.Instant.EPOCH);
    private UUID bank = new UUID(0, 0);
    private UUID grant = new UUID(0, 0);
    private UUID paid = new UUID(0, 0);

    /** A fund of 2,000,000 yuan and a contract of 1,000,000. */
    @BeforeEach
    void aBook() {
        book = ledger.open(new Book.Opening("test:" + UUID.randomUUID(), "ledger", "民生实事项目资金（演示）", Unit.CNY, true))
                .orThrow();
        bank = account("1002", "银行存款", Kind.ASSET, Limits.from(0));
        grant = account("4001", "财政拨款收入", Kind.INCOME, Limits.NONE);
        paid = account("5001.2024-03", "已付工程款", Kind.EXPENSE, Limits.between(0, CONTRACT));
        post("grant", bank, grant, 2_000_000_00L).orThrow();
    }

    private UUID account(String code, String name, Kind kind, Limits limits) {
        return ledger.open(book.id(), new Account.Opening(code, name, kind, limits, "演示合同〔2024〕3号"))
                .orThrow()
                .id();
    }

    private Voucher voucher(String key) {
        return new Voucher(LocalDate.now(clock), "演示：" + key, "演示付款单" + key, key);
    }

    private Ruling<Posting> post(String key, UUID debit, UUID credit, long amount) {
        return ledger.post(book.id(), voucher(key), List.of(Line.debit(debit, amount), Line.credit(credit, amount)));
    }

    private Ruling<Posting> post(Line... lines) {
        return ledger.post(book.id(), voucher("key"), List.of(lines));
    }

    private long balance(UUID account) {
        return books.account(account).orElseThrow().balance();
    }

    private static List<Refusal> reasons(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons) ? reasons : List.of();
    }

    private static List<String> codes(Ruling<?> ruling) {
        return reasons(ruling).stream().map(Refusal::code).toList();
    }

    @Test
    void aPostingMovesBalancesEachInItsOwnDirection() {
        Posting posting = post("first", paid, bank, 300_000_00L).orThrow();
        assertThat(posting.number()).isEqualTo(2);
        assertThat(posting.sum()).isEqualTo(300_000_00L);
        assertThat(posting.legs())
                .containsExactly(
                        new Posting.Leg(paid, "5001.2024-03", "已付工程款", 300_000_00L, 300_000_00L),
                        new Posting.Leg(bank, "1002", "银行存款", -300_000_00L, 1_700_000_00L));
        assertThat(balance(grant)).isEqualTo(2_000_000_00L);
        Books.Trial trial = books.trial(book.id());
        assertThat(trial.debits()).isEqualTo(trial.credits()).isEqualTo(2_300_000_00L);
        assertThat(trial.debitBalances()).isEqualTo(trial.creditBalances()).isEqualTo(2_000_000_00L);
        assertThat(books.statement(bank, 0, 10))
                .extracting(Books.Entry::amount, Books.Entry::balance)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2_000_000_00L, 2_000_000_00L),
                        org.assertj.core.groups.Tuple.tuple(-300_000_00L, 1_700_000_00L));
        Act act = journal.latest(
                        new Journal.ActFilter("ledger.posting.", "posting:" + posting.id(), Optional.empty(), 5))
                .getFirst();
        assertThat(act.facts())
                .containsEntry("number", "2")
                .containsEntry("sum", "300,000.00")
                .containsEntry("digest", posting.digest());
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        Voucher blank = new Voucher(LocalDate.now(clock).plusDays(1), " ", "a\nb", "");
        Ruling<Posting> refused = ledger.post(
                book.id(), blank, List.of(Line.debit(paid, 1_000_000_01L), Line.credit(bank, 2_000_000_01L)));
        assertThat(codes(refused))
                .containsExactly(
                        "ledger.day-ahead",
                        "ledger.wrong-text",
                        "ledger.wrong-document",
                        "ledger.wrong-key",
                        "ledger.unbalanced",
                        "ledger.above-cap",
                        "ledger.below-floor");
        assertThat(reasons(refused).get(4).facts()).containsEntry("difference", "1,000,000.00");
        assertThat(books.countPostings(book.id())).isOne();
    }

    @Test
    void linesThatCannotBeBooked() {
        UUID elsewhere = new UUID(1, 1);
        assertThat(codes(post(Line.debit(paid, 5)))).containsExactly("ledger.legs-wrong");
        assertThat(codes(post(Line.debit(paid, 0), Line.credit(elsewhere, 5), Line.debit(paid, 5))))
                .containsExactly("ledger.amount", "ledger.account-elsewhere", "ledger.account-twice");
        assertThat(codes(ledger.post(elsewhere, voucher("x"), List.of()))).containsExactly("ledger.book.unknown");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "9007199254740992, ledger.amount",
        "-9223372036854775808, ledger.amount",
        "9223372036854775807, ledger.amount",
        "9007199254740991, ledger.too-great"
    })
    void whatIsTooGreatIsRefusedAndNeverWrapsRound(long amount, String code) {
        UUID vault = account("1001", "库存现金", Kind.ASSET, Limits.NONE);
        post("one", vault, grant, 1).orThrow();
        assertThat(codes(post(new Line(vault, amount), new Line(grant, amount == Long.MIN_VALUE ? amount : -amount))))
                .containsOnly(code);
        assertThat(balance(vault)).isOne();
    }

    @Test
    void paidNeverGoesAboveTheContractUntilADecisionRaisesIt() {
        post("most", paid, bank, CONTRACT).orThrow();
        Refusal over = reasons(post("over", paid, bank, 1)).getFirst();
        assertThat(over.code()).isEqualTo("ledger.above-cap");
        assertThat(over.facts())
                .containsEntry("now", "1,000,000.00")
                .containsEntry("limit", "1,000,000.00")
                .containsEntry("over", "0.01");
        assertThat(codes(ledger.limit(paid, Limits.between(0, CONTRACT + 1), " ")))
                .containsExactly("ledger.wrong-document");
        assertThat(codes(ledger.limit(paid, Limits.between(0, CONTRACT - 1), "变更")))
                .containsExactly("ledger.above-cap");
        assertThat(codes(ledger.limit(paid, Limits.between(2, 1), "变更"))).containsExactly("ledger.limits-crossed");
        ledger.limit(paid, Limits.between(0, CONTRACT + 1), "演示决定〔2024〕8号").orThrow();
        post("over", paid, bank, 1).orThrow();
        assertThat(books.limits(paid))
                .extracting(Books.Decided::document)
                .containsExactly("演示决定〔2024〕8号", "演示合同〔2024〕3号");
    }

    @Test
    void theSameKeyIsTheSamePosting() {
        Posting first = post("k", paid, bank, 100).orThrow();
        Voucher again = new Voucher(first.day(), first.text() + " ", " " + first.document(), " k ");
        assertThat(ledger.post(book.id(), again, List.of(Line.debit(paid, 100), Line.credit(bank, 100)))
                        .map(Posting::id))
                .isEqualTo(Ruling.granted(first.id()));
        Refusal other = reasons(post("k", paid, bank, 101)).getFirst();
        assertThat(other.code()).isEqualTo("ledger.key-used");
        assertThat(other.facts()).containsEntry("number", 2L);
        assertThat(books.countPostings(book.id())).isEqualTo(2);
    }

    @Test
    void aPostingIsReversedOnce() {
        Posting first = post("k", paid, bank, 100).orThrow();
        Posting counter = ledger.reverse(first.id(), voucher("r")).orThrow();
        assertThat(counter.reverses()).contains(first.id());
        assertThat(counter.legs()).extracting(Posting.Leg::amount).containsExactly(-100L, 100L);
        assertThat(books.posting(first.id()).orElseThrow().reversedBy()).contains(counter.id());
        assertThat(balance(paid)).isZero();
        assertThat(ledger.reverse(first.id(), voucher("r")).map(Posting::id)).isEqualTo(Ruling.granted(counter.id()));
        assertThat(codes(ledger.reverse(first.id(), voucher("again"))))
                .containsExactly("ledger.reversed", "ledger.below-floor");
        assertThat(codes(ledger.reverse(counter.id(), voucher("back")))).containsExactly("ledger.counter-entry");
        assertThat(codes(ledger.reverse(new UUID(1, 1), voucher("no")))).containsExactly("ledger.posting.unknown");
    }

    @Test
    void moneySpentCannotBeTakenBack() {
        Posting income = books.postings(book.id(), 0, 1).getFirst();
        post("k", paid, bank, 100).orThrow();
        assertThat(codes(ledger.reverse(income.id(), voucher("r")))).containsExactly("ledger.below-floor");
    }

    @Test
    void booksAndAccountsAreOpenedOnce() {
        Book.Opening same = new Book.Opening(book.subject(), book.body(), book.name(), Unit.CNY, true);
        assertThat(ledger.open(same).map(Book::id)).isEqualTo(Ruling.granted(book.id()));
        assertThat(codes(ledger.open(new Book.Opening(book.subject(), "other", book.name(), Unit.CNY, true))))
                .containsExactly("ledger.subject-used");
        assertThat(account("1002", "银行存款", Kind.ASSET, Limits.NONE)).isEqualTo(bank);
        assertThat(codes(ledger.open(book.id(), new Account.Opening("1002", "库存现金", Kind.ASSET, Limits.NONE, ""))))
                .containsExactly("ledger.code-used");
        assertThat(codes(ledger.open(book.id(), new Account.Opening("../1", " ", Kind.ASSET, Limits.from(1), ""))))
                .containsExactly(
                        "ledger.wrong-code", "ledger.wrong-name", "ledger.wrong-document", "ledger.below-floor");
    }

    @Test
    void aBookMayCountSomethingElse() {
        Book carbon = ledger.open(
                        new Book.Opening("test:" + UUID.randomUUID(), "ledger", "碳（演示）", new Unit("tCO2e", 3), true))
                .orThrow();
        assertThat(books.byId(carbon.id()).orElseThrow().unit().text(1_234_567)).isEqualTo("1,234.567");
    }

    @Test
    void whatTheServiceTakesBackIsNotPosted() {
        transaction.executeWithoutResult(status -> {
            post("k", paid, bank, 100).orThrow();
            status.setRollbackOnly();
        });
        assertThat(balance(paid)).isZero();
        assertThat(books.check(book.id())).isEqualTo(new Books.Check(1, List.of()));
    }

    /** 24 payments of 100,000 at once against a contract of 1,000,000: ten win, and no number is given twice. */
    @Test
    void atOnceExactlyAsManyWinAsTheCapAllows() throws Exception {
        List<Callable<Ruling<Posting>>> payments = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String key = "p" + i;
            payments.add(() -> post(key, paid, bank, CONTRACT / 10));
        }
        long won = atOnce(payments).stream()
                .filter(ruling -> ruling instanceof Ruling.Granted<Posting>)
                .count();
        assertThat(won).isEqualTo(10);
        assertThat(balance(paid)).isEqualTo(CONTRACT);
        assertThat(books.postings(book.id(), 0, 50))
                .extracting(Posting::number)
                .containsExactly(11L, 10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(books.check(book.id())).isEqualTo(new Books.Check(11, List.of()));
    }

    @Test
    void theSameKeyAtOnceIsOnePosting() throws Exception {
        List<Callable<Ruling<Posting>>> payments = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            payments.add(() -> post("same", paid, bank, 100));
        }
        assertThat(atOnce(payments).stream().map(one -> one.orThrow().id()).distinct())
                .hasSize(1);
        assertThat(balance(paid)).isEqualTo(100);
    }

    private static List<Ruling<Posting>> atOnce(List<Callable<Ruling<Posting>>> all) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Ruling<Posting>> answers = new ArrayList<>();
            for (Future<Ruling<Posting>> one : threads.invokeAll(all)) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.posting set text = 'other'",
                "update ledger.leg set amount = amount + 1 where false",
                "update ledger.account set code = 'x'",
                "update ledger.limits set cap = null",
                "update ledger.book set name = 'x'",
                "delete from ledger.leg",
                "delete from ledger.posting",
                "truncate ledger.leg",
                "truncate ledger.book cascade"
            })
    void theDatabaseRefusesToRewriteTheBook(String sql) {
        assertThatThrownBy(() -> jdbc.execute(sql)).hasMessageContaining("append-only");
        assertThat(books.check(book.id()).faults()).isEmpty();
    }

    @Test
    void theDatabaseRefusesWhatDoesNotBalance() {
        refusedBySql("does not balance", posting(2, 2), leg(2, 1, paid, 5, 5), leg(2, 2, bank, -4, 1_999_999_96L));
        refusedBySql("does not balance", posting(2, 2));
        refusedBySql("does not balance", posting(2, 2), leg(2, 1, paid, 5, 5));
        refusedBySql("legs_check", posting(2, 1));
        refusedBySql("continue", posting(2, 2), leg(2, 1, paid, 5, 6), leg(2, 2, bank, -5, 1_999_999_95L));
        Posting first = books.postings(book.id(), 0, 1).getFirst();
        refusedBySql(
                "does not balance",
                leg(first.id(), 1, 3, paid, 5, 5),
                leg(first.id(), 1, 4, account("9", "其他", Kind.ASSET, Limits.NONE), -5, -5));
        assertThat(books.check(book.id())).isEqualTo(new Books.Check(1, List.of()));
    }

    private final UUID forged = UUID.randomUUID();

    private String posting(int number, int legs) {
        return "insert into ledger.posting (id, book, number, day, text, document, key, legs, digest, posted_at, posted_by)"
                + " values ('%s', '%s', %d, '2024-01-26', 't', 'd', 'k', %d, repeat('0', 64), now(), 'sql')"
                        .formatted(forged, book.id(), number, legs);
    }

    private String leg(int number, int line, UUID account, long amount, long balance) {
        return leg(forged, number, line, account, amount, balance);
    }

    private String leg(UUID posting, int number, int line, UUID account, long amount, long balance) {
        return "insert into ledger.leg (posting, book, number, line, account, amount, balance)"
                + " values ('%s', '%s', %d, %d, '%s', %d, %d)"
                        .formatted(posting, book.id(), number, line, account, amount, balance);
    }

    private void refusedBySql(String why, String... statements) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    for (String statement : statements) {
                        jdbc.execute(statement);
                    }
                }))
                .hasStackTraceContaining(why);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            update ledger.posting set text = 'other' where number = 2 and book = '%s'              | 2
            update ledger.leg set amount = 2 * amount where number = 2 and book = '%s'             | 2
            update ledger.leg set amount = 1 where number = 1 and line = 1 and book = '%s'         | 1
            delete from ledger.leg where number = 3 and book = '%s'                                | 3
            """)
    void aRowChangedBehindTheTriggersIsFound(String sql, long number) {
        post("a", paid, bank, 100).orThrow();
        post("b", paid, bank, 100).orThrow();
        for (String table : List.of("ledger.leg", "ledger.posting")) {
            jdbc.execute("alter table " + table + " disable trigger all");
        }
        try {
            jdbc.execute(sql.formatted(book.id()));
        } finally {
            for (String table : List.of("ledger.leg", "ledger.posting")) {
                jdbc.execute("alter table " + table + " enable trigger all");
            }
        }
        assertThat(books.check(book.id()).faults()).contains(number);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "'1,234.50', 123450",
        "'１', -1",
        "12，345, 1234500",
        "0.01, 1",
        "0.001, -1",
        "1.500, 150",
        "-5, -1",
        "1e3, -1",
        "'', -1",
        "90071992547409.91, 9007199254740991",
        "90071992547409.92, -1"
    })
    void amountsAreReadExactly(String typed, long fen) {
        assertThat(Unit.CNY.read(typed).orElse(-1L)).isEqualTo(fen);
    }
}
