package org.yicheng.assembly;

import java.util.List;
import java.util.Optional;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;

/**
 * The result of a question, computed by core count, with the words a clerk can read aloud.
 *
 * @param reason why it is void or rejected: THRESHOLD, NO_QUORUM, TALLY_MISMATCH, LOW_PARTICIPATION, NO_VOTES
 * @param due 应到 N, frozen at opening
 * @param present 实到, taken at closing
 * @param required votes needed
 * @param announcement to be read aloud: numbers, then the result
 * @param explanation why, with the arithmetic and the article
 * @param version 1, and one more for each recorded act that superseded it
 */
public record Outcome(
        Result result,
        Optional<String> reason,
        int due,
        int present,
        int required,
        Votes votes,
        Bilingual announcement,
        Bilingual explanation,
        List<Citation> grounds,
        int version) {

    /** 通过, 未通过, 表决无效; NOTED for something heard. */
    public enum Result {
        ADOPTED,
        REJECTED,
        VOID,
        NOTED
    }

    /** 赞成 反对 弃权 未按; their sum is the number present. */
    public record Votes(int votesFor, int against, int abstain, int notPressed) {}
}
