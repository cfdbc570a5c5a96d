package org.yicheng.count.projects;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How voters say what they want, as the {@code vote_type} of the Pabulib format names it. */
public enum VoteType {
    /** Any number of projects, all equally wanted. */
    APPROVAL,
    /** One project. */
    CHOOSE_1,
    /** Points out of a sum each voter has. */
    CUMULATIVE,
    /** Points for each project, each on its own scale. */
    SCORING,
    /** Projects in order, the best first. */
    ORDINAL;

    /** The name in a file: {@code choose-1}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<VoteType> byKey(String key) {
        return Stream.of(values()).filter(type -> type.key().equals(key)).findFirst();
    }
}
