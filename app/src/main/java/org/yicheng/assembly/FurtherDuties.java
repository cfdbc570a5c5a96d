package org.yicheng.assembly;

import java.util.List;
import java.util.Map;

/**
 * What members do beside attending and voting, counted by the module that knows it: speeches, motions. Beans of this
 * type are asked for every statistics of duties, in their order.
 */
public interface FurtherDuties {

    /** The keys of the columns' texts, each ending in {@code .duty-<name>}; the name is the key in data. */
    List<String> columns();

    /** Figures by member number, as many as there are columns; who did nothing is left out. Reads only. */
    Map<String, List<Integer>> of(String body, String subject);
}
