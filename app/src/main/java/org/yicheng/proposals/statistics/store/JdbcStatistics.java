package org.yicheng.proposals.statistics.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
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
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.statistics.By;
import org.yicheng.proposals.statistics.Figures;
import org.yicheng.proposals.statistics.Measure;
import org.yicheng.proposals.statistics.Statistics;
import org.yicheng.proposals.statistics.Tally;

/** One statement counts everything; a list asks the same rows for what its figure counted. */
@Component
class JdbcStatistics implements Statistics {

    private static final String COLUMNS = Arrays.stream(Measure.values())
            .map(measure -> Facts.count(measure) + " as " + measure)
            .collect(Collectors.joining(", "));
    private static final String DIMENSIONS =
            Arrays.stream(By.values()).map(Facts::column).collect(Collectors.joining(", "));
    private static final String SETS =
            Arrays.stream(By.values()).map(by -> "(" + Facts.column(by) + ")").collect(Collectors.joining(", "));

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final Clock clock;

    JdbcStatistics(JdbcClient jdbc, Bodies bodies, Clock clock) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.clock = clock;
    }

    private JdbcClient.StatementSpec of(Scope scope, String select) {
        ZoneId zone = clock.getZone();
        List<Member> members = bodies.membersOf(scope.body());
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("body", scope.body());
        values.put("day", scope.on());
        values.put("before", scope.on().plusDays(1).atStartOfDay(zone).toOffsetDateTime());
        values.put("zone", zone.getId());
        values.put("mandates", members.stream().map(Member::mandate).toArray(UUID[]::new));
        values.put("names", members.stream().map(Member::groupName).toArray(String[]::new));
        values.put("session", scope.session().orElse(null));
        values.put("kind", scope.kind().map(Enum::name).orElse(null));
        values.put("year", scope.year().orElse(null));
        return jdbc.sql(Facts.ROWS + select).params(values);
    }

    private record Row(Optional<By> by, String key, Figures figures) {}

    @Override
    public Tally count(Scope scope) {
        List<Row> rows = of(
                        scope,
                        "select grouping(" + DIMENSIONS + ") as level, " + DIMENSIONS + ", " + COLUMNS
                                + " from fact group by grouping sets ((), " + SETS + ")")
                .query((row, _) -> row(row))
                .list();
        Map<By, List<Tally.Group>> groups = new EnumMap<>(By.class);
        for (By by : By.values()) {
            groups.put(by, groups(rows, by));
        }
        Figures all = rows.stream()
                .filter(row -> row.by().isEmpty())
                .map(Row::figures)
                .findFirst()
                .orElseGet(() -> new Figures(Map.of()));
        return new Tally(all, groups);
    }

    /** Of kinds and outcomes in their own order, of times the latest first, of others the largest; nobody's last. */
    private static List<Tally.Group> groups(List<Row> rows, By by) {
        List<Tally.Group> groups = new ArrayList<>(rows.stream()
                .filter(row -> row.by().filter(by::equals).isPresent())
                .map(row -> new Tally.Group(row.key(), row.figures()))
                .toList());
        Comparator<Tally.Group> order = switch (by) {
            case YEAR, MONTH, SESSION -> Comparator.comparing(Tally.Group::key).reversed();
            case CLASS -> Comparator.comparing(Tally.Group::key);
            case KIND, OUTCOME, ORGAN, GROUP ->
                Comparator.comparingLong((Tally.Group group) -> -group.figures().count(by.column()))
                        .thenComparing(Tally.Group::key);
        };
        groups.sort(Comparator.comparing((Tally.Group group) -> group.key().isEmpty())
                .thenComparing(order));
        return List.copyOf(groups);
    }

    /** {@code level} has a bit for each dimension that is not grouped by, the first the highest. */
    private static Row row(ResultSet row) throws SQLException {
        int level = row.getInt("level");
        Optional<By> by = Optional.empty();
        int dimensions = By.values().length;
        for (By one : By.values()) {
            if ((level >> (dimensions - 1 - one.ordinal()) & 1) == 0) {
                by = Optional.of(one);
            }
        }
        String key = by.isEmpty() ? "" : row.getString(Facts.column(by.get()));
        Map<Measure, Long> counts = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            counts.put(measure, row.getLong(measure.name()));
        }
        return new Row(by, key, new Figures(counts));
    }

    private static String from(Measure measure, Optional<Cell> cell) {
        String promises = measure.promises() ? " join promise on promise.filing = fact.id" : "";
        String which = switch (measure) {
            case PROMISES_DUE -> "true";
            case PROMISES_KEPT -> "promise.kept";
            default -> Facts.holds(measure);
        };
        return " from fact" + promises + " where " + which
                + cell.map(one -> " and " + Facts.column(one.by()) + " = :key").orElse("");
    }

    @Override
    public List<Item> behind(Scope scope, Measure measure, Optional<Cell> cell, long offset, int most) {
        String promise =
                measure.promises() ? "promise.promise, promise.due as due" : "'' as promise, cast(null as date) as due";
        String order = measure.promises() ? "promise.due, promise.ordinal" : "received, id";
        return of(
                        scope,
                        "select fact.id, kind, number, title, demo, received, by_organ, " + promise
                                + from(measure, cell) + " order by " + order + " offset :offset limit :most")
                .param("key", cell.map(Cell::key).orElse(""))
                .param("offset", offset)
                .param("most", most)
                .query((row, _) -> item(row))
                .list();
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("number", Integer.class)),
                row.getString("title"),
                row.getBoolean("demo"),
                row.getObject("received", OffsetDateTime.class).toInstant(),
                row.getString("by_organ"),
                row.getString("promise"),
                Optional.ofNullable(row.getObject("due", LocalDate.class)));
    }

    @Override
    public long length(Scope scope, Measure measure, Optional<Cell> cell) {
        return of(scope, "select count(*)" + from(measure, cell))
                .param("key", cell.map(Cell::key).orElse(""))
                .query(Long.class)
                .single();
    }

    @Override
    public Map<UUID, Placed> placed(Scope scope, Collection<UUID> filings) {
        Map<UUID, Placed> placed = new HashMap<>();
        of(scope, "select id, by_organ, by_group, by_month from fact where id = any (:ids)")
                .param("ids", filings.toArray(UUID[]::new))
                .query(row -> {
                    placed.put(
                            row.getObject("id", UUID.class),
                            new Placed(
                                    row.getString("by_organ"), row.getString("by_group"), row.getString("by_month")));
                });
        return placed;
    }

    @Override
    public List<String> sessions(String body) {
        return jdbc.sql("""
                        select subject from proposals.filing
                         where body = :body and received is not null and kind in ('MOTION', 'SUGGESTION', 'PROPOSAL')
                         group by subject order by max(received) desc
                        """)
                .param("body", body)
                .query((row, _) -> row.getString("subject"))
                .list();
    }
}
