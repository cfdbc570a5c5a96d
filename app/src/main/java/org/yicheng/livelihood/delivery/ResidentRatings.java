package org.yicheng.livelihood.delivery;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.yicheng.rule.Ruling;

/**
 * How residents rate what was delivered (居民评价): 1 to {@value #MOST_STARS}, one paper a slip. Community workers hand
 * slips out after they have seen an identity document; of a slip only the digest of its code is kept, and of the resident
 * nothing. Never added to or averaged with what deputies say. Every change is recorded as {@code Caller.current()}.
 */
public interface ResidentRatings {

    int MOST_STARS = 5;
    int MOST_SLIPS = 200;
    int MOST_IN_A_ROUND = 100_000;
    int LONGEST_PLACE = 40;
    /** Fewer ratings of a project are not published. */
    int LEAST = 5;

    /** While it is open slips are taken; once closed, figures are public. */
    record Period(UUID round, Instant opened, Optional<Instant> closed) {

        public boolean open() {
            return closed.isEmpty();
        }
    }

    /**
     * Slips printed at once for one community.
     *
     * @param used how many of them have rated
     */
    record Batch(int number, String place, int slips, int used, LocalDate day) {}

    /** Codes as they stand on the slips: nobody can read them again. */
    record Issued(Batch batch, List<String> codes) {}

    /** @param stars 1 to {@value #MOST_STARS} */
    record Stars(UUID delivery, int stars) {}

    /** What a slip says so far, by project. */
    record Paper(UUID round, Map<UUID, Integer> own) {

        public Paper {
            own = Map.copyOf(own);
        }
    }

    /** @param counts how many gave 1, 2, 3, 4, 5 */
    record Figures(List<Integer> counts) {

        public Figures {
            counts = List.copyOf(counts);
            if (counts.size() != MOST_STARS) {
                throw new IllegalArgumentException("a count for each of five, got " + counts);
            }
        }

        public int ratings() {
            return counts.stream().mapToInt(Integer::intValue).sum();
        }

        private long sum() {
            return IntStream.range(0, MOST_STARS)
                    .mapToLong(at -> (long) counts.get(at) * (at + 1))
                    .sum();
        }

        /** The mean in lowest terms: 64/15. */
        public String fraction() {
            long divisor =
                    BigInteger.valueOf(sum()).gcd(BigInteger.valueOf(ratings())).longValueExact();
            return sum() / divisor + "/" + ratings() / divisor;
        }

        /** The mean with one decimal, the half rounded up. */
        public BigDecimal mean() {
            return BigDecimal.valueOf(sum()).divide(BigDecimal.valueOf(ratings()), 1, RoundingMode.HALF_UP);
        }
    }

    /** Opens the period of a round, once, when at least one project is accepted. */
    Ruling<Period> open(UUID round);

    /** Closes it for good. */
    Ruling<Period> close(UUID round);

    Optional<Period> period(UUID round);

    /** Makes slips, until the period is closed. */
    Ruling<Issued> issue(UUID round, String place, int slips);

    List<Batch> batches(UUID round);

    /** The paper of a slip while the period is open. */
    Ruling<Paper> paper(String code);

    /** Rates accepted projects of the slip's round, or changes what it said. */
    Ruling<Paper> rate(String code, List<Stars> stars);

    /** Once the period is closed, and at least {@value #LEAST} have rated the project. */
    Optional<Figures> of(UUID delivery);
}
