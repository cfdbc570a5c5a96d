package org.yicheng.party.store;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.yicheng.party.Keys;
import org.yicheng.rule.Refusal;

/** Hashes passwords with bcrypt; the stored form names its method, so that another can follow. */
@Component
class Passwords {

    private static final int STRENGTH = 12;
    /** A hash that no password has: an account without password, or no account, costs the same time as any other. */
    private static final String NOBODY = "{bcrypt}$2a$12$XAx1wSWSFo6RDoSgsEWNAe2Q4.cT4E3/FY2Rd5b7J9dN8Wj3kQ7yS";

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(STRENGTH)));
    /** A quarter of a second of one core each: guessing must not take the machine from those who vote. */
    private final Semaphore room =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private final SecureRandom random = new SecureRandom();

    String hash(String password) {
        room.acquireUninterruptibly();
        try {
            return encoder.encode(password);
        } finally {
            room.release();
        }
    }

    /** Takes the same time whether there is a password to compare with or not. */
    boolean matches(String password, Optional<String> stored) {
        boolean comparable = stored.isPresent() && bytes(password) <= Keys.MOST_PASSWORD_BYTES;
        room.acquireUninterruptibly();
        try {
            return encoder.matches(comparable ? password : "nobody", comparable ? stored.get() : NOBODY) && comparable;
        } finally {
            room.release();
        }
    }

    /** A first password: sixteen letters without look-alikes, about 79 bits, easily read out. */
    String first() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            text.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** What is wrong with a password that somebody wants, all at once. */
    static List<Refusal> faults(String fresh, String old, String login) {
        List<Refusal> faults = new ArrayList<>();
        int length = fresh.codePointCount(0, fresh.length());
        if (length < Keys.LEAST_PASSWORD) {
            faults.add(Refusal.at("password", "party.password-short", "value", length, "least", Keys.LEAST_PASSWORD));
        }
        if (bytes(fresh) > Keys.MOST_PASSWORD_BYTES) {
            faults.add(Refusal.at(
                    "password", "party.password-long", "value", bytes(fresh), "most", Keys.MOST_PASSWORD_BYTES));
        }
        if (fresh.equals(old)) {
            faults.add(Refusal.at("password", "party.password-same"));
        }
        if (fresh.toLowerCase(java.util.Locale.ROOT).contains(login.toLowerCase(java.util.Locale.ROOT))
                || fresh.codePoints().distinct().count() < 5) {
            faults.add(Refusal.at("password", "party.password-guessed"));
        }
        return faults;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
