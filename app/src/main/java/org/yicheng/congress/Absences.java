package org.yicheng.congress;

import java.util.List;
import org.yicheng.assembly.Member;
import org.yicheng.rule.Bilingual;

/**
 * Sessions missed without leave (Deputies Law art. 62(3)): one is a warning, two are a proposal to end the mandate.
 * Nothing ends by itself: a clerk has to act on the proposal. Reads only.
 */
public interface Absences {

    /** How far it has come. */
    enum Level {
        WARNING,
        PROPOSAL
    }

    /** A member in office and the closed sessions that were missed without approved leave, oldest first. */
    record Absence(Member member, List<Bilingual> sessions, Level level) {}

    /** Those who missed a session of this congress without leave; proposals first. */
    List<Absence> of(String body);
}
