package org.yicheng.count;

import java.util.OptionalInt;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;

/**
 * How many candidates a ballot may carry (OL 27, 30; EL 31, 45) and what to do with those nominated.
 *
 * @param least lowest number of candidates the law allows
 * @param most highest number; empty = no maximum
 * @param action what to do with those nominated
 * @param source where the bounds stand
 */
public record Slate(int least, OptionalInt most, Action action, Citation source) {

    private static final int MOST = 1_000_000_000;

    /** What to do now. */
    public enum Action {
        /** 等额选举. */
        ELECT_EQUAL,
        /** 差额选举. */
        ELECT_DIFFERENTIAL,
        /** 预选. */
        PRE_ELECTION,
        /** Nominations reopen. */
        TOO_FEW,
        /** The margin of the election method is outside the law. */
        METHOD_ILLEGAL
    }

    /**
     * Rules on a slate.
     *
     * @param seats S, at least 1
     * @param nominated number of nominees
     * @param margin the exact margin the election method fixes, if it does
     * @throws IllegalArgumentException for fewer than one seat, more than a thousand million, or a negative number
     */
    public static Slate of(Office office, Occasion occasion, int seats, int nominated, OptionalInt margin) {
        if (seats < 1 || seats > MOST || nominated < 0 || margin.orElse(0) < 0 || margin.orElse(0) > MOST) {
            throw new IllegalArgumentException("seats 1.." + MOST + ", nominated >= 0, margin 0.." + MOST + "; got "
                    + seats + ", " + nominated + ", " + margin);
        }
        int least = least(office, occasion, seats);
        OptionalInt most = most(office, occasion, seats);
        return new Slate(least, most, action(office, occasion, seats, nominated, margin), source(office, occasion));
    }

    private static int least(Office office, Occasion occasion, int seats) {
        if (occasion == Occasion.BY_ELECTION || occasion == Occasion.DISMISSAL) {
            return seats;
        }
        return switch (office) {
            case PRINCIPAL -> seats;
            case DEPUTY -> seats + 1;
            case STANDING_COMMITTEE_MEMBER -> seats + Math.ceilDiv(seats, 10);
            case UPPER_LEVEL_DEPUTY -> seats == 1 ? 2 : seats + Math.ceilDiv(seats, 5);
        };
    }

    private static OptionalInt most(Office office, Occasion occasion, int seats) {
        if (occasion == Occasion.BY_ELECTION) {
            return OptionalInt.empty();
        }
        if (occasion == Occasion.DISMISSAL) {
            return OptionalInt.of(seats);
        }
        return OptionalInt.of(
                switch (office) {
                    case PRINCIPAL -> seats + 1;
                    case DEPUTY -> seats + 3;
                    case STANDING_COMMITTEE_MEMBER -> seats + Math.max(Math.ceilDiv(seats, 10), seats / 5);
                    case UPPER_LEVEL_DEPUTY -> seats == 1 ? 2 : seats + Math.max(Math.ceilDiv(seats, 5), seats / 2);
                });
    }

    private static Action action(Office office, Occasion occasion, int seats, int nominated, OptionalInt margin) {
        int least = least(office, occasion, seats);
        OptionalInt most = most(office, occasion, seats);
        int fixed = seats + margin.orElse(0);
        if (margin.isPresent() && (fixed < least || fixed > most.orElse(fixed))) {
            return Action.METHOD_ILLEGAL;
        }
        if (nominated < least) {
            return Action.TOO_FEW;
        }
        if (occasion == Occasion.BY_ELECTION || (occasion == Occasion.DISMISSAL && nominated == seats)) {
            return nominated == seats ? Action.ELECT_EQUAL : Action.ELECT_DIFFERENTIAL;
        }
        if (office == Office.PRINCIPAL && nominated == 1) {
            return Action.ELECT_EQUAL;
        }
        if (nominated > (margin.isPresent() ? fixed : most.orElse(nominated))) {
            return Action.PRE_ELECTION;
        }
        boolean belowMargin = margin.isPresent() && nominated < fixed && office != Office.PRINCIPAL;
        return belowMargin ? Action.TOO_FEW : Action.ELECT_DIFFERENTIAL;
    }

    private static Citation source(Office office, Occasion occasion) {
        if (occasion == Occasion.DISMISSAL) {
            return Citation.of(Law.ORGANIC, 31);
        }
        if (office == Office.UPPER_LEVEL_DEPUTY) {
            return Citation.of(Law.ELECTORAL, 31);
        }
        return Citation.of(Law.ORGANIC, occasion == Occasion.BY_ELECTION ? 30 : 27);
    }
}
