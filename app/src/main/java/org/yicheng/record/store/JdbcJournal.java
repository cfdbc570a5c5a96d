package org.yicheng.record.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.chain.Link;
import org.yicheng.chain.Verification;
import org.yicheng.record.Act;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The book in PostgreSQL: the head row is the lock that puts all writers in one order. */
@Component
class JdbcJournal implements Journal {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};
    private static final int PAGE = 2_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final JsonMapper json;

    JdbcJournal(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    private record Head(long number, String hash) {}

    /** Stands here, not only in the interface, so that the demand for a transaction is asked of it too. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Act append(ActDraft draft) {
        return append(List.of(draft)).getFirst();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Act> append(List<ActDraft> drafts) {
        Head head = head(" for update");
        List<Link> links = new ArrayList<>(drafts.size());
        long number = head.number();
        String previous = head.hash();
        for (ActDraft draft : drafts) {
            Link link = Link.after(previous, ++number, content(draft));
            links.add(link);
            previous = link.hash();
        }
        insert(links, number, previous);
        return links.stream().map(JdbcJournal::act).toList();
    }

    private Head head(String lock) {
        return jdbc.sql("select number, hash from record.head" + lock)
                .query((row, _) -> new Head(row.getLong(1), row.getString(2)))
                .single();
    }

    private static Link.Content content(ActDraft draft) {
        return new Link.Content(
                draft.at(),
                draft.actor(),
                draft.role(),
                draft.verb(),
                draft.subject(),
                draft.ground().orElse(""),
                draft.facts());
    }

    /** The acts and the new end of the chain in one statement: one way to the database less for every writer. */
    private void insert(List<Link> links, long number, String hash) {
        template.update(
                """
                with moved as (update record.head set number = ?, hash = ?)
                insert into record.act (number, at, actor, role, verb, subject, ground, facts, previous, hash)
                select * from unnest(?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                     ?::text[], ?::text[], ?::text[])
                """,
                number,
                hash,
                column(links, Link::number),
                column(links, link -> link.at().toString()),
                column(links, Link::actor),
                column(links, Link::role),
                column(links, Link::verb),
                column(links, Link::subject),
                column(links, Link::ground),
                column(links, link -> json.writeValueAsString(new java.util.TreeMap<>(link.facts()))),
                column(links, Link::previous),
                column(links, Link::hash));
    }

    private static String[] column(List<Link> links, Function<Link, Object> field) {
        return links.stream().map(link -> field.apply(link).toString()).toArray(String[]::new);
    }

    @Override
    public List<Act> latest(ActFilter filter) {
        return jdbc.sql("""
                        select * from record.act
                         where verb like :verb and (:subject = '' or subject = :subject) and number < :before
                         order by number desc limit :limit
                        """)
                .param("verb", likePrefix(filter.verbPrefix()))
                .param("subject", filter.subject())
                .param("before", filter.before().orElse(Long.MAX_VALUE))
                .param("limit", filter.limit())
                .query(this::row)
                .list();
    }

    @Override
    public long count(ActFilter filter) {
        return jdbc.sql("""
                        select count(*) from record.act
                         where verb like :verb and (:subject = '' or subject = :subject)
                        """)
                .param("verb", likePrefix(filter.verbPrefix()))
                .param("subject", filter.subject())
                .query(Long.class)
                .single();
    }

    @Override
    public long last() {
        return head("").number();
    }

    @Override
    public Touched touched(long after, List<String> prefixes) {
        long last = last();
        List<String> subjects = jdbc.sql("""
                        select distinct subject from record.act
                         where number > :after and number <= :last
                           and subject like any (string_to_array(:prefixes, E'\\n'))
                        """)
                .param("after", after)
                .param("last", last)
                .param(
                        "prefixes",
                        String.join(
                                "\n",
                                prefixes.stream().map(JdbcJournal::likePrefix).toList()))
                .query((row, _) -> row.getString("subject"))
                .list();
        return new Touched(last, subjects);
    }

    private static String likePrefix(String prefix) {
        return prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    @Override
    public Stream<Act> all() {
        return Stream.iterate(
                        page(0),
                        page -> !page.isEmpty(),
                        page -> page(page.getLast().number()))
                .flatMap(List::stream);
    }

    private List<Act> page(long after) {
        return jdbc.sql("select * from record.act where number > :after order by number limit :limit")
                .param("after", after)
                .param("limit", PAGE)
                .query(this::row)
                .list();
    }

    @Override
    public Optional<Long> firstFault() {
        // Read before the acts: those that are written meanwhile come after it.
        Head head = head("");
        AtomicReference<String> atHead = new AtomicReference<>(Link.GENESIS);
        Iterator<Link> links = all().map(JdbcJournal::link)
                .peek(link -> {
                    if (link.number() == head.number()) {
                        atHead.set(link.hash());
                    }
                })
                .iterator();
        return switch (Verification.of(links)) {
            case Verification.Sound(long acts, var _) when acts < head.number() -> Optional.of(acts + 1);
            case Verification.Sound _ when !atHead.get().equals(head.hash()) -> Optional.of(head.number());
            case Verification.Sound _ -> Optional.empty();
            case Verification.Broken(long number, var _) -> Optional.of(number);
        };
    }

    private Act row(ResultSet row, int at) throws SQLException {
        String ground = row.getString("ground");
        Instant instant = row.getObject("at", OffsetDateTime.class)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toInstant();
        return new Act(
                row.getLong("number"),
                instant,
                row.getString("actor"),
                row.getString("role"),
                row.getString("verb"),
                row.getString("subject"),
                ground.isEmpty() ? Optional.empty() : Optional.of(ground),
                json.readValue(row.getString("facts"), FACTS),
                row.getString("previous"),
                row.getString("hash"));
    }

    private static Act act(Link link) {
        return new Act(
                link.number(),
                link.at(),
                link.actor(),
                link.role(),
                link.verb(),
                link.subject(),
                link.ground().isEmpty() ? Optional.empty() : Optional.of(link.ground()),
                link.facts(),
                link.previous(),
                link.hash());
    }

    private static Link link(Act act) {
        return new Link(
                act.number(),
                act.at(),
                act.actor(),
                act.role(),
                act.verb(),
                act.subject(),
                act.ground().orElse(""),
                act.facts(),
                act.previous(),
                act.hash());
    }
}
