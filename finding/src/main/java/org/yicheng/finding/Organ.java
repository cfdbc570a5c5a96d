package org.yicheng.finding;

import java.util.List;

/**
 * An organ (承办单位) and what it is responsible for.
 *
 * @param duties one duty an item, as in its published list of duties
 */
public record Organ(String name, List<String> duties) {

    public Organ {
        duties = List.copyOf(duties);
    }

    /** Duties as they are written in one cell, parted by 、. */
    public static Organ of(String name, String duties) {
        return new Organ(
                name.strip(),
                List.of(duties.split("[、；;\\n]")).stream()
                        .map(String::strip)
                        .filter(duty -> !duty.isEmpty())
                        .toList());
    }
}
