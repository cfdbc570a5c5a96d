package org.yicheng.congress;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yicheng.assembly.Credential;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Importing the roster of a congress from a table: looked at first, then taken whole or not at all. */
public interface Rosters {

    /** The columns of a roster table. */
    List<String> COLUMNS = List.of(
            "deputy_id",
            "name",
            "sex",
            "birth_year",
            "ethnicity",
            "delegation",
            "electing_unit",
            "occupation_group",
            "mandate_start",
            "mandate_end",
            "status",
            "replaces",
            "seat",
            "credential",
            "other_mandates");

    /** Columns that a file may leave out. */
    Set<String> OPTIONAL = Set.of("occupation_group", "other_mandates");

    /** Reads and checks a file (CSV or XLSX) without storing anything. */
    Ruling<Preview> preview(String body, byte[] content);

    /** Stores a file whole; refuses it with every fault, each naming row and column. */
    Ruling<Preview> take(String body, byte[] content, boolean demo);

    /** Keeps a file for an hour between looking at it and taking it; gives its id. */
    UUID keep(String body, byte[] content);

    /** A kept file, if it was kept by the same account for the same body within the hour. */
    Optional<byte[]> kept(String body, UUID id);

    /**
     * Gives a member a new card: the one in use so far is revoked, the new one opens gates and signs in at once.
     *
     * @param code the new card's number, 1..40 letters, digits and hyphens, not in use
     */
    Ruling<Credential> reissue(String body, String member, String code, String reason);

    /** What a file would bring; {@code first} shows its first rows as they were read. */
    record Preview(
            int rows,
            int inOffice,
            int former,
            List<String> delegations,
            String encoding,
            List<Fault> faults,
            List<Line> first) {

        /** How many rows the preview shows. */
        public static final int SHOWN = 10;
    }

    /** A row as it was read, its cells in the order of {@link #COLUMNS}. */
    record Line(int row, List<String> cells) {}

    /** What is wrong in a row. */
    record Fault(int row, Refusal reason) {}
}
