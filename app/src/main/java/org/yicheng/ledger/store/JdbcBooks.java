package org.yicheng.ledger.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.ledger.Account;
import org.yicheng.ledger.Book;
import org.yicheng.ledger.Books;
import org.yicheng.ledger.Posting;
import org.yicheng.ledger.Unit;
import org.yicheng.record.Act;
import org.yicheng.record.Journal;

/** Reads books. */
@Component
class JdbcBooks implements Books {

    private static final int MOST_FAULTS = 100;
    private static final int PAGE = 1_000;

    private static final String ACCOUNT = """
            select a.id, a.book, a.code, a.name, a.kind, f.floor, f.cap, coalesce(b.balance, 0) as balance
              from ledger.account a
              left join lateral (select l.floor, l.cap from ledger.limits l where l.account = a.id
                                  order by l.ordinal desc limit 1) f on true
              left join lateral (select l.balance from ledger.leg l where l.account = a.id
                                  order by l.number desc limit 1) b on true
            """;

    private static final String POSTING = """
            select p.*, r.id as reversed_by from ledger.posting p left join ledger.posting r on r.reverses = p.id
            """;

    private final JdbcClient jdbc;
    private final Journal journal;

    JdbcBooks(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    private static Book book(ResultSet row, int number) throws SQLException {
        return new Book(
                row.getObject("id", UUID.class),
                row.getString("subject"),
                row.getString("body"),
                row.getString("name"),
                new Unit(row.getString("unit"), row.getInt("decimals")),
                row.getBoolean("demo"),
                at(row, "opened_at"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        Account.Kind kind = Account.Kind.valueOf(row.getString("kind"));
        return new Account(
                row.getObject("id", UUID.class),
                row.getObject("book", UUID.class),
                row.getString("code"),
                row.getString("name"),
                kind,
                limits(row),
                kind.own(row.getLong("balance")));
    }

    private static Account.Limits limits(ResultSet row) throws SQLException {
        return new Account.Limits(
                Optional.ofNullable(row.getObject("floor", Long.class)),
                Optional.ofNullable(row.getObject("cap", Long.class)));
    }

    @Override
    public List<Book> all() {
        return jdbc.sql("select * from ledger.book order by name, opened_at")
                .query(JdbcBooks::book)
                .list();
    }

    @Override
    public Optional<Book> byId(UUID book) {
        return jdbc.sql("select * from ledger.book where id = :id")
                .param("id", book)
                .query(JdbcBooks::book)
                .optional();
    }

    /** Keeps everybody else from posting in the book until the transaction ends. */
    Optional<Book> locked(UUID book) {
        return jdbc.sql("select * from ledger.book where id = :id for update")
                .param("id", book)
                .query(JdbcBooks::book)
                .optional();
    }

    @Override
    public Optional<Book> of(String subject) {
        return jdbc.sql("select * from ledger.book where subject = :subject")
                .param("subject", subject)
                .query(JdbcBooks::book)
                .optional();
    }

    @Override
    public Optional<Account> account(UUID account) {
        return jdbc.sql(ACCOUNT + " where a.id = :id")
                .param("id", account)
                .query(JdbcBooks::account)
                .optional();
    }

    @Override
    public List<Account> accounts(UUID book) {
        return jdbc.sql(ACCOUNT + " where a.book = :book order by a.code")
                .param("book", book)
                .query(JdbcBooks::account)
                .list();
    }

    /** Those of a book among the accounts named, by id. */
    Map<UUID, Account> accounts(UUID book, List<UUID> named) {
        return jdbc
                .sql(ACCOUNT + " where a.book = :book and a.id = any(:named)")
                .param("book", book)
                .param("named", named.toArray(UUID[]::new))
                .query(JdbcBooks::account)
                .list()
                .stream()
                .collect(Collectors.toMap(Account::id, Function.identity()));
    }

    @Override
    public Optional<Posting> posting(UUID posting) {
        return withLegs(jdbc.sql(POSTING + " where p.id = :id")
                        .param("id", posting)
                        .query(JdbcBooks::bare)
                        .list())
                .stream()
                .findFirst();
    }

    Optional<Posting> byKey(UUID book, String key) {
        return withLegs(jdbc.sql(POSTING + " where p.book = :book and p.key = :key")
                        .param("book", book)
                        .param("key", key)
                        .query(JdbcBooks::bare)
                        .list())
                .stream()
                .findFirst();
    }

    @Override
    public List<Posting> postings(UUID book, long offset, int rows) {
        return withLegs(jdbc.sql(POSTING + " where p.book = :book order by p.number desc offset :offset limit :rows")
                .param("book", book)
                .param("offset", offset)
                .param("rows", rows)
                .query(JdbcBooks::bare)
                .list());
    }

    private static Posting bare(ResultSet row, int number) throws SQLException {
        return new Posting(
                row.getObject("id", UUID.class),
                row.getObject("book", UUID.class),
                row.getLong("number"),
                row.getObject("day", LocalDate.class),
                row.getString("text"),
                row.getString("document"),
                row.getString("key"),
                List.of(),
                Optional.ofNullable(row.getObject("reverses", UUID.class)),
                Optional.ofNullable(row.getObject("reversed_by", UUID.class)),
                at(row, "posted_at"),
                row.getString("posted_by"),
                row.getString("digest"));
    }

    private List<Posting> withLegs(List<Posting> bare) {
        Map<UUID, List<Posting.Leg>> legs = new LinkedHashMap<>();
        bare.forEach(posting -> legs.put(posting.id(), new ArrayList<>()));
        jdbc.sql("""
                select l.posting, l.account, a.code, a.name, a.kind, l.amount, l.balance
                  from ledger.leg l join ledger.account a on a.id = l.account
                 where l.posting = any(:postings) order by l.posting, l.line
                """).param("postings", legs.keySet().toArray(UUID[]::new)).query((ResultSet row) -> {
            legs.getOrDefault(row.getObject("posting", UUID.class), new ArrayList<>())
                    .add(new Posting.Leg(
                            row.getObject("account", UUID.class),
                            row.getString("code"),
                            row.getString("name"),
                            row.getLong("amount"),
                            Account.Kind.valueOf(row.getString("kind")).own(row.getLong("balance"))));
        });
        return bare.stream()
                .map(one -> new Posting(
                        one.id(),
                        one.book(),
                        one.number(),
                        one.day(),
                        one.text(),
                        one.document(),
                        one.key(),
                        legs.getOrDefault(one.id(), List.of()),
                        one.reverses(),
                        one.reversedBy(),
                        one.at(),
                        one.by(),
                        one.digest()))
                .toList();
    }

    @Override
    public long countPostings(UUID book) {
        return jdbc.sql("select count(*) from ledger.posting where book = :book")
                .param("book", book)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Entry> statement(UUID account, long offset, int rows) {
        return jdbc.sql("""
                        select p.id, p.number, p.day, p.text, p.document, l.amount, l.balance, a.kind
                          from ledger.leg l
                          join ledger.posting p on p.id = l.posting
                          join ledger.account a on a.id = l.account
                         where l.account = :account order by l.number offset :offset limit :rows
                        """)
                .param("account", account)
                .param("offset", offset)
                .param("rows", rows)
                .query((row, _) -> new Entry(
                        row.getObject("id", UUID.class),
                        row.getLong("number"),
                        row.getObject("day", LocalDate.class),
                        row.getString("text"),
                        row.getString("document"),
                        row.getLong("amount"),
                        Account.Kind.valueOf(row.getString("kind")).own(row.getLong("balance"))))
                .list();
    }

    @Override
    public long countEntries(UUID account) {
        return jdbc.sql("select count(*) from ledger.leg where account = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Decided> limits(UUID account) {
        return jdbc.sql("select * from ledger.limits where account = :account order by ordinal desc")
                .param("account", account)
                .query((row, _) -> new Decided(limits(row), row.getString("document"), at(row, "decided_at")))
                .list();
    }

    /** Accounts and turnover come from one statement each, so both are of one instant. */
    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Trial trial(UUID book) {
        record Turnover(BigInteger debits, BigInteger credits) {}
        Map<UUID, Turnover> turnover = new HashMap<>();
        jdbc.sql("""
                select account, coalesce(sum(amount) filter (where amount > 0), 0) as debits,
                       coalesce(-sum(amount) filter (where amount < 0), 0) as credits
                  from ledger.leg where book = :book group by account
                """).param("book", book).query((ResultSet row) -> {
            turnover.put(
                    row.getObject("account", UUID.class),
                    new Turnover(whole(row.getBigDecimal("debits")), whole(row.getBigDecimal("credits"))));
        });
        Turnover none = new Turnover(BigInteger.ZERO, BigInteger.ZERO);
        return new Trial(accounts(book).stream()
                .map(account -> {
                    Turnover own = turnover.getOrDefault(account.id(), none);
                    return new Row(account, own.debits(), own.credits());
                })
                .toList());
    }

    private static BigInteger whole(BigDecimal value) {
        return value.toBigIntegerExact();
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Check check(UUID book) {
        TreeSet<Long> faults = new TreeSet<>(replayed(book));
        Map<Long, String> recorded = recorded(book);
        long postings = countPostings(book);
        for (long offset = 0; offset < postings; offset += PAGE) {
            for (Posting posting : postings(book, offset, PAGE)) {
                String kept = recorded.remove(posting.number());
                String now = Digest.of(posting);
                if (!now.equals(posting.digest()) || !now.equals(kept)) {
                    faults.add(posting.number());
                }
            }
        }
        faults.addAll(recorded.keySet());
        return new Check(postings, faults.stream().limit(MOST_FAULTS).toList());
    }

    /** Postings that do not balance, or whose legs do not continue the balances before them. */
    private List<Long> replayed(UUID book) {
        return jdbc.sql("""
                        select number
                          from (select number, balance, sum(amount) over (partition by account order by number) as replayed
                                  from ledger.leg where book = :book) as one
                         where balance <> replayed
                        union
                        select p.number
                          from ledger.posting p left join ledger.leg l on l.posting = p.id
                         where p.book = :book
                         group by p.id having count(l.line) <> p.legs or coalesce(sum(l.amount), 0) <> 0
                        """)
                .param("book", book)
                .query((row, _) -> row.getLong("number"))
                .list();
    }

    /** What the record keeps of a book: digests by number. */
    private Map<Long, String> recorded(UUID book) {
        Map<Long, String> digests = new HashMap<>();
        try (Stream<Act> acts = journal.all()) {
            acts.filter(act -> act.verb().startsWith("ledger.posting."))
                    .filter(act -> book.toString().equals(act.facts().get("book")))
                    .forEach(act -> digests.put(
                            Long.valueOf(act.facts().getOrDefault("number", "0")),
                            act.facts().getOrDefault("digest", "")));
        }
        return digests;
    }
}
