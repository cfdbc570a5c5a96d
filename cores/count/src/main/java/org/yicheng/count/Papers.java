package org.yicheng.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * The papers of an election, compactly: one byte a mark, write-ins as numbers of names; equal papers may stand
 * together with a count. A million papers of twenty candidates take about 35 MB.
 *
 * <p>Build with {@link Builder}. A paper carries neither its voter nor its time.
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
        ILLEGIBLE;

        /** The byte that stands for the mark in {@link Builder#add(long, byte[], List)}. */
        public byte code() {
            return (byte) ordinal();
        }
    }

    private static final PaperMark[] MARKS = PaperMark.values();
    private static final int[] NOBODY = {};

    private final List<String> candidates;
    private final List<String> written;
    private final byte[] marks;
    private final long[] counts;
    private final boolean[] unreadable;
    private final int[][] writeIns;
    private final int size;
    private final long total;

    private Papers(Builder builder) {
        candidates = builder.candidates;
        written = List.copyOf(builder.written);
        size = builder.size;
        marks = Arrays.copyOf(builder.marks, size * candidates.size());
        counts = Arrays.copyOf(builder.counts, size);
        unreadable = Arrays.copyOf(builder.unreadable, size);
        writeIns = builder.written.isEmpty() ? new int[0][] : Arrays.copyOf(builder.writeIns, size);
        total = builder.total;
    }

    /** Candidates in the paper's order. */
    public List<String> candidates() {
        return candidates;
    }

    /** The number of entries; each stands for {@link #count} equal papers. */
    public int size() {
        return size;
    }

    /** How many equal papers an entry stands for. */
    public long count(int paper) {
        return counts[paper];
    }

    /** Is it wholly illegible? */
    public boolean unreadable(int paper) {
        return unreadable[paper];
    }

    /** The mark for a candidate, both by place. */
    public PaperMark mark(int paper, int candidate) {
        return MARKS[marks[paper * candidates.size() + candidate]];
    }

    /** The distinct names written in, in the order they stand. */
    public List<String> writeIns(int paper) {
        List<String> names = new ArrayList<>();
        for (int number : namesOn(paper)) {
            names.add(written.get(number));
        }
        return names;
    }

    /** All papers, counting equal ones. */
    public long total() {
        return total;
    }

    byte rawMark(int index) {
        return marks[index];
    }

    /** All names written on any paper; {@link #namesOn} gives places in it. */
    List<String> written() {
        return written;
    }

    int[] namesOn(int paper) {
        return writeIns.length == 0 ? NOBODY : writeIns[paper];
    }

    /** Collects papers. */
    public static final class Builder {
        private final List<String> candidates;
        private final int width;
        private final Map<String, Integer> places = new HashMap<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> written = new ArrayList<>();
        private byte[] marks;
        private long[] counts;
        private boolean[] unreadable;
        private int[][] writeIns = {};
        private int size;
        private long total;

        /** For these candidates, in this order. */
        public Builder(List<String> candidates) {
            this(candidates, 64);
        }

        /**
         * For these candidates and about this many papers.
         *
         * @throws IllegalArgumentException if a candidate stands twice
         */
        public Builder(List<String> candidates, int papers) {
            this.candidates = List.copyOf(candidates);
            for (String candidate : candidates) {
                if (places.put(candidate, places.size()) != null) {
                    throw new IllegalArgumentException("each candidate stands once, got twice " + candidate);
                }
            }
            width = candidates.size();
            int room = Math.max(1, papers);
            counts = new long[room];
            unreadable = new boolean[room];
            marks = new byte[Math.multiplyExact(room, width)];
        }

        /** Adds {@code count} equal papers; candidates without a mark abstain. */
        public Builder add(long count, Map<String, PaperMark> given, List<String> names) {
            byte[] row = new byte[width];
            given.forEach((candidate, mark) -> {
                Integer place = places.get(candidate);
                if (place == null) {
                    throw new IllegalArgumentException("no candidate " + candidate);
                }
                row[place] = mark.code();
            });
            return add(count, row, names);
        }

        /** Adds equal papers without write-ins by one mark a candidate, in the candidates' order. */
        public Builder add(long count, byte[] given) {
            return add(count, given, List.of());
        }

        /**
         * Adds equal papers by one {@link PaperMark#code} a candidate, in the candidates' order, and the names written
         * in; a name that stands twice counts once.
         */
        public Builder add(long count, byte[] given, List<String> names) {
            if (given.length != width) {
                throw new IllegalArgumentException("one mark a candidate: " + width + ", got " + given.length);
            }
            for (byte mark : given) {
                if (mark < 0 || mark >= MARKS.length) {
                    throw new IllegalArgumentException("a mark is 0.." + (MARKS.length - 1) + ", got " + mark);
                }
            }
            int paper = next(count);
            System.arraycopy(given, 0, marks, paper * width, width);
            if (!names.isEmpty()) {
                write(paper, names);
            }
            return this;
        }

        /** Adds papers that are wholly illegible. */
        public Builder addUnreadable(long count) {
            unreadable[next(count)] = true;
            return this;
        }

        private void write(int paper, List<String> names) {
            if (written.isEmpty()) {
                writeIns = new int[counts.length][];
                Arrays.fill(writeIns, NOBODY);
            }
            writeIns[paper] =
                    new LinkedHashSet<>(names).stream().mapToInt(this::number).toArray();
        }

        private int number(String name) {
            Integer known = numbers.putIfAbsent(name, written.size());
            if (known == null) {
                written.add(name);
                return written.size() - 1;
            }
            return known;
        }

        private int next(long count) {
            if (count < 0) {
                throw new IllegalArgumentException("a count is not negative, got " + count);
            }
            if (size == counts.length) {
                grow(Math.multiplyExact(size, 2));
            }
            total = Math.addExact(total, count);
            counts[size] = count;
            return size++;
        }

        private void grow(int room) {
            marks = Arrays.copyOf(marks, Math.multiplyExact(room, width));
            counts = Arrays.copyOf(counts, room);
            unreadable = Arrays.copyOf(unreadable, room);
            if (!written.isEmpty()) {
                int before = writeIns.length;
                writeIns = Arrays.copyOf(writeIns, room);
                Arrays.fill(writeIns, before, room, NOBODY);
            }
        }

        /** The papers so far. */
        public Papers build() {
            return new Papers(this);
        }
    }
}
