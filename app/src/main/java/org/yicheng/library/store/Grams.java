package org.yicheng.library.store;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * How texts are found: without a dictionary, by pieces. A run of Chinese gives its characters and character pairs; a run
 * of letters or digits its threes and its first two. Every piece of what is asked for must be in the text; then the
 * text itself is compared, so that nothing is found that isn't there.
 */
final class Grams {

    private Grams() {}

    /** One form for what readers take for the same: full width and half width, capital and small, blanks. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\x00]+", " ")
                .strip();
    }

    /** The words of a query in plain form; each must be found as it stands. */
    static List<String> words(String query) {
        String plain = plain(query);
        return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
    }

    /** All pieces of a plain text, for the index. */
    static Set<String> of(String plain) {
        Set<String> pieces = new TreeSet<>();
        runs(plain, pieces, true);
        return pieces;
    }

    /** The pieces that a text must have to hold this word. */
    static Set<String> needed(String word) {
        Set<String> pieces = new TreeSet<>();
        runs(word, pieces, false);
        return pieces;
    }

    private static void runs(String plain, Collection<String> pieces, boolean all) {
        int[] points = plain.codePoints().toArray();
        int from = 0;
        while (from < points.length) {
            boolean han = han(points[from]);
            boolean letter = Character.isLetterOrDigit(points[from]);
            int to = from + 1;
            while (to < points.length && han(points[to]) == han && Character.isLetterOrDigit(points[to]) == letter) {
                to++;
            }
            if (han) {
                chinese(points, from, to, pieces, all);
            } else if (letter) {
                letters(points, from, to, pieces, all);
            }
            from = to;
        }
    }

    private static void chinese(int[] points, int from, int to, Collection<String> pieces, boolean all) {
        for (int i = from; i + 1 < to; i++) {
            pieces.add(new String(points, i, 2));
        }
        if (all || to - from == 1) {
            for (int i = from; i < to; i++) {
                pieces.add(new String(points, i, 1));
            }
        }
    }

    /** A word of one or two letters is found at the beginning of words only; more than that, anywhere. */
    private static void letters(int[] points, int from, int to, Collection<String> pieces, boolean all) {
        for (int i = from; i + 2 < to; i++) {
            pieces.add(new String(points, i, 3));
        }
        if (all || to - from < 3) {
            List<Integer> heads = new ArrayList<>(List.of(1));
            if (to - from > 1) {
                heads.add(2);
            }
            heads.stream()
                    .filter(length -> all || length == to - from)
                    .forEach(length -> pieces.add(new String(points, from, length)));
        }
    }

    private static boolean han(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
    }
}
