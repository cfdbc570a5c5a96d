package org.yicheng.congress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Ruling;

/**
 * Creating a session in one go: the body if it is new, its roster, the session, its plenaries and questions, the draft
 * of its schedule. Looked at first, then made whole or not at all. Recorded as {@code Caller.current()}.
 */
public interface SessionDrafts {

    /** The columns of a roster that is not a congress's; group, weight and card may be left out. */
    List<String> COLUMNS = List.of("number", "name", "group", "weight", "card");

    /** Where the members come from. */
    enum RosterFrom {
        /** The body is there already and keeps its roster. */
        BODY,
        /** Copied from the body of an earlier session: those in office, with groups and weights. */
        SESSION,
        /** Read from a file. */
        FILE
    }

    /**
     * What is asked for.
     *
     * @param kind id of a {@link SessionKind}
     * @param id slug of the session to be, {@code [a-z0-9-]{1,60}}
     * @param body the body that meets; empty for a new one called {@code bodyName}
     * @param source the earlier session to copy from; empty if none
     * @param presiding who presides over its plenaries; empty to be named later
     */
    record Draft(
            String kind,
            String id,
            Optional<String> body,
            Bilingual bodyName,
            Bilingual name,
            int number,
            LocalDate reportIn,
            LocalDate opening,
            String place,
            String presiding,
            RosterFrom rosterFrom,
            Optional<String> source) {}

    /**
     * What would be made.
     *
     * @param members how many would be due
     * @param totalWeight of all members, where votes are weighed; empty otherwise
     * @param quorum members needed to open
     * @param quorumWeight the weight that must be present too, where the rule set asks for it
     * @param needs what an ordinary decision needs, one line a threshold
     * @param meetings what is set up
     */
    record Check(
            SessionKind kind,
            Bilingual bodyName,
            int members,
            List<String> groups,
            Optional<String> totalWeight,
            int quorum,
            Optional<String> quorumWeight,
            List<Bilingual> needs,
            List<Planned> meetings,
            List<Schedules.Item> schedule) {}

    /** A plenary that is set up, with the titles of its questions. */
    record Planned(Bilingual name, Instant at, List<Bilingual> questions) {}

    /**
     * Looks at a draft without storing anything.
     *
     * @param file the roster, when it comes from a file
     */
    Ruling<Check> check(Draft draft, Optional<byte[]> file);

    Ruling<Session> create(Draft draft, Optional<byte[]> file);

    /** A draft like an earlier session: same kind, body, place and number of days, a year later. */
    Optional<Draft> like(String session);

    /** Keeps a roster file for an hour while its draft is looked at and mended, whatever the draft's id becomes. */
    UUID keep(byte[] file);

    /** A kept file of the caller's. */
    Optional<byte[]> kept(UUID file);
}
