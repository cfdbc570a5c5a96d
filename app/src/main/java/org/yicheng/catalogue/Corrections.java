package org.yicheng.catalogue;

import java.util.List;
import org.yicheng.finding.Organ;
import org.yicheng.rule.Ruling;

/** What people decide about the machine's proposals, and the organs it routes to. Recorded as {@code Caller.current()}. */
public interface Corrections {

    int LONGEST_NOTE = 200;
    int MOST_ORGANS = 500;
    int MOST_DUTIES = 200;

    /** Whether a text and an entry ask for the same. */
    Ruling<Correction> judge(String text, String entry, boolean same, String note);

    /** Which organ is right for a text. */
    Ruling<Correction> organ(String text, String organ, String note);

    /** All of them, oldest first, from a number on; at most 1,000. */
    List<Correction> after(long number);

    List<Organ> organs();

    /** Puts a list of organs in place of the one that stood. */
    Ruling<List<Organ>> replace(List<Organ> organs);
}
