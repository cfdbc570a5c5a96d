package org.yicheng.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who was in the hall when: distinct eligible members whose last event at or before an instant is IN. An event that
 * comes twice counts once; IN while in and OUT while out change nothing; whoever is not eligible is turned away and
 * counted (GB 50799-2012, 12.2).
 *
 * @param <T> any comparable time, the same scale for all events
 */
public final class Attendance<T extends Comparable<? super T>> {

    /** Into the hall or out of it. */
    public enum Direction {
        IN,
        OUT
    }

    /** An event; equal ids count once. */
    public record Event<T extends Comparable<? super T>>(String id, T at, String member, Direction direction) {}

    private final List<Event<T>> effective = new ArrayList<>();
    private int rejected;
    private int repeated;

    private Attendance() {}

    /** Replays events in any order; those of one instant count in the order given. */
    public static <T extends Comparable<? super T>> Attendance<T> replay(Set<String> eligible, List<Event<T>> events) {
        Attendance<T> attendance = new Attendance<>();
        Set<String> seen = new HashSet<>();
        for (Event<T> event : events) {
            if (!seen.add(event.id())) {
                attendance.repeated++;
            } else if (eligible.contains(event.member())) {
                attendance.effective.add(event);
            } else {
                attendance.rejected++;
            }
        }
        attendance.effective.sort(Comparator.comparing(Event::at));
        return attendance;
    }

    /** The members in the hall at an instant. */
    public Set<String> presentAt(T at) {
        Set<String> present = new HashSet<>();
        for (Event<T> event : effective) {
            if (event.at().compareTo(at) > 0) {
                break;
            }
            step(present, event);
        }
        return present;
    }

    /** How many were in the hall at each instant, in the order of the instants given. */
    public List<Integer> counts(List<T> instants) {
        List<Integer> order = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < instants.size(); i++) {
            order.add(i);
            counts.add(0);
        }
        order.sort(Comparator.comparing(instants::get));
        Set<String> present = new HashSet<>();
        int next = 0;
        for (int i : order) {
            while (next < effective.size() && effective.get(next).at().compareTo(instants.get(i)) <= 0) {
                step(present, effective.get(next++));
            }
            counts.set(i, present.size());
        }
        return counts;
    }

    /** The members who were in at any time. */
    public Set<String> ever() {
        Set<String> ever = new HashSet<>();
        for (Event<T> event : effective) {
            if (event.direction() == Direction.IN) {
                ever.add(event.member());
            }
        }
        return ever;
    }

    /** Events of persons who are not eligible. */
    public int rejected() {
        return rejected;
    }

    /** Events that had come before. */
    public int repeated() {
        return repeated;
    }

    private static <T extends Comparable<? super T>> void step(Set<String> present, Event<T> event) {
        if (event.direction() == Direction.IN) {
            present.add(event.member());
        } else {
            present.remove(event.member());
        }
    }
}
