package org.yicheng.assembly.hall.pages;

import java.util.Comparator;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.hall.Hall;

/** Which sitting a hall has now: one that takes sign-ins or is open, else the next one. */
@Component
class CurrentSittings {

    private final JdbcClient jdbc;
    private final Sittings sittings;

    CurrentSittings(JdbcClient jdbc, Sittings sittings) {
        this.jdbc = jdbc;
        this.sittings = sittings;
    }

    Optional<Sitting> in(Hall hall) {
        return jdbc
                .sql("select sitting from assembly.sitting_hall where hall = :hall")
                .param("hall", hall.id())
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .flatMap(id -> sittings.byId(id).stream())
                .filter(sitting -> turn(sitting) < Integer.MAX_VALUE)
                .min(Comparator.comparingInt(CurrentSittings::turn).thenComparing(Sitting::plannedAt));
    }

    private static int turn(Sitting sitting) {
        return switch (sitting.state()) {
            case OPEN, PAUSED -> 1;
            case SIGN_IN -> 2;
            case SCHEDULED -> 3;
            case INQUORATE, POSTPONED, CLOSED -> Integer.MAX_VALUE;
        };
    }
}
