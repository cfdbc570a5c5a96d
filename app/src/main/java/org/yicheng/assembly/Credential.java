package org.yicheng.assembly;

import java.util.UUID;

/** A card 代表证; one person has one card for all bodies (GB 50799-2012, 12.2.3). */
public record Credential(String code, UUID person, Status status) {

    /** Only an ACTIVE card opens a gate. */
    public enum Status {
        ISSUED,
        ACTIVE,
        LOST,
        REVOKED
    }
}
