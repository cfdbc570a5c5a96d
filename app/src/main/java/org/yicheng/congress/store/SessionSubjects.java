package org.yicheng.congress.store;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.library.Subjects;

/** The sessions of a congress, for the documents that belong to one. */
@Component
class SessionSubjects implements Subjects {

    private final Sessions sessions;

    SessionSubjects(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public List<Subject> of(String body) {
        return sessions.all().stream()
                .filter(session -> session.body().equals(body))
                .map(SessionSubjects::subject)
                .toList();
    }

    private static Subject subject(Session session) {
        return new Subject(session.subject(), session.shortName(), session.name());
    }
}
