package org.yicheng.congress.pages;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Finds a session and asks whether the caller may do this in its congress. */
@Component
class SessionScope {

    private final Sessions sessions;

    SessionScope(Sessions sessions) {
        this.sessions = sessions;
    }

    Session session(String id, Permission permission) {
        Session session = sessions.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("congress.session.unknown", "value", id)));
        body(session.body(), permission);
        return session;
    }

    void body(String body, Permission permission) {
        if (!Caller.current().mayIn(body, permission)) {
            throw new AccessDeniedException(permission + " in " + body);
        }
    }
}
