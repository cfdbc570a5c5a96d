package org.yicheng.assembly;

import java.util.List;

/** What members did in sittings: the figures that their duties are told by. Reads only. */
public interface Duties {

    /**
     * One member's figures over the sittings of a subject (a session).
     *
     * @param sittings sittings that were opened while the mandate was in office
     * @param attended of them, how many the member was present at
     * @param onLeave of those missed, how many with leave
     * @param votes votes closed in them
     * @param votesTaken of them, in how many the member took part (that one voted, never how)
     */
    record Figures(String member, int sittings, int attended, int onLeave, int votes, int votesTaken) {
        public int missed() {
            return sittings - attended - onLeave;
        }
    }

    /** The figures of every member who was in office at a sitting of the body under the subject, by number. */
    List<Figures> of(String body, String subject);
}
