package org.yicheng.matter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.matter.Matter;
import org.yicheng.matter.Supervision;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;

/** The supervisor's board, counted over the duties and tallies that the database keeps (ADR 0032). */
@Component
class JdbcSupervision implements Supervision {

    private static final String STANDING = """
            case when d.due is null then case when d.suspended then 'SUSPENDED' else 'UNKNOWN' end
                 when d.due_at is not null then
                      case when d.due_at < :now then 'LATE'
                           when 3 * (d.due_at - :now) <= d.due_at - d.starts_at then 'NEAR' else 'OK' end
                 when d.due < :today then 'LATE'
                 when 3 * (d.due - :today) <= d.due - d.starts then 'NEAR'
                 else 'OK' end""";

    private final JdbcClient jdbc;
    private final MatterActs acts;

    JdbcSupervision(JdbcClient jdbc, MatterActs acts) {
        this.jdbc = jdbc;
        this.acts = acts;
    }

    /** A condition, always beginning with {@code true}, with its values. */
    private static final class Where {

        private final StringBuilder text = new StringBuilder("true");
        private final Map<String, Object> values = new HashMap<>();

        void and(String condition, String name, Object value) {
            text.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    /** The bodies in whose scope the caller examines, as holders; empty for whoever examines everywhere. */
    private static Optional<String> bodies() {
        Caller caller = Caller.current();
        if (caller.mayIn(Caller.EVERYWHERE, Permission.MATTER_EXAMINE)) {
            return Optional.empty();
        }
        return Optional.of(caller.grants().stream()
                .map(Caller.Grant::scope)
                .filter(scope -> caller.mayIn(scope, Permission.MATTER_EXAMINE))
                .map(scope -> '"' + Matter.Holder.body(scope).key() + '"')
                .distinct()
                .collect(Collectors.joining(",", "{", "}")));
    }

    /** What a filter asks of a matter by itself. */
    private static void words(Where where, String words) {
        if (words.isBlank()) {
            return;
        }
        String typed = words.strip();
        where.and(
                "(m.title ilike :words or m.number = :number)",
                "words",
                "%" + typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        where.values.put("number", typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1);
    }

    /** The days on which a duty of this standing can be due: what an index finds before the standing is computed. */
    private static String days(Standing standing) {
        return switch (standing) {
            case LATE -> "d.due <= :today";
            case NEAR, OK -> "d.due >= :today";
            case SUSPENDED, UNKNOWN -> "d.due is null";
        };
    }

    private Where duties(Filter filter) {
        Where where = new Where();
        where.values.put("today", acts.today());
        where.values.put("now", acts.now().atOffset(ZoneOffset.UTC));
        bodies().ifPresent(bodies -> where.and("d.bodies && cast(:bodies as text[])", "bodies", bodies));
        filter.procedure().ifPresent(one -> where.and("d.procedure = :procedure", "procedure", one));
        filter.organ().ifPresent(one -> where.and("d.holder = :organ", "organ", one));
        filter.limit().ifPresent(one -> where.and("d.limit_id = :limit", "limit", one));
        filter.standing()
                .ifPresent(one -> where.and(days(one) + " and (" + STANDING + ") = :standing", "standing", one.name()));
        words(where, filter.words());
        return where;
    }

    /** The duties themselves where words are asked for; else the table given, which knows no matters. */
    private static String from(Filter filter, String table) {
        return filter.words().isBlank()
                ? " from matter." + table + " d where "
                : " from matter.duty d join matter.matter m on m.id = d.matter where ";
    }

    private static String counted(Filter filter) {
        return filter.words().isBlank() ? "sum(d.n)" : "count(*)";
    }

    /** Open matters, with a duty or without. */
    private int open(Filter filter) {
        Where where = new Where();
        bodies().ifPresent(bodies -> where.and("o.bodies && cast(:bodies as text[])", "bodies", bodies));
        filter.procedure().ifPresent(one -> where.and("o.procedure = :procedure", "procedure", one));
        words(where, filter.words());
        String sql = filter.words().isBlank()
                ? "select coalesce(sum(o.n), 0) from matter.open_tally o where "
                : "select count(*) from matter.open_matter o join matter.matter m on m.id = o.matter where ";
        return jdbc.sql(sql + where.text)
                .params(where.values)
                .query(Integer.class)
                .single();
    }

    /** Plans for the bodies asked for: a plan for any bodies expects few rows and sorts them all. */
    private void planForWhatIsAsked() {
        jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
    }

    @Override
    @Transactional(readOnly = true)
    public Board board(Filter filter) {
        planForWhatIsAsked();
        Where where = duties(filter);
        List<Count> counts = jdbc.sql("""
                        select d.holder as organ, min(d.name) as name, d.procedure, d.limit_id, %s as standing,
                               %s as duties
                        """.formatted(STANDING, counted(filter))
                        + from(filter, "duty_tally") + where.text
                        + " group by 1, 3, 4, 5 having " + counted(filter) + " <> 0")
                .params(where.values)
                .query((row, _) -> new Count(
                        row.getString("organ"),
                        row.getString("name"),
                        row.getString("procedure"),
                        row.getString("limit_id"),
                        Standing.valueOf(row.getString("standing")),
                        row.getInt("duties")))
                .list();
        return new Board(open(filter), counts);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Duty> duties(Filter filter, long offset, int most) {
        planForWhatIsAsked();
        Where where = duties(filter);
        return jdbc.sql("""
                        select m.id, m.number, m.title, m.procedure, m.state, d.name as organ, m.demo,
                               d.limit_id, d.starts, d.due, d.due_at, d.standing
                          from (select d.*, %s as standing %s %s
                                 order by d.due, d.ordinal, d.holder offset :offset limit :most) d
                          join matter.matter m on m.id = d.matter
                         order by d.due, d.ordinal, d.holder
                        """.formatted(STANDING, from(filter, "duty"), where.text))
                .params(where.values)
                .param("offset", offset)
                .param("most", most)
                .query(JdbcSupervision::duty)
                .list();
    }

    private static Duty duty(ResultSet row, int at) throws SQLException {
        return new Duty(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getObject("number", Integer.class)),
                row.getString("title"),
                row.getString("procedure"),
                row.getString("state"),
                row.getString("organ"),
                row.getString("limit_id"),
                row.getObject("starts", LocalDate.class),
                Optional.ofNullable(row.getObject("due", LocalDate.class)),
                Optional.ofNullable(row.getObject("due_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Standing.valueOf(row.getString("standing")),
                row.getBoolean("demo"));
    }
}
