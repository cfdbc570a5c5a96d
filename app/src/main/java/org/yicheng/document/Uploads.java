package org.yicheng.document;

import java.util.Optional;
import java.util.UUID;

/** Files between preview and import: in the database, so that any node can take what another showed. */
public interface Uploads {

    /**
     * Keeps a file for an hour, in place of the one that the caller kept before; gives its id.
     *
     * @param purpose what it is for, e.g. {@code roster:sjz-npc-15}
     */
    UUID keep(String purpose, byte[] content);

    /** A kept file, if the same account kept it for the same purpose within the hour. */
    Optional<byte[]> kept(String purpose, UUID id);
}
