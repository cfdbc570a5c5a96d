package org.yicheng.proposals.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.document.Codes;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Filing.Opinion;
import org.yicheng.proposals.Filing.Outcome;
import org.yicheng.proposals.Filing.Signature;
import org.yicheng.proposals.Filing.State;
import org.yicheng.proposals.Filings.Text;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.Kind.Part;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Filings, signatures and numbers as rows; rules are elsewhere. */
@Component
class FilingRows {

    private static final TypeReference<LinkedHashMap<String, String>> PARTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final JsonMapper json;
    private final Clock clock;

    FilingRows(JdbcClient jdbc, Bodies bodies, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.json = json;
        this.clock = clock;
    }

    /** What signers sign: title and parts in their order. */
    static String hash(Kind kind, Text text) {
        StringBuilder all = new StringBuilder(kind.name()).append('\n').append(text.title());
        kind.parts()
                .forEach(part -> all.append('\n')
                        .append(part)
                        .append('\n')
                        .append(text.parts().get(part)));
        kind.further().stream()
                .filter(part -> !text.parts().getOrDefault(part, "").isBlank())
                .forEach(part -> all.append('\n')
                        .append(part)
                        .append('\n')
                        .append(text.parts().get(part)));
        return Codes.sha256(all.toString());
    }

    UUID insert(String subject, String body, Kind kind, Text text, String mover, boolean demo, Instant now) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into proposals.filing (id, kind, subject, body, title, parts, mover, state, text_hash, version,
                                                      created_at, demo)
                        values (:id, :kind, :subject, :body, :title, :parts, :mover, 'DRAFT', :hash, 1, :now, :demo)
                        """)
                .param("id", id)
                .param("kind", kind.name())
                .param("subject", subject)
                .param("body", body)
                .param("title", text.title())
                .param("parts", json.writeValueAsString(named(text)))
                .param("mover", mover)
                .param("hash", hash(kind, text))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("demo", demo)
                .update();
        return id;
    }

    private static Map<String, String> named(Text text) {
        Map<String, String> named = new LinkedHashMap<>();
        text.parts().forEach((part, words) -> named.put(part.name(), words));
        return named;
    }

    void change(Filing filing, Text text) {
        jdbc.sql("""
                        update proposals.filing set title = :title, parts = :parts, text_hash = :hash, version = version + 1
                         where id = :id
                        """)
                .param("title", text.title())
                .param("parts", json.writeValueAsString(named(text)))
                .param("hash", hash(filing.kind(), text))
                .param("id", filing.id())
                .update();
    }

    /** Signs, or confirms a signature under a new text; the place stays. */
    void sign(UUID filing, UUID mandate, String hash, Instant now) {
        jdbc.sql("""
                        insert into proposals.signature (filing, mandate, place, text_hash, at)
                        select :filing, :mandate, coalesce(max(place), 0) + 1, :hash, :at
                          from proposals.signature where filing = :filing
                        on conflict (filing, mandate) do update
                           set text_hash = excluded.text_hash, at = excluded.at, withdrawn = null
                        """)
                .param("filing", filing)
                .param("mandate", mandate)
                .param("hash", hash)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void takeBack(UUID filing, UUID mandate, Instant now) {
        jdbc.sql("update proposals.signature set withdrawn = :at where filing = :filing and mandate = :mandate")
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("filing", filing)
                .param("mandate", mandate)
                .update();
    }

    void invite(UUID filing, UUID mandate) {
        jdbc.sql("insert into proposals.invitation (filing, mandate) values (:filing, :mandate) on conflict do nothing")
                .param("filing", filing)
                .param("mandate", mandate)
                .update();
    }

    boolean invited(UUID filing, UUID mandate) {
        return jdbc.sql("select 1 from proposals.invitation where filing = :filing and mandate = :mandate")
                .param("filing", filing)
                .param("mandate", mandate)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void voice(UUID filing, UUID mandate, String what) {
        jdbc.sql("insert into proposals.voice (filing, mandate, what) values (:filing, :mandate, :what)"
                        + " on conflict do nothing")
                .param("filing", filing)
                .param("mandate", mandate)
                .param("what", what)
                .update();
    }

    int voices(UUID filing, String what) {
        return jdbc.sql("select count(*) from proposals.voice where filing = :filing and what = :what")
                .param("filing", filing)
                .param("what", what)
                .query(Integer.class)
                .single();
    }

    void clearVoices(UUID filing, String what) {
        jdbc.sql("delete from proposals.voice where filing = :filing and what = :what")
                .param("filing", filing)
                .param("what", what)
                .update();
    }

    /** The next number of a kind in a session; two who register at once get two numbers. */
    int number(String subject, Kind kind) {
        return jdbc.sql("""
                        insert into proposals.counter (subject, kind, last) values (:subject, :kind, 1)
                        on conflict (subject, kind) do update set last = counter.last + 1 returning last
                        """)
                .param("subject", subject)
                .param("kind", kind.name())
                .query(Integer.class)
                .single();
    }

    void decidedBy(UUID filing, UUID question) {
        jdbc.sql("insert into proposals.decided_by (filing, question) values (:filing, :question)"
                        + " on conflict do nothing")
                .param("filing", filing)
                .param("question", question)
                .update();
    }

    /** The questions by which was decided about filings of a body. */
    Map<UUID, List<UUID>> decidedBy(String body) {
        return jdbc
                .sql("""
                        select d.filing, d.question from proposals.decided_by d join proposals.filing f on f.id = d.filing
                         where f.body = :body order by d.filing, d.question
                        """)
                .param("body", body)
                .query((row, _) ->
                        Map.entry(row.getObject("filing", UUID.class), row.getObject("question", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** What a body gave a number, in the order of receipt. */
    List<Filing> numbered(String body) {
        return signed(jdbc.sql("""
                        select * from proposals.filing where body = :body and number is not null order by received, id
                        """).param("body", body).query(this::row).list());
    }

    /** A number that was given elsewhere: the next one comes after it. */
    void taken(String subject, Kind kind, int number) {
        jdbc.sql("""
                        insert into proposals.counter (subject, kind, last) values (:subject, :kind, :number)
                        on conflict (subject, kind) do update set last = greatest(counter.last, excluded.last)
                        """)
                .param("subject", subject)
                .param("kind", kind.name())
                .param("number", number)
                .update();
    }

    /** Sets columns of one filing; names are ours, values are bound. A new state is noted with its time: of what is received, when it was. */
    void set(UUID id, Map<String, @Nullable Object> columns) {
        String list = columns.keySet().stream()
                .map(column -> column + " = :" + column)
                .collect(Collectors.joining(", "));
        JdbcClient.StatementSpec statement = jdbc.sql("update proposals.filing set " + list + " where id = :id");
        for (Map.Entry<String, @Nullable Object> column : columns.entrySet()) {
            statement = statement.param(column.getKey(), column.getValue());
        }
        statement.param("id", id).update();
        if (columns.get("state") instanceof String state) {
            jdbc.sql("insert into proposals.passage (filing, state, outcome, at) values (:id, :state, :outcome, :at)")
                    .param("id", id)
                    .param("state", state)
                    .param("outcome", columns.get("outcome"))
                    .param(
                            "at",
                            columns.get("received") instanceof OffsetDateTime received
                                    ? received
                                    : clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    Optional<Filing> byId(UUID id, boolean lock) {
        return jdbc.sql("select * from proposals.filing where id = :id" + (lock ? " for update" : ""))
                .param("id", id)
                .query(this::row)
                .optional()
                .map(this::signed);
    }

    /** Those that exist. */
    List<Filing> byIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : signed(jdbc.sql("select * from proposals.filing where id in (:ids)")
                        .param("ids", ids)
                        .query(this::row)
                        .list());
    }

    /** Every filing that was received. */
    List<UUID> received() {
        return jdbc.sql("select id from proposals.filing where received is not null order by id")
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    List<Filing> ofSession(String subject) {
        return signed(jdbc.sql("""
                        select * from proposals.filing where subject = :subject and received is not null
                         order by received desc, id
                        """).param("subject", subject).query(this::row).list());
    }

    List<Filing> of(List<UUID> mandates) {
        if (mandates.isEmpty()) {
            return List.of();
        }
        return signed(jdbc.sql("""
                        select * from proposals.filing where id in (
                          select filing from proposals.signature where mandate in (:mandates)
                          union select filing from proposals.invitation where mandate in (:mandates))
                         order by created_at desc
                        """).param("mandates", mandates).query(this::row).list());
    }

    private Filing signed(Filing filing) {
        return signed(List.of(filing)).getFirst();
    }

    private record Name(UUID filing, UUID mandate, String hash, Instant at, Optional<Instant> withdrawn) {}

    /** All filings with their signatures and signers, however many there are. */
    private List<Filing> signed(List<Filing> filings) {
        if (filings.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Name>> names = jdbc
                .sql("select * from proposals.signature where filing in (:filings) order by filing, place")
                .param("filings", filings.stream().map(Filing::id).toList())
                .query((row, _) -> new Name(
                        row.getObject("filing", UUID.class),
                        row.getObject("mandate", UUID.class),
                        row.getString("text_hash"),
                        instant(row, "at").orElseThrow(),
                        instant(row, "withdrawn")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Name::filing));
        Map<UUID, Member> members = bodies.byMandates(
                names.values().stream().flatMap(List::stream).map(Name::mandate).collect(Collectors.toSet()));
        return filings.stream()
                .map(filing -> with(filing, names.getOrDefault(filing.id(), List.of()), members))
                .toList();
    }

    private static Filing with(Filing filing, List<Name> names, Map<UUID, Member> members) {
        List<Signature> signatures = names.stream()
                .flatMap(name ->
                        Optional.ofNullable(members.get(name.mandate()))
                                .map(member -> signature(name, member))
                                .stream())
                .toList();
        return new Filing(
                filing.id(),
                filing.kind(),
                filing.subject(),
                filing.body(),
                filing.number(),
                filing.title(),
                filing.parts(),
                filing.mover(),
                signatures,
                filing.state(),
                filing.textHash(),
                filing.version(),
                filing.received(),
                filing.shortfall(),
                filing.opinion(),
                filing.outcome(),
                filing.answer(),
                filing.linked(),
                filing.demo());
    }

    private static Signature signature(Name name, Member member) {
        return new Signature(
                name.mandate(),
                member.number(),
                member.name(),
                member.groupName(),
                member.status() == Member.MandateStatus.IN_OFFICE,
                name.hash(),
                name.at(),
                name.withdrawn());
    }

    private Filing row(ResultSet row, int at) throws SQLException {
        Map<Part, String> parts = new EnumMap<>(Part.class);
        json.readValue(row.getString("parts"), PARTS).forEach((part, words) -> parts.put(Part.valueOf(part), words));
        Optional<String> opinion = text(row, "opinion");
        String reason = text(row, "opinion_reason").orElse("");
        return new Filing(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("body"),
                Optional.ofNullable(row.getObject("number", Integer.class)),
                row.getString("title"),
                parts,
                row.getString("mover"),
                List.of(),
                State.valueOf(row.getString("state")),
                row.getString("text_hash"),
                row.getInt("version"),
                instant(row, "received"),
                text(row, "shortfall"),
                opinion.map(outcome -> new Opinion(Outcome.valueOf(outcome), reason)),
                text(row, "outcome").map(Outcome::valueOf),
                text(row, "answer"),
                Optional.ofNullable(row.getObject("linked", UUID.class)),
                row.getBoolean("demo"));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
