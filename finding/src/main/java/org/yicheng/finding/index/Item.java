package org.yicheng.finding.index;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the index holds of something that may be found.
 *
 * @param facets by which results are counted and narrowed, one value each
 * @param names of persons, found also by pinyin
 * @param likeness the texts by which it is compared with others, the title first
 * @param vectors of those texts; empty where there is no model
 * @param audience who may find it: whoever holds one of these keys
 * @param from since when
 * @param at when it happened: without words the newest comes first
 */
public record Item(
        String id,
        Map<Facet, String> facets,
        String title,
        String text,
        List<String> names,
        List<String> likeness,
        List<float[]> vectors,
        Set<String> audience,
        Instant from,
        Instant at) {

    /** By what results are narrowed. */
    public enum Facet {
        KIND,
        PLACE,
        YEAR,
        SIDE
    }
}
