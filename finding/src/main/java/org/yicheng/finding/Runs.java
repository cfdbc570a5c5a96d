package org.yicheng.finding;

import java.util.ArrayList;
import java.util.List;

/** Cuts a plain text into runs of Chinese characters and runs of other letters and digits; the rest parts them. */
public final class Runs {

    private Runs() {}

    /**
     * A run.
     *
     * @param from where it begins in the text, in {@code char}s
     */
    public record Run(String text, int from, boolean chinese) {

        void grams(List<String> grams) {
            if (!chinese) {
                grams.add(text);
                return;
            }
            int[] points = text.codePoints().toArray();
            for (int i = 0; i < points.length; i++) {
                grams.add(new String(points, i, 1));
                if (i + 1 < points.length) {
                    grams.add(new String(points, i, 2));
                }
            }
        }
    }

    public static List<Run> of(String plain) {
        List<Run> runs = new ArrayList<>();
        int from = 0;
        while (from < plain.length()) {
            int first = plain.codePointAt(from);
            int to = from + Character.charCount(first);
            if (Character.isLetterOrDigit(first)) {
                boolean chinese = chinese(first);
                while (to < plain.length()
                        && Character.isLetterOrDigit(plain.codePointAt(to))
                        && chinese(plain.codePointAt(to)) == chinese) {
                    to += Character.charCount(plain.codePointAt(to));
                }
                runs.add(new Run(plain.substring(from, to), from, chinese));
            }
            from = to;
        }
        return runs;
    }

    private static boolean chinese(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
    }
}
