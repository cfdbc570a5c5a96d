/**
 * The interchange format {@code yicheng-count-cases/1} over plain trees (maps, lists, strings, numbers, booleans), so
 * that any JSON reader can stand in front: {@link org.yicheng.count.cases.CountCases}. Malformed input is refused with
 * every fault at once, each with a stable code {@code count.…}, the field as a JSON pointer and the value found.
 *
 * <p>Beyond the format a vote may carry several {@code thresholds}, each with {@code measure} heads or weight, and
 * {@code weights} with members_total, present and tally by weight.
 */
package org.yicheng.count.cases;
