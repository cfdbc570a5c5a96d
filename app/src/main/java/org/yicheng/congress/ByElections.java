package org.yicheng.congress;

import java.time.Instant;
import java.util.Optional;
import org.yicheng.assembly.Mandates;
import org.yicheng.rule.Ruling;

/** By-elections 补选: a person who was elected takes the vacancy of a mandate, with a new card and an account. */
public interface ByElections {

    /**
     * Who was elected.
     *
     * @param sex 男 or 女
     * @param number the new member number
     * @param card the new card's number
     */
    record Elected(String name, Optional<String> sex, String number, String card, String seat) {}

    Ruling<Mandates.Change> fill(String body, String vacated, Elected elected, Instant effective, String decision);
}
