package org.yicheng.finding.index;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What may be found.
 *
 * @param keys of who asks
 * @param now what is given out from later on is not found yet
 * @param facets to which values it is narrowed
 */
public record Filter(Set<String> keys, Instant now, Map<Item.Facet, String> facets) {

    public Filter {
        keys = Set.copyOf(keys);
        facets = Map.copyOf(facets);
    }

    Filter wide() {
        return new Filter(keys, now, Map.of());
    }
}
