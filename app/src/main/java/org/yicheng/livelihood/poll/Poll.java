package org.yicheng.livelihood.poll;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.livelihood.Project;

/**
 * The residents' poll on a round's candidates (居民意见征询).
 *
 * @param items what is asked about, by number; fixed with the terms
 * @param begun whether a ballot was ever put in, so that the terms stand
 * @param web ballots that residents put in themselves
 * @param paper ballots that clerks entered
 * @param closed whether it is over and its result public
 * @param election its ballots in module budgeting; empty until it is closed, and if too few took part
 */
public record Poll(
        UUID round,
        Terms terms,
        List<Item> items,
        boolean begun,
        int web,
        int paper,
        boolean closed,
        String election,
        boolean demo) {

    /**
     * What is asked.
     *
     * @param opens first day
     * @param closes last day
     * @param fen the money frame, in fen
     * @param most how many projects a ballot may have; 0: as many as the frame pays
     * @param districts from which residents may choose their own; none: it is not asked
     */
    public record Terms(LocalDate opens, LocalDate closes, long fen, int most, List<String> districts) {
        public Terms {
            districts = List.copyOf(districts);
        }
    }

    /**
     * A candidate as the poll asks about it.
     *
     * @param fen its estimate when the terms were set, in fen
     * @param stands false once it was dropped: it is not asked about any more
     * @param spot where it would be, if at one place
     */
    public record Item(
            UUID project,
            int number,
            String title,
            String goal,
            String organ,
            long fen,
            boolean stands,
            Optional<Project.Spot> spot) {}

    /** Where it stands. */
    public enum State {
        AHEAD,
        OPEN,
        /** The last day is gone; paper ballots are still entered. */
        OVER,
        CLOSED
    }

    public Poll {
        items = List.copyOf(items);
    }

    public State state(LocalDate today) {
        if (closed) {
            return State.CLOSED;
        }
        if (today.isBefore(terms.opens())) {
            return State.AHEAD;
        }
        return today.isAfter(terms.closes()) ? State.OVER : State.OPEN;
    }

    public int ballots() {
        return web + paper;
    }
}
