package org.yicheng.ledger.pages;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.ledger.Account;
import org.yicheng.ledger.Book;
import org.yicheng.ledger.Books;
import org.yicheng.ledger.Posting;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.party.Scopes;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** The books that the caller may read or post in; to others they do not exist. */
@Component
class LedgerScope {

    private final Books books;
    private final List<Scopes> scopes;

    LedgerScope(Books books, List<Scopes> scopes) {
        this.books = books;
        this.scopes = List.copyOf(scopes);
    }

    static boolean may(Book book, Permission permission) {
        return Caller.current().mayIn(book.body(), permission);
    }

    List<Book> readable() {
        return books.all().stream()
                .filter(book -> may(book, Permission.LEDGER_READ))
                .toList();
    }

    /** The bodies whose books the caller keeps. */
    List<Scopes.Scope> kept() {
        return scopes.stream()
                .flatMap(some -> some.all().stream())
                .filter(scope -> Caller.current().mayIn(scope.id(), Permission.LEDGER_POST))
                .toList();
    }

    Bilingual bodyOf(Book book) {
        return scopes.stream()
                .flatMap(some -> some.all().stream())
                .filter(scope -> scope.id().equals(book.body()))
                .map(Scopes.Scope::name)
                .findFirst()
                .orElse(new Bilingual(book.body(), book.body()));
    }

    Book book(UUID id, Permission permission) {
        return books.byId(id)
                .filter(book -> may(book, permission))
                .orElseThrow(() -> unknown("ledger.book.unknown", id));
    }

    Account account(UUID id, Permission permission) {
        return books.account(id)
                .filter(account -> books.byId(account.book())
                        .filter(book -> may(book, permission))
                        .isPresent())
                .orElseThrow(() -> unknown("ledger.account.unknown", id));
    }

    Posting posting(UUID id, Permission permission) {
        return books.posting(id)
                .filter(posting -> books.byId(posting.book())
                        .filter(book -> may(book, permission))
                        .isPresent())
                .orElseThrow(() -> unknown("ledger.posting.unknown", id));
    }

    private static RefusedException unknown(String code, UUID id) {
        return new RefusedException(Refusal.plain(code, "value", id.toString()));
    }
}
