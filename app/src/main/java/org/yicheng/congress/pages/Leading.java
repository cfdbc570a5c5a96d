package org.yicheng.congress.pages;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.yicheng.congress.Session;
import org.yicheng.congress.Session.State;
import org.yicheng.congress.SessionKinds;
import org.yicheng.congress.Sessions;

/**
 * Which session a page speaks of when nobody names one: the one that is under way; a standing committee's meetings, which
 * come every two months, do not push the yearly session off the page once they are over.
 */
@Component
class Leading {

    private static final Set<State> UNDER_WAY =
            EnumSet.of(State.REGISTERING, State.PRELIMINARY, State.CONSTITUTED, State.IN_SESSION, State.SUSPENDED);

    private final Sessions sessions;
    private final SessionKinds kinds;

    Leading(Sessions sessions, SessionKinds kinds) {
        this.sessions = sessions;
        this.kinds = kinds;
    }

    /** For everybody: a committee's meeting leads while it sits. */
    Optional<Session> forAll() {
        return first(sessions.all(), State.IN_SESSION);
    }

    /** For members: from the convening on, since they sign in before it opens. */
    Optional<Session> forMember(Predicate<Session> own) {
        return first(sessions.all().stream().filter(own).toList(), State.CONVENED);
    }

    private Optional<Session> first(List<Session> newestFirst, State committeeFrom) {
        Set<State> committee = EnumSet.of(committeeFrom, State.IN_SESSION, State.SUSPENDED);
        return newestFirst.stream()
                .filter(session -> !committee(session) && UNDER_WAY.contains(session.state()))
                .findFirst()
                .or(() -> newestFirst.stream()
                        .filter(session -> committee(session) && committee.contains(session.state()))
                        .reduce((_, earliest) -> earliest))
                .or(() -> newestFirst.stream()
                        .filter(session -> !committee(session))
                        .findFirst())
                .or(() -> newestFirst.stream().findFirst());
    }

    private boolean committee(Session session) {
        return kinds.of(session).committee();
    }
}
