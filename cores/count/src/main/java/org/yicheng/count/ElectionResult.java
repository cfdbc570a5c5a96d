package org.yicheng.count;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yicheng.rule.Citation;

/** What an election gave. */
public sealed interface ElectionResult {

    /** Why the whole vote is void. */
    enum VoidReason {
        NO_QUORUM,
        COLLECTED_EXCEEDS_ISSUED
    }

    /** What follows. */
    enum Next {
        NONE,
        /** All holders of the tied value vote again for the remaining seats (OL 29(1)). */
        REVOTE_TIED,
        /** 另行选举 for the seats left (OL 29(2)). */
        SUPPLEMENTARY,
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
     * @param writeInsDisregarded distinct names a paper, times the papers
     * @param elected by approvals, then by code point
     * @param tied all holders of the tied value, by code point
     */
    record Valid(
            Account account,
            long threshold,
            Map<String, Long> approvals,
            Map<String, Long> opposed,
            long writeInsDisregarded,
            List<String> elected,
            List<String> tied,
            int unfilled,
            Next next)
            implements ElectionResult {
        public Valid {
            approvals = Collections.unmodifiableMap(new LinkedHashMap<>(approvals));
            opposed = Collections.unmodifiableMap(new LinkedHashMap<>(opposed));
            elected = List.copyOf(elected);
            tied = List.copyOf(tied);
        }
    }
}
