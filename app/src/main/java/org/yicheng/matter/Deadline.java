package org.yicheng.matter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.calendar.StatutoryPeriod;
import org.yicheng.rule.Citation;
import org.yicheng.web.Lamp;

/**
 * A running or ended time limit of a matter.
 *
 * @param limit of the procedure
 * @param starts the day from which it is counted, itself not counted
 * @param period how long, as extended
 * @param startsAt the instant from which a limit in hours is counted
 * @param due its last day; empty while a holiday table is missing, or it stands still
 * @param dueAt the last instant of a limit in hours
 * @param suspended does it stand still (中止)?
 * @param longest how long it may become by extension
 * @param extended was it?
 * @param ended what ended it, and when
 */
public record Deadline(
        UUID id,
        UUID matter,
        String limit,
        String actor,
        Procedure.LimitKind kind,
        LocalDate starts,
        Optional<Instant> startsAt,
        StatutoryPeriod period,
        Citation ground,
        Optional<LocalDate> due,
        Optional<Instant> dueAt,
        boolean suspended,
        Optional<StatutoryPeriod> longest,
        boolean extended,
        Optional<End> ended) {

    /** How a limit ended. */
    public enum Ending {
        MET,
        /** Met after its last day. */
        MET_LATE,
        /** Started anew, e.g. by a new assignment. */
        RESTARTED,
        /** The matter ended. */
        DROPPED
    }

    public record End(Ending how, Instant at) {}

    /** Whole days left; negative when it is over, empty while its last day is not known. */
    public Optional<Long> left(LocalDate today) {
        return due.map(last -> ChronoUnit.DAYS.between(today, last));
    }

    /** Green while more than a third of the time is left, amber with a third or less, red after the last day. */
    public Optional<Lamp> lamp(LocalDate today) {
        if (due.isEmpty() || ended.isPresent()) {
            return Optional.empty();
        }
        long left = ChronoUnit.DAYS.between(today, due.get());
        long all = ChronoUnit.DAYS.between(starts, due.get());
        if (left < 0) {
            return Optional.of(Lamp.LATE);
        }
        return Optional.of(3 * left > all ? Lamp.OK : Lamp.NEAR);
    }

    /** The same, for a limit in hours to the instant. */
    public Optional<Lamp> lamp(ZonedDateTime now) {
        if (dueAt.isEmpty() || startsAt.isEmpty() || ended.isPresent()) {
            return lamp(now.toLocalDate());
        }
        Duration left = Duration.between(now.toInstant(), dueAt.get());
        if (left.isNegative()) {
            return Optional.of(Lamp.LATE);
        }
        Duration all = Duration.between(startsAt.get(), dueAt.get());
        return Optional.of(left.multipliedBy(3).compareTo(all) > 0 ? Lamp.OK : Lamp.NEAR);
    }

    /** Is its last day, or its last instant, over? */
    public boolean over(LocalDate today, Instant now) {
        return dueAt.map(now::isAfter)
                .orElseGet(() -> due.filter(today::isAfter).isPresent());
    }
}
