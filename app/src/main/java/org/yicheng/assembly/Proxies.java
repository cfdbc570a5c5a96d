package org.yicheng.assembly;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Ruling;

/**
 * Members who are represented by other members, where the rule set admits it. A proxy rests while its giver is
 * present in person. Every change is recorded as {@code Caller.current()}.
 */
public interface Proxies {

    /**
     * A proxy.
     *
     * @param sitting the sitting it is for; empty for every sitting until it is withdrawn
     * @param document what the written authority is filed under; empty string if none
     */
    record Proxy(
            UUID id,
            String body,
            Optional<String> sitting,
            String giver,
            String giverName,
            String holder,
            String holderName,
            String document,
            Instant givenAt,
            Optional<Instant> withdrawnAt) {}

    Ruling<Proxy> give(String body, Optional<String> sitting, String giver, String holder, String document);

    Ruling<Proxy> withdraw(UUID id);

    Optional<Proxy> byId(UUID id);

    /** Proxies of a body, those in force first, then newest first. */
    List<Proxy> of(String body);
}
