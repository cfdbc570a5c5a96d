package org.yicheng.congress.pages;

import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionElections;
import org.yicheng.congress.Sessions;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Finds a session and asks whether the caller may do this in its congress. */
@Component
class SessionScope {

    private static final String SUBJECT = "congress-session:";

    private final Sessions sessions;
    private final Sittings sittings;
    private final SessionElections elections;

    SessionScope(Sessions sessions, Sittings sittings, SessionElections elections) {
        this.sessions = sessions;
        this.sittings = sittings;
        this.elections = elections;
    }

    /** A sitting and the session it belongs to. */
    record Held(Session session, Sitting sitting) {}

    Session session(String id, Permission permission) {
        Session session = sessions.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("congress.session.unknown", "value", id)));
        body(session.body(), permission);
        return session;
    }

    /** A sitting of a session; sittings of other services are not found here. */
    Held sitting(String id, Permission permission) {
        Sitting sitting = sittings.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.sitting.unknown", "value", id)));
        return ofSession(sitting)
                .map(session -> new Held(session(session.id(), permission), sitting))
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.sitting.unknown", "value", id)));
    }

    /** An election of a session; others are not found here. */
    Election election(String session, UUID id) {
        return elections.of(session).stream()
                .filter(election -> election.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.election.unknown", "value", id)));
    }

    private Optional<Session> ofSession(Sitting sitting) {
        return sitting.subject().startsWith(SUBJECT)
                ? sessions.byId(sitting.subject().substring(SUBJECT.length()))
                : Optional.empty();
    }

    void body(String body, Permission permission) {
        if (!Caller.current().mayIn(body, permission)) {
            throw new AccessDeniedException(permission + " in " + body);
        }
    }
}
