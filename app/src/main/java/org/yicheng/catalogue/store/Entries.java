package org.yicheng.catalogue.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.catalogue.Catalogue.Line;
import org.yicheng.catalogue.Entry;

/** The entries in PostgreSQL: the source of truth that the index is made from. */
@Component
class Entries {

    private static final int LONGEST_TEXT = 200_000;

    private final JdbcClient jdbc;

    Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Entry entry) {
        String text = entry.said().text();
        String cut = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
        Entry.Facts facts = entry.facts();
        int written = jdbc.sql("""
                        insert into catalogue.entry as old (id, subject, kind, place, title, title_en, words, gist, names,
                               audience, visible_from, href, number, happened_at, state, state_en, side, demo, digest)
                        values (:id, :subject, :kind, :place, :title, :titleEn, :words,
                                string_to_array(:gist, E'\\n'), string_to_array(:names, E'\\n'),
                                string_to_array(:audience, E'\\n'), :from, :href, :number, :at, :state, :stateEn, :side,
                                :demo, :digest)
                        on conflict (id) do update
                           set subject = excluded.subject, kind = excluded.kind, place = excluded.place,
                               title = excluded.title, title_en = excluded.title_en, words = excluded.words,
                               gist = excluded.gist, names = excluded.names, audience = excluded.audience,
                               visible_from = excluded.visible_from, href = excluded.href, number = excluded.number,
                               happened_at = excluded.happened_at, state = excluded.state, state_en = excluded.state_en,
                               side = excluded.side, demo = excluded.demo, digest = excluded.digest, removed = false,
                               tx = pg_current_xact_id()
                         where old.digest <> excluded.digest or old.removed
                        """)
                .param("id", entry.id())
                .param("subject", entry.subject())
                .param("kind", entry.kind())
                .param("place", entry.place())
                .param("title", sound(entry.said().title().zh()))
                .param("titleEn", sound(entry.said().title().en()))
                .param("words", sound(cut))
                .param("gist", sound(Rows.joined(entry.said().gist())))
                .param("names", sound(Rows.joined(entry.said().names())))
                .param("audience", Rows.joined(entry.seen().keys()))
                .param("from", Rows.stamp(entry.seen().from()))
                .param("href", facts.href())
                .param("number", facts.number())
                .param("at", Rows.stamp(facts.at()))
                .param("state", facts.state().zh())
                .param("stateEn", facts.state().en())
                .param(
                        "side",
                        facts.side() == Entry.Side.NONE ? "" : facts.side().name())
                .param("demo", facts.demo())
                .param("digest", Rows.digest(entry))
                .update();
        if (written > 0) {
            jdbc.sql("delete from catalogue.vector where entry = :id")
                    .param("id", entry.id())
                    .update();
        }
    }

    /** PostgreSQL keeps no character zero. */
    private static String sound(String text) {
        return text.replace("\u0000", "");
    }

    /** Empties an entry; its row stays so that every index learns of it. */
    void remove(String id) {
        jdbc.sql("""
                        update catalogue.entry
                           set removed = true, title = '', title_en = '', words = '', gist = '{}', names = '{}',
                               number = '', state = '', state_en = '', digest = '', tx = pg_current_xact_id()
                         where id = :id and not removed
                        """).param("id", id).update();
        jdbc.sql("delete from catalogue.vector where entry = :id")
                .param("id", id)
                .update();
    }

    /** Puts a subject's entries, and removes those it no longer has; entries of other subjects among them are put too. */
    void put(String subject, List<Entry> entries) {
        Map<String, String> digests = new HashMap<>();
        Set<String> gone = new HashSet<>();
        jdbc.sql("""
                        select id, digest, subject from catalogue.entry
                         where (subject = :subject or id = any(string_to_array(:ids, E'\\n'))) and not removed
                        """)
                .param("subject", subject)
                .param("ids", Rows.joined(entries.stream().map(Entry::id).toList()))
                .query((row, _) -> {
                    if (row.getString("subject").equals(subject)) {
                        gone.add(row.getString("id"));
                    }
                    return digests.put(row.getString("id"), row.getString("digest"));
                })
                .list();
        for (Entry entry : entries) {
            gone.remove(entry.id());
            if (!Rows.digest(entry).equals(digests.get(entry.id()))) {
                put(entry);
            }
        }
        gone.forEach(this::remove);
    }

    /** An entry with its words, for the page that found it. */
    record Read(Line line, String subject, String words) {}

    /** The entries that somebody who holds these keys may see, by id; what the index doesn't know yet counts already. */
    Map<String, Read> readable(Collection<String> ids, Readers.Reader reader) {
        Map<String, Read> found = new HashMap<>();
        jdbc.sql("""
                        select * from catalogue.entry
                         where id = any(string_to_array(:ids, E'\\n')) and not removed and visible_from <= :now
                           and audience && string_to_array(:keys, E'\\n')
                        """)
                .param("ids", Rows.joined(ids))
                .param("now", Rows.stamp(reader.now()))
                .param("keys", Rows.joined(reader.keys()))
                .query((row, _) -> found.put(
                        row.getString("id"),
                        new Read(Rows.line(row), row.getString("subject"), row.getString("words"))))
                .list();
        return found;
    }

    /** The newest titles of a kind that a reader may see, with the vectors of their titles where there are any. */
    List<Titled> titles(String kind, String place, Readers.Reader reader, String model, int limit) {
        return jdbc.sql("""
                        select e.*, v.value from catalogue.entry e
                          left join catalogue.vector v on v.entry = e.id and v.place = 0 and v.model = :model
                         where e.kind = :kind and not e.removed and e.visible_from <= :now
                           and (:place = '' or e.place = :place)
                           and e.audience && string_to_array(:keys, E'\\n')
                         order by e.happened_at desc nulls last, e.id limit :limit
                        """)
                .param("kind", kind)
                .param("place", place)
                .param("model", model)
                .param("now", Rows.stamp(reader.now()))
                .param("keys", Rows.joined(reader.keys()))
                .param("limit", limit)
                .query((row, _) -> new Titled(Rows.line(row), Vectors.floats(row.getArray("value"))))
                .list();
    }

    /** @param vector of the title; empty without a model */
    record Titled(Line line, float[] vector) {}
}
