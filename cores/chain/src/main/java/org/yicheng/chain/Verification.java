package org.yicheng.chain;

import java.util.Iterator;

/** What checking a journal from its first line found. */
public sealed interface Verification {

    /** Every line follows from the one before it. */
    record Sound(long lines, String lastHash) implements Verification {}

    /** The first line that does not: its number is the one expected at that place. */
    record Broken(long number, Fault fault) implements Verification {}

    /** What is wrong with a line. */
    enum Fault {
        /** The number is not the one before plus one: a line is missing, doubled or moved. */
        NUMBER,
        /** It does not name the hash of the line before it. */
        PREVIOUS,
        /** Its fields do not give its hash: the line was changed. */
        HASH
    }

    /** Checks the lines in order. */
    static Verification of(Iterator<Link> lines) {
        long expected = 1;
        String previous = Link.GENESIS;
        while (lines.hasNext()) {
            Link line = lines.next();
            if (line.number() != expected) {
                return new Broken(expected, Fault.NUMBER);
            }
            if (!line.previous().equals(previous)) {
                return new Broken(expected, Fault.PREVIOUS);
            }
            if (!line.sound()) {
                return new Broken(expected, Fault.HASH);
            }
            previous = line.hash();
            expected++;
        }
        return new Sound(expected - 1, previous);
    }
}
