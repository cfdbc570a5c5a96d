package org.yicheng.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who was in the hall when: distinct eligible members whose last event at or before an instant is IN. */
public final class Attendance {

    /** Into the hall or out of it. */
    public enum Direction {
        IN,
        OUT
    }

    /**
     * An event; equal ids count once.
     *
     * @param at any comparable time, the same scale for all events
     */
    public record Event<T extends Comparable<? super T>>(String id, T at, String member, Direction direction) {}

    private Attendance() {}

    /** The members present at an instant; events of one instant count in the order given. */
    public static <T extends Comparable<? super T>> Set<String> present(
            Set<String> eligible, List<Event<T>> events, T at) {
        Map<String, Direction> last = new LinkedHashMap<>();
        for (Event<T> event : effective(eligible, events)) {
            if (event.at().compareTo(at) <= 0) {
                last.put(event.member(), event.direction());
            }
        }
        Set<String> present = new HashSet<>();
        last.forEach((member, direction) -> {
            if (direction == Direction.IN) {
                present.add(member);
            }
        });
        return present;
    }

    /** The members who were in at any time. */
    public static <T extends Comparable<? super T>> Set<String> ever(Set<String> eligible, List<Event<T>> events) {
        Set<String> ever = new HashSet<>();
        for (Event<T> event : effective(eligible, events)) {
            if (event.direction() == Direction.IN) {
                ever.add(event.member());
            }
        }
        return ever;
    }

    private static <T extends Comparable<? super T>> List<Event<T>> effective(
            Set<String> eligible, List<Event<T>> events) {
        Set<String> seen = new HashSet<>();
        List<Event<T>> kept = new ArrayList<>();
        for (Event<T> event : events) {
            if (seen.add(event.id()) && eligible.contains(event.member())) {
                kept.add(event);
            }
        }
        kept.sort(Comparator.comparing(Event::at));
        return kept;
    }
}
