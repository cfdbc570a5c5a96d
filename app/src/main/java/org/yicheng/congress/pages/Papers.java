package org.yicheng.congress.pages;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Question;
import org.yicheng.congress.Decision;
import org.yicheng.congress.Session;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;

/** The papers of a session: the texts as they were decided. Drafts sent to the deputies are for the deputies. */
@Component
public class Papers {

    private static final Set<Decision> FOR_MEMBERS =
            EnumSet.of(Decision.LIVELIHOOD_HEARD, Decision.LIVELIHOOD_REFERRED, Decision.ELECTION_METHOD);

    private final Results results;

    Papers(Results results) {
        this.results = results;
    }

    /** One paper; {@code members} = not for the public. */
    public record Paper(Decision decision, Question question, Results.Result result, boolean members) {}

    /** The papers this caller may read, as decided. */
    List<Paper> of(Session session) {
        boolean member = Caller.current().mayIn(session.body(), Permission.MEMBER_DOCUMENTS);
        return results.of(session).stream()
                .filter(Results.Result::holds)
                .map(result -> new Paper(
                        result.decision(), result.question(), result, FOR_MEMBERS.contains(result.decision())))
                .filter(paper -> member || !paper.members())
                .toList();
    }

    Optional<Paper> of(Session session, Decision decision) {
        return of(session).stream()
                .filter(paper -> paper.decision() == decision)
                .findFirst();
    }
}
