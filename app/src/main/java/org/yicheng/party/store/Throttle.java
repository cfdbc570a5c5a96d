package org.yicheng.party.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yicheng.rule.Refusal;

/** Slows down guessing: 5 attempts a minute for one account, 60 for one address. */
@Component
class Throttle {

    private static final int PER_ACCOUNT = 5;
    private static final int PER_ADDRESS = 60;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofMinutes(10))
            .maximumSize(100_000)
            .build();

    /** Takes one attempt; the refusal says when to try again. */
    Optional<Refusal> attempt(String login, String address) {
        return take("account " + login, PER_ACCOUNT).or(() -> take("address " + address, PER_ADDRESS));
    }

    private Optional<Refusal> take(String name, int perMinute) {
        Bucket bucket = buckets.get(
                name,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                        .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return Optional.empty();
        }
        long seconds = Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L);
        return Optional.of(Refusal.plain("party.too-many-attempts", "limit", perMinute, "seconds", seconds));
    }
}
