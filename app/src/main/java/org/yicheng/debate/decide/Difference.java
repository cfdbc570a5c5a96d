package org.yicheng.debate.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.yicheng.document.Wording;
import org.yicheng.document.Wording.Fate;
import org.yicheng.document.Wording.Run;

/** Paragraphs beside each other, and how much differs: characters in Chinese, words in Latin script. */
public final class Difference {

    private static final Pattern TOKEN = Pattern.compile("[\\p{IsLatin}\\p{Nd}]+|\\X", Pattern.UNICODE_CHARACTER_CLASS);

    private Difference() {}

    /** One paragraph beside the other; an empty text where there is none. */
    public record Row(int number, List<Run> before, List<Run> after) {}

    /** Paragraphs side by side: the first old beside the first new, and so on; what is over stands alone. */
    public static List<Row> sideBySide(int first, List<String> before, List<String> after) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            List<Run> runs = Wording.runs(i < before.size() ? before.get(i) : "", i < after.size() ? after.get(i) : "");
            rows.add(new Row(
                    i < before.size() ? first + i : 0,
                    runs.stream().filter(run -> run.fate() != Fate.ADDED).toList(),
                    runs.stream().filter(run -> run.fate() != Fate.REMOVED).toList()));
        }
        return rows;
    }

    /** How many tokens are removed or added. */
    static int size(String before, String after) {
        return Wording.runs(before, after).stream()
                .filter(run -> run.fate() != Fate.SAME)
                .mapToInt(run -> tokens(run.text()).size())
                .sum();
    }

    static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }
}
