package org.yicheng.library.store;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.yicheng.library.Comparison.Span;
import org.yicheng.library.DocumentText;
import org.yicheng.library.Reading.Passage;

/** Cuts out of a text where a search found its words, and marks them. */
final class Passages {

    private static final int MOST = 2;
    /** Characters before and after the first find of a passage. */
    private static final int BEFORE = 20;

    private static final int AFTER = 70;

    private Passages() {}

    static List<Passage> of(String text, List<String> words) {
        List<Passage> passages = new ArrayList<>();
        for (String line : DocumentText.lines(text)) {
            BitSet marked = marked(line, words);
            if (!marked.isEmpty()) {
                passages.add(passage(line, marked));
                if (passages.size() == MOST) {
                    break;
                }
            }
        }
        return passages;
    }

    /** The characters of a line that belong to a find, whatever width or case they are written in. */
    private static BitSet marked(String line, List<String> words) {
        StringBuilder plain = new StringBuilder();
        List<Integer> origin = new ArrayList<>();
        for (int i = 0; i < line.length(); ) {
            int point = line.codePointAt(i);
            String form = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT);
            for (int k = 0; k < form.length(); k++) {
                origin.add(i);
            }
            plain.append(form);
            i += Character.charCount(point);
        }
        BitSet marked = new BitSet();
        for (String word : words) {
            for (int at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
                int last = origin.get(at + word.length() - 1);
                marked.set(origin.get(at), last + Character.charCount(line.codePointAt(last)));
            }
        }
        return marked;
    }

    private static Passage passage(String line, BitSet marked) {
        int first = marked.nextSetBit(0);
        int from = whole(line, Math.max(0, first - BEFORE));
        int to = whole(line, Math.min(line.length(), first + AFTER));
        List<Span> spans = new ArrayList<>();
        if (from > 0) {
            spans.add(new Span(false, "…"));
        }
        for (int at = from; at < to; ) {
            boolean mark = marked.get(at);
            int end = mark ? marked.nextClearBit(at) : marked.nextSetBit(at);
            end = end < 0 || end > to ? to : end;
            spans.add(new Span(mark, line.substring(at, end)));
            at = end;
        }
        if (to < line.length()) {
            spans.add(new Span(false, "…"));
        }
        return new Passage(spans);
    }

    /** Never between the two halves of a rare character. */
    private static int whole(String line, int at) {
        return at > 0 && at < line.length() && Character.isLowSurrogate(line.charAt(at)) ? at - 1 : at;
    }
}
