package org.yicheng.debate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A clock that can be paused.
 *
 * @param limit how long it may run
 * @param used how long it ran before it was last started
 * @param runningSince when it was last started, empty while it stands
 */
public record SpeechClock(Duration limit, Duration used, Optional<Instant> runningSince) {

    /** How long it has run at an instant. */
    public Duration used(Instant now) {
        return runningSince
                .map(since -> used.plus(
                        Duration.between(since, now).isNegative() ? Duration.ZERO : Duration.between(since, now)))
                .orElse(used);
    }

    /** What is left, negative when over time. */
    public Duration left(Instant now) {
        return limit.minus(used(now));
    }

    /** When it reaches its limit, if it runs. */
    public Optional<Instant> ends() {
        return runningSince.map(since -> since.plus(limit).minus(used));
    }

    public SpeechClock start(Instant now) {
        return runningSince.isPresent() ? this : new SpeechClock(limit, used, Optional.of(now));
    }

    public SpeechClock stop(Instant now) {
        return new SpeechClock(limit, used(now), Optional.empty());
    }
}
