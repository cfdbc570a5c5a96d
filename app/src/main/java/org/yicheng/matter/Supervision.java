package org.yicheng.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the open matters of the bodies in which the caller may examine look like together (督办): every running duty, by
 * organ, by limit, by lamp. Rights that may lapse are nobody's duty and are not counted.
 */
public interface Supervision {

    /** How a duty stands. */
    enum Standing {
        LATE,
        NEAR,
        OK,
        /** It stands still. */
        SUSPENDED,
        /** A holiday table is missing. */
        UNKNOWN
    }

    /**
     * Which duties. An empty value asks for all.
     *
     * @param organ the holder, {@code body:…} or {@code person:…}
     * @param words in the title, or the number
     */
    record Filter(
            Optional<String> organ,
            Optional<String> procedure,
            Optional<String> limit,
            Optional<Standing> standing,
            String words) {

        public static final Filter NONE =
                new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    /** Duties alike. @param organ empty while nobody is named to do it */
    record Count(String organ, String organName, String procedure, String limit, Standing standing, int duties) {}

    /** @param matters open, with a duty or without; {@code counts} of all duties that the filter lets through */
    record Board(int matters, List<Count> counts) {

        /** The counts that a filter without words lets through, of the same open matters. */
        public Board through(Filter filter) {
            return new Board(
                    matters,
                    counts.stream()
                            .filter(one -> filter.organ()
                                            .map(one.organ()::equals)
                                            .orElse(true)
                                    && filter.procedure()
                                            .map(one.procedure()::equals)
                                            .orElse(true)
                                    && filter.limit().map(one.limit()::equals).orElse(true)
                                    && filter.standing()
                                            .map(one.standing()::equals)
                                            .orElse(true))
                            .toList());
        }

        public int duties() {
            return counts.stream().mapToInt(Count::duties).sum();
        }

        public int duties(Standing standing) {
            return counts.stream()
                    .filter(one -> one.standing() == standing)
                    .mapToInt(Count::duties)
                    .sum();
        }
    }

    /** One duty. */
    record Duty(
            UUID matter,
            Optional<Integer> number,
            String title,
            String procedure,
            String state,
            String organName,
            String limit,
            LocalDate starts,
            Optional<LocalDate> due,
            Optional<Instant> dueAt,
            Standing standing,
            boolean demo) {}

    Board board(Filter filter);

    /** Overdue first, then by last day. */
    List<Duty> duties(Filter filter, long offset, int most);
}
