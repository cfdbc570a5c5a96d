package org.yicheng.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.yicheng.count.Attendance.Direction;
import org.yicheng.count.Attendance.Event;

class AttendancePropertyTest {

    private static Event<Integer> event(String id, int at, String member, Direction direction) {
        return new Event<>(id, at, member, direction);
    }

    /** Devices upload late: the order of arrival does not matter, as long as no two events share an instant. */
    @Property(tries = 200)
    void doesNotCareInWhatOrderEventsArrive(@ForAll long seed, @ForAll @IntRange(max = 60) int size) {
        Random random = new Random(seed);
        List<Event<Integer>> events = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            events.add(event("e" + i, i, "m" + random.nextInt(8), Direction.values()[random.nextInt(2)]));
        }
        List<Event<Integer>> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        Set<String> eligible = Set.of("m0", "m1", "m2", "m3", "m4");
        Attendance<Integer> inOrder = Attendance.replay(eligible, events);
        Attendance<Integer> late = Attendance.replay(eligible, shuffled);
        List<Integer> instants = new ArrayList<>();
        Set<String> present = new HashSet<>();
        for (int i = 0; i < size; i++) {
            instants.add(i);
            Event<Integer> now = events.get(i);
            if (eligible.contains(now.member()) && now.direction() == Direction.IN) {
                present.add(now.member());
            } else {
                present.remove(now.member());
            }
            assertThat(late.presentAt(i)).isEqualTo(present);
        }
        assertThat(late.counts(instants)).isEqualTo(inOrder.counts(instants));
        assertThat(late.ever()).isEqualTo(inOrder.ever());
    }
}
