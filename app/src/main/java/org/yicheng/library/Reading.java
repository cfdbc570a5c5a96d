package org.yicheng.library;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Ruling;

/** The reader's side: what {@code Caller.current()} has been given, and nothing else. */
public interface Reading {

    int LONGEST_NOTE = 5_000;
    int LONGEST_QUERY = 100;

    /** Which of the reader's documents. Empty strings do not filter. */
    record Filter(String q, String kind, boolean unread) {
        public static final Filter ALL = new Filter("", "", false);
    }

    /**
     * A document on the reader's list.
     *
     * @param version the newest version the reader may see
     * @param from since when
     * @param lastRead the newest version the reader opened, 0 if none
     * @param keepable whether a phone may keep it
     */
    record Entry(
            Document document,
            int version,
            String title,
            Instant from,
            int lastRead,
            boolean file,
            boolean keepable,
            String sha256) {

        public boolean unread() {
            return lastRead == 0;
        }

        /** Read once, and changed since. */
        public boolean changed() {
            return lastRead > 0 && lastRead < version;
        }
    }

    /** @param passages where a search found its words, marked; empty without a search */
    record Line(Entry entry, List<Passage> passages) {}

    /** A piece of text, what was searched for marked. */
    record Passage(List<Comparison.Span> spans) {}

    /** Kinds in order, newest first; with a search, only what holds every word of it. */
    Documents.Found<Line> list(Filter filter, long offset, int limit);

    /** How many of the reader's documents are unread or changed. */
    int fresh();

    /**
     * One document as the reader sees it.
     *
     * @param versions the numbers the reader may see, newest first
     * @param previous the entries before and after it on the reader's list
     */
    record Open(
            Document document,
            Version version,
            List<Integer> versions,
            Instant from,
            int lastRead,
            String note,
            Optional<Entry> previous,
            Optional<Entry> next) {}

    /** What a reader who asks for a document is told. */
    sealed interface Answer {
        record Here(Open open) implements Answer {}

        /** It was given to the reader and taken back. */
        record Recalled(Instant at, String reason) implements Answer {}

        /** Not there, or not for this reader: both look the same. */
        record Nothing() implements Answer {}
    }

    /** @param version which one, or 0 for the newest the reader may see */
    Answer open(UUID document, int version);

    /** Notes that the reader opened a version, the first time only; false if that was known or may not be. */
    boolean opened(UUID document, int version, Optional<Instant> at);

    /** The reader's own note; an empty text removes it. */
    Ruling<String> note(UUID document, String text);

    String note(UUID document);

    /** What a phone may keep for reading without network: newest first, at most {@code limit}. */
    List<Entry> keepable(int limit);
}
