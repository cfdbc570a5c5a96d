package org.yicheng.ledger.pages;

import java.math.BigInteger;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yicheng.document.Sheets;
import org.yicheng.ledger.Account;
import org.yicheng.ledger.Book;
import org.yicheng.ledger.Books;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** A trial balance and a statement as CSV and XLSX. */
@Component
class LedgerTables {

    static final int MOST_ROWS = 100_000;

    private static final List<String> TRIAL =
            List.of("code", "name", "kind", "debits", "credits", "debit_balance", "credit_balance", "unit");
    private static final List<String> STATEMENT =
            List.of("number", "day", "text", "document", "debit", "credit", "balance", "unit");

    private final Books books;

    LedgerTables(Books books) {
        this.books = books;
    }

    ResponseEntity<byte[]> trial(Book book, String format) {
        List<List<String>> rows = books.trial(book.id()).rows().stream()
                .map(row -> List.of(
                        row.account().code(),
                        row.account().name(),
                        row.account().kind().name(),
                        book.unit().figure(row.debits()),
                        book.unit().figure(row.credits()),
                        figure(book, row.debitBalance()),
                        figure(book, row.creditBalance()),
                        book.unit().code()))
                .toList();
        return file("trial-balance", format, TRIAL, rows);
    }

    ResponseEntity<byte[]> statement(Book book, Account account, String format) {
        if (books.countEntries(account.id()) > MOST_ROWS) {
            throw new RefusedException(Refusal.plain("ledger.too-many-rows", "most", MOST_ROWS));
        }
        List<List<String>> rows = books.statement(account.id(), 0, MOST_ROWS).stream()
                .map(entry -> List.of(
                        Long.toString(entry.number()),
                        entry.day().toString(),
                        entry.text(),
                        entry.document(),
                        entry.amount() > 0 ? figure(book, entry.amount()) : "",
                        entry.amount() < 0 ? figure(book, -entry.amount()) : "",
                        figure(book, entry.balance()),
                        book.unit().code()))
                .toList();
        return file("statement-" + account.code(), format, STATEMENT, rows);
    }

    private static String figure(Book book, long parts) {
        return book.unit().figure(BigInteger.valueOf(parts));
    }

    private static ResponseEntity<byte[]> file(
            String name, String format, List<String> header, List<List<String>> rows) {
        boolean xlsx = format.equals("xlsx");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(
                        xlsx
                                ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                                : "text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + format + "\"")
                .body(xlsx ? Sheets.figures(header, rows) : Sheets.csv(header, rows));
    }
}
