package org.yicheng.matter;

import java.time.Instant;
import java.util.Optional;

/**
 * When matters of a kind may be filed with a body (提出期限).
 *
 * @param subject what it belongs to, e.g. {@code congress-session:sjz-npc-15-5}
 * @param kind of matter, e.g. {@link #MOTION}
 * @param body with which one files
 * @param until inclusive to the second; absent until it is decided
 */
public record Window(String subject, String kind, String body, Instant from, Optional<Instant> until) {

    /** The window for deputies' motions: from the convening to the presidium's deadline (SH 24). */
    public static final String MOTION = "motion";

    public boolean openAt(Instant instant) {
        return !instant.isBefore(from)
                && until.map(end -> !instant.isAfter(end)).orElse(true);
    }
}
