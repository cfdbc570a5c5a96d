package org.yicheng.debate;

import java.util.List;

/**
 * What an amendment does to a text.
 *
 * @param from the first paragraph it touches, from 1; for an insertion the paragraph it comes after, 0 for the start
 * @param to the last one; equal to {@code from} for an insertion
 * @param paragraphs the new text, one entry a paragraph; empty for a deletion
 */
public record Change(Kind kind, int from, int to, List<String> paragraphs) {

    public static final int MOST_PARAGRAPHS = 500;
    public static final int LONGEST_PARAGRAPH = 5_000;

    /** What happens to the paragraphs. */
    public enum Kind {
        REPLACE,
        INSERT_AFTER,
        DELETE
    }

    public Change {
        paragraphs = List.copyOf(paragraphs);
        boolean insertion = kind == Kind.INSERT_AFTER;
        if (from < (insertion ? 0 : 1) || to < from || (insertion && to != from)) {
            throw new IllegalArgumentException("a change touches paragraphs from..to, got " + from + ".." + to);
        }
        if ((kind == Kind.DELETE) != paragraphs.isEmpty()) {
            throw new IllegalArgumentException(
                    "only a deletion brings no text, got " + kind + " with " + paragraphs.size());
        }
    }

    public static Change replace(int from, int to, String... paragraphs) {
        return new Change(Kind.REPLACE, from, to, List.of(paragraphs));
    }

    public static Change insertAfter(int paragraph, String... paragraphs) {
        return new Change(Kind.INSERT_AFTER, paragraph, paragraph, List.of(paragraphs));
    }

    public static Change delete(int from, int to) {
        return new Change(Kind.DELETE, from, to, List.of());
    }

    /** Whether both want the same words: two insertions never do, an insertion only strictly inside the other. */
    public boolean clashes(Change other) {
        boolean inserts = kind == Kind.INSERT_AFTER;
        boolean otherInserts = other.kind == Kind.INSERT_AFTER;
        if (inserts && otherInserts) {
            return false;
        }
        if (inserts) {
            return other.from <= from && from < other.to;
        }
        if (otherInserts) {
            return other.clashes(this);
        }
        return from <= other.to && other.from <= to;
    }

    /** The same change with another new text. */
    public Change with(List<String> text) {
        return text.isEmpty() && kind == Kind.REPLACE ? delete(from, to) : new Change(kind, from, to, text);
    }
}
