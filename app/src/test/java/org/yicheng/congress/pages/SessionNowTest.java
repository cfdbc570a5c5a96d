package org.yicheng.congress.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sitting.State;
import org.yicheng.rule.Bilingual;

/** Which meeting everybody is led to. */
class SessionNowTest {

    private static final Instant NINE = Instant.parse("2024-01-26T01:00:00Z");

    private static Sitting sitting(String id, State state, int hour) {
        Optional<Instant> closed = state == State.CLOSED ? Optional.of(NINE) : Optional.empty();
        return new Sitting(
                id,
                "body",
                "session:s",
                Sitting.Kind.PLENARY,
                1,
                new Bilingual(id, id),
                "",
                "",
                NINE.plus(Duration.ofHours(hour)),
                state,
                Optional.empty(),
                Optional.empty(),
                closed);
    }

    private static String now(Sitting... sittings) {
        return SessionNow.of(List.of(sittings)).orElseThrow().id();
    }

    @Test
    void aPresidiumMeetingThatRunsComesBeforeThePlenaryThatIsPausedForItWheneverItWasPlanned() {
        assertThat(now(sitting("plenary", State.PAUSED, 0), sitting("presidium", State.OPEN, 5)))
                .isEqualTo("presidium");
        assertThat(now(sitting("plenary", State.PAUSED, 5), sitting("presidium", State.SIGN_IN, 0)))
                .isEqualTo("presidium");
        assertThat(now(sitting("plenary", State.PAUSED, 5), sitting("presidium", State.CLOSED, 0)))
                .isEqualTo("plenary");
    }

    @Test
    void whatIsPlannedNextComesBeforeWhatWasHeld() {
        assertThat(now(
                        sitting("held", State.CLOSED, 0),
                        sitting("later", State.SCHEDULED, 2),
                        sitting("next", State.SCHEDULED, 1)))
                .isEqualTo("next");
        assertThat(now(sitting("first", State.CLOSED, 0), sitting("last", State.CLOSED, 1)))
                .isEqualTo("last");
    }
}
