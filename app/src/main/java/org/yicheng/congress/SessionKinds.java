package org.yicheng.congress;

import java.util.List;

/** The kinds of sessions that ship with the product. */
public interface SessionKinds {

    /** In the order of their files. */
    List<SessionKind> all();

    /** @throws IllegalArgumentException if there is none with this id */
    SessionKind byId(String id);

    boolean knows(String id);

    default SessionKind of(Session session) {
        return byId(session.kind());
    }
}
