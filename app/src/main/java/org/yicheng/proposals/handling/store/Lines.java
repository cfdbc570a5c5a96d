package org.yicheng.proposals.handling.store;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.matter.Matters;
import org.yicheng.party.Organ;
import org.yicheng.party.Organs;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.handling.Line;

/** Long lists of handlings: one query here, one for the states in the kernel. */
@Component
class Lines {

    private static final String LINES = """
            select filing.id, filing.kind, filing.number, filing.title, filing.demo, handling.matter,
                   handling.key_at is not null as key,
                   coalesce((select string_agg(organ, ' ' order by ordinal) from proposals.assignment
                              where assignment.filing = filing.id and ended is null and mode <> 'ASSIST'), '') as organs
              from proposals.filing join proposals.handling on handling.filing = filing.id
            """;

    private record Row(
            UUID filing,
            Kind kind,
            Optional<Integer> number,
            String title,
            boolean demo,
            UUID matter,
            boolean key,
            String organs) {}

    private final JdbcClient jdbc;
    private final Matters matters;
    private final Organs organs;

    Lines(JdbcClient jdbc, Matters matters, Organs organs) {
        this.jdbc = jdbc;
        this.matters = matters;
        this.organs = organs;
    }

    List<Line> ofBody(String body) {
        return read("where filing.body = :key", body);
    }

    List<Line> ofOrgan(String organ) {
        return read("where filing.id in (select filing from proposals.assignment where organ = :key)", organ);
    }

    /** Those whose reply waits for the coordinating organ. */
    List<Line> atGovernment() {
        return read("where filing.id in (select filing from proposals.reply where stage = :key)", "GOVERNMENT");
    }

    private List<Line> read(String which, String key) {
        List<Row> rows = jdbc.sql(LINES + which + " order by filing.received desc nulls last, filing.id")
                .param("key", key)
                .query((row, _) -> new Row(
                        row.getObject("id", UUID.class),
                        Kind.valueOf(row.getString("kind")),
                        Optional.ofNullable(row.getObject("number", Integer.class)),
                        row.getString("title"),
                        row.getBoolean("demo"),
                        row.getObject("matter", UUID.class),
                        row.getBoolean("key"),
                        row.getString("organs")))
                .list();
        Map<UUID, String> states = matters.states(rows.stream().map(Row::matter).toList());
        Map<String, String> names = organs.list().stream()
                .collect(Collectors.toMap(Organ::id, organ -> organ.name().zh()));
        return rows.stream()
                .map(row -> new Line(
                        row.filing(),
                        row.kind(),
                        row.number(),
                        row.title(),
                        row.matter(),
                        states.getOrDefault(row.matter(), ""),
                        row.key(),
                        Arrays.stream(row.organs().split(" "))
                                .filter(organ -> !organ.isEmpty())
                                .map(organ -> names.getOrDefault(organ, organ))
                                .toList(),
                        row.demo()))
                .toList();
    }
}
