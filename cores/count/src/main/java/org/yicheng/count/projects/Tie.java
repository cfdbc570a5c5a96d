package org.yicheng.count.projects;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/**
 * What is done about projects that are next at the same time where ties are refused. A tie decides nothing, and is
 * passed over, if the projects are all taken whichever comes first: if all of them fit together and, where supporters
 * pay, none has a supporter in common with another, so that taking one leaves the others' prices as they are while
 * those of all other projects only rise.
 */
final class Tie {

    private Tie() {}

    /** Whether two of the projects have a supporter in common. */
    static boolean share(Profile profile, List<Integer> tied) {
        Set<Integer> seen = new HashSet<>();
        for (int project : tied) {
            int[] classes = profile.supporters[project];
            if (Arrays.stream(classes).anyMatch(seen::contains)) {
                return true;
            }
            Arrays.stream(classes).forEach(seen::add);
        }
        return false;
    }

    /** @param round of the rule, the first is 1 @param value what they have in common; none if there is no bound to it */
    static void refuse(Profile profile, List<Integer> tied, int round, Optional<Ratio> value) {
        throw new RefusedException(List.of(Refusal.at(
                "ties",
                "count.pb-tie",
                "projects",
                tied.stream()
                        .map(p -> profile.election.projects().get(p).id())
                        .sorted(org.yicheng.count.CodePoints.ORDER)
                        .toList(),
                "round",
                round,
                "value",
                value.map(Ratio::toString).orElse("∞"))));
    }
}
