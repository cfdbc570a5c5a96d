package org.yicheng.livelihood;

import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;

/**
 * What a place says about livelihood projects, as data.
 *
 * @param callDays how many days a public call lasts at least, both ends counted
 * @param hearing whether the standing committee hears the candidates before the deputies' ballot
 */
public record Place(
        String id, Bilingual name, int callDays, Citation callSource, boolean hearing, Citation hearingSource) {

    public Place {
        if (callDays < 1) {
            throw new IllegalArgumentException("a call lasts at least one day, got " + callDays);
        }
    }
}
