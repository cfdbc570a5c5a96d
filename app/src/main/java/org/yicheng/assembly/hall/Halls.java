package org.yicheng.assembly.hall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Halls and their devices. Every change is recorded as {@code Caller.current()}. */
public interface Halls {

    /** Columns of a seat file, in their order; the last two may be left out. */
    List<String> COLUMNS = List.of("area", "block", "row", "number", "x", "y");

    /** A hall to be set up; see {@link Hall} for the fields. Gates and boards by name, numbered from 1. */
    record NewHall(
            String id,
            String body,
            Bilingual name,
            int pictureHeightCm,
            int farthestSeatCm,
            boolean demo,
            List<Seat> seats,
            List<String> gates,
            List<String> boards) {}

    /**
     * What a hall is to be from now on. Gates and boards by name: the n-th name is that of number n, further names are
     * further devices, a name that is missing at the end takes its device away.
     *
     * @param seats all seats, or empty to leave them as they are
     */
    record Change(
            Bilingual name,
            int pictureHeightCm,
            int farthestSeatCm,
            Optional<List<Seat>> seats,
            List<String> gates,
            List<String> boards) {}

    /** What a seat file would bring. */
    record Preview(List<Seat> seats, List<Fault> faults) {}

    /** What is wrong in a row of it; rows as a spreadsheet counts them. */
    record Fault(int row, Refusal reason) {}

    /** Reads a seat file (CSV or XLSX) without keeping anything. */
    Ruling<Preview> read(byte[] file);

    /** Sets a hall up; refuses seats that are there twice, in code or place, and names all of them. */
    Ruling<Hall> add(NewHall hall);

    /**
     * Changes a hall. Refuses to take away a seat where somebody sits in any sitting, or a device that has a token:
     * what was recorded there would lose its place.
     */
    Ruling<Hall> change(String id, Change change);

    Optional<Hall> byId(String id);

    /** The halls of a body, by name. */
    List<Hall> ofBody(String body);

    /**
     * Gives a gate or a board an account of its own and a token; an older token of it ends.
     *
     * @return the token, shown once
     */
    Ruling<String> issueToken(String hall, Hall.Device.Kind kind, int number, Instant until);

    /**
     * Notes that a device is there.
     *
     * @param clock what the device's own clock says
     */
    Ruling<Hall.Device> beat(String hall, Hall.Device.Kind kind, int number, Instant clock);
}
