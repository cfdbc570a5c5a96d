package org.yicheng.count;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;

/**
 * An election by a congress, counted by the Organic Law (arts. 25, 28, 29), the Electoral Law (art. 44) and the
 * Deputies Law (art. 17(6)).
 *
 * @param roll all deputies N and those present
 * @param seats S, at least 1
 * @param issued papers handed out
 * @param papers those collected
 * @param terms what the election method fixes
 */
public record Election(Roll roll, int seats, long issued, Papers papers, ElectionTerms terms) {

    private static final Citation MORE_THAN_ISSUED = Citation.of(Law.ELECTORAL, "44(1)");

    public Election {
        if (seats < 1 || issued < 0) {
            throw new IllegalArgumentException("seats >= 1 and issued >= 0, got " + seats + ", " + issued);
        }
    }

    /**
     * Whether the vote is void before a single paper is read: too few present, or more papers collected than issued.
     * Equal or fewer are fine.
     */
    public static Optional<ElectionResult.Void> refuse(
            Roll roll, int seats, long issued, long collected, ElectionTerms terms) {
        if (terms.quorum().decide(roll) instanceof Opening.Refused refused) {
            return Optional.of(new ElectionResult.Void(
                    ElectionResult.VoidReason.NO_QUORUM, seats, roll.present(), refused.threshold(), refused.source()));
        }
        // Election methods compare papers collected with papers issued; the statute speaks of voters.
        return collected <= issued
                ? Optional.empty()
                : Optional.of(new ElectionResult.Void(
                        ElectionResult.VoidReason.COLLECTED_EXCEEDS_ISSUED,
                        seats,
                        collected,
                        issued,
                        MORE_THAN_ISSUED));
    }

    /** Counts. */
    public ElectionResult count() {
        Optional<ElectionResult.Void> refused = refuse(roll, seats, issued, papers.total(), terms);
        return refused.isPresent() ? refused.get() : decide(new PaperCount(papers, seats, terms));
    }

    private ElectionResult decide(PaperCount counted) {
        long threshold = terms.threshold(roll.expected());
        Map<String, Long> approvals = counted.approvals();
        List<Map.Entry<String, Long>> qualified = approvals.entrySet().stream()
                .filter(entry -> entry.getValue() >= threshold)
                .sorted(byVotes())
                .toList();
        List<String> elected = names(qualified.subList(0, Math.min(seats, qualified.size())));
        List<String> tied = List.of();
        if (qualified.size() > seats) {
            long last = qualified.get(seats - 1).getValue();
            if (last == qualified.get(seats).getValue()) {
                // All holders of the tied value vote again for the seats left; never a lot.
                elected = names(qualified.stream()
                        .filter(entry -> entry.getValue() > last)
                        .toList());
                tied = names(qualified.stream()
                        .filter(entry -> entry.getValue() == last)
                        .toList());
            }
        }
        int unfilled = seats - elected.size();
        return new ElectionResult.Valid(
                counted.account(issued),
                threshold,
                new LinkedHashMap<>(approvals),
                counted.opposed(),
                counted.abstained(),
                counted.disregarded(),
                elected,
                tied,
                unfilled,
                next(tied, unfilled),
                terms.source());
    }

    private static ElectionResult.Next next(List<String> tied, int unfilled) {
        if (!tied.isEmpty()) {
            return ElectionResult.Next.REVOTE_TIED;
        }
        return unfilled > 0 ? ElectionResult.Next.SUPPLEMENTARY : ElectionResult.Next.NONE;
    }

    static Comparator<Map.Entry<String, Long>> byVotes() {
        return Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(CodePoints.ORDER));
    }

    private static List<String> names(List<Map.Entry<String, Long>> entries) {
        return entries.stream().map(Map.Entry::getKey).toList();
    }
}
