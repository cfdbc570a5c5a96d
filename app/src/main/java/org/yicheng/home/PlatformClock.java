package org.yicheng.home;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The platform's one source of time: the machine's clock, shifted by a stored offset that only the demo city may
 * change. Zone Asia/Shanghai. The offset is read again every second, so that several nodes agree.
 */
public final class PlatformClock extends Clock {

    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private record Reading(Duration offset, long readAtNanos) {}

    private static final long FRESH_NANOS = 1_000_000_000L;

    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final AtomicReference<Reading> reading;

    PlatformClock(DataSource pool) {
        this(JdbcClient.create(pool), SHANGHAI);
    }

    private PlatformClock(JdbcClient jdbc, ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
        this.reading = new AtomicReference<>(read());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new PlatformClock(jdbc, other);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(offset());
    }

    /**
     * Sets the clock so that it reads the given instant now, or less than a millisecond more, never less. The demo's
     * business only.
     */
    public void set(Instant instant) {
        long millis = Duration.between(Clock.systemUTC().instant(), instant)
                .plus(Duration.ofMillis(1).minusNanos(1))
                .toMillis();
        jdbc.sql("update home.clock set offset_millis = :millis")
                .param("millis", millis)
                .update();
        reading.set(read());
    }

    private Duration offset() {
        Reading last = reading.get();
        if (System.nanoTime() - last.readAtNanos() > FRESH_NANOS) {
            last = read();
            reading.set(last);
        }
        return last.offset();
    }

    private Reading read() {
        long millis = jdbc.sql("select offset_millis from home.clock")
                .query(Long.class)
                .single();
        return new Reading(Duration.ofMillis(millis), System.nanoTime());
    }
}
