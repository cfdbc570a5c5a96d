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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.matter.Matter;
import org.yicheng.matter.Supervision;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;

/** The supervisor's board, counted by PostgreSQL in one pass over the running duties. */
@Component
class JdbcSupervision implements Supervision {

    private static final String STANDING = """
            case when d.due is null then
                      case when exists (select 1 from matter.suspension s
                                         where s.deadline = d.id and s.until_at is null) then 'SUSPENDED'
                           else 'UNKNOWN' end
                 when d.due_at is not null then
                      case when d.due_at < :now then 'LATE'
                           when 3 * (d.due_at - :now) <= d.due_at - d.starts_at then 'NEAR' else 'OK' end
                 when d.due < :today then 'LATE'
                 when 3 * (d.due - :today) <= d.due - d.starts then 'NEAR'
                 else 'OK' end""";

    private static final String DUTIES = """
              from matter.matter m
              join matter.deadline d on d.matter = m.id and d.ending is null and d.kind = 'DUTY'
              left join matter.party o on o.matter = m.id and o.until is null and o.actor = d.actor
             where not m.ended""";

    private final JdbcClient jdbc;
    private final MatterActs acts;

    JdbcSupervision(JdbcClient jdbc, MatterActs acts) {
        this.jdbc = jdbc;
        this.acts = acts;
    }

    /** A condition with its values. */
    private record Where(String text, Map<String, Object> values) {}

    /** Matters of which a body takes part in whose scope the caller examines; the caller's words, procedure. */
    private static Where matters(Filter filter) {
        StringBuilder text = new StringBuilder();
        Map<String, Object> values = new HashMap<>();
        Caller caller = Caller.current();
        if (!caller.mayIn(Caller.EVERYWHERE, Permission.MATTER_EXAMINE)) {
            List<String> bodies = caller.grants().stream()
                    .map(Caller.Grant::scope)
                    .filter(scope -> caller.mayIn(scope, Permission.MATTER_EXAMINE))
                    .map(scope -> Matter.Holder.body(scope).key())
                    .distinct()
                    .toList();
            text.append(" and exists (select 1 from matter.party b")
                    .append(" where b.matter = m.id and b.until is null and b.holder in (:bodies))");
            values.put("bodies", bodies.isEmpty() ? List.of("") : bodies);
        }
        filter.procedure().ifPresent(procedure -> {
            text.append(" and m.procedure = :procedure");
            values.put("procedure", procedure);
        });
        if (!filter.words().isBlank()) {
            text.append(" and (m.title ilike :words or m.number = :number)");
            String words = filter.words().strip();
            values.put(
                    "words",
                    "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
            values.put("number", words.matches("\\d{1,9}") ? Integer.parseInt(words) : -1);
        }
        return new Where(text.toString(), values);
    }

    private Where duties(Filter filter) {
        Where matters = matters(filter);
        StringBuilder text = new StringBuilder(matters.text());
        Map<String, Object> values = new HashMap<>(matters.values());
        values.put("today", acts.today());
        values.put("now", acts.now().atOffset(ZoneOffset.UTC));
        filter.organ().ifPresent(organ -> {
            text.append(" and coalesce(o.holder, '') = :organ");
            values.put("organ", organ);
        });
        filter.limit().ifPresent(limit -> {
            text.append(" and d.limit_id = :limit");
            values.put("limit", limit);
        });
        filter.standing().ifPresent(standing -> {
            text.append(" and (").append(STANDING).append(") = :standing");
            values.put("standing", standing.name());
        });
        return new Where(text.toString(), values);
    }

    @Override
    public Board board(Filter filter) {
        Where matters = matters(filter);
        int open = jdbc.sql("select count(*) from matter.matter m where not m.ended" + matters.text())
                .params(matters.values())
                .query(Integer.class)
                .single();
        Where duties = duties(filter);
        List<Count> counts = jdbc.sql("""
                        select coalesce(o.holder, '') as organ, coalesce(min(o.name), '') as name, m.procedure,
                               d.limit_id, %s as standing, count(*) as duties
                        """.formatted(STANDING) + DUTIES + duties.text() + " group by 1, 3, 4, 5")
                .params(duties.values())
                .query((row, _) -> new Count(
                        row.getString("organ"),
                        row.getString("name"),
                        row.getString("procedure"),
                        row.getString("limit_id"),
                        Standing.valueOf(row.getString("standing")),
                        row.getInt("duties")))
                .list();
        return new Board(open, counts);
    }

    @Override
    public List<Duty> duties(Filter filter, long offset, int most) {
        Where duties = duties(filter);
        return jdbc.sql("""
                        select m.id, m.number, m.title, m.procedure, m.state, coalesce(o.name, '') as organ, m.demo,
                               d.limit_id, d.starts, d.due, d.due_at, %s as standing
                        """.formatted(STANDING) + DUTIES + duties.text() + """

                         order by d.due, d.ordinal, o.ordinal offset :offset limit :most
                        """)
                .params(duties.values())
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
