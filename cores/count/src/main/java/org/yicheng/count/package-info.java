/**
 * Counting: quorum, thresholds, elections, slates, attendance, motions, ranked methods. Pure functions over values,
 * integer arithmetic only, every rule with its source ({@link org.yicheng.rule.Citation}).
 *
 * <ul>
 *   <li>May a sitting open? {@link org.yicheng.count.QuorumRule} of a {@link org.yicheng.count.Roll} gives an
 *       {@link org.yicheng.count.Opening}.
 *   <li>Was it adopted? {@link org.yicheng.count.DecisionRule} of a {@link org.yicheng.count.Tally} gives a
 *       {@link org.yicheng.count.VoteOutcome}.
 *   <li>Who is elected? {@link org.yicheng.count.Election} of {@link org.yicheng.count.Papers} gives an
 *       {@link org.yicheng.count.ElectionResult}; {@link org.yicheng.count.Slate} says how many may stand.
 *   <li>Which option? {@link org.yicheng.count.RankedBallots} by {@link org.yicheng.count.Scored},
 *       {@link org.yicheng.count.TransferableVote} or {@link org.yicheng.count.Schulze}.
 *   <li>Who was in the hall? {@link org.yicheng.count.Attendance}. Motion or suggestion?
 *       {@link org.yicheng.count.MotionFiling}.
 *   <li>What share in per cent? {@link org.yicheng.count.Rate}, and {@link org.yicheng.count.Percentages} for a column
 *       that adds to 100.
 * </ul>
 *
 * <p>Answers are values with the numbers that decided them; what they say aloud is a
 * {@link org.yicheng.rule.Phrase} over the texts {@code words/count}. Impossible arguments (a negative count, more
 * present than members) are bugs of the caller and end in {@link java.lang.IllegalArgumentException}.
 */
package org.yicheng.count;
