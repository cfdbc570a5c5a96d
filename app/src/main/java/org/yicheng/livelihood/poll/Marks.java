package org.yicheng.livelihood.poll;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A ballot: what a resident wants, and of himself what he chose to say. Nothing in it tells who he is.
 *
 * @param projects those marked
 * @param district empty if not said
 */
public record Marks(List<UUID> projects, String district, Optional<Age> age, Optional<Sex> sex) {

    public Marks {
        projects = List.copyOf(projects);
        district = district.strip();
    }

    /** Bands of age; their names in the file are those by which module budgeting groups. */
    public enum Age {
        TO_17("0-17"),
        TO_29("18-29"),
        TO_44("30-44"),
        TO_59("45-59"),
        FROM_60("60+");

        private final String band;

        Age(String band) {
            this.band = band;
        }

        public String band() {
            return band;
        }
    }

    /** As the Pabulib format names it. */
    public enum Sex {
        F,
        M
    }
}
