package org.yicheng.library;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A version given to an audience from an instant on.
 *
 * @param from from when the audience sees it
 * @param recall its end, if it was recalled; the publication stays written
 */
public record Publication(
        UUID id,
        UUID document,
        int version,
        List<Audience> audience,
        Instant from,
        Instant publishedAt,
        Optional<Recall> recall) {

    /** Why and when it was taken back 收回. */
    public record Recall(Instant at, String reason) {}

    public Publication {
        audience = List.copyOf(audience);
    }

    /** Whether its audience sees it at an instant. */
    public boolean stands(Instant at) {
        return recall.isEmpty() && !from.isAfter(at);
    }
}
