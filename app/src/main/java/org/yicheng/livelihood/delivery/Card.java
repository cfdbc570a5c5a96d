package org.yicheng.livelihood.delivery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.yicheng.livelihood.Degrees;

/**
 * The card of a project: what its organ tells beside plan, milestones and contracts.
 *
 * @param version of the basics, 0 until they are entered
 * @param risks by number
 * @param reports the latest first
 */
public record Card(UUID delivery, int version, Basics basics, List<Risk> risks, List<Report> reports) {

    public Card {
        risks = List.copyOf(risks);
        reports = List.copyOf(reports);
    }

    /**
     * What is entered together.
     *
     * @param office public office of who answers for the project, e.g. 分管副局长
     * @param person who holds it
     * @param assisting ids of the organs that assist
     * @param yearly the plan's money by source and year; empty, or every fen of it
     */
    public record Basics(String office, String person, List<String> assisting, List<Site> sites, List<Yearly> yearly) {

        public static final Basics NONE = new Basics("", "", List.of(), List.of(), List.of());

        public Basics {
            assisting = List.copyOf(assisting);
            sites = List.copyOf(sites);
            yearly = List.copyOf(yearly);
        }

        /** Years in which money is spent, the first first. */
        public List<Integer> years() {
            return yearly.stream().map(Yearly::year).distinct().sorted().toList();
        }

        /** In fen. */
        public long amount(String source, int year) {
            return yearly.stream()
                    .filter(one -> one.source().equals(source) && one.year() == year)
                    .mapToLong(Yearly::amount)
                    .sum();
        }
    }

    /**
     * A place of the project.
     *
     * @param district its code in the congress's drawing; empty where there is none
     */
    public record Site(String name, String district, Optional<Point> point) {}

    /** In degrees, WGS 84, six decimals at most (a tenth of a metre). */
    public record Point(BigDecimal latitude, BigDecimal longitude) {

        public Point {
            latitude = Degrees.plain(latitude);
            longitude = Degrees.plain(longitude);
        }
    }

    /** @param amount in fen */
    public record Yearly(String source, int year, long amount) {}

    /**
     * What may go wrong.
     *
     * @param measure what is done about it
     * @param outcome what became of it, empty while it is open
     */
    public record Risk(
            int number, String risk, String measure, LocalDate found, Optional<LocalDate> closed, String outcome) {}

    /** @param percent how far the organ says the work is, 0 to 100; the milestones' weights stand beside it */
    public record Report(int number, LocalDate day, int percent, String text) {}

    /** Districts of its places, each once, as codes. */
    public List<String> districts() {
        return basics.sites().stream()
                .map(Site::district)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }

    /** What was reported last. */
    public Optional<Report> latest() {
        return reports.stream().findFirst();
    }

    public Stream<Risk> open() {
        return risks.stream().filter(one -> one.closed().isEmpty());
    }
}
