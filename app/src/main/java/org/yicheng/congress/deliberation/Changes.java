package org.yicheng.congress.deliberation;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** What changed between two versions of a text: paragraph against paragraph, inside a paragraph word against word. */
public final class Changes {

    /** What happened to a piece of text. */
    public enum Mark {
        SAME,
        TAKEN_OUT,
        PUT_IN
    }

    public record Piece(Mark mark, String text) {}

    /**
     * A paragraph of the comparison.
     *
     * @param before its number in the old version, 0 if it is new
     * @param after its number in the new version, 0 if it is gone
     */
    public record Paragraph(int before, int after, List<Piece> pieces) {

        public boolean changed() {
            return pieces.stream().anyMatch(piece -> piece.mark() != Mark.SAME);
        }
    }

    private Changes() {}

    /** Two versions of a text. */
    public static List<Paragraph> between(List<String> before, List<String> after) {
        List<Paragraph> rows = new ArrayList<>();
        int from = 0;
        int to = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            while (from < delta.getSource().getPosition()) {
                rows.add(new Paragraph(++from, ++to, List.of(new Piece(Mark.SAME, before.get(from - 1)))));
            }
            List<String> old = delta.getSource().getLines();
            List<String> fresh = delta.getTarget().getLines();
            int both = Math.min(old.size(), fresh.size());
            for (int i = 0; i < both; i++) {
                rows.add(new Paragraph(++from, ++to, words(old.get(i), fresh.get(i))));
            }
            for (int i = both; i < old.size(); i++) {
                rows.add(new Paragraph(++from, 0, List.of(new Piece(Mark.TAKEN_OUT, old.get(i)))));
            }
            for (int i = both; i < fresh.size(); i++) {
                rows.add(new Paragraph(0, ++to, List.of(new Piece(Mark.PUT_IN, fresh.get(i)))));
            }
        }
        while (from < before.size()) {
            rows.add(new Paragraph(++from, ++to, List.of(new Piece(Mark.SAME, before.get(from - 1)))));
        }
        return rows;
    }

    /** Two wordings of one paragraph; words as Chinese and English readers see them. */
    public static List<Piece> words(String before, String after) {
        List<String> old = split(before);
        List<String> fresh = split(after);
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, fresh).getDeltas()) {
            int at = delta.getSource().getPosition();
            put(pieces, Mark.SAME, old.subList(from, at));
            put(pieces, Mark.TAKEN_OUT, delta.getSource().getLines());
            put(pieces, Mark.PUT_IN, delta.getTarget().getLines());
            from = at + delta.getSource().size();
        }
        put(pieces, Mark.SAME, old.subList(from, old.size()));
        return pieces;
    }

    private static void put(List<Piece> pieces, Mark mark, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(mark, String.join("", words)));
        }
    }

    private static List<String> split(String text) {
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.CHINA);
        breaks.setText(text);
        List<String> words = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            words.add(text.substring(from, to));
            from = to;
        }
        return words;
    }
}
