package org.yicheng.livelihood;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A project on its way to the deputies (民生实事候选项目).
 *
 * @param number within its round, from 1
 * @param goal what is done, in measurable units
 * @param organ who would lead
 * @param fen estimated money, in fen
 * @param reason why it was dropped; empty otherwise
 * @param wishes from which it was made; none if a department entered it
 * @param checks what the screening found
 * @param spot where it would be, if at one place
 */
public record Project(
        UUID id,
        UUID round,
        int number,
        String title,
        String goal,
        String organ,
        long fen,
        State state,
        String reason,
        List<UUID> wishes,
        Map<Criterion, Check> checks,
        Optional<Spot> spot,
        boolean demo) {

    /** CANDIDATE → SCREENED → LISTED → DELIBERATED → CHOSEN, NOT_CHOSEN or TIED; DROPPED before the list is fixed. */
    public enum State {
        CANDIDATE,
        SCREENED,
        DROPPED,
        /** On the list that the government's executive meeting fixed. */
        LISTED,
        /** Referred to all deputies and deliberated. */
        DELIBERATED,
        /** Chosen by the deputies' ballot, as announced. */
        CHOSEN,
        NOT_CHOSEN,
        /** Tied for the last places: voted on again with the others that are tied. */
        TIED;

        /** Whether everybody may read it. */
        public boolean open() {
            return compareTo(LISTED) >= 0;
        }
    }

    /**
     * A place in degrees, at most six decimals.
     *
     * @param latitude −90 to 90, north positive
     * @param longitude −180 to 180, east positive
     */
    public record Spot(BigDecimal latitude, BigDecimal longitude) {

        private static final BigDecimal POLE = BigDecimal.valueOf(90);
        private static final BigDecimal DATE_LINE = BigDecimal.valueOf(180);
        private static final int DECIMALS = 6;

        public Spot {
            latitude = Degrees.plain(latitude);
            longitude = Degrees.plain(longitude);
        }

        /** Whether there is such a place. */
        public boolean real() {
            return latitude.abs().compareTo(POLE) <= 0
                    && longitude.abs().compareTo(DATE_LINE) <= 0
                    && latitude.scale() <= DECIMALS
                    && longitude.scale() <= DECIMALS;
        }
    }

    /** @param note needed where a usual criterion is not met */
    public record Check(boolean met, String note) {}

    /** Under which others speak of it. */
    public String subject() {
        return "livelihood-project:" + id;
    }

    /** Whether it was given to the deputies to deliberate. */
    public boolean referred() {
        return state.compareTo(State.DELIBERATED) >= 0;
    }

    public Project {
        wishes = List.copyOf(wishes);
        checks = Map.copyOf(checks);
    }
}
