package org.yicheng.assembly.elections;

import java.util.List;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Secrecy;
import org.yicheng.rule.Refusal;

/**
 * A form of secrecy: how the papers of an election come to be stored. The flow around it – issuing, voting, collecting,
 * declaring, counting – is the same for every form; each bean of this type serves one or more {@link Secrecy}.
 */
interface BallotForm {

    boolean serves(Secrecy secrecy);

    /** What a ballot hands out and gets back. */
    record Account(int issued, int present, int collected) {}

    /** How many papers are handed out; {@code counted} is what the scrutineers counted. */
    int issue(Election election, int present, int counted);

    /** What stands against opening the box. */
    List<Refusal> beforeVoting(Election election);

    /** Closes the box; {@code counted} is what the scrutineers counted. Papers it holds are stored shuffled. */
    Account collect(Election election, int counted);

    /** What stands against counting. */
    List<Refusal> beforeCount(Election election);
}
