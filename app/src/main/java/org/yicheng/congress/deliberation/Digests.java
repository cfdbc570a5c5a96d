package org.yicheng.congress.deliberation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yicheng.document.Output;
import org.yicheng.document.Papers.Paper;
import org.yicheng.rule.Ruling;

/**
 * 代表团意见汇总 as papers: the digest of opinions at one instant, numbered within the session, issued to the presidium
 * by the secretary-general or a deputy. What was issued never changes; the next one has the next number.
 */
public interface Digests {

    /**
     * A digest that was issued.
     *
     * @param number 第n期, from 1
     * @param paper the frozen document, with its verification code and hash
     * @param notes how many notes it holds
     * @param delegations how many delegations had handed notes in
     * @param because why it was recalled; empty if it was not
     */
    record Issued(
            int number,
            Paper paper,
            int notes,
            int delegations,
            Instant issuedAt,
            String issuedBy,
            Optional<Instant> recalledAt,
            String because) {}

    /** Freezes the digest as it is now. Refuses an empty one, and one that says what the last one said. */
    Ruling<Issued> issue(String session);

    /** Takes one back, with a reason; it stays in the list. */
    Ruling<Issued> recall(String session, int number, String because);

    /** Newest first. */
    List<Issued> of(String session);

    Optional<Issued> byNumber(String session, int number);

    byte[] file(Issued digest, Output output);
}
