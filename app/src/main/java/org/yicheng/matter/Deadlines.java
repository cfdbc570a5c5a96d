package org.yicheng.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.calendar.StatutoryPeriod;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Ruling;

/** The time limits of matters. */
public interface Deadlines {

    Optional<Deadline> byId(UUID id);

    /** Those of a matter, in the order in which they were started. */
    List<Deadline> of(UUID matter);

    /** The running ones of many matters, the next due first; matters without any are absent. */
    Map<UUID, List<Deadline>> running(Collection<UUID> matters);

    /**
     * Extends a limit, to {@code whole} from its start. Refused with every reason: its rule allows no extension or not
     * so long, it has ended, its last day is over, nobody said that it is broad or hard, no reason is given.
     */
    Ruling<Deadline> extend(UUID id, Extension extension);

    /** @param hard is the matter broad or hard (涉及面广、处理难度大)? */
    record Extension(StatutoryPeriod whole, boolean hard, String reason) {}

    /** Counts a limit from another day; gives what changed. */
    Ruling<Difference> startOn(UUID id, LocalDate day, String reason);

    /** What happened to a limit since it was started, oldest first. */
    List<Change> changes(UUID id);

    /** When a limit stood still, oldest first; the last may still last. */
    List<Suspension> suspensions(UUID id);

    /**
     * A time during which a limit stood still (中止).
     *
     * @param fromDay itself not counted
     * @param untilDay itself counted; empty while it lasts
     */
    record Suspension(
            LocalDate fromDay,
            Instant from,
            Optional<LocalDate> untilDay,
            Optional<Instant> until,
            String by,
            String reason,
            Citation ground) {}

    /** Counts every running limit anew by the holiday tables as they are; stores and gives what changed. */
    Recomputation recompute(String cause);

    Optional<Recomputation> recomputation(UUID id);

    List<Recomputation> recomputations(int most);

    /** Another last day. @param limit of the procedure; {@code before} empty: it was not known */
    record Difference(
            UUID deadline,
            UUID matter,
            String procedure,
            String title,
            String limit,
            Optional<LocalDate> before,
            Optional<LocalDate> after) {}

    /** @param differences at most {@link #MOST_SHOWN} of those {@code changed} */
    record Recomputation(
            UUID id, Instant at, String cause, int looked, int changed, int unknown, List<Difference> differences) {
        public static final int MOST_SHOWN = 1000;
    }

    /** One change of a limit: extension, another start, another holiday table, standing still and running again. */
    record Change(
            Instant at,
            String by,
            Cause cause,
            LocalDate starts,
            StatutoryPeriod period,
            Optional<LocalDate> before,
            Optional<LocalDate> after,
            String reason) {

        public enum Cause {
            EXTENDED,
            START_MOVED,
            HOLIDAYS,
            /** It stands still, and has no last day meanwhile. */
            SUSPENDED,
            /** It runs again; the days between were not counted. */
            RESUMED
        }
    }
}
