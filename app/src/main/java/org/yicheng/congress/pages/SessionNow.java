package org.yicheng.congress.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sitting.State;

/** Which sitting matters now. */
final class SessionNow {

    private static final Set<State> LIVE = Set.of(State.SIGN_IN, State.INQUORATE, State.OPEN, State.PAUSED);

    private SessionNow() {}

    /** The one that runs, before one that is paused and waits for it; else the next to come; else the last held. */
    static Optional<Sitting> of(List<Sitting> sittings) {
        return sittings.stream()
                .filter(sitting -> LIVE.contains(sitting.state()))
                .min(Comparator.comparing((Sitting sitting) -> sitting.state() == State.PAUSED)
                        .thenComparing(Sitting::plannedAt))
                .or(() -> sittings.stream()
                        .filter(sitting -> sitting.state() == State.SCHEDULED)
                        .min(Comparator.comparing(Sitting::plannedAt)))
                .or(() -> sittings.stream()
                        .filter(sitting -> sitting.closedAt().isPresent())
                        .max(Comparator.comparing(Sitting::plannedAt)));
    }

    static boolean live(Sitting sitting) {
        return LIVE.contains(sitting.state());
    }
}
