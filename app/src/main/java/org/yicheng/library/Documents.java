package org.yicheng.library;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Ruling;

/** The secretariat's side: making documents, giving them out, taking them back. Recorded as {@code Caller.current()}. */
public interface Documents {

    int LONGEST_TITLE = 200;
    int LONGEST_TEXT = 200_000;
    int MOST_PARAGRAPHS = 5_000;
    int MOST_FILE_BYTES = 10_000_000;
    int MOST_VERSIONS = 200;
    int MOST_AUDIENCES = 200;

    /** A document to be made; see {@link Document} for the fields. */
    record NewDocument(
            String body,
            String subject,
            Document.Kind kind,
            String number,
            String issuer,
            Document.Secrecy secrecy,
            boolean demo) {}

    /** An uploaded file as it came. */
    record Upload(String name, byte[] content) {}

    /** The words of a version: a text, a file, or both. */
    record Draft(String title, String text, Optional<Upload> file, String remark) {

        public static Draft of(String title, String text) {
            return new Draft(title, text, Optional.empty(), "");
        }
    }

    /** A document with its newest version and what was given out of it. */
    record Held(Document document, Version newest, List<Publication> publications) {}

    /** Makes a document with its first version. */
    Ruling<Held> create(NewDocument document, Draft draft);

    /**
     * Adds a version.
     *
     * @param basedOn the newest version its author saw; refused as stale when somebody added one meanwhile
     */
    Ruling<Version> revise(UUID document, int basedOn, Draft draft);

    /**
     * Gives a version to an audience.
     *
     * @param from from when they see it; empty: at once
     */
    Ruling<Publication> publish(UUID document, int version, List<Audience> audience, Optional<Instant> from);

    /** Takes a publication back 收回: its readers lose it, the act stays. */
    Ruling<Publication> recall(UUID publication, String reason);

    Optional<Held> byId(UUID document);

    /** Newest first. */
    List<Version> versions(UUID document);

    /** The content of a stored file. */
    Optional<byte[]> content(String sha256);

    /**
     * Which documents of a body.
     *
     * @param state {@code draft} never given out, {@code waiting} given out from a later instant, {@code out} its
     *     audience sees it, {@code recalled} nothing of it stands any more; empty string: all
     */
    record Filter(String body, String subject, String kind, String state, String q) {}

    /** A page of the documents of a body: lists of kinds in order, newest first. */
    Found<Held> find(Filter filter, long offset, int limit);

    /** A page of a list and how long the list is. */
    record Found<T>(List<T> rows, long total) {}

    /** Who opened a document: one line a delegation. Empty for what was only given to the public. */
    List<OfGroup> readBy(UUID document, int version);

    /**
     * @param group name of the delegation; empty string for a body without groups
     * @param expected how many of it the version was given to
     * @param opened how many of these have opened it
     * @param waiting names of those who have not, in the order of the body's list
     */
    record OfGroup(String group, int expected, int opened, List<Waiting> waiting) {}

    /** Somebody who has not opened it yet. */
    record Waiting(String number, String name, boolean demo) {}
}
