package org.yicheng.library.pages;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.library.Documents;
import org.yicheng.library.Subjects;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Finds a document or a body for the secretariat and asks whether the caller may work on its documents. */
@Component
class LibraryScope {

    private final Documents documents;
    private final Bodies bodies;
    private final ObjectProvider<Subjects> subjects;

    LibraryScope(Documents documents, Bodies bodies, ObjectProvider<Subjects> subjects) {
        this.documents = documents;
        this.bodies = bodies;
        this.subjects = subjects;
    }

    Body body(String id) {
        may(id);
        return bodies.byId(id).orElseThrow(() -> unknown("library.body.unknown", id));
    }

    /** Not there and not one's own look the same. */
    Documents.Held document(UUID id) {
        return documents
                .byId(id)
                .filter(held -> Caller.current().mayIn(held.document().body(), Permission.DOCUMENT_PUBLISH))
                .orElseThrow(() -> unknown("library.document.unknown", id));
    }

    private static void may(String body) {
        if (!Caller.current().mayIn(body, Permission.DOCUMENT_PUBLISH)) {
            throw new AccessDeniedException("documents of " + body);
        }
    }

    private static RefusedException unknown(String code, Object value) {
        return new RefusedException(Refusal.plain(code, "value", value));
    }

    /** What documents of a body can belong to. */
    List<Subjects.Subject> subjects(String body) {
        return subjects.orderedStream()
                .flatMap(source -> source.of(body).stream())
                .toList();
    }

    /** The name of what a document belongs to: its session, else its body. */
    Bilingual subjectName(String body, String subject) {
        return subjects(body).stream()
                .filter(one -> one.id().equals(subject))
                .findFirst()
                .map(Subjects.Subject::name)
                .or(() -> bodies.byId(body).map(Body::name))
                .orElse(new Bilingual("", ""));
    }

    /** The bodies whose documents the caller works on. */
    List<Body> own() {
        return Caller.current().grants().stream()
                .map(Caller.Grant::scope)
                .distinct()
                .filter(scope -> Caller.current().mayIn(scope, Permission.DOCUMENT_PUBLISH))
                .map(bodies::byId)
                .map(found -> found.orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The bodies a body gives documents to beside itself: those that belong to it. */
    List<Body> children(String body) {
        return bodies.childrenOf(body);
    }

    Optional<Body> named(String body) {
        return bodies.byId(body);
    }
}
