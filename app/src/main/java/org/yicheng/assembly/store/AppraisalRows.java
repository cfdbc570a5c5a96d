package org.yicheng.assembly.store;

import static org.yicheng.assembly.store.Rows.bilingual;
import static org.yicheng.assembly.store.Rows.optionalInstant;
import static org.yicheng.assembly.store.Rows.optionalInt;
import static org.yicheng.assembly.store.Rows.stamp;
import static org.yicheng.assembly.store.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Appraisals.Appraisal;
import org.yicheng.assembly.Appraisals.Figures;
import org.yicheng.assembly.Appraisals.Form;
import org.yicheng.assembly.Appraisals.Grade;
import org.yicheng.assembly.Appraisals.Item;
import org.yicheng.assembly.Appraisals.NewAppraisal;
import org.yicheng.assembly.Appraisals.State;
import org.yicheng.assembly.Appraisals.Tally;

/** Rows of appraisals; a result is counted from the papers, or is what both tellers entered. */
@Component
class AppraisalRows {

    private static final String SELECT =
            "select a.*, s.body from assembly.appraisal a join assembly.sitting s on s.id = a.sitting ";
    private static final int GRADES = Grade.values().length;

    private final JdbcClient jdbc;

    AppraisalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Appraisal> byId(UUID id) {
        return jdbc.sql(SELECT + "where a.id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    List<Appraisal> of(String column, String value) {
        return jdbc.sql(SELECT + "where a." + column + " = :value order by a.listed_at, a.id")
                .param("value", value)
                .query(this::row)
                .list();
    }

    private Appraisal row(ResultSet row, int at) throws SQLException {
        UUID id = uuid(row, "id");
        State state = State.valueOf(row.getString("state"));
        Form form = Form.valueOf(row.getString("form"));
        List<Item> items = items(id);
        boolean counted = state == State.CLOSED || state == State.DECLARED;
        Optional<Figures> result = !counted
                ? Optional.empty()
                : form == Form.PAPER ? agreed(id) : Optional.of(counted(id, row.getInt("issued"), items.size()));
        return new Appraisal(
                id,
                row.getString("sitting"),
                row.getString("body"),
                bilingual(row, "title"),
                row.getString("subject"),
                form,
                items,
                state,
                row.getInt("attempt"),
                optionalInt(row, "due"),
                optionalInt(row, "present"),
                result,
                optionalInstant(row, "declared_at"));
    }

    private List<Item> items(UUID id) {
        return jdbc.sql("select * from assembly.appraisal_item where appraisal = :id order by number")
                .param("id", id)
                .query((row, _) -> new Item(row.getInt("number"), row.getString("title"), row.getString("subject")))
                .list();
    }

    private Figures counted(UUID id, int issued, int items) {
        List<List<Grade>> papers = papers(id);
        int[] tallies = new int[items * GRADES];
        for (List<Grade> paper : papers) {
            for (int item = 0; item < items; item++) {
                tallies[item * GRADES + paper.get(item).ordinal()]++;
            }
        }
        return new Figures(issued, papers.size(), 0, tallies(tallies));
    }

    private Optional<Figures> agreed(UUID id) {
        List<Figures> both = List.copyOf(counts(id).values());
        return both.size() == 2 && both.getFirst().equals(both.getLast())
                ? Optional.of(both.getFirst())
                : Optional.empty();
    }

    List<List<Grade>> papers(UUID id) {
        return jdbc.sql("select grades from assembly.appraisal_paper where appraisal = :id order by place")
                .param("id", id)
                .query((row, _) -> grades((Integer[]) row.getArray(1).getArray()))
                .list();
    }

    static List<Grade> grades(Integer[] places) {
        return Arrays.stream(places).map(place -> Grade.values()[place]).toList();
    }

    private static List<Tally> tallies(int[] flat) {
        List<Tally> tallies = new ArrayList<>();
        for (int at = 0; at < flat.length; at += GRADES) {
            tallies.add(new Tally(flat[at], flat[at + 1], flat[at + 2], flat[at + 3]));
        }
        return tallies;
    }

    /** What the tellers entered, the first one first. */
    Map<String, Figures> counts(UUID id) {
        Map<String, Figures> counts = new LinkedHashMap<>();
        jdbc.sql("select * from assembly.appraisal_count where appraisal = :id order by teller")
                .param("id", id)
                .query(row -> {
                    int[] flat = Arrays.stream(
                                    (Integer[]) row.getArray("tallies").getArray())
                            .mapToInt(Integer::intValue)
                            .toArray();
                    counts.put(
                            row.getString("teller"),
                            new Figures(
                                    row.getInt("issued"),
                                    row.getInt("returned"),
                                    row.getInt("invalid"),
                                    tallies(flat)));
                });
        return counts;
    }

    void count(UUID id, String teller, Figures counted) {
        Integer[] flat = counted.items().stream()
                .flatMap(tally -> Arrays.stream(Grade.values()).map(tally::of))
                .toArray(Integer[]::new);
        jdbc.sql("""
                        insert into assembly.appraisal_count (appraisal, teller, issued, returned, invalid, tallies)
                        values (:id, :teller, :issued, :returned, :invalid, :tallies)
                        on conflict (appraisal, teller) do update
                           set issued = excluded.issued, returned = excluded.returned, invalid = excluded.invalid,
                               tallies = excluded.tallies
                        """)
                .param("id", id)
                .param("teller", teller)
                .param("issued", counted.issued())
                .param("returned", counted.returned())
                .param("invalid", counted.invalid())
                .param("tallies", flat)
                .update();
    }

    void insert(UUID id, NewAppraisal asked, Instant at) {
        jdbc.sql("""
                        insert into assembly.appraisal (id, sitting, subject, title_zh, title_en, form, state, listed_at)
                        values (:id, :sitting, :subject, :zh, :en, :form, 'LISTED', :at)
                        """)
                .param("id", id)
                .param("sitting", asked.sitting())
                .param("subject", asked.subject())
                .param("zh", asked.title().zh().strip())
                .param("en", asked.title().en().strip())
                .param("form", asked.form().name())
                .param("at", stamp(at))
                .update();
        for (int i = 0; i < asked.items().size(); i++) {
            jdbc.sql("insert into assembly.appraisal_item values (:id, :number, :title, :subject)")
                    .param("id", id)
                    .param("number", i + 1)
                    .param("title", asked.items().get(i).title())
                    .param("subject", asked.items().get(i).subject())
                    .update();
        }
    }

    void press(UUID id, Pseudonym voter, UUID mandate, List<Grade> grades) {
        jdbc.sql("""
                        insert into assembly.appraisal_press (appraisal, voter, grades) values (:id, :voter, :grades)
                        on conflict (appraisal, voter) do update set grades = excluded.grades
                        """)
                .param("id", id)
                .param("voter", voter.bytes())
                .param("grades", grades.stream().map(Grade::ordinal).toArray(Integer[]::new))
                .update();
        jdbc.sql("""
                        insert into assembly.appraisal_participation (appraisal, mandate) values (:id, :mandate)
                        on conflict do nothing
                        """).param("id", id).param("mandate", mandate).update();
    }

    Optional<List<Grade>> pressed(UUID id, Pseudonym voter) {
        return jdbc.sql("select grades from assembly.appraisal_press where appraisal = :id and voter = :voter")
                .param("id", id)
                .param("voter", voter.bytes())
                .query((row, _) -> grades((Integer[]) row.getArray(1).getArray()))
                .optional();
    }

    void keep(UUID id, byte[] key) {
        jdbc.sql("insert into assembly.appraisal_key (appraisal, key) values (:id, :key)")
                .param("id", id)
                .param("key", key)
                .update();
    }

    Optional<byte[]> key(UUID id) {
        return jdbc.sql("select key from assembly.appraisal_key where appraisal = :id")
                .param("id", id)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    /** Shuffles the papers, forgets whose they were, and says how many members could have had one. */
    int seal(UUID id, String sitting) {
        jdbc.sql("""
                        insert into assembly.appraisal_paper (appraisal, place, grades)
                        select appraisal, row_number() over (order by gen_random_uuid()), grades
                          from assembly.appraisal_press where appraisal = :id
                        """).param("id", id).update();
        for (String table : List.of("appraisal_press", "appraisal_key")) {
            jdbc.sql("delete from assembly." + table + " where appraisal = :id")
                    .param("id", id)
                    .update();
        }
        return jdbc.sql("""
                        select count(*) from (
                            select mandate from assembly.presence where sitting = :sitting and present
                            union select mandate from assembly.appraisal_participation where appraisal = :id) had
                        """)
                .param("sitting", sitting)
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
