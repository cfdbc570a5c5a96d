package org.yicheng.finding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** Cuts out of a text where a search found its words, and marks them, whatever width or case they are written in. */
public final class Highlights {

    private static final int MOST = 2;
    /** Characters before and after the first find of a passage. */
    private static final int BEFORE = 20;

    private static final int AFTER = 70;

    private Highlights() {}

    /** A piece of text; {@code marked} = found. */
    public record Span(boolean marked, String text) {}

    /** The whole text with its finds. */
    public static List<Span> marked(String text, List<String> words) {
        return spans(text, found(text, words), 0, text.length());
    }

    /** Up to two paragraphs that hold a find, cut around the first one. */
    public static List<List<Span>> passages(String text, List<String> words) {
        List<List<Span>> passages = new ArrayList<>();
        for (String line : text.split("\\R")) {
            BitSet found = found(line, words);
            if (!found.isEmpty() && passages.size() < MOST) {
                int first = found.nextSetBit(0);
                passages.add(spans(
                        line,
                        found,
                        whole(line, Math.max(0, first - BEFORE)),
                        whole(line, Math.min(line.length(), first + AFTER))));
            }
        }
        return passages;
    }

    private static BitSet found(String line, List<String> words) {
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
        BitSet found = new BitSet();
        for (String word : words) {
            for (int at = plain.indexOf(word); at >= 0 && !word.isEmpty(); at = plain.indexOf(word, at + 1)) {
                int last = origin.get(at + word.length() - 1);
                found.set(origin.get(at), last + Character.charCount(line.codePointAt(last)));
            }
        }
        return found;
    }

    private static List<Span> spans(String line, BitSet found, int from, int to) {
        List<Span> spans = new ArrayList<>();
        if (from > 0) {
            spans.add(new Span(false, "…"));
        }
        for (int at = from; at < to; ) {
            boolean mark = found.get(at);
            int end = mark ? found.nextClearBit(at) : found.nextSetBit(at);
            end = end < 0 || end > to ? to : end;
            spans.add(new Span(mark, line.substring(at, end)));
            at = end;
        }
        if (to < line.length()) {
            spans.add(new Span(false, "…"));
        }
        return spans;
    }

    /** Never between the two halves of a rare character. */
    private static int whole(String line, int at) {
        return at > 0 && at < line.length() && Character.isLowSurrogate(line.charAt(at)) ? at - 1 : at;
    }
}
