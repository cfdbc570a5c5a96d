package org.yicheng.proposals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Question;
import org.yicheng.document.Papers;
import org.yicheng.proposals.Dismissal.Form;
import org.yicheng.proposals.Dismissal.Office;
import org.yicheng.proposals.Dismissal.Way;
import org.yicheng.rule.Ruling;

/** Motions of dismissal on their way to the vote (OL 31). Every change is recorded as {@code Caller.current()}. */
public interface Dismissals {

    /** What the presidium is asked: whose office it is, and whether the plenary votes or an investigation comes first. */
    record ToPresidium(Office office, Way way, String sitting) {}

    /** @param sitting where it was said; empty for what was written or not used */
    record Heard(Form form, Optional<String> sitting, String text) {}

    /** Lists the submission to the plenary for a presidium meeting; adopted, it is submitted. */
    Ruling<Question> toPresidium(UUID filing, ToPresidium asked);

    /** Notes a defence, or that the right was not used. */
    Ruling<Dismissal> hear(UUID filing, Heard heard);

    /** The presidium prints a defence for the deputies (OL 31(4)). */
    Ruling<Papers.Paper> print(UUID filing, int defence);

    /** Lists the vote, or the decision on an investigation, for a plenary. */
    Ruling<Question> toPlenary(UUID filing, String sitting);

    /**
     * Begins the vote by papers, as an election's: scrutineers are adopted, papers issued, collected and counted by two
     * tellers, the presidium confirms the result, the chair announces it.
     */
    Ruling<Election> toBallot(UUID filing);

    /** Enters the approval of the level above for a chief procurator's dismissal (OL 13). */
    Ruling<Dismissal> approve(UUID filing, String reference);

    /** The presidium's public announcement of a dismissal. */
    Ruling<Papers.Paper> proclaim(UUID filing);

    Optional<Dismissal> of(UUID filing);

    /** Those of a session that were submitted to the plenary, by number. */
    List<Filing> submitted(String subject);
}
