package org.yicheng.ledger.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.ledger.Account;
import org.yicheng.ledger.Book;
import org.yicheng.ledger.Books;
import org.yicheng.ledger.Ledger;
import org.yicheng.ledger.Posting;
import org.yicheng.ledger.Unit;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Paging;
import org.yicheng.web.Refuses;

/** Books over REST. Amounts are whole numbers of the unit's smallest part, debits positive. */
@RestController
@RequestMapping("/api/v1/ledger")
@Tag(name = "ledger", description = "台账：账簿、账户、过账、冲销 Books, accounts, postings, reversals")
class LedgerApi {

    private final Ledger ledger;
    private final Books books;
    private final LedgerScope scope;
    private final LedgerTables tables;

    LedgerApi(Ledger ledger, Books books, LedgerScope scope, LedgerTables tables) {
        this.ledger = ledger;
        this.books = books;
        this.scope = scope;
        this.tables = tables;
    }

    /** @param subject what it is kept for, {@code kind:id} */
    record NewBook(String subject, String body, String name) {}

    record NewAccount(
            String code,
            String name,
            Account.Kind kind,
            Optional<Long> floor,
            Optional<Long> cap,
            Optional<String> document) {}

    record NewLimits(Optional<Long> floor, Optional<Long> cap, String document) {}

    /** @param account its code */
    record NewLeg(String account, long amount) {}

    record NewPosting(LocalDate day, String text, String document, String key, List<NewLeg> legs) {}

    record Reversal(LocalDate day, String text, String document, String key) {}

    record Balance(Book book, Books.Trial trial) {}

    record Statement(Account account, long entries, List<Books.Entry> page) {}

    @Operation(summary = "账簿 The books one may read")
    @GetMapping("/books")
    @Needs(Permission.LEDGER_READ)
    List<Book> all() {
        return scope.readable();
    }

    @Operation(summary = "建账（人民币，以分计） Open a book, in fen")
    @PostMapping("/books")
    @Needs(Permission.LEDGER_POST)
    Book open(@RequestBody NewBook asked) {
        if (!Caller.current().mayIn(asked.body(), Permission.LEDGER_POST)) {
            throw new RefusedException(Refusal.at("body", "ledger.not-a-body", "value", asked.body()));
        }
        return ledger.open(new Book.Opening(asked.subject(), asked.body(), asked.name(), Unit.CNY, false))
                .orThrow();
    }

    @Operation(summary = "账簿与试算平衡 A book with its trial balance")
    @GetMapping("/books/{id}")
    @Needs(Permission.LEDGER_READ)
    Balance book(@PathVariable UUID id) {
        return new Balance(scope.book(id, Permission.LEDGER_READ), books.trial(id));
    }

    @Operation(summary = "试算平衡表：CSV或XLSX The trial balance as CSV or XLSX")
    @GetMapping("/books/{id}/trial.{format:csv|xlsx}")
    @Needs(Permission.LEDGER_READ)
    ResponseEntity<byte[]> trial(@PathVariable UUID id, @PathVariable String format) {
        return tables.trial(scope.book(id, Permission.LEDGER_READ), format);
    }

    @Operation(summary = "核对：重演全部过账，与记录比对 Replay the book and compare it with the record")
    @GetMapping("/books/{id}/check")
    @Needs(Permission.LEDGER_READ)
    Books.Check check(@PathVariable UUID id) {
        scope.book(id, Permission.LEDGER_READ);
        return books.check(id);
    }

    @Operation(summary = "开立账户 Open an account")
    @PostMapping("/books/{id}/accounts")
    @Needs(Permission.LEDGER_POST)
    Account open(@PathVariable UUID id, @RequestBody NewAccount asked) {
        scope.book(id, Permission.LEDGER_POST);
        return ledger.open(
                        id,
                        new Account.Opening(
                                asked.code(),
                                asked.name(),
                                asked.kind(),
                                new Account.Limits(asked.floor(), asked.cap()),
                                asked.document().orElse("")))
                .orThrow();
    }

    @Operation(summary = "账户及明细，每页50笔 An account and its statement, 50 entries a page")
    @GetMapping("/accounts/{id}")
    @Needs(Permission.LEDGER_READ)
    Statement statement(@PathVariable UUID id, @RequestParam(defaultValue = "1") int page) {
        Account account = scope.account(id, Permission.LEDGER_READ);
        return new Statement(
                account,
                books.countEntries(id),
                books.statement(id, (Math.max(1, page) - 1L) * Paging.ROWS, Paging.ROWS));
    }

    @Operation(summary = "明细账：CSV或XLSX The statement as CSV or XLSX")
    @GetMapping("/accounts/{id}/statement.{format:csv|xlsx}")
    @Needs(Permission.LEDGER_READ)
    @Refuses(409)
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String format) {
        Account account = scope.account(id, Permission.LEDGER_READ);
        return tables.statement(books.byId(account.book()).orElseThrow(), account, format);
    }

    @Operation(summary = "依决定调整账户的下限和上限 Set an account's limits by a decision")
    @PostMapping("/accounts/{id}/limits")
    @Needs(Permission.LEDGER_POST)
    Account limit(@PathVariable UUID id, @RequestBody NewLimits asked) {
        scope.account(id, Permission.LEDGER_POST);
        return ledger.limit(id, new Account.Limits(asked.floor(), asked.cap()), asked.document())
                .orThrow();
    }

    @Operation(summary = "过账记录，新的在前，每页50笔 Postings, newest first, 50 a page")
    @GetMapping("/books/{id}/postings")
    @Needs(Permission.LEDGER_READ)
    List<Posting> postings(@PathVariable UUID id, @RequestParam(defaultValue = "1") int page) {
        scope.book(id, Permission.LEDGER_READ);
        return books.postings(id, (Math.max(1, page) - 1L) * Paging.ROWS, Paging.ROWS);
    }

    @Operation(summary = "过账；同一键的同一内容只过一次 Post; the same key and content count once")
    @PostMapping("/books/{id}/postings")
    @Needs(Permission.LEDGER_POST)
    Posting post(@PathVariable UUID id, @RequestBody NewPosting asked) {
        scope.book(id, Permission.LEDGER_POST);
        List<Account> accounts = books.accounts(id);
        List<Posting.Line> lines = asked.legs().stream()
                .map(leg -> new Posting.Line(named(accounts, leg.account()), leg.amount()))
                .toList();
        return ledger.post(id, new Posting.Voucher(asked.day(), asked.text(), asked.document(), asked.key()), lines)
                .orThrow();
    }

    private static UUID named(List<Account> accounts, String code) {
        return accounts.stream()
                .filter(account -> account.code().equals(code))
                .map(Account::id)
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.at("legs", "ledger.no-such-code", "value", code)));
    }

    @Operation(summary = "一笔过账 One posting")
    @GetMapping("/postings/{id}")
    @Needs(Permission.LEDGER_READ)
    Posting posting(@PathVariable UUID id) {
        return scope.posting(id, Permission.LEDGER_READ);
    }

    @Operation(summary = "冲销：以反向分录，一次 Take a posting back by its counter-entry, once")
    @PostMapping("/postings/{id}/reversal")
    @Needs(Permission.LEDGER_POST)
    Posting reverse(@PathVariable UUID id, @RequestBody Reversal asked) {
        scope.posting(id, Permission.LEDGER_POST);
        return ledger.reverse(id, new Posting.Voucher(asked.day(), asked.text(), asked.document(), asked.key()))
                .orThrow();
    }
}
