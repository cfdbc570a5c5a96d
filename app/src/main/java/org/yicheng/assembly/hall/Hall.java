package org.yicheng.assembly.hall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Bilingual;

/**
 * A hall as data: seats, gates, boards, and what decides how large a board writes.
 *
 * @param body the body that meets there; its offices prepare the hall
 * @param pictureHeightCm height of the board's picture H
 * @param farthestSeatCm distance from the board to the farthest seat D
 * @param seats front to back, left to right
 */
public record Hall(
        String id,
        String body,
        Bilingual name,
        int pictureHeightCm,
        int farthestSeatCm,
        boolean demo,
        List<Seat> seats,
        List<Device> devices) {

    /** The most seats a hall may have. */
    public static final int MOST_SEATS = 5_000;

    /** Beyond seven picture heights those at the back cannot read a board. */
    public boolean tooFarToRead() {
        return farthestSeatCm > 7 * pictureHeightCm;
    }

    public List<Seat> in(Seat.Area area) {
        return seats.stream().filter(seat -> seat.area() == area).toList();
    }

    /** The blocks, in the order of the picture. */
    public List<String> blocks() {
        return seats.stream().map(Seat::block).distinct().toList();
    }

    public List<Device> gates() {
        return devices.stream()
                .filter(device -> device.kind() == Device.Kind.GATE)
                .toList();
    }

    public List<Device> boards() {
        return devices.stream()
                .filter(device -> device.kind() == Device.Kind.BOARD)
                .toList();
    }

    public Optional<Seat> seat(String code) {
        return seats.stream().filter(seat -> seat.code().equals(code)).findFirst();
    }

    /**
     * A gate or a board.
     *
     * @param number from 1 within its kind; gate 2 signs its events as {@code GATE-2}
     * @param account the account its token belongs to, once it has one
     * @param lastSeen when its page last said that it is there
     * @param drift the device's clock minus the platform's, when it was last seen
     */
    public record Device(
            Kind kind,
            int number,
            String name,
            Optional<UUID> account,
            Optional<Instant> lastSeen,
            Optional<Duration> drift) {

        /** After this silence a device counts as away: four beats of its page. */
        public static final Duration SILENT = Duration.ofSeconds(60);

        /** A clock further off than this is warned about: within it the order of two gates' events can be trusted. */
        public static final Duration MOST_DRIFT = Duration.ofSeconds(5);

        /** A place where cards are read, or a picture for the hall. */
        public enum Kind {
            GATE,
            BOARD
        }

        /** Whether it was heard of lately. */
        public boolean there(Instant now) {
            return lastSeen.filter(at -> at.isAfter(now.minus(SILENT))).isPresent();
        }

        public boolean drifts() {
            return drift.filter(off -> off.abs().compareTo(MOST_DRIFT) > 0).isPresent();
        }

        /** The name its sign-in events carry. */
        public String signature() {
            return kind + "-" + number;
        }
    }
}
