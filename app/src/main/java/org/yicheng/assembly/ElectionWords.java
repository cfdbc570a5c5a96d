package org.yicheng.assembly;

import org.yicheng.assembly.Election.PersonTally;
import org.yicheng.assembly.Election.State;

/** Keys of the words for a ballot: persons are elected, a dismissal is carried, projects are chosen. */
public final class ElectionWords {

    private ElectionWords() {}

    /** Where it stands. */
    public static String stands(Election election) {
        return stands(election, election.state());
    }

    public static String stands(Election election, State state) {
        return switch (election.kind()) {
            case PERSONS -> "assembly.election-is-" + state;
            case DISMISSAL -> "assembly.dismissal-stands-" + state;
            case PROJECTS -> "assembly.projects-stand-" + state;
        };
    }

    /** What became of a name or a project. */
    public static String became(Election election, PersonTally tally) {
        return switch (election.kind()) {
            case PERSONS -> tally.elected() ? "assembly.is-elected" : lost(tally, "assembly.is-not-elected");
            case DISMISSAL -> tally.elected() ? "assembly.is-dismissed" : "assembly.is-kept";
            case PROJECTS -> tally.elected() ? "assembly.is-chosen" : lost(tally, "assembly.is-not-chosen");
        };
    }

    private static String lost(PersonTally tally, String otherwise) {
        return tally.tied() ? "assembly.is-tied" : otherwise;
    }

    /** The first ballot, or what of another it follows from. */
    public static String occasion(Election election) {
        return election.projects()
                ? of(election, "occasion-" + election.occasion())
                : "assembly.occasion-" + election.occasion();
    }

    /** A word that is another for each kind: {@code seats}, {@code method}, {@code list} … */
    public static String of(Election election, String what) {
        return "assembly.of-" + election.kind() + "-" + what;
    }
}
