package org.yicheng.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yicheng.catalogue.Entry.Side;
import org.yicheng.finding.Highlights.Span;
import org.yicheng.rule.Bilingual;

/** Finding: what {@code Caller.current()} may see, and nothing else. */
public interface Catalogue {

    int LONGEST_QUERY = 100;
    int LONGEST_TEXT = 5_000;

    /** Candidates are shown from this cosine on; titles that ask for the same were measured to lie above 0.6. */
    double SHOWN_FROM = 0.55;

    double LIKELY_SAME_FROM = 0.60;

    /** Puts an entry in place of what stood under its id; found a moment after the transaction. */
    void put(Entry entry);

    void remove(String id);

    /**
     * What is looked for.
     *
     * @param words each must be found; words in quotes only as they stand; blank = everything
     * @param kind and the other facets: empty strings don't narrow
     */
    record Asked(String words, String kind, String place, String year) {
        public static final Asked EVERYTHING = new Asked("", "", "", "");
    }

    /** An entry as a list shows it. */
    record Line(
            String id,
            String kind,
            String place,
            Bilingual title,
            String href,
            String number,
            Optional<Instant> at,
            Bilingual state,
            Side side,
            boolean demo) {}

    /** @param title and passages: what was found is marked */
    record Hit(Line line, List<Span> title, List<List<Span>> passages) {}

    /** A value of a facet: how many results have it. */
    record Count(String value, long count) {}

    /** @param facets {@code kind}, {@code place}, {@code year} and their values, the most frequent first */
    record Found(long total, List<Hit> hits, Map<String, List<Count>> facets) {}

    Found search(Asked asked, int offset, int limit);

    /** How likeness was told. */
    enum Way {
        /** By the local language model: the score is a cosine. */
        MODEL,
        /** By shared characters and words: the score has no unit. */
        WORDS
    }

    /**
     * An entry like a text.
     *
     * @param likelySame whether it lies as near as titles that ask for the same; always false by words
     * @param judged what a person said about this very pair, if somebody did
     */
    record Alike(Line line, double score, boolean likelySame, Optional<Correction.Kind> judged) {}

    /** Proposals of the machine, for a person to decide. */
    record Alikes(Way way, List<Alike> entries) {}

    /**
     * The entries most like a text: for reading before writing, and as the check for near duplicates before submission.
     * Pairs that a person judged different are left out.
     *
     * @param kinds only these; empty: all
     * @param except an entry's subject that is left out: the text's own
     */
    Alikes similar(String text, List<String> kinds, String except);

    /** The entries of the other side that fit an entry; empty if it has no side. */
    Optional<Alikes> matches(String entry);

    /**
     * An organ proposed for a text.
     *
     * @param duty the duty that fits best: the reason; empty if a person decided so for the same text before
     */
    record Proposed(String organ, String duty, double score, boolean decided) {}

    record Route(Way way, List<Proposed> organs) {}

    Route route(String text);

    /**
     * Titles about the same.
     *
     * @param lines the most central first
     * @param terms what they say more often than others
     */
    record Theme(List<Line> lines, List<String> terms) {}

    /** @param of how many entries were compared; of more than there may be, the newest */
    record Themes(Way way, int of, List<Theme> themes) {}

    Themes themes(String kind, String place);

    /** Whether the local language model serves now. */
    boolean model();

    /** Follows what happened until now; the platform does so by itself several times a second. */
    void follow();
}
