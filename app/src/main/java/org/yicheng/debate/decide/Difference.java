package org.yicheng.debate.decide;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What differs between two wordings, character by character in Chinese, word by word in Latin script. */
public final class Difference {

    private static final Pattern TOKEN = Pattern.compile("[\\p{IsLatin}\\p{Nd}]+|\\X", Pattern.UNICODE_CHARACTER_CLASS);

    private Difference() {}

    /** How a stretch of words fares. */
    public enum Fate {
        SAME,
        REMOVED,
        ADDED
    }

    /** A stretch of words. */
    public record Run(Fate fate, String text) {}

    /** One paragraph beside the other; an empty text where there is none. */
    public record Row(int number, List<Run> before, List<Run> after) {}

    /** The runs that make the new wording out of the old one, in reading order. */
    public static List<Run> runs(String before, String after) {
        List<String> old = tokens(before);
        List<String> fresh = tokens(after);
        List<Run> runs = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, fresh).getDeltas()) {
            add(runs, Fate.SAME, old.subList(at, delta.getSource().getPosition()));
            add(runs, Fate.REMOVED, delta.getSource().getLines());
            add(runs, Fate.ADDED, delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(runs, Fate.SAME, old.subList(at, old.size()));
        return runs;
    }

    /** Paragraphs side by side: the first old beside the first new, and so on; what is over stands alone. */
    public static List<Row> sideBySide(int first, List<String> before, List<String> after) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            List<Run> runs = runs(i < before.size() ? before.get(i) : "", i < after.size() ? after.get(i) : "");
            rows.add(new Row(
                    i < before.size() ? first + i : 0,
                    runs.stream().filter(run -> run.fate() != Fate.ADDED).toList(),
                    runs.stream().filter(run -> run.fate() != Fate.REMOVED).toList()));
        }
        return rows;
    }

    /** How many tokens are removed or added. */
    static int size(String before, String after) {
        return runs(before, after).stream()
                .filter(run -> run.fate() != Fate.SAME)
                .mapToInt(run -> tokens(run.text()).size())
                .sum();
    }

    static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    private static void add(List<Run> runs, Fate fate, List<String> tokens) {
        if (!tokens.isEmpty()) {
            runs.add(new Run(fate, String.join("", tokens)));
        }
    }
}
