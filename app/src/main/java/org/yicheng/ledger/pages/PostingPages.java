package org.yicheng.ledger.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.ledger.Account;
import org.yicheng.ledger.Book;
import org.yicheng.ledger.Books;
import org.yicheng.ledger.Ledger;
import org.yicheng.ledger.Posting;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;
import org.yicheng.web.Paging;

/** An account's statement and limits; one posting and its reversal. */
@Controller
public class PostingPages {

    private final Ledger ledger;
    private final Books books;
    private final LedgerScope scope;
    private final LedgerTables tables;
    private final Pages pages;
    private final Clock clock;

    PostingPages(Ledger ledger, Books books, LedgerScope scope, LedgerTables tables, Pages pages, Clock clock) {
        this.ledger = ledger;
        this.books = books;
        this.scope = scope;
        this.tables = tables;
        this.pages = pages;
        this.clock = clock;
    }

    public record StatementView(
            Book book,
            Account account,
            List<Books.Entry> entries,
            Paging paging,
            List<Books.Decided> limits,
            boolean keeps,
            LedgerForm form) {}

    @GetMapping(BookPages.PATH + "/accounts/{id}")
    @Needs(Permission.LEDGER_READ)
    View statement(@PathVariable UUID id, @RequestParam(defaultValue = "1") int page) {
        return statement(scope.account(id, Permission.LEDGER_READ), page, LedgerForm.of(Map.of()));
    }

    private View statement(Account account, int page, LedgerForm form) {
        Book book = books.byId(account.book()).orElseThrow();
        Paging paging = new Paging(
                page, Paging.ROWS, books.countEntries(account.id()), BookPages.PATH + "/accounts/" + account.id());
        StatementView view = new StatementView(
                book,
                account,
                books.statement(account.id(), paging.offset(), Paging.ROWS),
                paging,
                books.limits(account.id()),
                LedgerScope.may(book, Permission.LEDGER_POST),
                form);
        return pages.show("ledger/account", view, BookPages.status(form));
    }

    @GetMapping(BookPages.PATH + "/accounts/{id}/statement.{format:csv|xlsx}")
    @Needs(Permission.LEDGER_READ)
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String format) {
        Account account = scope.account(id, Permission.LEDGER_READ);
        return tables.statement(books.byId(account.book()).orElseThrow(), account, format);
    }

    @PostMapping(BookPages.PATH + "/accounts/{id}/limits")
    @Needs(Permission.LEDGER_POST)
    Object limit(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        Account account = scope.account(id, Permission.LEDGER_POST);
        LedgerForm form = LedgerForm.of(typed);
        Account.Limits limits =
                form.limits(books.byId(account.book()).orElseThrow().unit());
        if (!form.reasons().isEmpty()) {
            return statement(account, 1, form);
        }
        return switch (ledger.limit(id, limits, form.value("document"))) {
            case Ruling.Refused<Account>(List<Refusal> reasons) -> statement(account, 1, form.refused(reasons));
            case Ruling.Granted<Account> _ -> BookPages.seeOther(BookPages.PATH + "/accounts/" + id);
        };
    }

    /** @param other what it takes back, or what took it back */
    public record PostingView(Book book, Posting posting, Optional<Posting> other, boolean keeps, LedgerForm form) {

        public boolean reversible() {
            return keeps && other.isEmpty();
        }
    }

    @GetMapping(BookPages.PATH + "/postings/{id}")
    @Needs(Permission.LEDGER_READ)
    View posting(@PathVariable UUID id) {
        return posting(scope.posting(id, Permission.LEDGER_READ), LedgerForm.empty(LocalDate.now(clock)));
    }

    private View posting(Posting posting, LedgerForm form) {
        Book book = books.byId(posting.book()).orElseThrow();
        PostingView view = new PostingView(
                book,
                posting,
                posting.reverses().or(posting::reversedBy).flatMap(books::posting),
                LedgerScope.may(book, Permission.LEDGER_POST),
                form);
        return pages.show("ledger/posting", view, BookPages.status(form));
    }

    @PostMapping(BookPages.PATH + "/postings/{id}/reversal")
    @Needs(Permission.LEDGER_POST)
    Object reverse(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        Posting posting = scope.posting(id, Permission.LEDGER_POST);
        LedgerForm form = LedgerForm.of(typed);
        Posting.Voucher voucher = form.voucher();
        if (!form.reasons().isEmpty()) {
            return posting(posting, form);
        }
        return switch (ledger.reverse(id, voucher)) {
            case Ruling.Refused<Posting>(List<Refusal> reasons) -> posting(posting, form.refused(reasons));
            case Ruling.Granted<Posting>(Posting counter) ->
                BookPages.seeOther(BookPages.PATH + "/postings/" + counter.id());
        };
    }
}
