package org.yicheng.matter.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.matter.Deadline;
import org.yicheng.matter.Deadlines.Change;
import org.yicheng.party.Caller;
import org.yicheng.rule.Citation;

/** Lets limits stand still and run again (中止、恢复), inside the transaction of the move that does so. */
@Component
class Standstill {

    private final DeadlineBook book;
    private final Suspensions suspensions;

    Standstill(DeadlineBook book, Suspensions suspensions) {
        this.book = book;
        this.suspensions = suspensions;
    }

    /** Nothing happens to a limit that does not run, stands still already, or is over. */
    void suspend(UUID matter, String limit, String reason, Citation ground, Instant now, LocalDate today) {
        running(matter, limit)
                .filter(one -> !one.suspended() && !one.over(today, now))
                .ifPresent(one -> {
                    suspensions.begin(one.id(), today, now, Caller.current().actor(), reason, ground);
                    store(one, Last.UNKNOWN, Change.Cause.SUSPENDED, reason, now);
                });
    }

    void resume(UUID matter, String limit, String reason, Instant now, LocalDate today) {
        running(matter, limit).filter(Deadline::suspended).ifPresent(one -> {
            suspensions.end(one.id(), today, now, Caller.current().actor());
            Deadline again = book.byId(one.id()).orElseThrow();
            store(one, book.last(again), Change.Cause.RESUMED, reason, now);
        });
    }

    /** What has ended stands still no more. */
    void endWithLimits(UUID matter, Instant now, LocalDate today) {
        suspensions.endWithTheirLimits(matter, today, now, Caller.current().actor());
    }

    private Optional<Deadline> running(UUID matter, String limit) {
        return book.of(matter).stream()
                .filter(one -> one.limit().equals(limit) && one.ended().isEmpty())
                .findFirst();
    }

    private void store(Deadline one, Last last, Change.Cause cause, String reason, Instant now) {
        book.change(one.id(), last);
        book.note(
                one.id(),
                new Change(
                        now,
                        Caller.current().actor(),
                        cause,
                        one.starts(),
                        one.period(),
                        one.due(),
                        last.day(),
                        reason));
    }
}
