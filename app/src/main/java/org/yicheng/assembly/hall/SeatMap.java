package org.yicheng.assembly.hall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The hall of a sitting at one instant: every seat, who has it, whether that person is in, and its unit. */
public record SeatMap(Seatings.Seating seating, Instant at, boolean voting, List<Place> places) {

    /** Where the person of a seat is. */
    public enum Presence {
        /** Nobody has the seat. */
        EMPTY,
        NOT_SIGNED_IN,
        ON_LEAVE,
        SIGNED_IN,
        /** Signed in and has pressed in the vote that is open; never how. */
        PRESSED,
        /** Was in and went out before the end (GB 50799-2012, 12.2.10). */
        LEFT
    }

    /**
     * One seat.
     *
     * @param unit as reported
     * @param enabled whether its unit may be used: its member is signed in and it works (GB 50799-2012, 12.2.9)
     */
    public record Place(
            Seat seat,
            Optional<Seatings.Occupant> occupant,
            Presence presence,
            VotingUnits.State unit,
            boolean enabled) {

        public boolean here() {
            return presence == Presence.SIGNED_IN || presence == Presence.PRESSED;
        }

        public boolean member() {
            return occupant.flatMap(Seatings.Occupant::member).isPresent();
        }
    }

    /** How many members' seats are in a state. */
    public int count(Presence presence) {
        return (int) places.stream()
                .filter(place -> place.member() && place.presence() == presence)
                .count();
    }

    /** How many guests are in. */
    public int guestsHere() {
        return (int)
                places.stream().filter(place -> !place.member() && place.here()).count();
    }

    public int units(VotingUnits.State state) {
        return (int) places.stream().filter(place -> place.unit() == state).count();
    }

    public int enabled() {
        return (int) places.stream().filter(Place::enabled).count();
    }

    public List<Place> in(String block) {
        return places.stream()
                .filter(place -> place.seat().block().equals(block))
                .toList();
    }
}
