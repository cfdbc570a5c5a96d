package org.yicheng.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yicheng.count.Attendance.Direction;
import org.yicheng.count.Attendance.Event;

class AttendanceTest {

    private static Event<Integer> event(String id, int at, String member, Direction direction) {
        return new Event<>(id, at, member, direction);
    }

    @Test
    void countsARepeatedEventOnceAndTurnsStrangersAway() {
        Attendance<Integer> hall = Attendance.replay(
                Set.of("a", "b"),
                List.of(
                        event("1", 1, "a", Direction.IN),
                        event("1", 1, "a", Direction.IN),
                        event("2", 2, "guest", Direction.IN),
                        event("3", 3, "a", Direction.OUT),
                        event("4", 4, "a", Direction.OUT)));
        assertThat(hall.repeated()).isEqualTo(1);
        assertThat(hall.rejected()).isEqualTo(1);
        assertThat(hall.presentAt(2)).containsExactly("a");
        assertThat(hall.presentAt(3)).isEmpty();
        assertThat(hall.presentAt(0)).isEmpty();
        assertThat(hall.ever()).containsExactly("a");
        assertThat(hall.counts(List.of(4, 1, 0, 1))).containsExactly(0, 1, 0, 1);
    }
}
