package org.yicheng.library.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.library.Audience;
import org.yicheng.library.Document;
import org.yicheng.library.Documents;
import org.yicheng.library.Publication;
import org.yicheng.library.Subjects;
import org.yicheng.library.Version;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Documents in PostgreSQL. */
@Component
class JdbcDocuments implements Documents {

    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_ISSUER = 100;
    private static final int LONGEST_REASON = 200;
    private static final Duration FARTHEST = Duration.ofDays(366);

    private static final String NEWEST = """
            select %s, %s
              from library.document d
              join lateral (select * from library.version where document = d.id order by number desc limit 1) v on true
              left join library.attachment a on a.sha256 = v.attachment
            """.formatted(Rows.DOCUMENT, Rows.VERSION);

    /** Words are looked for in the newest version only. */
    private static final String NEWEST_HITS = """
             join hits h on h.document = d.id and not exists (
                select 1 from library.version later where later.document = h.document and later.number > h.number)
            """;

    private static final String PAGE = """
            , f.total
              from (select * from found order by rank, created_at desc, id offset :offset limit :limit) f
              join library.document d on d.id = f.id
            """;
    private static final String PAGE_ORDER = " order by f.rank, f.created_at desc, f.id";

    private final JdbcClient jdbc;
    private final Drafts drafts;
    private final Receipts receipts;
    private final Bodies bodies;
    private final ObjectProvider<Subjects> subjects;
    private final LibraryActs acts;
    private final Clock clock;

    JdbcDocuments(
            JdbcClient jdbc,
            Drafts drafts,
            Receipts receipts,
            Bodies bodies,
            ObjectProvider<Subjects> subjects,
            LibraryActs acts,
            Clock clock) {
        this.jdbc = jdbc;
        this.drafts = drafts;
        this.receipts = receipts;
        this.bodies = bodies;
        this.subjects = subjects;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<Held> create(NewDocument document, Draft draft) {
        List<Refusal> faults = new ArrayList<>(faults(document));
        faults.addAll(Drafts.faults(draft));
        if (!faults.isEmpty()) {
            return Ruling.refused(faults);
        }
        UUID id = UUID.randomUUID();
        boolean demo = document.demo()
                || bodies.byId(document.body()).filter(Body::demo).isPresent();
        int stored = jdbc.sql("""
                        insert into library.document (id, body, subject, kind, rank, number, issuer, secrecy, demo,
                                                      created_at, created_by)
                        values (:id, :body, :subject, :kind, :rank, :number, :issuer, :secrecy, :demo, :at, :by)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("body", document.body())
                .param("subject", document.subject())
                .param("kind", document.kind().name())
                .param("rank", document.kind().ordinal())
                .param("number", document.number().strip())
                .param("issuer", document.issuer().strip())
                .param("secrecy", document.secrecy().name())
                .param("demo", demo)
                .param("at", Rows.stamp(clock.instant()))
                .param("by", Caller.current().actor())
                .update();
        if (stored == 0) {
            return Ruling.refused(Refusal.at("number", "library.number-taken", "value", document.number()));
        }
        drafts.store(id, 1, document.number(), draft);
        act(
                id,
                "library.document.create",
                Map.of("kind", document.kind().name(), "version", "1", "sha256", Drafts.digest(draft)));
        return Ruling.granted(byId(id).orElseThrow());
    }

    private List<Refusal> faults(NewDocument document) {
        List<Refusal> faults = new ArrayList<>();
        if (bodies.byId(document.body()).isEmpty()) {
            faults.add(Refusal.at("body", "library.body-not-there", "value", document.body()));
        }
        boolean known = document.subject().isEmpty()
                || subjects.orderedStream()
                        .flatMap(source -> source.of(document.body()).stream())
                        .anyMatch(subject -> subject.id().equals(document.subject()));
        if (!known) {
            faults.add(Refusal.at("subject", "library.subject-not-there", "value", document.subject()));
        }
        if (Drafts.length(document.number().strip()) > LONGEST_NUMBER) {
            faults.add(Refusal.at(
                    "number",
                    "library.number-length",
                    "value",
                    Drafts.length(document.number().strip()),
                    "most",
                    LONGEST_NUMBER));
        }
        int issuer = Drafts.length(document.issuer().strip());
        if (issuer == 0 || issuer > LONGEST_ISSUER) {
            faults.add(Refusal.at("issuer", "library.issuer-length", "value", issuer, "most", LONGEST_ISSUER));
        }
        return faults;
    }

    @Override
    @Transactional
    public Ruling<Version> revise(UUID id, int basedOn, Draft draft) {
        Optional<Held> held = locked(id);
        if (held.isEmpty()) {
            return unknown(id);
        }
        Version newest = held.get().newest();
        List<Refusal> faults = new ArrayList<>(Drafts.faults(draft));
        if (newest.number() != basedOn) {
            faults.addFirst(
                    Refusal.at("basedOn", "library.version-stale", "value", basedOn, "newest", newest.number()));
        } else if (faults.isEmpty() && newest.sha256().equals(Drafts.digest(draft))) {
            faults.add(Refusal.at("text", "library.version-unchanged", "number", newest.number()));
        }
        if (newest.number() >= MOST_VERSIONS) {
            faults.add(Refusal.plain("library.version-count", "most", MOST_VERSIONS));
        }
        if (!faults.isEmpty()) {
            return Ruling.refused(faults);
        }
        int number = newest.number() + 1;
        drafts.store(id, number, held.get().document().number(), draft);
        act(id, "library.version.add", Map.of("version", "" + number, "sha256", Drafts.digest(draft)));
        return Ruling.granted(versions(id).getFirst());
    }

    private Optional<Held> locked(UUID id) {
        boolean there = jdbc.sql("select 1 from library.document where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
        return there ? byId(id) : Optional.empty();
    }

    private static <T> Ruling<T> unknown(UUID id) {
        return Ruling.refused(Refusal.plain("library.document.unknown", "value", id));
    }

    @Override
    @Transactional
    public Ruling<Publication> publish(UUID id, int version, List<Audience> audience, Optional<Instant> from) {
        Optional<Held> held = locked(id);
        if (held.isEmpty()) {
            return unknown(id);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Refusal> faults = faults(held.get(), version, audience);
        if (from.isPresent() && (from.get().isBefore(now) || from.get().isAfter(now.plus(FARTHEST)))) {
            faults.add(Refusal.at(
                    "from",
                    "library.from-when",
                    "value",
                    from.get().atZone(clock.getZone()).toLocalDateTime()));
        }
        if (!faults.isEmpty()) {
            return Ruling.refused(faults);
        }
        UUID publication = UUID.randomUUID();
        List<String> keys = audience.stream().map(Audience::key).distinct().toList();
        jdbc.sql("""
                        insert into library.publication (id, document, version, audience, visible_from, published_at,
                                                         published_by)
                        values (:id, :document, :version, string_to_array(:audience, E'\\n'), :from, :at, :by)
                        """)
                .param("id", publication)
                .param("document", id)
                .param("version", version)
                .param("audience", Rows.joined(keys))
                .param("from", Rows.stamp(from.orElse(now).truncatedTo(ChronoUnit.MICROS)))
                .param("at", Rows.stamp(now))
                .param("by", Caller.current().actor())
                .update();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("version", "" + version);
        facts.put("audience", String.join(" ", keys.subList(0, Math.min(keys.size(), 30))));
        facts.put("audiences", "" + keys.size());
        facts.put("from", from.orElse(now).toString());
        act(id, "library.document.publish", facts);
        return Ruling.granted(publication(publication).orElseThrow());
    }

    private List<Refusal> faults(Held held, int version, List<Audience> audience) {
        List<Refusal> faults = new ArrayList<>();
        if (version < 1 || version > held.newest().number()) {
            faults.add(Refusal.at(
                    "version",
                    "library.version-not-there",
                    "value",
                    version,
                    "most",
                    held.newest().number()));
        }
        if (audience.isEmpty() || audience.size() > MOST_AUDIENCES) {
            faults.add(
                    Refusal.at("audience", "library.audience-count", "value", audience.size(), "most", MOST_AUDIENCES));
        }
        for (Audience one : audience) {
            faults.addAll(faults(held.document(), one));
        }
        return faults;
    }

    private List<Refusal> faults(Document document, Audience audience) {
        return switch (audience) {
            case Audience.Everybody _ ->
                document.secrecy() == Document.Secrecy.OPEN
                        ? List.of()
                        : List.of(Refusal.by(
                                Citation.of(Law.PRODUCT, "library.secrecy"),
                                "library.not-for-everybody",
                                "secrecy",
                                SecrecyWord.of(document.secrecy())));
            case Audience.Members(String body) -> related(document, body);
            case Audience.Holders(String body, var _) -> related(document, body);
            case Audience.OfGroup(String body, String group) -> {
                List<Refusal> faults = new ArrayList<>(related(document, body));
                if (faults.isEmpty()
                        && bodies.groupsOf(body).stream()
                                .noneMatch(one -> one.code().equals(group))) {
                    faults.add(Refusal.at("audience", "library.group-not-there", "value", group));
                }
                yield faults;
            }
        };
    }

    /** A body gives its documents to itself and to the bodies that belong to it. */
    private List<Refusal> related(Document document, String body) {
        boolean own = document.body().equals(body)
                || bodies.byId(body)
                        .flatMap(Body::parent)
                        .filter(document.body()::equals)
                        .isPresent();
        return own ? List.of() : List.of(Refusal.at("audience", "library.audience-not-own", "value", body));
    }

    @Override
    @Transactional
    public Ruling<Publication> recall(UUID id, String reason) {
        Optional<Publication> publication = publication(id);
        if (publication.isEmpty()) {
            return Ruling.refused(Refusal.plain("library.publication.unknown", "value", id));
        }
        locked(publication.get().document());
        int length = Drafts.length(reason.strip());
        if (length == 0 || length > LONGEST_REASON) {
            return Ruling.refused(
                    Refusal.at("reason", "library.reason-length", "value", length, "most", LONGEST_REASON));
        }
        int recalled = jdbc.sql("""
                        update library.publication set recalled_at = :at, recall_reason = :reason, recalled_by = :by
                         where id = :id and recalled_at is null
                        """)
                .param("id", id)
                .param("at", Rows.stamp(clock.instant()))
                .param("reason", reason.strip())
                .param("by", Caller.current().actor())
                .update();
        if (recalled == 0) {
            return Ruling.refused(Refusal.plain("library.recalled-already"));
        }
        act(
                publication.get().document(),
                "library.document.recall",
                Map.of(
                        "version",
                        "" + publication.get().version(),
                        "publication",
                        id.toString(),
                        "reason",
                        reason.strip()));
        return Ruling.granted(publication(id).orElseThrow());
    }

    private void act(UUID document, String verb, Map<String, String> facts) {
        acts.write(document, Permission.DOCUMENT_PUBLISH, verb, facts);
    }

    private Optional<Publication> publication(UUID id) {
        return jdbc.sql("select " + Rows.PUBLICATION + " from library.publication p where p.id = :id")
                .param("id", id)
                .query((row, _) -> Rows.publication(row))
                .optional();
    }

    @Override
    public Optional<Held> byId(UUID id) {
        return held(jdbc.sql(NEWEST + " where d.id = :id")
                        .param("id", id)
                        .query((row, _) -> new Held(Rows.document(row), Rows.version(row), List.of()))
                        .list())
                .stream()
                .findFirst();
    }

    /** The same with their publications, newest first. */
    private List<Held> held(List<Held> bare) {
        Map<UUID, List<Publication>> publications = jdbc
                .sql("select " + Rows.PUBLICATION + """
                         from library.publication p
                         where p.document = any(string_to_array(:ids, E'\\n')::uuid[])
                         order by p.published_at desc, p.version desc, p.id
                        """)
                .param(
                        "ids",
                        Rows.joined(bare.stream()
                                .map(one -> one.document().id().toString())
                                .toList()))
                .query((row, _) -> Rows.publication(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Publication::document));
        return bare.stream()
                .map(one -> new Held(
                        one.document(),
                        one.newest(),
                        publications.getOrDefault(one.document().id(), List.of())))
                .toList();
    }

    @Override
    public List<Version> versions(UUID id) {
        return jdbc.sql("select " + Rows.VERSION + """
                         from library.version v left join library.attachment a on a.sha256 = v.attachment
                         where v.document = :id order by v.number desc
                        """)
                .param("id", id)
                .query((row, _) -> Rows.version(row))
                .list();
    }

    @Override
    public Optional<byte[]> content(String sha256) {
        return jdbc.sql("select content from library.attachment where sha256 = :sha256")
                .param("sha256", sha256)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    @Override
    public Found<Held> find(Filter filter, long offset, int limit) {
        List<String> words = Grams.words(filter.q());
        // Narrow first: of thousands of documents fifty are shown.
        String found = "with "
                + (words.isEmpty() ? "" : SearchSql.hits(words) + ", ")
                + "found as (select d.id, d.rank, d.created_at, count(*) over () as total from library.document d"
                + (words.isEmpty() ? "" : NEWEST_HITS) + """
                 where d.body = :body and (:subject = '' or d.subject = :subject) and (:kind = '' or d.kind = :kind)
                   and (:state = '' or :state = (select case
                           when count(*) = 0 then 'draft'
                           when bool_or(p.recalled_at is null and p.visible_from <= :now) then 'out'
                           when bool_or(p.recalled_at is null) then 'waiting' else 'recalled' end
                         from library.publication p where p.document = d.id)))
                """;
        UnaryOperator<StatementSpec> bind = statement -> SearchSql.bind(statement, words)
                .param("body", filter.body())
                .param("subject", filter.subject())
                .param("kind", filter.kind())
                .param("state", filter.state())
                .param("now", Rows.stamp(clock.instant()));
        AtomicLong total = new AtomicLong();
        List<Held> rows = bind.apply(jdbc.sql(found + NEWEST.replace("from library.document d", PAGE) + PAGE_ORDER))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, _) -> {
                    total.set(row.getLong("total"));
                    return new Held(Rows.document(row), Rows.version(row), List.of());
                })
                .list();
        if (rows.isEmpty() && offset > 0) {
            total.set(bind.apply(jdbc.sql(found + " select count(*) from found"))
                    .query(Long.class)
                    .single());
        }
        return new Found<>(held(rows), total.get());
    }

    @Override
    public List<OfGroup> readBy(UUID document, int version) {
        return byId(document).map(held -> receipts.readBy(held, version)).orElse(List.of());
    }
}
