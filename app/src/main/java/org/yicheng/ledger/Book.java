package org.yicheng.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * A book: accounts in one unit.
 *
 * @param subject what it is kept for, {@code kind:id}; each has at most one book
 * @param body whose treasurer keeps it
 * @param demo whether it belongs to the demo city
 */
public record Book(UUID id, String subject, String body, String name, Unit unit, boolean demo, Instant opened) {

    /** A book to be opened. */
    public record Opening(String subject, String body, String name, Unit unit, boolean demo) {}
}
