package org.yicheng.congress.deliberation.pages;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yicheng.congress.Session;
import org.yicheng.congress.deliberation.Bulletins;
import org.yicheng.congress.deliberation.Bulletins.Bulletin;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Who reads which bulletin and the digest: editors all; deputies and the presidium what was published to them. */
@Component
class Readership {

    private final Bulletins bulletins;
    private final Places places;

    Readership(Bulletins bulletins, Places places) {
        this.bulletins = bulletins;
        this.places = places;
    }

    static boolean edits(Session session) {
        return Caller.current().mayIn(session.body(), Permission.BULLETIN_EDIT);
    }

    static boolean approves(Session session) {
        return Caller.current().mayIn(session.body(), Permission.BULLETIN_APPROVE);
    }

    /** Whether the caller sits in the presidium. */
    static boolean presides(Session session) {
        return session.presidium()
                .filter(body -> Caller.current().mayIn(body, Permission.MEMBER_DOCUMENTS))
                .isPresent();
    }

    static boolean reads(Session session, Bulletin bulletin) {
        if (edits(session)) {
            return true;
        }
        return bulletin.state() == Bulletins.State.PUBLISHED
                && switch (bulletin.reach()) {
                    case DEPUTIES -> Caller.current().mayIn(session.body(), Permission.MEMBER_DOCUMENTS);
                    case PRESIDIUM -> presides(session);
                    case SECRETARIAT -> false;
                };
    }

    List<Bulletin> of(Session session) {
        return bulletins.of(session.id()).stream()
                .filter(bulletin -> reads(session, bulletin))
                .toList();
    }

    Bulletin bulletin(Session session, String id) {
        Optional<Bulletin> found = Places.uuid(id)
                .flatMap(bulletins::byId)
                .filter(one -> one.session().equals(session.id()));
        Bulletin bulletin =
                found.orElseThrow(() -> new RefusedException(Refusal.plain("congress.bulletin.unknown", "value", id)));
        if (!reads(session, bulletin)) {
            throw Places.refused(Permission.BULLETIN_EDIT, session.body());
        }
        return bulletin;
    }

    /** A session's documents: for members of the congress. */
    Session documents(String id) {
        return places.session(id, Permission.MEMBER_DOCUMENTS);
    }

    /** The digest: for the presidium, the secretary-general and the secretariat. */
    Session digest(String id) {
        Session session = places.known(id);
        if (!edits(session) && !presides(session)) {
            throw Places.refused(Permission.MEMBER_DOCUMENTS, session.body());
        }
        return session;
    }
}
