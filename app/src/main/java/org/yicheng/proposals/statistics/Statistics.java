package org.yicheng.proposals.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yicheng.proposals.Kind;

/** Figures of what was filed with a body and how it was handled, and the lists behind them: both count the same rows. */
public interface Statistics {

    /** What is counted: what a procedure files, assigns or decides. Inquiries and the like are not handled. */
    Set<Kind> KINDS = Set.of(Kind.MOTION, Kind.SUGGESTION, Kind.PROPOSAL);

    /**
     * Of what, as of when.
     *
     * @param session a session's subject; empty: all
     * @param kind one of {@link #KINDS}; empty: all
     * @param year in which it was received, in the platform's zone; empty: all
     * @param on as of the end of this day, in the platform's zone
     */
    record Scope(String body, Optional<String> session, Optional<Kind> kind, Optional<Integer> year, LocalDate on) {}

    /** One group of a breakdown. */
    record Cell(By by, String key) {}

    /**
     * A line of a list.
     *
     * @param promise what was promised, in a list of promises; else empty
     * @param due its last day
     */
    record Item(
            UUID filing,
            Kind kind,
            Optional<Integer> number,
            String title,
            boolean demo,
            Instant received,
            String organ,
            String promise,
            Optional<LocalDate> due) {}

    /** Where an item stands in breakdowns; an empty string where it belongs to none. */
    record Placed(String organ, String group, String month) {

        public String key(By by) {
            return switch (by) {
                case ORGAN -> organ;
                case GROUP -> group;
                case MONTH -> month;
                default -> throw new IllegalArgumentException("not placed by " + by);
            };
        }
    }

    /** Where filings of the scope stand. */
    Map<UUID, Placed> placed(Scope scope, Collection<UUID> filings);

    /** In one pass over the rows. */
    Tally count(Scope scope);

    /** What a figure counts, in the order of reception. @param cell empty: of everything in the scope */
    List<Item> behind(Scope scope, Measure measure, Optional<Cell> cell, long offset, int most);

    /** How many lines that list has. */
    long length(Scope scope, Measure measure, Optional<Cell> cell);

    /** Sessions in which something was received, the newest first. */
    List<String> sessions(String body);
}
