package org.yicheng.count;

/**
 * What the members of a body carry when they vote by weight, in whole smallest units (fen of claims, millionths of a
 * share): decimal weights are scaled by the caller so that nothing is rounded.
 *
 * @param all the weight of all members, e.g. all unsecured claims
 * @param present the weight of those present
 * @param tally the same votes by weight
 */
public record Weights(long all, long present, Tally tally) {

    public Weights {
        if (present < 0 || present > all) {
            throw new IllegalArgumentException("the weight present is 0.." + all + ", got " + present);
        }
    }
}
