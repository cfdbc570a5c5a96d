package org.yicheng.congress.archive;

import java.time.Instant;
import java.util.List;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.Sitting;
import org.yicheng.congress.Office;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.document.Papers.Paper;

/**
 * The page of an archived session.
 *
 * @param acts how many acts the record holds
 * @param at when the archive was made
 */
public record ArchiveView(
        Session session,
        List<Sessions.Entered> states,
        List<Meeting> meetings,
        List<Election> elections,
        List<Seats> seats,
        List<Member> roster,
        List<Paper> papers,
        long acts,
        Instant at) {

    /** @param roll when it opened */
    public record Meeting(Sitting sitting, Roll roll, List<Roll.OfGroup> groups, List<Item> items) {}

    /**
     * @param named of a recorded vote only
     * @param earlier outcomes that a recorded act superseded
     */
    public record Item(Question question, List<Questions.Named> named, List<Outcome> earlier) {}

    public record Seats(Office office, List<Sessions.Seat> held) {}

    /** Where a paper lies in the archive. */
    public static String file(Paper paper) {
        String of = paper.subject().replaceAll("[^A-Za-z0-9-]", "-");
        return "papers/" + of + "-" + paper.kind() + "-" + paper.version() + ".pdf";
    }

    public static String minutes(Sitting sitting) {
        return "papers/" + sitting.id() + "-minutes.pdf";
    }

    public static String signIn(Sitting sitting) {
        return "papers/" + sitting.id() + "-sign-in-sheet.pdf";
    }
}
