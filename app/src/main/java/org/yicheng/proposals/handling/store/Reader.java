package org.yicheng.proposals.handling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.matter.Matter;
import org.yicheng.matter.Matters;
import org.yicheng.party.Organ;
import org.yicheng.party.Organs;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Filings;
import org.yicheng.proposals.Proposals.Collective;
import org.yicheng.proposals.Proposals.Mover;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.proposals.handling.Handling.Assignment;
import org.yicheng.proposals.handling.Handling.ClassChange;
import org.yicheng.proposals.handling.Handling.Commitment;
import org.yicheng.proposals.handling.Handling.Contact;
import org.yicheng.proposals.handling.Handling.Extension;
import org.yicheng.proposals.handling.Handling.Feedback;
import org.yicheng.proposals.handling.Handling.Grade;
import org.yicheng.proposals.handling.Handling.KeyItem;
import org.yicheng.proposals.handling.Handling.Mode;
import org.yicheng.proposals.handling.Handling.Objection;
import org.yicheng.proposals.handling.Handling.Point;
import org.yicheng.proposals.handling.Handling.Promise;
import org.yicheng.proposals.handling.Handling.Reply;
import org.yicheng.proposals.handling.Handling.ReplyText;
import org.yicheng.proposals.handling.Handling.Review;
import org.yicheng.proposals.handling.Handling.Screening;
import org.yicheng.proposals.handling.Handling.Stage;
import org.yicheng.proposals.handling.Handling.Supervision;
import org.yicheng.proposals.handling.ReplyScheme;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads handlings, many at once with one query a table. */
@Component
class Reader {

    private static final TypeReference<List<Point>> POINTS = new TypeReference<>() {};

    private record Head(UUID filing, UUID matter, Optional<Screening> screening, Optional<KeyItem> key) {}

    /** A row of some filing. */
    private record Of<T>(UUID filing, T what) {}

    private final JdbcClient jdbc;
    private final Filings filings;
    private final Matters matters;
    private final Organs organs;
    private final JsonMapper json;

    Reader(JdbcClient jdbc, Filings filings, Matters matters, Organs organs, JsonMapper json) {
        this.jdbc = jdbc;
        this.filings = filings;
        this.matters = matters;
        this.organs = organs;
        this.json = json;
    }

    Optional<Handling> byFiling(UUID filing) {
        return read(List.of(filing)).stream().findFirst();
    }

    Optional<UUID> filingOf(UUID matter) {
        return jdbc.sql("select filing from proposals.handling where matter = :matter")
                .param("matter", matter)
                .query(UUID.class)
                .optional();
    }

    List<UUID> ofOrgan(String organ) {
        return jdbc.sql("""
                        select filing from proposals.assignment where organ = :organ
                         group by filing order by max(ordinal) desc
                        """)
                .param("organ", organ)
                .query((row, _) -> row.getObject("filing", UUID.class))
                .list();
    }

    List<UUID> ofBody(String body) {
        return jdbc.sql("""
                        select filing.id as filing from proposals.filing join proposals.handling on handling.filing = filing.id
                         where filing.body = :body order by filing.received desc nulls last, filing.id
                        """)
                .param("body", body)
                .query((row, _) -> row.getObject("filing", UUID.class))
                .list();
    }

    /** In the order asked for. */
    List<Handling> read(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, Head> heads =
                rows("handling", "filing", ids, Reader::head).stream().collect(Collectors.toMap(Of::filing, Of::what));
        Map<String, String> names = organs.list().stream()
                .collect(Collectors.toMap(Organ::id, organ -> organ.name().zh()));
        Parts parts = new Parts(
                by(rows("assignment", "ordinal", ids, row -> assignment(row, names))),
                by(rows("objection", "ordinal", ids, row -> objection(row, names))),
                by(rows("contact", "ordinal", ids, row -> contact(row, names))),
                by(replies(ids, names)),
                by(rows("feedback", "round", ids, Reader::feedback)),
                by(rows("reply_class", "ordinal", ids, Reader::classed)),
                by(rows("commitment", "ordinal", ids, row -> commitment(row, names))),
                by(rows("extension", "ordinal", ids, row -> extension(row, names))),
                by(rows("collective", "filing", ids, Reader::collective)),
                by(rows("supervision", "ordinal", ids, Reader::supervision)));
        List<UUID> courseIds = heads.values().stream().map(Head::matter).toList();
        Map<UUID, Matter> courses = matters.byIds(courseIds);
        Map<UUID, Filing> texts = filings.byIds(ids);
        Map<UUID, List<UUID>> groups = groups(courseIds);
        List<Handling> read = new ArrayList<>();
        for (UUID id : ids) {
            Head head = heads.get(id);
            Matter course = head == null ? null : courses.get(head.matter());
            Filing text = texts.get(id);
            if (head != null && course != null && text != null) {
                read.add(parts.handling(text, head, course, groups.getOrDefault(head.matter(), List.of())));
            }
        }
        return read;
    }

    /** The filings handled together with each matter. */
    private Map<UUID, List<UUID>> groups(List<UUID> courses) {
        Map<UUID, List<UUID>> groups = new HashMap<>();
        for (Matter.Link link : matters.standingLinks(courses)) {
            if (link.type() == Matter.LinkType.MERGED) {
                filingOf(link.to())
                        .ifPresent(to -> groups.computeIfAbsent(link.from(), _ -> new ArrayList<>())
                                .add(to));
                filingOf(link.from())
                        .ifPresent(from -> groups.computeIfAbsent(link.to(), _ -> new ArrayList<>())
                                .add(from));
            }
        }
        return groups;
    }

    private record Parts(
            Map<UUID, List<Assignment>> assignments,
            Map<UUID, List<Objection>> objections,
            Map<UUID, List<Contact>> contacts,
            Map<UUID, List<Reply>> replies,
            Map<UUID, List<Feedback>> feedback,
            Map<UUID, List<ClassChange>> classes,
            Map<UUID, List<Commitment>> commitments,
            Map<UUID, List<Extension>> extensions,
            Map<UUID, List<Collective>> collectives,
            Map<UUID, List<Supervision>> supervisions) {

        Handling handling(Filing filing, Head head, Matter matter, List<UUID> group) {
            UUID id = filing.id();
            return new Handling(
                    filing,
                    matter,
                    head.screening(),
                    head.key(),
                    assignments.getOrDefault(id, List.of()),
                    objections.getOrDefault(id, List.of()),
                    contacts.getOrDefault(id, List.of()),
                    replies.getOrDefault(id, List.of()),
                    feedback.getOrDefault(id, List.of()),
                    classes.getOrDefault(id, List.of()),
                    commitments.getOrDefault(id, List.of()),
                    extensions.getOrDefault(id, List.of()),
                    collectives.getOrDefault(id, List.of()).stream().findFirst(),
                    supervisions.getOrDefault(id, List.of()),
                    group);
        }
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<Of<T>> rows(String table, String order, Collection<UUID> filings, Row<T> row) {
        RowMapper<Of<T>> mapper = (result, _) -> new Of<>(result.getObject("filing", UUID.class), row.read(result));
        return jdbc.sql("select * from proposals." + table + " where filing in (:filings) order by " + order)
                .param("filings", filings)
                .query(mapper)
                .list();
    }

    private static <T> Map<UUID, List<T>> by(List<Of<T>> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        Of::filing, LinkedHashMap::new, Collectors.mapping(Of::what, Collectors.toList())));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String name(ResultSet row, Map<String, String> names) throws SQLException {
        String organ = row.getString("organ");
        return names.getOrDefault(organ, organ);
    }

    private static Head head(ResultSet row) throws SQLException {
        Optional<Instant> key = time(row, "key_at");
        String reason = row.getString("key_reason");
        String committee = row.getString("key_committee");
        return new Head(
                row.getObject("filing", UUID.class),
                row.getObject("matter", UUID.class),
                Optional.ofNullable(row.getString("screening")).map(Screening::valueOf),
                key.map(at -> new KeyItem(at, reason, committee)));
    }

    private static Assignment assignment(ResultSet row, Map<String, String> names) throws SQLException {
        return new Assignment(
                row.getObject("id", UUID.class),
                row.getString("organ"),
                name(row, names),
                Mode.valueOf(row.getString("mode")),
                row.getString("part"),
                at(row, "at"),
                time(row, "received"),
                Optional.ofNullable(row.getString("opinion")),
                time(row, "ended"));
    }

    private static Objection objection(ResultSet row, Map<String, String> names) throws SQLException {
        return new Objection(
                row.getString("organ"),
                name(row, names),
                at(row, "at"),
                row.getString("reason"),
                Optional.ofNullable(row.getString("verdict")).map("ACCEPTED"::equals),
                row.getString("answer"));
    }

    private static Contact contact(ResultSet row, Map<String, String> names) throws SQLException {
        return new Contact(
                row.getString("organ"),
                name(row, names),
                Matter.Letter.Way.valueOf(row.getString("way")),
                row.getObject("held_on", LocalDate.class),
                row.getString("person"),
                row.getBoolean("head"),
                row.getString("text"));
    }

    private static Feedback feedback(ResultSet row) throws SQLException {
        return new Feedback(
                row.getInt("round"),
                Grade.valueOf(row.getString("attitude")),
                Grade.valueOf(row.getString("result")),
                row.getString("reason"),
                at(row, "at"),
                row.getString("entered"));
    }

    private static Collective collective(ResultSet row) throws SQLException {
        return new Collective(Mover.valueOf(row.getString("mover")), row.getString("name"));
    }

    private static Supervision supervision(ResultSet row) throws SQLException {
        return new Supervision(
                row.getObject("held_on", LocalDate.class), row.getString("person"), row.getString("text"));
    }

    private static ClassChange classed(ResultSet row) throws SQLException {
        return new ClassChange(
                at(row, "at"),
                row.getString("class"),
                ReplyScheme.Outcome.valueOf(row.getString("outcome")),
                Optional.ofNullable(row.getObject("promised", LocalDate.class)),
                row.getString("evidence"));
    }

    private static Commitment commitment(ResultSet row, Map<String, String> names) throws SQLException {
        return new Commitment(
                row.getObject("id", UUID.class),
                row.getObject("filing", UUID.class),
                row.getString("organ"),
                name(row, names),
                row.getString("promise"),
                row.getObject("due", LocalDate.class),
                at(row, "made"),
                Promise.valueOf(row.getString("state")),
                row.getString("evidence"),
                time(row, "ended"));
    }

    private static Extension extension(ResultSet row, Map<String, String> names) throws SQLException {
        Boolean granted = row.getObject("granted", Boolean.class);
        return new Extension(
                row.getString("organ"),
                name(row, names),
                at(row, "at"),
                row.getString("reason"),
                Optional.ofNullable(granted),
                row.getString("answer"));
    }

    private List<Of<Reply>> replies(Collection<UUID> filings, Map<String, String> names) {
        Map<UUID, List<Review>> reviews = jdbc
                .sql("""
                        select review.* from proposals.review join proposals.reply on reply.id = review.reply
                         where reply.filing in (:filings) order by review.ordinal
                        """)
                .param("filings", filings)
                .query((row, _) -> new Of<>(
                        row.getObject("reply", UUID.class),
                        new Review(
                                Stage.valueOf(row.getString("stage")),
                                row.getString("organ"),
                                row.getBoolean("passed"),
                                row.getString("name"),
                                row.getString("remark"),
                                at(row, "at"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Of::filing, Collectors.mapping(Of::what, Collectors.toList())));
        return rows("reply", "ordinal", filings, row -> reply(row, names, reviews));
    }

    private Reply reply(ResultSet row, Map<String, String> names, Map<UUID, List<Review>> reviews) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Reply(
                id,
                row.getString("organ"),
                name(row, names),
                row.getInt("round"),
                row.getInt("version"),
                Stage.valueOf(row.getString("stage")),
                new ReplyText(
                        row.getString("number"),
                        json.readValue(row.getString("points"), POINTS),
                        row.getString("class"),
                        Optional.ofNullable(row.getObject("promised", LocalDate.class)),
                        row.getString("promise"),
                        row.getString("contact"),
                        row.getBoolean("public"),
                        row.getString("public_reason")),
                row.getString("drafter"),
                at(row, "drafted_at"),
                row.getString("signer"),
                time(row, "sealed"),
                row.getString("sha256"),
                reviews.getOrDefault(id, List.of()));
    }

    List<Commitment> commitments(String body) {
        Map<String, String> names = organs.list().stream()
                .collect(Collectors.toMap(Organ::id, organ -> organ.name().zh()));
        return jdbc.sql("""
                        select commitment.* from proposals.commitment join proposals.filing on filing.id = commitment.filing
                         where filing.body = :body order by commitment.due, commitment.ordinal
                        """)
                .param("body", body)
                .query((row, _) -> commitment(row, names))
                .list();
    }
}
