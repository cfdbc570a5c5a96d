package org.yicheng.library.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.catalogue.Entry;
import org.yicheng.catalogue.Source;
import org.yicheng.library.Documents;
import org.yicheng.library.Publication;
import org.yicheng.library.Version;
import org.yicheng.rule.Bilingual;

/**
 * What the catalogue finds of documents: each version that was given out, for those to whom no newer one is visible. A
 * draft and a recalled version are not found.
 */
@Component
class DocumentEntries implements Source {

    private static final String PREFIX = "document:";

    private final Documents documents;
    private final JdbcClient jdbc;
    private final Clock clock;

    DocumentEntries(Documents documents, JdbcClient jdbc, Clock clock) {
        this.documents = documents;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public List<String> subjects() {
        return jdbc.sql("select distinct document from library.publication where recalled_at is null")
                .query((row, _) -> PREFIX + row.getString(1))
                .list();
    }

    @Override
    public List<Entry> entries(String subject) {
        UUID id = UUID.fromString(subject.substring(PREFIX.length()));
        Optional<Documents.Held> held = documents.byId(id);
        List<Publication> standing = held.map(Documents.Held::publications).orElse(List.of()).stream()
                .filter(publication -> publication.recall().isEmpty())
                .sorted(Comparator.comparing(Publication::version).reversed().thenComparing(Publication::from))
                .toList();
        if (held.isEmpty() || standing.isEmpty()) {
            return List.of();
        }
        Map<Integer, Version> versions =
                documents.versions(id).stream().collect(Collectors.toMap(Version::number, one -> one));
        return entries(held.get(), standing, versions);
    }

    /** Newest version first: who sees that one already is not shown an older one. */
    private List<Entry> entries(Documents.Held held, List<Publication> standing, Map<Integer, Version> versions) {
        Instant now = clock.instant();
        Set<String> served = new HashSet<>();
        Map<String, Entry> entries = new TreeMap<>();
        for (Publication publication : standing) {
            Set<String> keys = new TreeSet<>();
            publication.audience().forEach(audience -> keys.add(Readers.catalogued(audience.key())));
            keys.add(Readers.EVERY_DOCUMENT);
            keys.removeAll(served);
            if (publication.stands(now)) {
                served.addAll(keys);
            }
            Version version = versions.get(publication.version());
            if (version != null && !keys.isEmpty()) {
                Entry entry = entry(held, version, new Entry.Seen(keys, publication.from()));
                entries.merge(entry.id(), entry, DocumentEntries::together);
            }
        }
        return new ArrayList<>(entries.values());
    }

    private static Entry together(Entry one, Entry other) {
        Set<String> keys = new TreeSet<>(one.seen().keys());
        keys.addAll(other.seen().keys());
        return new Entry(
                one.id(),
                one.subject(),
                one.kind(),
                one.place(),
                one.said(),
                new Entry.Seen(keys, one.seen().from()),
                one.facts());
    }

    private Entry entry(Documents.Held held, Version version, Entry.Seen seen) {
        var document = held.document();
        boolean newest = version.number() == held.newest().number();
        String href = "/documents/" + document.id() + (newest ? "" : "?version=" + version.number());
        return new Entry(
                PREFIX + document.id() + ":" + version.number() + ":"
                        + seen.from().toEpochMilli(),
                PREFIX + document.id(),
                "library.entry",
                document.body(),
                Entry.Said.of(version.title(), text(version)),
                seen,
                new Entry.Facts(
                        href,
                        document.number(),
                        Optional.of(seen.from()),
                        newest
                                ? Entry.Facts.NOTHING
                                : new Bilingual("第" + version.number() + "版", "version " + version.number()),
                        Entry.Side.NONE,
                        document.demo()));
    }

    /** Its words; those of its file where it has no others. */
    private String text(Version version) {
        if (!version.text().isBlank()) {
            return version.text();
        }
        return jdbc.sql("select plain from library.version where document = :document and number = :number")
                .param("document", version.document())
                .param("number", version.number())
                .query(String.class)
                .optional()
                .orElse("");
    }
}
