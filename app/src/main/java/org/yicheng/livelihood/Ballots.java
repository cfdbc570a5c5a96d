package org.yicheng.livelihood;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Secrecy;
import org.yicheng.assembly.Sitting;
import org.yicheng.count.Basis;
import org.yicheng.count.projects.DeputiesBallot.Preset;
import org.yicheng.rule.Ruling;

/**
 * The deputies' ballot on a round's list (民生实事项目人大代表票决): its method is drafted here, adopted, voted and counted in
 * the assembly; what is announced there becomes the state of the projects. Every change is recorded as {@code
 * Caller.current()}.
 */
public interface Ballots {

    int LONGEST_METHOD = 5_000;

    /**
     * What the ballot method fixes (票决办法); nothing of it changes once the plenary has adopted it.
     *
     * @param choose how many may be chosen (应选数)
     * @param again whether places that nobody fills are voted on again
     * @param method in full; blank takes what {@link #method} writes
     */
    record Plan(int choose, Preset preset, Basis base, Secrecy secrecy, boolean again, String method) {}

    /** Drafts the method for a plenary of the round's congress; refuses before the list is fixed, and a second one. */
    Ruling<Election> draft(UUID round, String plenary, Plan plan);

    /** Changes the draft, before the plenary adopts it. */
    Ruling<Election> redraft(UUID round, Plan plan);

    /** The ballot and all that follow from it, in order; none before it is drafted. */
    List<Election> of(UUID round);

    /** Plenaries of the round's congress in whose session it can be held. */
    List<Sitting> plenaries(Round round);

    /** The ballot method in words: number to choose, margin, way of voting, how a project is determined and announced. */
    String method(Round round, Plan plan, int projects);

    /** Which ballot determined a project, once announced. */
    Optional<Election> determining(Project project);
}
