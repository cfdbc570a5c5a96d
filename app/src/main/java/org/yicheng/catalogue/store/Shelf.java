package org.yicheng.catalogue.store;

import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.catalogue.Entry;
import org.yicheng.finding.index.Item;
import org.yicheng.finding.index.Item.Facet;
import org.yicheng.finding.index.SearchIndex;
import org.yicheng.home.HomeFolder;
import org.yicheng.home.PlatformClock;

/**
 * This node's index, made from the tables and following them: whatever a transaction at or after the horizon changed is
 * read again. A lost index has no horizon and reads everything.
 */
@Component
class Shelf {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final Vectors vectors;
    private final Model model;
    private final Path folder;
    private volatile SearchIndex index;
    private String generation = "";
    private long horizon;
    private boolean unkept;

    Shelf(JdbcClient jdbc, Vectors vectors, Model model, HomeFolder home) {
        this.jdbc = jdbc;
        this.vectors = vectors;
        this.model = model;
        folder = home.resolve("catalogue").resolve("index");
        index = SearchIndex.open(folder);
        horizon = index.followed();
        generation = index.origin();
    }

    SearchIndex index() {
        return index;
    }

    /** Brings the index to where the tables are. */
    synchronized void follow(UUID now) {
        // Transactions below it have ended and are seen by the queries that follow; later ones are read next time.
        long next = jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
        if (!generation.equals(now.toString()) || horizon > next) {
            index.clear();
            generation = now.toString();
            horizon = 0;
        }
        if (read(horizon)) {
            index.show();
            unkept = true;
        }
        horizon = next;
    }

    private boolean read(long from) {
        boolean any = false;
        String after = "";
        while (true) {
            List<Row> rows = jdbc.sql("""
                            select * from catalogue.entry
                             where tx >= cast(cast(:from as text) as xid8) and id > :after order by id limit :limit
                            """)
                    .param("from", from)
                    .param("after", after)
                    .param("limit", BATCH)
                    .query((row, _) -> new Row(Rows.entry(row), row.getBoolean("removed")))
                    .list();
            if (rows.isEmpty()) {
                return any;
            }
            any = true;
            shelve(rows);
            after = rows.getLast().entry().id();
        }
    }

    private record Row(Entry entry, boolean removed) {}

    private void shelve(List<Row> rows) {
        index.remove(
                rows.stream().filter(Row::removed).map(row -> row.entry().id()).toList());
        List<Entry> standing =
                rows.stream().filter(row -> !row.removed()).map(Row::entry).toList();
        Map<String, List<float[]>> known = model.now()
                .map(meaning -> vectors.of(standing.stream().map(Entry::id).toList(), meaning.name()))
                .orElse(Map.of());
        index.put(standing.stream()
                .map(entry -> item(entry, known.getOrDefault(entry.id(), List.of())))
                .toList());
    }

    private static Item item(Entry entry, List<float[]> vectors) {
        Map<Facet, String> facets = new EnumMap<>(Facet.class);
        facets.put(Facet.KIND, entry.kind());
        if (!entry.place().isEmpty()) {
            facets.put(Facet.PLACE, entry.place());
        }
        ZoneId zone = PlatformClock.SHANGHAI;
        entry.facts()
                .at()
                .ifPresent(at ->
                        facets.put(Facet.YEAR, Integer.toString(at.atZone(zone).getYear())));
        if (entry.facts().side() != Entry.Side.NONE) {
            facets.put(Facet.SIDE, entry.facts().side().name());
        }
        String titles = entry.said().title().zh().equals(entry.said().title().en())
                ? entry.said().title().zh()
                : entry.said().title().zh() + "\n" + entry.said().title().en();
        List<String> likeness = new ArrayList<>(List.of(entry.said().title().zh()));
        likeness.addAll(entry.said().gist());
        return new Item(
                entry.id(),
                facets,
                entry.facts().number().isEmpty()
                        ? titles
                        : titles + "\n" + entry.facts().number(),
                entry.said().text(),
                entry.said().names(),
                likeness,
                vectors,
                entry.seen().keys(),
                entry.seen().from(),
                entry.facts().at().orElse(Instant.EPOCH));
    }

    /** Writes the index to the disk if it changed since. */
    synchronized void keep() {
        if (unkept) {
            index.keep(horizon, generation);
            unkept = false;
        }
    }

    /** Ends with the platform; what was not kept is read again at the next start. */
    @PreDestroy
    synchronized void close() {
        keep();
        index.close();
    }
}
