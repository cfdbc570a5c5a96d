package org.yicheng.record;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The book of acts. Appending happens in the caller's transaction: no act without its change, no change without its act. */
public interface Journal {

    /** Appends one act; must be called inside a transaction, as its last write (it takes the book's lock). */
    Act append(ActDraft draft);

    /** Appends many acts in order; the same rules. */
    List<Act> append(List<ActDraft> drafts);

    /** Acts newest first. */
    List<Act> latest(ActFilter filter);

    /** The number of acts that the filter lets through, ignoring its limit. */
    long count(ActFilter filter);

    /** The number of the newest act, 0 if there is none. Numbers follow the order of commits. */
    long last();

    /**
     * What acts after a number were about.
     *
     * @param last up to which act
     * @param subjects each once
     */
    record Touched(long last, List<String> subjects) {}

    /** The subjects, of those that begin so, about which there are acts after a number. */
    Touched touched(long after, List<String> prefixes);

    /** Every act from the first, for export; close the stream. */
    Stream<Act> all();

    /** Checks the whole chain up to its kept end; empty when sound, else the number of the first bad act. */
    Optional<Long> firstFault();

    /** The acts to look at: blank strings and empty options do not filter. */
    record ActFilter(String verbPrefix, String subject, Optional<Long> before, int limit) {
        public ActFilter {
            limit = Math.clamp(limit, 1, 500);
        }

        public static ActFilter any(int limit) {
            return new ActFilter("", "", Optional.empty(), limit);
        }
    }
}
