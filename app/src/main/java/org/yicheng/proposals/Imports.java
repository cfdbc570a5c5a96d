package org.yicheng.proposals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.yicheng.document.RowFault;
import org.yicheng.proposals.Filing.State;
import org.yicheng.proposals.Kind.Part;
import org.yicheng.rule.Ruling;

/**
 * Taking what came on paper or stands in another system from a table: looked at first, then taken whole or not at all.
 * Recorded as the caller's acts.
 */
public interface Imports {

    int MOST_ROWS = 1_000;

    /** What an export writes beside the parts of the text; an import reads them all. */
    List<String> EXPORTED = List.of(
            "kind",
            "number",
            "title",
            "lead",
            "signers",
            "mover",
            "mover_name",
            "received",
            "state",
            "outcome",
            "reason");

    /** How an author is reached: read, and never exported. */
    String CONTACT = "contact";

    /** Columns by their codes; the words of the page's two languages name them too. */
    List<String> COLUMNS = Stream.of(
                    EXPORTED.stream(),
                    Stream.of(CONTACT),
                    Stream.of(Part.values()).map(Part::name))
            .flatMap(columns -> columns)
            .toList();

    /** The key of a column's word. */
    static String word(String column) {
        boolean part = Stream.of(Part.values()).anyMatch(one -> one.name().equals(column));
        return (part ? "proposals.part-" : "proposals.col-") + column;
    }

    /**
     * A filing as it would be taken.
     *
     * @param number under which it is registered; without one it waits at the desk
     * @param lead member number of who leads it, or the code of the body that moves it
     * @param signers how many sign, the lead included
     * @param shortfall why a motion would be offered as a suggestion: {@code LATE}, {@code TOO_FEW_SIGNERS}
     * @param decided whether the row tells an opinion or a decision: these are given again, and not taken from a file
     */
    record Entry(
            int row,
            Kind kind,
            Optional<Integer> number,
            String title,
            String lead,
            int signers,
            Instant received,
            State becomes,
            Optional<String> shortfall,
            boolean decided) {}

    /** A row that is not taken because what it tells of was withdrawn or became a suggestion, which has its own row. */
    record LeftOut(int row, String title, State state) {}

    /**
     * What a file would bring; with any fault nothing is taken.
     *
     * @param ignored headings that are no column of ours
     */
    record Preview(
            int rows,
            String encoding,
            List<Entry> entries,
            List<LeftOut> left,
            List<String> ignored,
            List<RowFault> faults) {}

    /** Reads and checks a file (CSV or XLSX) without storing anything. */
    Ruling<Preview> preview(String body, byte[] content);

    /** Takes a file whole; refuses it with every fault, each naming row and column. */
    Ruling<Preview> take(String body, byte[] content);

    /** Keeps a file for an hour between looking at it and taking it; gives its id. */
    UUID keep(String body, byte[] content);

    /** A kept file, if it was kept by the same account for the same body within the hour. */
    Optional<byte[]> kept(String body, UUID id);
}
