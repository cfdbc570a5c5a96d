package org.yicheng.livelihood.pages;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;

/**
 * When a public form was given out, sealed: nobody reads and writes in a few seconds, and a form is not kept for days. The
 * key lives as long as the process; what was filled in before a restart is only sent again.
 */
@Component
public class FormStamp {

    static final Duration LEAST = Duration.ofSeconds(5);
    static final Duration LONGEST = Duration.ofHours(12);

    private static final Citation PACE = Citation.of(Law.PRODUCT, "livelihood.pace");
    private static final String STALE = "livelihood.form-stale";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;
    private final Clock clock;

    FormStamp(Clock clock) {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, ALGORITHM);
        this.clock = clock;
    }

    /** For a form that is given out now. */
    public String now() {
        return sealed(clock.instant().toEpochMilli());
    }

    private String sealed(long millis) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            String text = Long.toString(millis);
            return text + "." + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** What stands against a form with this stamp. */
    public Optional<Refusal> against(String stamp) {
        int dot = stamp.indexOf('.');
        String text = dot < 0 ? "" : stamp.substring(0, dot);
        if (!text.matches("\\d{1,15}")) {
            return stale();
        }
        long millis = Long.parseLong(text);
        if (!MessageDigest.isEqual(
                sealed(millis).getBytes(StandardCharsets.UTF_8), stamp.getBytes(StandardCharsets.UTF_8))) {
            return stale();
        }
        Duration age = Duration.between(Instant.ofEpochMilli(millis), clock.instant());
        if (age.compareTo(LEAST) < 0) {
            return Optional.of(Refusal.by(PACE, "livelihood.form-fast", "seconds", LEAST.toSeconds()));
        }
        return age.compareTo(LONGEST) > 0 ? stale() : Optional.empty();
    }

    /** The stamp of the form that is shown again: its own as long as it is good or only too young. */
    public String again(String stamp) {
        return against(stamp)
                .filter(reason -> reason.code().equals(STALE))
                .map(_ -> now())
                .orElse(stamp);
    }

    private static Optional<Refusal> stale() {
        return Optional.of(Refusal.by(PACE, STALE, "hours", LONGEST.toHours()));
    }

    /** What stands against a field that people do not see having been filled in. */
    public static Optional<Refusal> trap(String filled) {
        return filled.isEmpty() ? Optional.empty() : Optional.of(Refusal.by(PACE, "livelihood.form-trap"));
    }
}
