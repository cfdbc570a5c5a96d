package org.yicheng.catalogue.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.catalogue.Source;
import org.yicheng.record.Journal;

/**
 * Follows the record of acts: acts have numbers in the order of their commits, so that nothing is overlooked, whoever
 * wrote it and whenever a process was killed. One node at a time moves on; the others find it done.
 */
@Component
class Follower {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Journal journal;
    private final ObjectProvider<Source> sources;
    private final Entries entries;

    Follower(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Journal journal,
            ObjectProvider<Source> sources,
            Entries entries) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.journal = journal;
        this.sources = sources;
        this.entries = entries;
    }

    /** @param generation changes when the entries are made anew */
    record Progress(long act, UUID generation) {}

    Optional<Progress> progress(String lock) {
        return jdbc.sql("select act, generation from catalogue.progress" + lock)
                .query((row, _) -> new Progress(row.getLong("act"), row.getObject("generation", UUID.class)))
                .optional();
    }

    /** Moves on to the newest act; the first time, and for a book that begins again, from every source anew. */
    void follow() {
        Optional<Progress> before = progress("");
        if (before.isPresent() && before.get().act() == journal.last()) {
            return;
        }
        transaction.executeWithoutResult(_ -> {
            Optional<Progress> progress = progress(" for update");
            long last = journal.last();
            if (progress.isEmpty()) {
                begin(last);
            } else if (progress.get().act() > last) {
                jdbc.sql("delete from catalogue.progress").update();
                begin(last);
            } else {
                Journal.Touched touched = journal.touched(
                        progress.get().act(),
                        sources.orderedStream().map(Source::prefix).toList());
                touched.subjects().forEach(this::refresh);
                jdbc.sql("update catalogue.progress set act = :act")
                        .param("act", touched.last())
                        .update();
            }
        });
    }

    private void begin(long last) {
        int first = jdbc.sql("""
                        insert into catalogue.progress (act, generation) values (:act, :generation)
                        on conflict do nothing
                        """)
                .param("act", last)
                .param("generation", UUID.randomUUID())
                .update();
        if (first > 0) {
            sources.orderedStream()
                    .flatMap(source -> source.subjects().stream())
                    .distinct()
                    .forEach(this::refresh);
        }
    }

    private void refresh(String subject) {
        entries.put(
                subject,
                sources.orderedStream()
                        .filter(source -> subject.startsWith(source.prefix()))
                        .flatMap(source -> source.entries(subject).stream())
                        .toList());
    }

    /** The subjects about which something happened that the entries don't say yet. */
    List<String> pending() {
        return progress("")
                .map(progress -> journal.touched(
                                progress.act(),
                                sources.orderedStream().map(Source::prefix).toList())
                        .subjects())
                .orElse(List.of());
    }
}
