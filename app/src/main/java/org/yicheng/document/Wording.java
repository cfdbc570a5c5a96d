package org.yicheng.document;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** What differs between two wordings of one paragraph, by words as Chinese and English readers see them (ICU). */
public final class Wording {

    /** What became of a stretch of words. */
    public enum Fate {
        SAME,
        REMOVED,
        ADDED
    }

    /** A stretch of words with one fate. */
    public record Run(Fate fate, String text) {}

    /** Wordings with more words than this are shown as removed and added whole. */
    private static final int MOST_WORDS = 5_000;

    private Wording() {}

    /** The runs that make the new wording out of the old one, in reading order. */
    public static List<Run> runs(String before, String after) {
        List<String> old = words(before);
        List<String> fresh = words(after);
        List<Run> runs = new ArrayList<>();
        if (Math.max(old.size(), fresh.size()) > MOST_WORDS) {
            add(runs, Fate.REMOVED, List.of(before));
            add(runs, Fate.ADDED, List.of(after));
            return runs;
        }
        List<String> removed = new ArrayList<>();
        List<String> added = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(old, fresh, new MyersDiffWithLinearSpace<>(), null, true)
                .getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                change(runs, removed, added);
                add(runs, Fate.SAME, delta.getSource().getLines());
            } else {
                removed.addAll(delta.getSource().getLines());
                added.addAll(delta.getTarget().getLines());
            }
        }
        change(runs, removed, added);
        return runs;
    }

    /** One change reads as what went, then what came, whatever the order the comparison found them in. */
    private static void change(List<Run> runs, List<String> removed, List<String> added) {
        add(runs, Fate.REMOVED, removed);
        add(runs, Fate.ADDED, added);
        removed.clear();
        added.clear();
    }

    private static void add(List<Run> runs, Fate fate, List<String> words) {
        String text = String.join("", words);
        if (!text.isEmpty()) {
            runs.add(new Run(fate, text));
        }
    }

    private static List<String> words(String text) {
        BreakIterator ends = BreakIterator.getWordInstance(ULocale.CHINESE);
        ends.setText(text);
        List<String> words = new ArrayList<>();
        int from = ends.first();
        for (int to = ends.next(); to != BreakIterator.DONE; to = ends.next()) {
            words.add(text.substring(from, to));
            from = to;
        }
        return words;
    }
}
