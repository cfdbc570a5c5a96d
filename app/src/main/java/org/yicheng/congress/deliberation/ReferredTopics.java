package org.yicheng.congress.deliberation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Topics;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.congress.deliberation.Drafts.Draft;

/**
 * What services referred to a session's deputies. It is offered as it stands there, and all of it is listed among the
 * session's items, in its order, when the first remark on one of it is noted.
 */
@Component
class ReferredTopics {

    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final ObjectProvider<Topics> topics;

    ReferredTopics(JdbcClient jdbc, Sessions sessions, ObjectProvider<Topics> topics) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.topics = topics;
    }

    /** Numbers of items have no gaps. */
    void lock(String session) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:what))")
                .param("what", "congress.deliberated:" + session)
                .query((_, _) -> session)
                .single();
    }

    List<Draft> unlisted(String id) {
        Optional<Session> session = sessions.byId(id);
        if (session.isEmpty()) {
            return List.of();
        }
        List<String> listed = jdbc.sql("select subject from congress.deliberated where session = :session")
                .param("session", id)
                .query((row, _) -> row.getString("subject"))
                .list();
        return topics.orderedStream()
                .flatMap(source -> source.of(session.get().body(), session.get().subject()).stream())
                .filter(topic -> !listed.contains(topic.subject()))
                .map(topic -> new Draft(
                        idOf(id, topic.subject()),
                        id,
                        0,
                        Drafts.Kind.AGENDA_ITEM,
                        topic.title(),
                        0,
                        topic.subject(),
                        topic.sort()))
                .toList();
    }

    /** Known before it is listed, so that a form can name it. */
    private static UUID idOf(String session, String subject) {
        return UUID.nameUUIDFromBytes((session + "|" + subject).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Lists what is referred and unlisted if {@code item} is one of it.
     *
     * @return how many were listed
     */
    int list(String session, UUID item) {
        if (unlisted(session).stream().noneMatch(one -> one.id().equals(item))) {
            return 0;
        }
        lock(session);
        List<Draft> found = unlisted(session);
        found.forEach(this::insert);
        return found.size();
    }

    private void insert(Draft draft) {
        jdbc.sql("""
                        insert into congress.deliberated (id, session, number, kind, title, subject, sort)
                        select :id, :session, coalesce(max(number), 0) + 1, :kind, :title, :subject, :sort
                          from congress.deliberated where session = :session
                        """)
                .param("id", draft.id())
                .param("session", draft.session())
                .param("kind", draft.kind().name())
                .param("title", draft.title())
                .param("subject", draft.subject())
                .param("sort", draft.sort())
                .update();
    }
}
