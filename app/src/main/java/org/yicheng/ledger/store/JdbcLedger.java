package org.yicheng.ledger.store;

import static org.yicheng.ledger.store.PostingRules.LIMITS;
import static org.yicheng.ledger.store.PostingRules.POSTINGS;
import static org.yicheng.ledger.store.PostingRules.REVERSALS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.ledger.Account;
import org.yicheng.ledger.Account.Limits;
import org.yicheng.ledger.Book;
import org.yicheng.ledger.Books;
import org.yicheng.ledger.Ledger;
import org.yicheng.ledger.Posting;
import org.yicheng.ledger.Posting.Line;
import org.yicheng.ledger.Posting.Voucher;
import org.yicheng.ledger.Unit;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Opens books and accounts, sets limits, posts, reverses; one writer a book. */
@Component
class JdbcLedger implements Ledger {

    private static final Citation BOOKS = Citation.of(Law.PRODUCT, "ledger.books");
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,39}");
    private static final int LONGEST_NAME = 100;

    private final JdbcClient jdbc;
    private final JdbcBooks books;
    private final LedgerActs acts;

    JdbcLedger(JdbcClient jdbc, JdbcBooks books, LedgerActs acts) {
        this.jdbc = jdbc;
        this.books = books;
        this.acts = acts;
    }

    private static <T> Ruling<T> unknown(String code, UUID id) {
        return Ruling.refused(Refusal.plain(code, "value", id.toString()));
    }

    @Override
    @Transactional
    public Ruling<Book> open(Book.Opening opening) {
        List<Refusal> reasons = new ArrayList<>();
        Entered.words(reasons, "subject", opening.subject(), LONGEST_NAME);
        Entered.words(reasons, "name", opening.name(), LONGEST_NAME);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Book book = new Book(
                UUID.randomUUID(),
                opening.subject(),
                opening.body(),
                opening.name(),
                opening.unit(),
                opening.demo(),
                acts.now());
        if (!insert(book)) {
            Book first = books.of(opening.subject()).orElseThrow();
            return opening.equals(
                            new Book.Opening(first.subject(), first.body(), first.name(), first.unit(), first.demo()))
                    ? Ruling.granted(first)
                    : Ruling.refused(Refusal.at("subject", BOOKS, "ledger.subject-used", "name", first.name()));
        }
        acts.write(
                "ledger.book.open",
                "book:" + book.id(),
                BOOKS,
                Map.of(
                        "name",
                        book.name(),
                        "body",
                        book.body(),
                        "unit",
                        book.unit().code()));
        return Ruling.granted(book);
    }

    private boolean insert(Book book) {
        return jdbc.sql("""
                        insert into ledger.book (id, subject, body, name, unit, decimals, demo, opened_at, opened_by)
                        values (:id, :subject, :body, :name, :unit, :decimals, :demo, :at::timestamptz, :by)
                        on conflict (subject) do nothing
                        """)
                        .param("id", book.id())
                        .param("subject", book.subject())
                        .param("body", book.body())
                        .param("name", book.name())
                        .param("unit", book.unit().code())
                        .param("decimals", book.unit().decimals())
                        .param("demo", book.demo())
                        .param("at", book.opened().toString())
                        .param("by", by())
                        .update()
                == 1;
    }

    private static String by() {
        return org.yicheng.party.Caller.current().actor();
    }

    @Override
    @Transactional
    public Ruling<Account> open(UUID book, Account.Opening opening) {
        Optional<Book> in = books.locked(book);
        if (in.isEmpty()) {
            return unknown("ledger.book.unknown", book);
        }
        List<Account> others = books.accounts(book);
        Optional<Account> first = others.stream()
                .filter(other -> other.code().equals(opening.code()))
                .findFirst();
        if (first.isPresent()) {
            return first.get().name().equals(opening.name()) && first.get().kind() == opening.kind()
                    ? Ruling.granted(first.get())
                    : Ruling.refused(Refusal.at(
                            "code",
                            BOOKS,
                            "ledger.code-used",
                            "code",
                            opening.code(),
                            "name",
                            first.get().name()));
        }
        Account account = new Account(
                UUID.randomUUID(), book, opening.code(), opening.name(), opening.kind(), opening.limits(), 0);
        List<Refusal> reasons = against(in.get().unit(), account, others.size(), opening.document());
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        insert(account);
        Map<String, String> facts = new HashMap<>(facts(in.get().unit(), opening.limits(), opening.document()));
        facts.putAll(Map.of(
                "name",
                account.name(),
                "code",
                account.code(),
                "kind",
                account.kind().name()));
        if (!opening.limits().equals(Limits.NONE)) {
            insert(account.id(), opening.limits(), opening.document());
        }
        acts.write("ledger.account.open", "account:" + account.id(), BOOKS, facts);
        return Ruling.granted(account);
    }

    private static List<Refusal> against(Unit unit, Account account, int others, String document) {
        List<Refusal> reasons = new ArrayList<>();
        if (!CODE.matcher(account.code()).matches()) {
            reasons.add(Refusal.at("code", BOOKS, "ledger.wrong-code", "most", 40));
        }
        Entered.words(reasons, "name", account.name(), LONGEST_NAME);
        if (others >= Books.MOST_ACCOUNTS) {
            reasons.add(Refusal.by(BOOKS, "ledger.accounts-full", "most", Books.MOST_ACCOUNTS));
        }
        if (!account.limits().equals(Limits.NONE)) {
            reasons.addAll(against(unit, account, document));
        }
        return reasons;
    }

    /** Whether an account's limits can hold. */
    private static List<Refusal> against(Unit unit, Account account, String document) {
        List<Refusal> reasons = new ArrayList<>();
        Entered.words(reasons, "document", document, Posting.LONGEST_TEXT);
        long floor = account.limits().floor().orElse(-Unit.MOST);
        long cap = account.limits().cap().orElse(Unit.MOST);
        if (floor > cap || floor < -Unit.MOST || cap > Unit.MOST) {
            reasons.add(Refusal.at(
                    "cap", LIMITS, "ledger.limits-crossed", "floor", unit.text(floor), "cap", unit.text(cap)));
        } else {
            new PostingRules(unit, Map.of(), java.time.LocalDate.MIN)
                    .beyond(account, account.balance())
                    .map(reason -> new Refusal(reason.code(), reason.facts(), Optional.of("cap"), reason.ground()))
                    .ifPresent(reasons::add);
        }
        return reasons;
    }

    private static Map<String, String> facts(Unit unit, Limits limits, String document) {
        Map<String, String> facts = new HashMap<>();
        limits.floor().ifPresent(floor -> facts.put("floor", unit.text(floor)));
        limits.cap().ifPresent(cap -> facts.put("cap", unit.text(cap)));
        if (!document.isBlank()) {
            facts.put("document", document);
        }
        return facts;
    }

    private void insert(Account account) {
        jdbc.sql("""
                insert into ledger.account (id, book, code, name, kind, opened_at, opened_by)
                values (:id, :book, :code, :name, :kind, :at::timestamptz, :by)
                """)
                .param("id", account.id())
                .param("book", account.book())
                .param("code", account.code())
                .param("name", account.name())
                .param("kind", account.kind().name())
                .param("at", acts.now().toString())
                .param("by", by())
                .update();
    }

    private void insert(UUID account, Limits limits, String document) {
        jdbc.sql("""
                insert into ledger.limits (account, floor, cap, document, decided_at, decided_by)
                values (:account, :floor, :cap, :document, :at::timestamptz, :by)
                """)
                .param("account", account)
                .param("floor", limits.floor().orElse(null), java.sql.Types.BIGINT)
                .param("cap", limits.cap().orElse(null), java.sql.Types.BIGINT)
                .param("document", document)
                .param("at", acts.now().toString())
                .param("by", by())
                .update();
    }

    @Override
    @Transactional
    public Ruling<Account> limit(UUID account, Limits limits, String document) {
        Optional<Book> book = books.account(account).map(Account::book).flatMap(books::locked);
        if (book.isEmpty()) {
            return unknown("ledger.account.unknown", account);
        }
        Account now = books.account(account).orElseThrow();
        Account then = new Account(now.id(), now.book(), now.code(), now.name(), now.kind(), limits, now.balance());
        List<Refusal> reasons = against(book.get().unit(), then, document.strip());
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        insert(account, limits, document.strip());
        acts.write(
                "ledger.account.limit",
                "account:" + account,
                LIMITS,
                facts(book.get().unit(), limits, document.strip()));
        return Ruling.granted(then);
    }

    @Override
    @Transactional
    public Ruling<Posting> post(UUID book, Voucher voucher, List<Line> lines) {
        return books.locked(book)
                .map(in -> enter(in, stripped(voucher), lines, Optional.empty()))
                .orElseGet(() -> unknown("ledger.book.unknown", book));
    }

    @Override
    @Transactional
    public Ruling<Posting> reverse(UUID posting, Voucher voucher) {
        Optional<Book> book = books.posting(posting).map(Posting::book).flatMap(books::locked);
        if (book.isEmpty()) {
            return unknown("ledger.posting.unknown", posting);
        }
        Posting first = books.posting(posting).orElseThrow();
        List<Line> lines = first.legs().stream()
                .map(leg -> new Line(leg.account(), -leg.amount()))
                .toList();
        return enter(book.get(), stripped(voucher), lines, Optional.of(first));
    }

    private static Voucher stripped(Voucher voucher) {
        return new Voucher(
                voucher.day(),
                voucher.text().strip(),
                voucher.document().strip(),
                voucher.key().strip());
    }

    private Ruling<Posting> enter(Book book, Voucher voucher, List<Line> lines, Optional<Posting> reverses) {
        String digest = Digest.of(book.id(), voucher, lines, reverses.map(Posting::id));
        Optional<Posting> before = books.byKey(book.id(), voucher.key());
        if (before.isPresent()) {
            return before.get().digest().equals(digest)
                    ? Ruling.granted(before.get())
                    : Ruling.refused(Refusal.at(
                            "key",
                            POSTINGS,
                            "ledger.key-used",
                            "number",
                            before.get().number()));
        }
        Map<UUID, Account> accounts =
                books.accounts(book.id(), lines.stream().map(Line::account).toList());
        List<Refusal> reasons = new ArrayList<>();
        reverses.flatMap(this::notReversible).ifPresent(reasons::add);
        reasons.addAll(new PostingRules(book.unit(), accounts, acts.today()).against(voucher, lines));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        UUID id = UUID.randomUUID();
        long number = insert(id, book, voucher, lines.size(), digest, reverses);
        insert(id, number, lines, accounts);
        Posting posting = books.posting(id).orElseThrow();
        acts.write(
                reverses.isPresent() ? "ledger.posting.reverse" : "ledger.posting.post",
                "posting:" + id,
                reverses.isPresent() ? REVERSALS : POSTINGS,
                Map.of(
                        "book", book.id().toString(),
                        "number", Long.toString(number),
                        "sum", book.unit().text(posting.sum()),
                        "unit", book.unit().code(),
                        "digest", digest));
        return Ruling.granted(posting);
    }

    private Optional<Refusal> notReversible(Posting posting) {
        if (posting.reverses().isPresent()) {
            return Optional.of(Refusal.by(REVERSALS, "ledger.counter-entry", "number", posting.number()));
        }
        return posting.reversedBy()
                .flatMap(books::posting)
                .map(counter ->
                        Refusal.by(REVERSALS, "ledger.reversed", "number", posting.number(), "by", counter.number()));
    }

    private long insert(UUID id, Book book, Voucher voucher, int legs, String digest, Optional<Posting> reverses) {
        return jdbc.sql("""
                        insert into ledger.posting (id, book, number, day, text, document, key, legs, digest, reverses,
                                                    posted_at, posted_by)
                        select :id, :book, coalesce(max(p.number), 0) + 1, :day, :text, :document, :key, :legs, :digest,
                               :reverses::uuid, :at::timestamptz, :by
                          from ledger.posting p where p.book = :book
                        returning number
                        """)
                .param("id", id)
                .param("book", book.id())
                .param("day", voucher.day())
                .param("text", voucher.text())
                .param("document", voucher.document())
                .param("key", voucher.key())
                .param("legs", legs)
                .param("digest", digest)
                .param("reverses", reverses.map(one -> one.id().toString()).orElse(null), java.sql.Types.VARCHAR)
                .param("at", acts.now().toString())
                .param("by", by())
                .query(Long.class)
                .single();
    }

    private void insert(UUID id, long number, List<Line> lines, Map<UUID, Account> accounts) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Account account = Objects.requireNonNull(accounts.get(line.account()));
            jdbc.sql("""
                    insert into ledger.leg (posting, book, number, line, account, amount, balance)
                    values (:posting, :book, :number, :line, :account, :amount, :balance)
                    """)
                    .param("posting", id)
                    .param("book", account.book())
                    .param("number", number)
                    .param("line", i + 1)
                    .param("account", line.account())
                    .param("amount", line.amount())
                    .param("balance", account.kind().own(account.balance()) + line.amount())
                    .update();
        }
    }
}
