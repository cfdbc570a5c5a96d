package org.yicheng.catalogue.store;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.catalogue.Entry;
import org.yicheng.finding.Meaning;
import org.yicheng.finding.Wording;

/** The vectors of the entries' texts, made once and kept: a model reads a text when it changed, not when it is asked for. */
@Component
class Vectors {

    private static final int BATCH = 50;
    /** Of an entry's texts the title and the first ones. */
    private static final int MOST_TEXTS = 8;

    /** Before this transaction nothing is without a vector: entries changed since are looked at, not all of them again. */
    private volatile long since;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TransactionTemplate transaction;

    Vectors(JdbcClient jdbc, JdbcTemplate template, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.template = template;
        this.transaction = transaction;
    }

    /** The texts by which an entry is compared: what its title asks for, then its gist. */
    static List<String> texts(Entry entry) {
        List<String> texts = new ArrayList<>();
        texts.add(Wording.essence(entry.said().title().zh()));
        entry.said().gist().stream()
                .filter(text -> !text.isBlank())
                .limit(MOST_TEXTS - 1L)
                .forEach(texts::add);
        return texts;
    }

    /** Makes the vectors that are missing, a batch; false when none was. */
    boolean make(Meaning meaning) {
        // Whatever is not visible yet has this number or a greater one.
        long next = jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
        List<Bare> bare = jdbc.sql("""
                        select * from catalogue.entry e
                         where tx >= cast(cast(:since as text) as xid8) and not removed and names = '{}' and not exists (
                               select 1 from catalogue.vector v where v.entry = e.id and v.place = 0 and v.model = :model)
                         order by id limit :limit
                        """)
                .param("since", since)
                .param("model", meaning.name())
                .param("limit", BATCH)
                .query((row, _) -> new Bare(Rows.entry(row), row.getString("digest")))
                .list();
        // Read by the model before the transaction: it takes milliseconds a text.
        Map<String, List<float[]>> made = new HashMap<>();
        bare.forEach(one -> made.put(
                one.entry().id(),
                texts(one.entry()).stream().map(meaning::vector).toList()));
        if (!bare.isEmpty()) {
            transaction.executeWithoutResult(_ -> bare.forEach(one ->
                    keep(one, meaning.name(), made.getOrDefault(one.entry().id(), List.of()))));
        }
        if (bare.isEmpty()) {
            since = next;
        }
        return !bare.isEmpty();
    }

    /** An entry without vectors, and the digest of the words that are read for them. */
    private record Bare(Entry entry, String digest) {}

    private void keep(Bare bare, String model, List<float[]> vectors) {
        Entry entry = bare.entry();
        // Only for the words that were read: an entry that changed meanwhile is read again.
        int same = jdbc.sql("""
                        update catalogue.entry set tx = pg_current_xact_id()
                         where id = :id and digest = :digest and not removed
                        """)
                .param("id", entry.id())
                .param("digest", bare.digest())
                .update();
        if (same == 0) {
            return;
        }
        jdbc.sql("delete from catalogue.vector where entry = :id")
                .param("id", entry.id())
                .update();
        for (int place = 0; place < vectors.size(); place++) {
            template.update(
                    "insert into catalogue.vector (entry, place, model, value) values (?, ?, ?, ?)",
                    entry.id(),
                    place,
                    model,
                    vectors.get(place));
        }
    }

    /** The kept vectors of entries, in the order of their texts. */
    Map<String, List<float[]>> of(Collection<String> ids, String model) {
        Map<String, List<float[]>> found = new HashMap<>();
        jdbc.sql("""
                        select entry, value from catalogue.vector
                         where entry = any(string_to_array(:ids, E'\\n')) and model = :model order by entry, place
                        """)
                .param("ids", Rows.joined(ids))
                .param("model", model)
                .query((row, _) -> found.computeIfAbsent(row.getString("entry"), _ -> new ArrayList<>())
                        .add(floats(row.getArray("value"))))
                .list();
        return found;
    }

    static float[] floats(@Nullable Array array) throws SQLException {
        if (array == null) {
            return new float[0];
        }
        Float[] boxed = (Float[]) array.getArray();
        float[] floats = new float[boxed.length];
        for (int i = 0; i < boxed.length; i++) {
            floats[i] = boxed[i];
        }
        return floats;
    }
}
