package org.yicheng.party.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yicheng.party.Pace;
import org.yicheng.rule.Refusal;

/**
 * Slows down guessing: five wrong attempts a minute for one account, thirty failed ones a minute from one address. Only
 * failures count against an address: three thousand deputies sign in from one hall, behind one address.
 */
@Component
class Throttle implements Pace {

    static final int PER_ACCOUNT = 5;
    static final int PER_ADDRESS = 30;
    private static final int LONGEST_NAME = 80;
    private static final long NANOS_A_MINUTE = 60_000_000_000L;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofMinutes(10))
            .maximumSize(100_000)
            .build();

    private final Cache<String, Bucket> paces = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofMinutes(LONGEST_MINUTES))
            .maximumSize(100_000)
            .build();

    @Override
    public Optional<Refusal> take(Limit limit, String address) {
        Bucket bucket = paces.get(
                limit.what() + " " + network(address),
                _ -> Bucket.builder()
                        .addLimit(rate -> rate.capacity(limit.most())
                                .refillGreedy(limit.most(), Duration.ofMinutes(limit.minutes())))
                        .build());
        if (bucket.tryConsume(1)) {
            return Optional.empty();
        }
        long nanos = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
        return Optional.of(Refusal.plain(
                "party.pace-too-often",
                "limit",
                limit.most(),
                "minutes",
                limit.minutes(),
                "wait",
                Math.max(1, Math.ceilDiv(nanos, NANOS_A_MINUTE))));
    }

    /** Whether an address may go on at all; what it asks costs nothing yet. */
    Optional<Refusal> ask(String address) {
        return waitFor(ofAddress(address), PER_ADDRESS);
    }

    /** Takes one attempt on an account; the refusal says when to try again. */
    Optional<Refusal> attempt(String login, String address) {
        return ask(address).or(() -> {
            Bucket bucket = bucket("account " + login, PER_ACCOUNT);
            return bucket.tryConsume(1) ? Optional.empty() : waitFor(bucket, PER_ACCOUNT);
        });
    }

    /** The attempt was right after all: only wrong ones count against an account. */
    void succeeded(String login) {
        bucket("account " + login, PER_ACCOUNT).addTokens(1);
    }

    /** The attempt failed: it counts against the address it came from. */
    void failed(String address) {
        ofAddress(address).tryConsume(1);
    }

    private static Optional<Refusal> waitFor(Bucket bucket, int perMinute) {
        EstimationProbe probe = bucket.estimateAbilityToConsume(1);
        if (probe.canBeConsumed()) {
            return Optional.empty();
        }
        long seconds = Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L);
        return Optional.of(Refusal.plain("party.attempts-too-many", "limit", perMinute, "seconds", seconds));
    }

    private Bucket ofAddress(String address) {
        return bucket("address " + network(address), PER_ADDRESS);
    }

    private Bucket bucket(String name, int perMinute) {
        return buckets.get(
                name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                        .build());
    }

    /** One household has 2^64 addresses of IPv6: its network counts as one. */
    private static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8))
                    : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
