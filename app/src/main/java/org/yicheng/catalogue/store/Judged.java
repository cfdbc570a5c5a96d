package org.yicheng.catalogue.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.catalogue.Correction;
import org.yicheng.finding.Wording;

/** What people said before: about a text and an entry, about a text and its organ. The newest counts. */
@Component
class Judged {

    private final JdbcClient jdbc;

    Judged(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One form for texts that are the same but for blanks, width and case. */
    static String form(String text) {
        return Wording.plain(text);
    }

    /** By entry, whether it asks for the same as the text. */
    Map<String, Correction.Kind> about(String text) {
        Map<String, Correction.Kind> known = new HashMap<>();
        jdbc.sql("""
                        select entry, kind from catalogue.correction
                         where kind in ('SAME', 'DIFFERENT') and text = :text order by number
                        """)
                .param("text", form(text))
                .query((row, _) -> known.put(row.getString("entry"), Correction.Kind.valueOf(row.getString("kind"))))
                .list();
        return known;
    }

    /** A text and an entry of which somebody said whether they ask for the same; the last word counts. */
    record Said(String text, String entry, boolean same) {}

    /** What was said of entries among these. */
    List<Said> among(Collection<String> entries) {
        return jdbc.sql("""
                        select distinct on (text, entry) text, entry, kind from catalogue.correction
                         where kind in ('SAME', 'DIFFERENT') and entry = any (:entries)
                         order by text, entry, number desc
                        """)
                .param("entries", entries.toArray(String[]::new))
                .query((row, _) -> new Said(
                        row.getString("text"),
                        row.getString("entry"),
                        row.getString("kind").equals(Correction.Kind.SAME.name())))
                .list();
    }

    /** The organ that a person said is right for the text. */
    Optional<String> organ(String text) {
        return jdbc.sql("""
                        select answer from catalogue.correction where kind = 'ORGAN' and text = :text
                         order by number desc limit 1
                        """).param("text", form(text)).query(String.class).optional();
    }

    List<Correction> after(long number, int limit) {
        return jdbc.sql("select * from catalogue.correction where number > :number order by number limit :limit")
                .param("number", number)
                .param("limit", limit)
                .query((row, _) -> new Correction(
                        row.getLong("number"),
                        Rows.instant(row, "at"),
                        row.getString("actor"),
                        row.getString("role"),
                        Correction.Kind.valueOf(row.getString("kind")),
                        row.getString("text"),
                        row.getString("proposed"),
                        row.getString("entry"),
                        row.getString("answer"),
                        row.getString("note")))
                .list();
    }
}
