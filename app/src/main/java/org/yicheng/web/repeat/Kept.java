package org.yicheng.web.repeat;

import java.util.Set;

/**
 * Which answers an {@code Idempotency-Key} keeps. Not those with secrets; and the press route and the ballot box have
 * keys of their own, for what a member voted must leave no digest behind.
 */
public final class Kept {

    private static final Set<String> NOT_KEPT = Set.of(
            "presses",
            "ballots",
            "slips",
            "ratings",
            "token",
            "tokens",
            "hall-code",
            "hall-codes",
            "totp",
            "password",
            "sign-in");

    private Kept() {}

    /** Whether a POST to this route may carry a key. */
    public static boolean on(String path) {
        return path.startsWith("/api/v1/") && !NOT_KEPT.contains(path.substring(path.lastIndexOf('/') + 1));
    }
}
