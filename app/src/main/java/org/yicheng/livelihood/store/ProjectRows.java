package org.yicheng.livelihood.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.livelihood.Criterion;
import org.yicheng.livelihood.Project;
import org.yicheng.livelihood.Project.Check;
import org.yicheng.livelihood.Project.Spot;
import org.yicheng.livelihood.Projects.Draft;
import org.yicheng.livelihood.Projects.Step;
import org.yicheng.livelihood.Projects.Taken;
import org.yicheng.livelihood.Round;

/** Projects in PostgreSQL. */
@Component("livelihoodProjectRows")
class ProjectRows {

    private final JdbcClient jdbc;

    ProjectRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever changes a round's projects waits for whoever does it now. */
    void lock(UUID round) {
        jdbc.sql("select 1 from livelihood.round where id = :round for update")
                .param("round", round)
                .query(Integer.class)
                .optional();
    }

    UUID insert(Round round, Draft draft) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into livelihood.project (id, round, number, title, goal, organ, fen, latitude, longitude, demo)
                        select :id, :round, coalesce(max(number), 0) + 1, :title, :goal, :organ, :fen, :latitude,
                               :longitude, :demo
                          from livelihood.project where round = :round
                        """)
                .param("id", id)
                .param("round", round.id())
                .param("title", draft.title().strip())
                .param("goal", draft.goal().strip())
                .param("organ", draft.organ().strip())
                .param("fen", draft.fen())
                .param("latitude", draft.spot().map(Spot::latitude).orElse(null))
                .param("longitude", draft.spot().map(Spot::longitude).orElse(null))
                .param("demo", round.demo())
                .update();
        for (UUID wish : draft.wishes()) {
            jdbc.sql("insert into livelihood.project_wish (project, wish) values (:project, :wish)")
                    .param("project", id)
                    .param("wish", wish)
                    .update();
        }
        return id;
    }

    void check(UUID id, Map<Criterion, Check> checks) {
        jdbc.sql("delete from livelihood.project_check where project = :id")
                .param("id", id)
                .update();
        checks.forEach((criterion, check) -> jdbc.sql("""
                        insert into livelihood.project_check (project, criterion, met, note)
                        values (:project, :criterion, :met, :note)
                        """)
                .param("project", id)
                .param("criterion", criterion.name())
                .param("met", check.met())
                .param("note", check.note().strip())
                .update());
    }

    void set(UUID id, Project.State state, String reason) {
        jdbc.sql("update livelihood.project set state = :state, reason = :reason where id = :id")
                .param("state", state.name())
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    /** Moves all projects of a round that are in a state; how many. */
    int move(UUID round, Project.State from, Project.State to) {
        return jdbc.sql("update livelihood.project set state = :to where round = :round and state = :from")
                .param("to", to.name())
                .param("round", round)
                .param("from", from.name())
                .update();
    }

    void enter(UUID round, Taken taken) {
        jdbc.sql("""
                        insert into livelihood.list_step (round, step, day, record, session)
                        values (:round, :step, :day, :record, :session)
                        """)
                .param("round", round)
                .param("step", taken.step().name())
                .param("day", taken.day())
                .param("record", taken.record().strip())
                .param("session", taken.session().orElse(null))
                .update();
    }

    List<Taken> taken(UUID round) {
        return jdbc
                .sql("select * from livelihood.list_step where round = :round")
                .param("round", round)
                .query((row, _) -> new Taken(
                        Step.valueOf(row.getString("step")),
                        row.getObject("day", LocalDate.class),
                        row.getString("record"),
                        Optional.ofNullable(row.getString("session"))))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(Taken::step))
                .toList();
    }

    Optional<Project> byId(UUID id) {
        return jdbc.sql("select * from livelihood.project where id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    List<Project> of(UUID round) {
        return jdbc.sql("select * from livelihood.project where round = :round order by number")
                .param("round", round)
                .query(this::row)
                .list();
    }

    private Project row(ResultSet row, int at) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Project(
                id,
                row.getObject("round", UUID.class),
                row.getInt("number"),
                row.getString("title"),
                row.getString("goal"),
                row.getString("organ"),
                row.getLong("fen"),
                Project.State.valueOf(row.getString("state")),
                row.getString("reason"),
                wishes(id),
                checks(id),
                spot(row),
                row.getBoolean("demo"));
    }

    static Optional<Spot> spot(ResultSet row) throws SQLException {
        BigDecimal latitude = row.getBigDecimal("latitude");
        BigDecimal longitude = row.getBigDecimal("longitude");
        return latitude == null || longitude == null
                ? Optional.empty()
                : Optional.of(new Spot(latitude.stripTrailingZeros(), longitude.stripTrailingZeros()));
    }

    private List<UUID> wishes(UUID project) {
        return jdbc.sql("select wish from livelihood.project_wish where project = :project order by wish")
                .param("project", project)
                .query((row, _) -> row.getObject("wish", UUID.class))
                .list();
    }

    private Map<Criterion, Check> checks(UUID project) {
        Map<Criterion, Check> checks = new EnumMap<>(Criterion.class);
        jdbc.sql("select * from livelihood.project_check where project = :project")
                .param("project", project)
                .query(row -> {
                    checks.put(
                            Criterion.valueOf(row.getString("criterion")),
                            new Check(row.getBoolean("met"), row.getString("note")));
                });
        return checks;
    }
}
