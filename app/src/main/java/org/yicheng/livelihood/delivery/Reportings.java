package org.yicheng.livelihood.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.assembly.Sitting;
import org.yicheng.rule.Ruling;

/**
 * What the standing committee decided about projects goes to the next plenary (Shaanxi rule, art. 18). Every change is
 * recorded as {@code Caller.current()}.
 */
public interface Reportings {

    int LONGEST_MEETING = 100;

    /** A decision on a project, by its number there. */
    record Which(UUID delivery, int decision) {}

    /**
     * That a decision was reported, where and when.
     *
     * @param sitting the plenary, where it was held on the platform
     */
    record Reported(Which which, String meeting, LocalDate day, Optional<String> sitting) {}

    /** Decisions of a round that no plenary has heard of yet, by project and number. */
    List<Which> open(UUID round);

    /** Those reported, of a round. */
    List<Reported> of(UUID round);

    /** Plenaries of the round's congress that were held on the platform, the latest first. */
    List<Sitting> plenaries(UUID round);

    /** Enters that decisions were reported to one of those, all or none, each once. */
    Ruling<List<Reported>> report(UUID round, List<Which> which, String sitting);

    /** The same for a plenary that was held elsewhere. */
    Ruling<List<Reported>> report(UUID round, List<Which> which, String meeting, LocalDate day);
}
