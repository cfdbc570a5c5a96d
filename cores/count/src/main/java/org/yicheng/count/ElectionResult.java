package org.yicheng.count;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Phrase;

/** What an election gave. */
public sealed interface ElectionResult {

    /** The result as it is announced, with its grounds; texts in bundle {@code count}. */
    default Phrase explanation() {
        return Announcements.election(this);
    }

    /** Why the whole vote is void. */
    enum VoidReason {
        /** Too few were present. */
        NO_QUORUM,
        /** More papers came back than were handed out: vote again (EL 44(1)). */
        COLLECTED_EXCEEDS_ISSUED
    }

    /** What follows. */
    enum Next {
        /** Every seat is filled. */
        NONE,
        /** All holders of the tied value vote again for the remaining seats (OL 29(1)). */
        REVOTE_TIED,
        /** 另行选举 for the seats left (OL 29(2)). */
        SUPPLEMENTARY,
        /** The vote was void and is taken again. */
        REVOTE_ALL
    }

    /** The account of the papers; {@code blank} ones are valid and abstain on everybody. */
    record Account(long issued, long collected, long valid, long invalid, long blank) {}

    /** Nothing counted: {@code actual} where {@code limit} decides. */
    record Void(VoidReason reason, int unfilled, long actual, long limit, Citation source) implements ElectionResult {}

    /**
     * Counted.
     *
     * @param threshold votes needed
     * @param approvals of every candidate and every accepted write-in
     * @param opposed of every candidate
     * @param abstained papers that say nothing on a candidate; with approvals, oppositions and illegible entries they
     *     make the valid papers
     * @param writeInsDisregarded distinct names a paper, times the papers
     * @param elected by approvals, then by code point
     * @param tied all holders of the tied value, by code point
     * @param unfilled seats left
     * @param source the rule that says how many votes elect
     */
    record Valid(
            Account account,
            long threshold,
            Map<String, Long> approvals,
            Map<String, Long> opposed,
            Map<String, Long> abstained,
            long writeInsDisregarded,
            List<String> elected,
            List<String> tied,
            int unfilled,
            Next next,
            Citation source)
            implements ElectionResult {
        public Valid {
            approvals = Collections.unmodifiableMap(new LinkedHashMap<>(approvals));
            opposed = Collections.unmodifiableMap(new LinkedHashMap<>(opposed));
            abstained = Collections.unmodifiableMap(new LinkedHashMap<>(abstained));
            elected = List.copyOf(elected);
            tied = List.copyOf(tied);
        }

        /**
         * Approvals of a person.
         *
         * @throws IllegalArgumentException if nobody voted on that person
         */
        public long votes(String person) {
            Long votes = approvals.get(person);
            if (votes == null) {
                throw new IllegalArgumentException(
                        "a person voted on is one of " + approvals.keySet() + ", got " + person);
            }
            return votes;
        }

        /**
         * Those not elected, most approvals first: the candidates of a supplementary election in the order of OL 29(2),
         * as far as the margin of the slate reaches.
         */
        public List<String> runnersUp() {
            return approvals.entrySet().stream()
                    .filter(entry -> !elected.contains(entry.getKey()))
                    .sorted(Election.byVotes())
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }
}
