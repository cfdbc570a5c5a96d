package org.yicheng.count;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The election count once more, written straight from the text of the rules, paper by paper and without any thought of
 * speed: what the fast one is held against.
 */
final class ReferenceElection {

    /** One paper as a person holds it. */
    record Paper(Map<String, Character> marks, List<String> written, boolean unreadable) {}

    /** What has to be equal. */
    record Answer(
            String status,
            long valid,
            long invalid,
            long blank,
            long threshold,
            Map<String, Long> yes,
            long disregarded,
            List<String> elected,
            List<String> tied,
            int unfilled,
            String next) {}

    int members;
    int present;
    int seats;
    int issued;
    List<String> candidates = List.of();
    List<Paper> papers = List.of();
    WriteInRule rule = WriteInRule.ONLY_WITH_OPPOSITION;
    Optional<Set<String>> eligible = Optional.empty();
    boolean plurality;

    private long valid;
    private long invalid;
    private long blank;
    private long disregarded;
    private final Map<String, Long> yes = new TreeMap<>(ReferenceElection::byCodePoint);

    Answer count() {
        // 1. At least two thirds: 3 × present >= 2 × members.
        if (BigInteger.valueOf(present)
                        .multiply(BigInteger.valueOf(3))
                        .compareTo(BigInteger.TWO.multiply(BigInteger.valueOf(members)))
                < 0) {
            return voided("NO_QUORUM");
        }
        // 2.
        if (papers.size() > issued) {
            return voided("COLLECTED_EXCEEDS_ISSUED");
        }
        candidates.forEach(candidate -> yes.put(candidate, 0L));
        papers.forEach(this::read);
        return decide();
    }

    private Answer voided(String why) {
        return new Answer(why, 0, 0, 0, 0, Map.of(), 0, List.of(), List.of(), seats, "REVOTE_ALL");
    }

    private void read(Paper paper) {
        Set<String> named = new LinkedHashSet<>(paper.written());
        List<String> approved = new ArrayList<>();
        int opposed = 0;
        boolean anyMark = false;
        for (String candidate : candidates) {
            char mark = paper.marks().getOrDefault(candidate, 'A');
            if (mark == 'Y') {
                approved.add(candidate);
            }
            if (mark == 'N') {
                opposed++;
            }
            if (mark != 'A') {
                anyMark = true;
            }
        }
        // 3.
        if (paper.unreadable() || approved.size() + named.size() > seats) {
            invalid++;
            return;
        }
        valid++;
        if (!anyMark && named.isEmpty()) {
            blank++;
        }
        // 4.
        approved.forEach(candidate -> yes.merge(candidate, 1L, Long::sum));
        // 5.
        for (String name : named) {
            boolean allowed =
                    rule == WriteInRule.FREE || rule == WriteInRule.ONLY_WITH_OPPOSITION && named.size() <= opposed;
            if (!allowed
                    || candidates.contains(name)
                    || eligible.isPresent() && !eligible.get().contains(name)) {
                disregarded++;
            } else {
                yes.merge(name, 1L, Long::sum);
            }
        }
    }

    private Answer decide() {
        // 6.
        long threshold = plurality ? 1 : members / 2 + 1;
        List<String> qualified = new ArrayList<>();
        yes.forEach((name, votes) -> {
            if (votes >= threshold) {
                qualified.add(name);
            }
        });
        // Already by code point; a stable sort by votes keeps that among equals.
        qualified.sort(Comparator.comparing((String name) -> yes.get(name)).reversed());
        List<String> elected = new ArrayList<>();
        List<String> tied = new ArrayList<>();
        for (String name : qualified) {
            long before = qualified.stream()
                    .filter(other -> yes.get(other) > yes.get(name))
                    .count();
            long alike = qualified.stream()
                    .filter(other -> yes.get(other).equals(yes.get(name)))
                    .count();
            // 7. and 8.
            if (before + alike <= seats) {
                elected.add(name);
            } else if (before < seats) {
                tied.add(name);
            }
        }
        int unfilled = seats - elected.size();
        String next = !tied.isEmpty() ? "REVOTE_TIED" : unfilled > 0 ? "SUPPLEMENTARY" : "NONE";
        return new Answer("VALID", valid, invalid, blank, threshold, yes, disregarded, elected, tied, unfilled, next);
    }

    /** By the numbers of the characters, one after another. */
    private static int byCodePoint(String a, String b) {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            if (left[i] != right[i]) {
                return left[i] - right[i];
            }
        }
        return left.length - right.length;
    }
}
