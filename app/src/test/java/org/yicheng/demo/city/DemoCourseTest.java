package org.yicheng.demo.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.rule.RefusedException;
import org.yicheng.testing.YichengTest;

/** Autoplay, without the breath between two steps; in a city of its own, because the session is over after it. */
@YichengTest(properties = {"yicheng.demo=true", "yicheng.public-url=http://course.example"})
class DemoCourseTest {

    private static final String SESSION = "sjz-npc-15-5";

    @Autowired
    Player player;

    @Autowired
    Sessions sessions;

    @Autowired
    Sittings sittings;

    @Autowired
    Questions questions;

    @Test
    void autoplayGoesFromTheSignInToTheClosing() {
        assertThat(player.showing()).map(Sitting::id).hasValue(SESSION + "-preliminary");
        Instant deadline = Instant.now().plus(Duration.ofMinutes(3));
        while (session().state() != Session.State.CLOSED) {
            assertThat(Instant.now()).as("closed in time").isBefore(deadline);
            player.tick();
            step();
            LockSupport.parkNanos(10_000_000L);
        }

        List<Sitting> held = sittings.ofSubject(session().subject());
        assertThat(held).extracting(Sitting::state).containsOnly(Sitting.State.CLOSED);
        assertThat(held)
                .extracting(Sitting::kind)
                .containsExactly(
                        Sitting.Kind.PRELIMINARY,
                        Sitting.Kind.PRESIDIUM,
                        Sitting.Kind.PLENARY,
                        Sitting.Kind.PRESIDIUM,
                        Sitting.Kind.PLENARY,
                        Sitting.Kind.PLENARY);
        assertThat(held.stream().flatMap(sitting -> questions.ofSitting(sitting.id()).stream()))
                .hasSizeGreaterThan(14)
                .extracting(Question::state)
                .containsOnly(Question.State.DECLARED);
        assertThat(player.showing()).map(Sitting::id).hasValue(held.getLast().id());
        player.goOn(session());
        assertThat(player.autoplay()).as("nothing is left to do").isFalse();
    }

    private Session session() {
        return sessions.byId(SESSION).orElseThrow();
    }

    /** A refusal is what the script waits for, such as a quorum that is not there yet. */
    private void step() {
        try {
            player.goOn(session());
        } catch (RefusedException waits) {
            assertThat(waits.reasons()).isNotEmpty();
        }
    }
}
