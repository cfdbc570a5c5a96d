package org.yicheng.document.print;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.apache.fontbox.ttf.CmapLookup;

/** The characters that a font draws as one shape: 人 and the radical ⼈, ～ and 〜, – and ‒. */
final class SharedShapes {

    /** Unicode 17, blocks CJK Radicals Supplement and Kangxi Radicals (with the unassigned points behind them). */
    private static final int FIRST_RADICAL = 0x2E80;

    private static final int LAST_RADICAL = 0x2FDF;

    private final Map<Integer, Set<Integer>> byLowest = new HashMap<>();

    void add(CmapLookup map, int glyphs) {
        for (int glyph = 1; glyph < glyphs; glyph++) {
            List<Integer> points = map.getCharCodes(glyph);
            if (points != null && points.size() > 1) {
                TreeSet<Integer> sorted = new TreeSet<>(points);
                byLowest.computeIfAbsent(sorted.first(), _ -> new TreeSet<>()).addAll(sorted);
            }
        }
    }

    /**
     * The character that a shape stands for in a text: a radical only where nothing else is drawn so, then one that the
     * text uses, then the lowest code point.
     *
     * @param lowest the lowest code point that has the shape, by which the PDF library names it
     */
    int meant(int lowest, IntPredicate used) {
        return byLowest.getOrDefault(lowest, Set.of(lowest)).stream()
                .min(Comparator.<Integer, Boolean>comparing(SharedShapes::radical)
                        .thenComparing(point -> !used.test(point))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(lowest);
    }

    private static boolean radical(int point) {
        return point >= FIRST_RADICAL && point <= LAST_RADICAL;
    }
}
