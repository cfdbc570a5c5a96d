package org.yicheng.count.projects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a rule decides as it goes, told to whoever wants to know why. */
interface Rounds {

    /** Nobody asks. */
    Rounds NONE = (_, _, _, _) -> {};

    /**
     * A project was looked at.
     *
     * @param price what each voter pays for a unit of weight, where voters pay
     * @param left money not yet spent, in the smallest unit, after this round
     */
    void round(int project, Selection.Step step, Optional<Ratio> price, long left);

    /** Keeps all of it. */
    static Rounds into(Profile profile, List<Selection.Round> list) {
        return (project, step, price, left) -> list.add(new Selection.Round(
                profile.election.projects().get(project).id(),
                step,
                price.map(one -> one.times(Ratio.of(1, profile.unit))),
                Ratio.of(left, profile.unit)));
    }

    /** A list to tell into, or none. */
    static List<Selection.Round> list() {
        return new ArrayList<>();
    }
}
