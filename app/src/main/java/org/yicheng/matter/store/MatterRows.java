package org.yicheng.matter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.matter.Matter;
import org.yicheng.matter.Procedure;

/** Matters, their parties, history, letters and links in PostgreSQL. */
@Component
class MatterRows {

    private final JdbcClient jdbc;

    MatterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Matter> byId(UUID id) {
        return found("where id = :key", id).stream().findFirst();
    }

    Optional<Matter> locked(UUID id) {
        return found("where id = :key for update", id).stream().findFirst();
    }

    Optional<Matter> bySubject(String subject) {
        return found("where subject = :key and subject <> ''", subject).stream().findFirst();
    }

    Optional<Matter> byNumber(String series, int number) {
        return jdbc.sql("select id from matter.matter where series = :series and number = :number")
                .param("series", series)
                .param("number", number)
                .query(UUID.class)
                .optional()
                .flatMap(this::byId);
    }

    Map<UUID, Matter> byIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : found("where id in (:key)", ids).stream().collect(Collectors.toMap(Matter::id, one -> one));
    }

    Map<UUID, String> states(Collection<UUID> ids) {
        Map<UUID, String> states = new LinkedHashMap<>();
        jdbc.sql("select id, state from matter.matter where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    states.put(row.getObject("id", UUID.class), row.getString("state"));
                });
        return states;
    }

    private List<Matter> found(String which, Object key) {
        List<Matter> bare = jdbc.sql("select * from matter.matter " + which)
                .param("key", key)
                .query((row, _) -> row(row))
                .list();
        Map<UUID, List<Matter.Party>> parties =
                parties(bare.stream().map(Matter::id).toList());
        return bare.stream()
                .map(one -> among(one, parties.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static Matter row(ResultSet row) throws SQLException {
        return new Matter(
                row.getObject("id", UUID.class),
                row.getString("procedure"),
                row.getString("place"),
                row.getString("subject"),
                row.getString("series"),
                Optional.ofNullable(row.getObject("number", Integer.class)),
                row.getString("title"),
                row.getString("state"),
                List.of(),
                row.getInt("version"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getBoolean("demo"));
    }

    private static Matter among(Matter one, List<Matter.Party> parties) {
        return new Matter(
                one.id(),
                one.procedure(),
                one.place(),
                one.subject(),
                one.series(),
                one.number(),
                one.title(),
                one.state(),
                List.copyOf(parties),
                one.version(),
                one.openedAt(),
                one.since(),
                one.demo());
    }

    private Map<UUID, List<Matter.Party>> parties(Collection<UUID> matters) {
        Map<UUID, List<Matter.Party>> found = new HashMap<>();
        if (matters.isEmpty()) {
            return found;
        }
        jdbc.sql("select * from matter.party where matter in (:matters) and until is null order by ordinal")
                .param("matters", matters)
                .query(row -> {
                    found.computeIfAbsent(row.getObject("matter", UUID.class), _ -> new ArrayList<>())
                            .add(new Matter.Party(
                                    row.getString("actor"),
                                    Matter.Holder.parse(row.getString("holder")).orElseThrow(),
                                    row.getString("name")));
                });
        return found;
    }

    void insert(UUID id, Matter.Opening opening, String state, Instant now) {
        jdbc.sql("""
                        insert into matter.matter
                            (id, procedure, place, subject, series, title, state, version, opened_at, since, demo)
                        values (:id, :procedure, :place, :subject, :series, :title, :state, 1, :now, :now, :demo)
                        """)
                .param("id", id)
                .param("procedure", opening.procedure())
                .param("place", opening.place())
                .param("subject", opening.subject())
                .param("series", opening.series())
                .param("title", opening.title())
                .param("state", state)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("demo", opening.demo())
                .update();
    }

    /** Moves the row; since when it is in its state changes only with the state. */
    void move(UUID id, Procedure.State state, Optional<Integer> number, Instant now) {
        jdbc.sql("""
                        update matter.matter
                           set since = case when state = :state then since else :now end,
                               state = :state, ended = :ended, version = version + 1, number = coalesce(number, :number)
                         where id = :id
                        """)
                .param("state", state.id())
                .param("ended", state.end())
                .param("number", number.orElse(null))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** The next number of a series; never the same again. */
    int next(String series) {
        return jdbc.sql("""
                        insert into matter.series (name, last) values (:series, 1)
                        on conflict (name) do update set last = matter.series.last + 1 returning last
                        """).param("series", series).query(Integer.class).single();
    }

    /** Who takes part from now on; those named before under the same actor take part no more. */
    void parties(UUID matter, List<Matter.Party> parties, Instant now) {
        List<String> actors =
                parties.stream().map(Matter.Party::actor).distinct().toList();
        if (actors.isEmpty()) {
            return;
        }
        jdbc.sql("update matter.party set until = :now where matter = :matter and actor in (:actors) and until is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("matter", matter)
                .param("actors", actors)
                .update();
        for (Matter.Party party : parties) {
            jdbc.sql("""
                            insert into matter.party (matter, actor, holder, name, since)
                            values (:matter, :actor, :holder, :name, :now)
                            """)
                    .param("matter", matter)
                    .param("actor", party.actor())
                    .param("holder", party.holder().key())
                    .param("name", party.name())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    void step(UUID matter, Matter.Step step) {
        jdbc.sql("""
                        insert into matter.step
                            (matter, number, at, actor, role, transition, was, became, reason, ground, documents)
                        values (:matter, (select count(*) + 1 from matter.step where matter = :matter),
                                :at, :actor, :role, :transition, :was, :became, :reason, :ground, :documents)
                        """)
                .param("matter", matter)
                .param("at", step.at().atOffset(ZoneOffset.UTC))
                .param("actor", step.actor())
                .param("role", step.role())
                .param("transition", step.transition())
                .param("was", step.from())
                .param("became", step.to())
                .param("reason", step.reason())
                .param("ground", step.ground())
                .param(
                        "documents",
                        step.documents().entrySet().stream()
                                .map(one -> one.getKey() + "=" + one.getValue())
                                .collect(Collectors.joining("\n")))
                .update();
    }

    List<Matter.Step> steps(UUID matter) {
        return jdbc.sql("select * from matter.step where matter = :matter order by number")
                .param("matter", matter)
                .query((row, _) -> new Matter.Step(
                        row.getInt("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("role"),
                        row.getString("transition"),
                        row.getString("was"),
                        row.getString("became"),
                        row.getString("reason"),
                        row.getString("ground"),
                        documents(row.getString("documents"))))
                .list();
    }

    private static Map<String, String> documents(String text) {
        Map<String, String> read = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            read.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return read;
    }

    void letter(UUID matter, Matter.Letter letter, String by) {
        jdbc.sql("""
                        insert into matter.letter
                            (id, matter, at, by, direction, way, held_on, with_whom, subject, text)
                        values (:id, :matter, :at, :by, :direction, :way, :on, :with, :subject, :text)
                        """)
                .param("id", letter.id())
                .param("matter", matter)
                .param("at", letter.at().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("direction", letter.direction().name())
                .param("way", letter.way().name())
                .param("on", letter.on())
                .param("with", letter.with())
                .param("subject", letter.subject())
                .param("text", letter.text())
                .update();
    }

    List<Matter.Letter> letters(UUID matter) {
        return jdbc.sql("select * from matter.letter where matter = :matter order by ordinal")
                .param("matter", matter)
                .query((row, _) -> new Matter.Letter(
                        row.getObject("id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Matter.Letter.Direction.valueOf(row.getString("direction")),
                        Matter.Letter.Way.valueOf(row.getString("way")),
                        row.getObject("held_on", LocalDate.class),
                        row.getString("with_whom"),
                        row.getString("subject"),
                        row.getString("text")))
                .list();
    }

    void link(Matter.Link link) {
        jdbc.sql("""
                        insert into matter.link (id, type, from_matter, to_matter, at, by, reason)
                        values (:id, :type, :from, :to, :at, :by, :reason)
                        """)
                .param("id", link.id())
                .param("type", link.type().name())
                .param("from", link.from())
                .param("to", link.to())
                .param("at", link.at().atOffset(ZoneOffset.UTC))
                .param("by", link.by())
                .param("reason", link.reason())
                .update();
    }

    void unlink(UUID link, Instant at, String by, String reason) {
        jdbc.sql("""
                        update matter.link set undone_at = :at, undone_by = :by, undone_reason = :reason
                         where id = :id and undone_at is null
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("reason", reason)
                .param("id", link)
                .update();
    }

    List<Matter.Link> links(UUID matter) {
        return jdbc.sql("select * from matter.link where from_matter = :id or to_matter = :id order by ordinal")
                .param("id", matter)
                .query((row, _) -> linkOf(row))
                .list();
    }

    List<Matter.Link> standingLinks(Collection<UUID> matters) {
        return matters.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select * from matter.link
                         where undone_at is null and (from_matter in (:ids) or to_matter in (:ids)) order by ordinal
                        """)
                        .param("ids", matters)
                        .query((row, _) -> linkOf(row))
                        .list();
    }

    private static Matter.Link linkOf(ResultSet row) throws SQLException {
        return new Matter.Link(
                row.getObject("id", UUID.class),
                Matter.LinkType.valueOf(row.getString("type")),
                row.getObject("from_matter", UUID.class),
                row.getObject("to_matter", UUID.class),
                row.getString("by"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                Optional.ofNullable(row.getObject("undone_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
