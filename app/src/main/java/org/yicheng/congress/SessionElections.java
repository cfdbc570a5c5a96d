package org.yicheng.congress;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Question;
import org.yicheng.count.Occasion;
import org.yicheng.document.Papers;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Ruling;

/** The elections of a session: drafted by its presidium, decided in its meetings, proclaimed. */
public interface SessionElections {

    /**
     * Drafts an election; the presidium must exist.
     *
     * @param approvalAbove whether the result also needs the approval of the level above, as for a chief procurator (R28)
     */
    Ruling<Election> draft(
            String session,
            Bilingual title,
            Occasion occasion,
            Election.Terms terms,
            String method,
            boolean approvalAbove);

    List<Election> of(String session);

    /** Lists the question by which a meeting decides a matter of one or more elections. */
    Ruling<Question> ask(String session, String sitting, ElectionMatter matter, List<UUID> elections);

    /** The same with a reason; SUPERSEDING needs one, and it is put to the vote with the question. */
    Ruling<Question> ask(String session, String sitting, ElectionMatter matter, List<UUID> elections, String reason);

    /** A question that was listed on an election. */
    record Asked(UUID question, UUID election, ElectionMatter matter) {}

    List<Asked> asked(UUID election);

    /** Whether the level above must approve, and whether it has. */
    record Approval(boolean needed, Optional<String> reference, Optional<Instant> at) {}

    Approval approval(UUID election);

    /** Enters the approval of the level above, by the number of its document. */
    Ruling<Approval> approve(UUID election, String reference);

    /** Issues the presidium's proclamation 公告 of those elected, then moves the election on. */
    Ruling<Papers.Paper> proclaim(UUID election);
}
