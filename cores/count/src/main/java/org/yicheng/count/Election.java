package org.yicheng.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;

/**
 * An election by a congress, counted by the Organic Law (arts. 25, 28, 29), the Electoral Law (art. 44) and the
 * Deputies Law (art. 17(6)).
 *
 * @param members all deputies N
 * @param present those present
 * @param seats S, at least 1
 * @param issued papers handed out
 * @param collected papers taken back
 * @param eligible who may be written in; empty = anybody
 * @param plurality most votes win without a majority of all members (tied re-votes, pre-elections)
 */
public record Election(
        int members,
        int present,
        int seats,
        long issued,
        long collected,
        Papers papers,
        WriteInRule writeIn,
        Optional<Set<String>> eligible,
        boolean plurality) {

    /** At least two thirds of all deputies must be present. */
    public static final QuorumRule QUORUM = new QuorumRule(Share.atLeast(2, 3, Citation.of(Law.ORGANIC, "14(4)")));

    /** Elected is who has more than half of all deputies, not of those present. */
    public static final Share MAJORITY = Share.moreThan(1, 2, Citation.of(Law.ORGANIC, 25));

    public Election {
        if (seats < 1 || issued < 0 || collected < 0) {
            throw new IllegalArgumentException(
                    "seats >= 1, issued and collected >= 0; got " + seats + ", " + issued + ", " + collected);
        }
        if (papers.total() != collected) {
            throw new IllegalArgumentException("papers add up to those collected: " + collected + ", got " + papers.total());
        }
    }

    /** Counts. */
    public ElectionResult count() {
        Opening opening = QUORUM.decide(new Roll(members, present));
        if (opening instanceof Opening.Refused(_, int required, _, var source)) {
            return new ElectionResult.Void(ElectionResult.VoidReason.NO_QUORUM, seats, present, required, source);
        }
        if (collected > issued) {
            // Election methods compare papers collected with papers issued; the statute speaks of voters.
            return new ElectionResult.Void(
                    ElectionResult.VoidReason.COLLECTED_EXCEEDS_ISSUED, seats, collected, issued,
                    Citation.of(Law.ELECTORAL, "44(1)"));
        }
        Counter counter = new Counter();
        counter.count();
        return decide(counter);
    }

    private ElectionResult decide(Counter counter) {
        long threshold = plurality ? 1 : MAJORITY.threshold(members);
        Map<String, Long> approvals = counter.approvals();
        List<String> qualified = approvals.entrySet().stream()
                .filter(entry -> entry.getValue() >= threshold)
                .sorted(Comparator.comparing((Map.Entry<String, Long> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey, CodePoints.ORDER))
                .map(Map.Entry::getKey)
                .toList();
        List<String> elected = qualified;
        List<String> tied = List.of();
        if (qualified.size() > seats) {
            long last = votes(approvals, qualified.get(seats - 1));
            if (last == votes(approvals, qualified.get(seats))) {
                elected = qualified.stream().filter(name -> votes(approvals, name) > last).toList();
                tied = qualified.stream()
                        .filter(name -> votes(approvals, name) == last)
                        .sorted(CodePoints.ORDER)
                        .toList();
            } else {
                elected = qualified.subList(0, seats);
            }
        }
        int unfilled = seats - elected.size();
        ElectionResult.Next next = !tied.isEmpty()
                ? ElectionResult.Next.REVOTE_TIED
                : unfilled > 0 ? ElectionResult.Next.SUPPLEMENTARY : ElectionResult.Next.NONE;
        return new ElectionResult.Valid(
                counter.account(), threshold, approvals, counter.opposed(), counter.disregarded, elected, tied, unfilled, next);
    }

    private static long votes(Map<String, Long> approvals, String name) {
        Long votes = approvals.get(name);
        if (votes == null) {
            throw new IllegalStateException("nobody counted " + name);
        }
        return votes;
    }

    /** One pass over the papers. */
    private final class Counter {
        private final int width = papers.candidates().size();
        private final long[] approve = new long[width];
        private final long[] oppose = new long[width];
        private final Map<String, Long> written = new HashMap<>();
        private final Set<String> listed = new HashSet<>(papers.candidates());
        private long valid;
        private long invalid;
        private long blank;
        private long disregarded;

        private void count() {
            byte yes = (byte) Papers.PaperMark.APPROVE.ordinal();
            byte no = (byte) Papers.PaperMark.OPPOSE.ordinal();
            for (int paper = 0; paper < papers.size(); paper++) {
                long count = papers.count(paper);
                List<String> names = papers.hasWriteIns() ? papers.writeIns(paper) : List.of();
                int from = paper * width;
                int approved = names.size();
                int opposed = 0;
                int marked = 0;
                for (int i = from; i < from + width; i++) {
                    byte mark = papers.rawMark(i);
                    approved += mark == yes ? 1 : 0;
                    opposed += mark == no ? 1 : 0;
                    marked += mark != 0 ? 1 : 0;
                }
                // More approvals than seats void the whole paper; fewer is fine (EL 44(2)).
                if (papers.unreadable(paper) || approved > seats) {
                    invalid += count;
                    continue;
                }
                valid += count;
                blank += marked == 0 && names.isEmpty() ? count : 0;
                for (int i = 0; i < width; i++) {
                    byte mark = papers.rawMark(from + i);
                    approve[i] += mark == yes ? count : 0;
                    oppose[i] += mark == no ? count : 0;
                }
                names.forEach(accept(names.size(), opposed, count));
            }
        }

        private java.util.function.Consumer<String> accept(int named, int opposed, long count) {
            boolean allowed = switch (writeIn) {
                case FREE -> true;
                case NOT_ALLOWED -> false;
                case ONLY_WITH_OPPOSITION -> named <= opposed;
            };
            return name -> {
                boolean fit = !listed.contains(name)
                        && eligible.map(set -> set.contains(name)).orElse(true);
                if (allowed && fit) {
                    written.merge(name, count, Math::addExact);
                } else {
                    disregarded += count;
                }
            };
        }

        private Map<String, Long> approvals() {
            Map<String, Long> all = byCandidate(approve);
            written.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(CodePoints.ORDER))
                    .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
            return all;
        }

        private Map<String, Long> opposed() {
            return byCandidate(oppose);
        }

        private Map<String, Long> byCandidate(long[] sums) {
            Map<String, Long> map = new LinkedHashMap<>();
            List<String> names = new ArrayList<>(papers.candidates());
            for (int i = 0; i < names.size(); i++) {
                map.put(names.get(i), sums[i]);
            }
            return map;
        }

        private ElectionResult.Account account() {
            return new ElectionResult.Account(issued, collected, valid, invalid, blank);
        }
    }
}
