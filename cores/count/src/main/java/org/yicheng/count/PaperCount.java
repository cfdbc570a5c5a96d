package org.yicheng.count;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** One pass over the papers of an election. */
final class PaperCount {

    private static final byte NOTHING = Papers.PaperMark.ABSTAIN.code();
    private static final byte YES = Papers.PaperMark.APPROVE.code();
    private static final byte NO = Papers.PaperMark.OPPOSE.code();

    private final Papers papers;
    private final int seats;
    private final WriteInRule rule;
    private final int width;
    private final long[] approve;
    private final long[] oppose;
    private final long[] abstain;
    private final long[] written;
    /** By the number of a written name: may it be written in at all? */
    private final boolean[] fit;

    private long valid;
    private long invalid;
    private long blank;
    private long disregarded;

    PaperCount(Papers papers, int seats, ElectionTerms terms) {
        this.papers = papers;
        this.seats = seats;
        rule = terms.writeIn();
        width = papers.candidates().size();
        approve = new long[width];
        oppose = new long[width];
        abstain = new long[width];
        written = new long[papers.written().size()];
        fit = new boolean[written.length];
        Set<String> listed = new HashSet<>(papers.candidates());
        for (int i = 0; i < fit.length; i++) {
            String name = papers.written().get(i);
            fit[i] = !listed.contains(name)
                    && terms.eligible().map(persons -> persons.contains(name)).orElse(true);
        }
        for (int paper = 0; paper < papers.size(); paper++) {
            read(paper);
        }
    }

    private void read(int paper) {
        long count = papers.count(paper);
        int[] names = papers.namesOn(paper);
        int from = paper * width;
        int approved = names.length;
        int opposed = 0;
        int marked = 0;
        for (int i = from; i < from + width; i++) {
            byte mark = papers.rawMark(i);
            approved += mark == YES ? 1 : 0;
            opposed += mark == NO ? 1 : 0;
            marked += mark != 0 ? 1 : 0;
        }
        // More approvals than seats void the whole paper, fewer do not (EL 44(2)); every name written in counts here,
        // also one that is disregarded below.
        if (papers.unreadable(paper) || approved > seats) {
            invalid += count;
            return;
        }
        valid += count;
        blank += marked == 0 && names.length == 0 ? count : 0;
        for (int i = 0; i < width; i++) {
            byte mark = papers.rawMark(from + i);
            approve[i] += mark == YES ? count : 0;
            oppose[i] += mark == NO ? count : 0;
            abstain[i] += mark == NOTHING ? count : 0;
        }
        if (names.length > 0) {
            accept(names, opposed, count);
        }
    }

    private void accept(int[] names, int opposed, long count) {
        boolean allowed = switch (rule) {
            case FREE -> true;
            case NOT_ALLOWED -> false;
            // Whoever abstains may not name anyone (DL 17(6)).
            case ONLY_WITH_OPPOSITION -> names.length <= opposed;
        };
        for (int name : names) {
            if (allowed && fit[name]) {
                written[name] += count;
            } else {
                disregarded = Math.addExact(disregarded, count);
            }
        }
    }

    /** Candidates in the paper's order, then accepted write-ins by code point. */
    Map<String, Long> approvals() {
        Map<String, Long> all = byCandidate(approve);
        IntStream.range(0, written.length)
                .filter(i -> written[i] > 0)
                .boxed()
                .sorted((a, b) -> CodePoints.ORDER.compare(
                        papers.written().get(a), papers.written().get(b)))
                .forEach(i -> all.put(papers.written().get(i), written[i]));
        return all;
    }

    Map<String, Long> opposed() {
        return byCandidate(oppose);
    }

    Map<String, Long> abstained() {
        return byCandidate(abstain);
    }

    long disregarded() {
        return disregarded;
    }

    ElectionResult.Account account(long issued) {
        return new ElectionResult.Account(issued, papers.total(), valid, invalid, blank);
    }

    private Map<String, Long> byCandidate(long[] sums) {
        Map<String, Long> map = new LinkedHashMap<>();
        List<String> names = papers.candidates();
        for (int i = 0; i < width; i++) {
            map.put(names.get(i), sums[i]);
        }
        return map;
    }
}
