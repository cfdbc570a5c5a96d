package org.yicheng.ledger.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
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
import org.yicheng.ledger.Unit;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.party.Scopes;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;
import org.yicheng.web.Paging;

/** The books; one book with its trial balance and postings; opening books and accounts. */
@Controller
public class BookPages {

    static final String PATH = "/ledger";

    private final Ledger ledger;
    private final Books books;
    private final LedgerScope scope;
    private final LedgerTables tables;
    private final Pages pages;
    private final Clock clock;

    BookPages(Ledger ledger, Books books, LedgerScope scope, LedgerTables tables, Pages pages, Clock clock) {
        this.ledger = ledger;
        this.books = books;
        this.scope = scope;
        this.tables = tables;
        this.pages = pages;
        this.clock = clock;
    }

    static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", path)
                .build();
    }

    static int status(LedgerForm form) {
        return form.reasons().isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value();
    }

    /** @param postings how many it has */
    public record Line(Book book, Bilingual body, long postings) {}

    /** @param bodies whose books the caller keeps */
    public record ListView(List<Line> books, List<Scopes.Scope> bodies, LedgerForm form) {}

    @GetMapping(PATH)
    @Needs(Permission.LEDGER_READ)
    View list() {
        return list(LedgerForm.of(Map.of()));
    }

    private View list(LedgerForm form) {
        List<Line> lines = scope.readable().stream()
                .map(book -> new Line(book, scope.bodyOf(book), books.countPostings(book.id())))
                .toList();
        return pages.show("ledger/books", new ListView(lines, scope.kept(), form), status(form));
    }

    @PostMapping(PATH)
    @Needs(Permission.LEDGER_POST)
    Object open(@RequestParam Map<String, String> typed) {
        LedgerForm form = LedgerForm.of(typed);
        String body = form.value("body");
        if (scope.kept().stream().noneMatch(one -> one.id().equals(body))) {
            return list(form.refused(List.of(Refusal.at("body", "ledger.not-a-body", "value", body))));
        }
        Book.Opening opening =
                new Book.Opening("own:" + body + "/" + form.value("name"), body, form.value("name"), Unit.CNY, false);
        return switch (ledger.open(opening)) {
            case Ruling.Refused<Book>(List<Refusal> reasons) -> list(form.refused(reasons));
            case Ruling.Granted<Book>(Book book) -> seeOther(PATH + "/books/" + book.id());
        };
    }

    /**
     * @param check what checking found, when it was asked for
     * @param keeps whether the caller may post
     */
    public record BookView(
            Book book,
            Bilingual body,
            Books.Trial trial,
            List<Posting> postings,
            Paging paging,
            Optional<Books.Check> check,
            boolean keeps,
            LedgerForm form) {}

    @GetMapping(PATH + "/books/{id}")
    @Needs(Permission.LEDGER_READ)
    View book(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "false") boolean check) {
        Book book = scope.book(id, Permission.LEDGER_READ);
        return book(book, page, check, LedgerForm.of(Map.of()));
    }

    private View book(Book book, int page, boolean check, LedgerForm form) {
        Paging paging = new Paging(page, Paging.ROWS, books.countPostings(book.id()), PATH + "/books/" + book.id());
        BookView view = new BookView(
                book,
                scope.bodyOf(book),
                books.trial(book.id()),
                books.postings(book.id(), paging.offset(), Paging.ROWS),
                paging,
                check ? Optional.of(books.check(book.id())) : Optional.empty(),
                LedgerScope.may(book, Permission.LEDGER_POST),
                form);
        return pages.show("ledger/book", view, status(form));
    }

    @GetMapping(PATH + "/books/{id}/trial.{format:csv|xlsx}")
    @Needs(Permission.LEDGER_READ)
    ResponseEntity<byte[]> trial(@PathVariable UUID id, @PathVariable String format) {
        return tables.trial(scope.book(id, Permission.LEDGER_READ), format);
    }

    @PostMapping(PATH + "/books/{id}/accounts")
    @Needs(Permission.LEDGER_POST)
    Object account(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        Book book = scope.book(id, Permission.LEDGER_POST);
        LedgerForm form = LedgerForm.of(typed);
        Account.Opening opening = new Account.Opening(
                form.value("code"), form.value("name"), form.kind(), form.limits(book.unit()), form.value("document"));
        if (!form.reasons().isEmpty()) {
            return book(book, 1, false, form);
        }
        return switch (ledger.open(id, opening)) {
            case Ruling.Refused<Account>(List<Refusal> reasons) -> book(book, 1, false, form.refused(reasons));
            case Ruling.Granted<Account> _ -> seeOther(PATH + "/books/" + id);
        };
    }

    /** @param accounts to choose from */
    public record PostView(Book book, List<Account> accounts, LedgerForm form) {}

    @GetMapping(PATH + "/books/{id}/post")
    @Needs(Permission.LEDGER_POST)
    View ask(@PathVariable UUID id) {
        return ask(scope.book(id, Permission.LEDGER_POST), LedgerForm.empty(LocalDate.now(clock)));
    }

    private View ask(Book book, LedgerForm form) {
        return pages.show("ledger/post", new PostView(book, books.accounts(book.id()), form), status(form));
    }

    @PostMapping(PATH + "/books/{id}/post")
    @Needs(Permission.LEDGER_POST)
    Object post(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        Book book = scope.book(id, Permission.LEDGER_POST);
        LedgerForm form = LedgerForm.of(typed);
        Posting.Voucher voucher = form.voucher();
        List<Posting.Line> lines = form.lines(books.accounts(id), book.unit());
        if (!form.reasons().isEmpty()) {
            return ask(book, form);
        }
        return switch (ledger.post(id, voucher, lines)) {
            case Ruling.Refused<Posting>(List<Refusal> reasons) -> ask(book, form.refused(reasons));
            case Ruling.Granted<Posting>(Posting posting) -> seeOther(PATH + "/postings/" + posting.id());
        };
    }
}
