package org.yicheng.count.projects;

import java.math.BigDecimal;

/**
 * A project that can be chosen.
 *
 * @param id ties are broken by it, ascending as text: "10" before "2"
 * @param cost not negative, in units of money
 */
public record Candidate(String id, String name, BigDecimal cost) {
    public Candidate {
        if (id.isEmpty() || cost.signum() < 0) {
            throw new IllegalArgumentException(
                    "a project has an id and a cost that is not negative, got " + id + ", " + cost);
        }
    }
}
