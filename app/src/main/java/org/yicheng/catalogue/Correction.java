package org.yicheng.catalogue;

import java.time.Instant;

/**
 * What a person said about a proposal of the machine.
 *
 * @param text what the machine was asked about
 * @param proposed what it said: the title of an entry, an organ; empty string if it said nothing
 * @param entry the id of the entry it is about, empty string if it is an organ
 * @param answer what is right
 */
public record Correction(
        long number,
        Instant at,
        String actor,
        String role,
        Kind kind,
        String text,
        String proposed,
        String entry,
        String answer,
        String note) {

    /** What it is about. */
    public enum Kind {
        /** The two ask for the same. */
        SAME,
        /** The two don't. */
        DIFFERENT,
        /** The organ that is right. */
        ORGAN
    }
}
