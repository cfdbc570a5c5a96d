package org.yicheng.library;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yicheng.document.Wording;
import org.yicheng.document.Wording.Fate;
import org.yicheng.document.Wording.Run;

/**
 * Two texts side by side: paragraphs first, then the words of a changed paragraph.
 * For versions of a document, and for drafts that come back with changes marked.
 */
public record Comparison(List<Row> rows) {

    /** What happened to a paragraph. */
    public enum Change {
        SAME,
        ADDED,
        REMOVED,
        CHANGED
    }

    /** A piece of a paragraph; {@code marked} = only on this side. */
    public record Span(boolean marked, String text) {}

    /** A paragraph before and after; a side that has none is empty. */
    public record Row(Change change, List<Span> before, List<Span> after) {}

    /** Two paragraphs are one that changed when they share this part of their character pairs, in tenths. */
    private static final int ALIKE_TENTHS = 3;

    /** Blocks up to this product are aligned paragraph by paragraph; larger ones are shown as rewritten. */
    private static final int MOST_PAIRS = 10_000;

    public Comparison {
        rows = List.copyOf(rows);
    }

    public static Comparison of(String before, String after) {
        List<String> old = DocumentText.lines(before);
        List<String> fresh = DocumentText.lines(after);
        Patch<String> patch = DiffUtils.diff(old, fresh, new MyersDiffWithLinearSpace<>(), null, true);
        List<Row> rows = new ArrayList<>();
        int oldAt = 0;
        int freshAt = 0;
        // The algorithm gives what came and what went apart; a block lasts until the next paragraph that stayed.
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                align(
                        old.subList(oldAt, delta.getSource().getPosition()),
                        fresh.subList(freshAt, delta.getTarget().getPosition()),
                        rows);
                delta.getSource().getLines().forEach(line -> rows.add(same(line)));
                oldAt = delta.getSource().last() + 1;
                freshAt = delta.getTarget().last() + 1;
            }
        }
        align(old.subList(oldAt, old.size()), fresh.subList(freshAt, fresh.size()), rows);
        return new Comparison(rows);
    }

    /** How many paragraphs changed in this way. */
    public long count(Change change) {
        return rows.stream().filter(row -> row.change() == change).count();
    }

    private static Row same(String line) {
        List<Span> spans = List.of(new Span(false, line));
        return new Row(Change.SAME, spans, spans);
    }

    private static Row added(String line) {
        return new Row(Change.ADDED, List.of(), List.of(new Span(true, line)));
    }

    private static Row removed(String line) {
        return new Row(Change.REMOVED, List.of(new Span(true, line)), List.of());
    }

    /** Pairs the paragraphs of a changed block so that their likeness is greatest in all; the rest came or went. */
    private static void align(List<String> old, List<String> fresh, List<Row> rows) {
        int i = 0;
        int j = 0;
        if ((long) old.size() * fresh.size() <= MOST_PAIRS) {
            int[][] pair = likeness(old, fresh);
            int[][] best = best(pair, old.size(), fresh.size());
            while (i < old.size() && j < fresh.size()) {
                if (pair[i][j] > 0 && best[i][j] == best[i + 1][j + 1] + pair[i][j]) {
                    rows.add(changed(old.get(i++), fresh.get(j++)));
                } else if (best[i][j] == best[i + 1][j]) {
                    rows.add(removed(old.get(i++)));
                } else {
                    rows.add(added(fresh.get(j++)));
                }
            }
        }
        old.subList(i, old.size()).forEach(line -> rows.add(removed(line)));
        fresh.subList(j, fresh.size()).forEach(line -> rows.add(added(line)));
    }

    /** The greatest likeness in all that the paragraphs from i and j on can reach. */
    private static int[][] best(int[][] pair, int old, int fresh) {
        int[][] best = new int[old + 1][fresh + 1];
        for (int i = old - 1; i >= 0; i--) {
            for (int j = fresh - 1; j >= 0; j--) {
                best[i][j] = Math.max(best[i + 1][j], best[i][j + 1]);
                if (pair[i][j] > 0) {
                    best[i][j] = Math.max(best[i][j], best[i + 1][j + 1] + pair[i][j]);
                }
            }
        }
        return best;
    }

    /** For each two paragraphs their likeness in thousandths by shared character pairs; 0 if they are different ones. */
    private static int[][] likeness(List<String> old, List<String> fresh) {
        List<Set<String>> left = old.stream().map(Comparison::pairs).toList();
        List<Set<String>> right = fresh.stream().map(Comparison::pairs).toList();
        int[][] likeness = new int[old.size()][fresh.size()];
        for (int i = 0; i < likeness.length; i++) {
            for (int j = 0; j < right.size(); j++) {
                int shared = 0;
                for (String pair : left.get(i)) {
                    shared += right.get(j).contains(pair) ? 1 : 0;
                }
                int all = left.get(i).size() + right.get(j).size();
                likeness[i][j] = shared * 20 >= all * ALIKE_TENTHS ? shared * 2_000 / all : 0;
            }
        }
        return likeness;
    }

    private static Set<String> pairs(String line) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < line.length(); i++) {
            pairs.add(line.substring(i, i + 2));
        }
        pairs.add(line.substring(0, 1));
        return pairs;
    }

    private static Row changed(String before, String after) {
        List<Run> runs = Wording.runs(before, after);
        return new Row(Change.CHANGED, side(runs, Fate.ADDED), side(runs, Fate.REMOVED));
    }

    private static List<Span> side(List<Run> runs, Fate without) {
        return runs.stream()
                .filter(run -> run.fate() != without)
                .map(run -> new Span(run.fate() != Fate.SAME, run.text()))
                .toList();
    }
}
