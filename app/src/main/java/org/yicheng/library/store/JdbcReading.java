package org.yicheng.library.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.library.Documents.Found;
import org.yicheng.library.Reading;
import org.yicheng.library.Version;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** What a reader has been given, from PostgreSQL; every query here asks for the reader's audiences first. */
@Component
class JdbcReading implements Reading {

    /** The newest version of each document that stands for this reader. */
    private static final String MINE = """
            with mine as (
                select distinct on (p.document) p.document, p.version, p.visible_from
                  from library.publication p
                 where p.recalled_at is null and p.visible_from <= :now
                   and (:everywhere or p.audience && string_to_array(:keys, E'\\n'))
                 order by p.document, p.version desc, p.visible_from
            ), read as (
                select document, max(version) as version from library.receipt
                 where account = cast(:account as uuid) group by document
            )
            """;

    /** What the filter leaves of it, narrow: most readers have thousands of documents and look at fifty. */
    private static final String FOUND = """
            , found as (
                select m.document, m.version, m.visible_from, d.rank, coalesce(r.version, 0) as read,
                       count(*) over () as total
                  from mine m
                  join library.document d on d.id = m.document
                  left join read r on r.document = m.document
                  %s
                 where (:kind = '' or d.kind = :kind) and (not :unread or coalesce(r.version, 0) < m.version) %s
            )
            """;

    private static final String WORDS = "join hits h on h.document = m.document and h.number = m.version";

    private static final String ORDER = " order by m.rank, m.visible_from desc, m.document";

    private static final String COLUMNS = """
            %s, m.version as m_version, m.visible_from as m_from, v.title as m_title, v.sha256 as m_sha256,
            v.attachment is not null as m_file
            """.formatted(Rows.DOCUMENT);

    private static final String ENTRY = """
            select %s, m.total as m_total, m.read as m_read, v.text as m_text, v.plain as m_plain
              from (select * from found m %s offset :offset limit :limit) m
              join library.document d on d.id = m.document
              join library.version v on v.document = m.document and v.number = m.version
            """;

    private final JdbcClient jdbc;
    private final Readers readers;
    private final LibraryActs acts;
    private final Clock clock;

    JdbcReading(JdbcClient jdbc, Readers readers, LibraryActs acts, Clock clock) {
        this.jdbc = jdbc;
        this.readers = readers;
        this.acts = acts;
        this.clock = clock;
    }

    private static String page(String order) {
        return ENTRY.formatted(COLUMNS, order) + order;
    }

    /** Fills in who reads and when. */
    private StatementSpec mine(StatementSpec statement) {
        Readers.Reader reader = readers.reader(Caller.current());
        return statement
                .param("now", Rows.stamp(clock.instant()))
                .param("everywhere", reader.everywhere())
                .param("keys", Rows.joined(reader.keys()));
    }

    private StatementSpec read(StatementSpec statement) {
        return mine(statement)
                .param("account", Caller.current().account().map(UUID::toString).orElse(null));
    }

    private static StatementSpec filtered(StatementSpec statement, Filter filter) {
        return statement.param("kind", filter.kind()).param("unread", filter.unread());
    }

    @Override
    public Found<Line> list(Filter filter, long offset, int limit) {
        List<String> words = Grams.words(filter.q());
        String found = words.isEmpty()
                ? MINE + FOUND.formatted("", "")
                : MINE + ", " + SearchSql.hits(words) + FOUND.formatted(WORDS, "");
        UnaryOperator<StatementSpec> bind = statement -> SearchSql.bind(filtered(read(statement), filter), words);
        // One pass gives the rows and their number; a page past the end has no row to say it.
        AtomicLong total = new AtomicLong();
        List<Line> lines = bind.apply(jdbc.sql(found + page(ORDER)))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, at) -> {
                    total.set(row.getLong("m_total"));
                    return new Line(entry(row, at), words.isEmpty() ? List.of() : passages(row, words));
                })
                .list();
        if (lines.isEmpty() && offset > 0) {
            total.set(bind.apply(jdbc.sql(found + "select count(*) from found"))
                    .query(Long.class)
                    .single());
        }
        return new Found<>(lines, total.get());
    }

    /** Where it was found; in a file's own text if the document's words don't hold it. */
    private static List<Passage> passages(ResultSet row, List<String> words) throws SQLException {
        List<Passage> found = Passages.of(row.getString("m_text"), words);
        return found.isEmpty() ? Passages.of(row.getString("m_plain"), words) : found;
    }

    private static Entry entry(ResultSet row, int at) throws SQLException {
        var document = Rows.document(row);
        return new Entry(
                document,
                row.getInt("m_version"),
                row.getString("m_title"),
                Rows.instant(row, "m_from"),
                row.getInt("m_read"),
                row.getBoolean("m_file"),
                document.secrecy() != org.yicheng.library.Document.Secrecy.WORK_SECRET,
                row.getString("m_sha256"));
    }

    @Override
    public int fresh() {
        if (Caller.current().account().isEmpty()) {
            return 0;
        }
        return read(jdbc.sql("""
                        select count(*)
                          from (select p.document, max(p.version) as version from library.publication p
                                 where p.recalled_at is null and p.visible_from <= :now
                                   and (:everywhere or p.audience && string_to_array(:keys, E'\\n'))
                                 group by p.document) m
                          left join (select document, max(version) as version from library.receipt
                                      where account = cast(:account as uuid) group by document) r
                            on r.document = m.document
                         where coalesce(r.version, 0) < m.version
                        """)).query(Integer.class).single();
    }

    @Override
    public Answer open(UUID document, int version) {
        List<Standing> standing = standing(document);
        Optional<Standing> asked = standing.stream()
                .filter(one -> version == 0 || one.version() == version)
                .findFirst();
        if (asked.isEmpty()) {
            return recalled(document, version);
        }
        Standing found = asked.get();
        Version its = jdbc.sql("select " + Rows.VERSION + """
                         from library.version v left join library.attachment a on a.sha256 = v.attachment
                         where v.document = :document and v.number = :version
                        """)
                .param("document", document)
                .param("version", found.version())
                .query((row, _) -> Rows.version(row))
                .single();
        Neighbours around = neighbours(document);
        return new Answer.Here(new Open(
                jdbc.sql("select " + Rows.DOCUMENT + " from library.document d where d.id = :id")
                        .param("id", document)
                        .query((row, _) -> Rows.document(row))
                        .single(),
                its,
                standing.stream().map(Standing::version).toList(),
                found.from(),
                lastRead(document),
                note(document),
                around.previous(),
                around.next()));
    }

    /** A version that stands for this reader. */
    private record Standing(int version, Instant from) {}

    private List<Standing> standing(UUID document) {
        return mine(jdbc.sql("""
                        select p.version, min(p.visible_from) as visible_from from library.publication p
                         where p.document = :document and p.recalled_at is null and p.visible_from <= :now
                           and (:everywhere or p.audience && string_to_array(:keys, E'\\n'))
                         group by p.version order by p.version desc
                        """))
                .param("document", document)
                .query((row, _) -> new Standing(row.getInt("version"), Rows.instant(row, "visible_from")))
                .list();
    }

    private Answer recalled(UUID document, int version) {
        return mine(jdbc.sql("""
                        select p.recalled_at, p.recall_reason from library.publication p
                         where p.document = :document and p.recalled_at is not null and p.visible_from <= :now
                           and p.visible_from <= p.recalled_at and (:version = 0 or p.version = :version)
                           and (:everywhere or p.audience && string_to_array(:keys, E'\\n'))
                         order by p.recalled_at desc limit 1
                        """))
                .param("document", document)
                .param("version", version)
                .query((row, _) ->
                        (Answer) new Answer.Recalled(Rows.instant(row, "recalled_at"), row.getString("recall_reason")))
                .optional()
                .orElseGet(Answer.Nothing::new);
    }

    private int lastRead(UUID document) {
        return jdbc.sql("""
                        select coalesce(max(version), 0) from library.receipt
                         where document = :document and account = cast(:account as uuid)
                        """)
                .param("document", document)
                .param("account", Caller.current().account().map(UUID::toString).orElse(null))
                .query(Integer.class)
                .single();
    }

    /** The entries before and after one on the reader's whole list. */
    private record Neighbours(Optional<Entry> previous, Optional<Entry> next) {}

    private Neighbours neighbours(UUID document) {
        String place = """
                , placed as (
                    select m.document, row_number() over (order by d.rank, m.visible_from desc, d.id) as place
                      from mine m join library.document d on d.id = m.document
                ), here as (select place from placed where document = :document)
                """;
        Map<Integer, Entry> around = new java.util.HashMap<>();
        read(jdbc.sql(MINE + place + "select " + COLUMNS + """
                        , coalesce(r.version, 0) as m_read, (q.place - here.place)::int as distance
                          from here
                          join placed q on q.place between here.place - 1 and here.place + 1
                          join mine m on m.document = q.document
                          join library.document d on d.id = m.document
                          join library.version v on v.document = m.document and v.number = m.version
                          left join read r on r.document = m.document
                        """))
                .param("document", document)
                .query((row, at) -> around.put(row.getInt("distance"), entry(row, at)))
                .list();
        return new Neighbours(Optional.ofNullable(around.get(-1)), Optional.ofNullable(around.get(1)));
    }

    @Override
    @Transactional
    public boolean opened(UUID document, int version, Optional<Instant> at) {
        Caller caller = Caller.current();
        Optional<Standing> standing = standing(document).stream()
                .filter(one -> one.version() == version)
                .findFirst();
        if (standing.isEmpty() || caller.account().isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        Instant first = at.filter(said ->
                        said.isBefore(now) && !said.isBefore(standing.get().from()))
                .orElse(now);
        int fresh = jdbc.sql("""
                        insert into library.receipt (document, version, account, person, at)
                        values (:document, :version, :account, :person, :at) on conflict do nothing
                        """)
                .param("document", document)
                .param("version", version)
                .param("account", caller.account().get())
                .param("person", caller.person().orElse(null))
                .param("at", Rows.stamp(first))
                .update();
        if (fresh > 0) {
            acts.write(
                    document,
                    Permission.MEMBER_DOCUMENTS,
                    "library.document.open",
                    Map.of("version", "" + version, "at", first.toString()));
        }
        return fresh > 0;
    }

    @Override
    @Transactional
    public Ruling<String> note(UUID document, String text) {
        if (Caller.current().account().isEmpty() || standing(document).isEmpty()) {
            return Ruling.refused(Refusal.plain("library.document.unknown", "value", document));
        }
        int length = Drafts.length(text.strip());
        if (length > LONGEST_NOTE) {
            return Ruling.refused(Refusal.at("note", "library.note-length", "value", length, "most", LONGEST_NOTE));
        }
        UUID account = Caller.current().account().get();
        if (length == 0) {
            jdbc.sql("delete from library.note where document = :document and account = :account")
                    .param("document", document)
                    .param("account", account)
                    .update();
        } else {
            jdbc.sql("""
                            insert into library.note (document, account, text, changed_at)
                            values (:document, :account, :text, :at)
                            on conflict (document, account) do update
                               set text = excluded.text, changed_at = excluded.changed_at
                            """)
                    .param("document", document)
                    .param("account", account)
                    .param("text", text.strip().replace("\u0000", ""))
                    .param("at", Rows.stamp(clock.instant()))
                    .update();
        }
        return Ruling.granted(text.strip());
    }

    @Override
    public String note(UUID document) {
        return jdbc.sql("select text from library.note where document = :document and account = cast(:account as uuid)")
                .param("document", document)
                .param("account", Caller.current().account().map(UUID::toString).orElse(null))
                .query(String.class)
                .optional()
                .orElse("");
    }

    @Override
    public List<Entry> keepable(int limit) {
        String sql = MINE
                + FOUND.formatted("", "and d.secrecy <> 'WORK_SECRET'")
                + page(" order by m.visible_from desc, m.document");
        return filtered(read(jdbc.sql(sql)), Filter.ALL)
                .param("offset", 0)
                .param("limit", limit)
                .query(JdbcReading::entry)
                .list();
    }
}
