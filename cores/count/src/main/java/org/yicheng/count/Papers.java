package org.yicheng.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The papers of an election, compactly: one byte a mark; equal papers may stand together with a count.
 *
 * <p>Build with {@link Builder}; a million papers of twenty candidates take about 30 MB.
 */
public final class Papers {

    /** A mark for one candidate. */
    public enum PaperMark {
        /** Nothing marked: abstains. */
        ABSTAIN,
        /** ○ */
        APPROVE,
        /** × */
        OPPOSE,
        /** Two marks or an illegible one: counts for nothing. */
        ILLEGIBLE
    }

    private static final PaperMark[] MARKS = PaperMark.values();

    private final List<String> candidates;
    private final byte[] marks;
    private final long[] counts;
    private final boolean[] unreadable;
    private final Map<Integer, List<String>> writeIns;
    private final int size;

    private Papers(Builder builder) {
        candidates = List.copyOf(builder.candidates);
        size = builder.size;
        marks = Arrays.copyOf(builder.marks, size * candidates.size());
        counts = Arrays.copyOf(builder.counts, size);
        unreadable = Arrays.copyOf(builder.unreadable, size);
        writeIns = Map.copyOf(builder.writeIns);
    }

    public List<String> candidates() {
        return candidates;
    }

    /** The number of entries; each stands for {@link #count} equal papers. */
    public int size() {
        return size;
    }

    public long count(int paper) {
        return counts[paper];
    }

    public boolean unreadable(int paper) {
        return unreadable[paper];
    }

    public PaperMark mark(int paper, int candidate) {
        return MARKS[marks[paper * candidates.size() + candidate]];
    }

    /** The distinct names written in, in the order they stand. */
    public List<String> writeIns(int paper) {
        return Optional.ofNullable(writeIns.get(paper)).orElse(List.of());
    }

    /** All papers, counting equal ones. */
    public long total() {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum = Math.addExact(sum, counts[i]);
        }
        return sum;
    }

    byte rawMark(int index) {
        return marks[index];
    }

    boolean hasWriteIns() {
        return !writeIns.isEmpty();
    }

    /** Collects papers. */
    public static final class Builder {
        private final List<String> candidates;
        private final Map<String, Integer> places = new HashMap<>();
        private final Map<Integer, List<String>> writeIns = new HashMap<>();
        private byte[] marks;
        private long[] counts = new long[64];
        private boolean[] unreadable = new boolean[64];
        private int size;

        public Builder(List<String> candidates) {
            this.candidates = List.copyOf(candidates);
            for (String candidate : candidates) {
                if (places.put(candidate, places.size()) != null) {
                    throw new IllegalArgumentException("each candidate stands once, got twice " + candidate);
                }
            }
            marks = new byte[64 * Math.max(1, candidates.size())];
        }

        /** Adds {@code count} equal papers; candidates without a mark abstain. */
        public Builder add(long count, Map<String, PaperMark> given, List<String> names) {
            int paper = next(count);
            given.forEach((candidate, mark) -> {
                Integer place = places.get(candidate);
                if (place == null) {
                    throw new IllegalArgumentException("no candidate " + candidate);
                }
                marks[paper * candidates.size() + place] = (byte) mark.ordinal();
            });
            if (!names.isEmpty()) {
                writeIns.put(paper, List.copyOf(new LinkedHashSet<>(names)));
            }
            return this;
        }

        /** Adds equal papers by one mark a candidate, in the candidates' order. */
        public Builder add(long count, byte[] given) {
            if (given.length != candidates.size()) {
                throw new IllegalArgumentException(
                        "one mark a candidate: " + candidates.size() + ", got " + given.length);
            }
            int paper = next(count);
            System.arraycopy(given, 0, marks, paper * candidates.size(), given.length);
            return this;
        }

        /** Adds papers that are wholly illegible. */
        public Builder addUnreadable(long count) {
            unreadable[next(count)] = true;
            return this;
        }

        private int next(long count) {
            if (count < 0) {
                throw new IllegalArgumentException("a count is not negative, got " + count);
            }
            if (size == counts.length) {
                int room = size * 2;
                counts = Arrays.copyOf(counts, room);
                unreadable = Arrays.copyOf(unreadable, room);
                marks = Arrays.copyOf(marks, room * Math.max(1, candidates.size()));
            }
            counts[size] = count;
            return size++;
        }

        public Papers build() {
            return new Papers(this);
        }
    }
}
