package org.yicheng.congress;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.VotingMode;
import org.yicheng.document.Papers;
import org.yicheng.rule.Ruling;

/** Resignations, from the letter to the announcement. Every change is recorded as {@code Caller.current()}. */
public interface Resignations {

    /**
     * A letter of resignation.
     *
     * @param person the name; of a member of the roster it is taken from there
     * @param member number in the congress (DEPUTY, or an OFFICE in the standing committee)
     * @param title the post, as to be printed; of a deputy it may be left empty
     */
    record Letter(
            Resignation.Kind kind,
            Optional<Resignation.Office> office,
            String person,
            Optional<String> member,
            String title,
            LocalDate written,
            String reason) {}

    /** Enters a letter. */
    Ruling<Resignation> file(String body, Letter letter);

    /** Takes it back, before the vote has begun. */
    Ruling<Resignation> withdraw(UUID id, String reason);

    /** Who decides on it, as things stand now. */
    Resignation.Competence competence(Resignation resignation);

    /** Sittings it may be put to now: by law the plenary while the congress meets, else the standing committee. */
    List<Sitting> sittings(Resignation resignation);

    /** Lists the vote on accepting it, for one of {@link #sittings}. */
    Ruling<Question> put(UUID id, String sitting, VotingMode mode);

    /**
     * Enters what the standing committee of the congress that elected the deputy decided (EL 55(1)): the mandate ends.
     *
     * @param decision who accepted it and when
     */
    Ruling<Resignation> enterDecision(UUID id, String decision);

    /** Enters the approval of the level above, of a chief procurator's: the post ends (OL 32(1)). */
    Ruling<Resignation> approve(UUID id, String reference);

    /** Enters the report for the record. */
    Ruling<Resignation> report(UUID id, String reference);

    /** Announces that it was accepted, once the post has ended. */
    Ruling<Papers.Paper> proclaim(UUID id);

    Optional<Resignation> byId(UUID id);

    /** Newest first. */
    List<Resignation> of(String body);
}
