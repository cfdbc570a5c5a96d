package org.yicheng.congress;

import java.util.List;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Importing the roster of a congress from a table: looked at first, then taken whole or not at all. */
public interface Rosters {

    /** The columns of a roster table. */
    List<String> COLUMNS = List.of(
            "deputy_id", "name", "sex", "birth_year", "ethnicity", "delegation", "electing_unit", "occupation_group",
            "mandate_start", "mandate_end", "status", "replaces", "seat", "credential");

    /** Reads and checks a file (CSV or XLSX) without storing anything. */
    Ruling<Preview> preview(String body, byte[] content);

    /** Stores a file whole; refuses it with every fault, each naming row and column. */
    Ruling<Preview> take(String body, byte[] content, boolean demo);

    /** What a file would bring. */
    record Preview(int rows, int inOffice, int former, List<String> delegations, String encoding, List<Fault> faults) {}

    /** What is wrong in a row. */
    record Fault(int row, Refusal reason) {}
}
