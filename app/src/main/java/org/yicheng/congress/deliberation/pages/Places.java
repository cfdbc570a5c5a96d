package org.yicheng.congress.deliberation.pages;

import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.congress.deliberation.Delegations;
import org.yicheng.congress.deliberation.Delegations.Delegation;
import org.yicheng.congress.deliberation.Notes;
import org.yicheng.congress.deliberation.Notes.Note;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/**
 * Finds what an address names and asks whether the caller may do this there. A role in a delegation covers its groups;
 * a role in the congress covers all, except that a deputy reads the notes of the own delegation only, and the
 * secretariat those that were handed in.
 */
@Component
class Places {

    private final Sessions sessions;
    private final Sittings sittings;
    private final Delegations delegations;
    private final Notes notes;

    Places(Sessions sessions, Sittings sittings, Delegations delegations, Notes notes) {
        this.sessions = sessions;
        this.sittings = sittings;
        this.delegations = delegations;
        this.notes = notes;
    }

    /** A meeting with its delegation or group. */
    record Meeting(Session session, Delegation delegation, Sitting sitting) {
        String path() {
            return "/sessions/" + session.id() + "/delegations/" + delegation.key() + "/meetings/" + sitting.number();
        }
    }

    Session known(String id) {
        return sessions.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("congress.session.unknown", "value", id)));
    }

    Session session(String id, Permission permission) {
        Session session = known(id);
        if (!Caller.current().mayIn(session.body(), permission)) {
            throw refused(permission, session.body());
        }
        return session;
    }

    /** The session for somebody who belongs to it, if only to one of its delegations. */
    Session member(String id) {
        Session session = known(id);
        if (!belongs(session)) {
            throw refused(Permission.DELEGATION_READ, session.body());
        }
        return session;
    }

    /** The newest session that the caller belongs to. */
    Optional<Session> newest() {
        return sessions.all().stream().filter(this::belongs).findFirst();
    }

    private boolean belongs(Session session) {
        return Caller.current().mayIn(session.body(), Permission.DELEGATION_READ)
                || delegations.of(session.id()).stream()
                        .anyMatch(one -> mayIn(one, Permission.DELEGATION_READ)
                                || one.groups().stream().anyMatch(group -> mayIn(group, Permission.DELEGATION_READ)));
    }

    private static boolean mayIn(Delegation delegation, Permission permission) {
        Caller caller = Caller.current();
        return caller.mayIn(delegation.body(), permission) || caller.mayIn(delegation.delegation(), permission);
    }

    boolean may(Session session, Delegation delegation, Permission permission) {
        Permission above = permission == Permission.DELEGATION_READ ? Permission.BULLETIN_EDIT : permission;
        return mayIn(delegation, permission) || Caller.current().mayIn(session.body(), above);
    }

    Delegation delegation(Session session, String key, Permission permission) {
        Optional<Delegation> found = delegations.byKey(session.id(), key);
        if (found.isEmpty()) {
            throw new RefusedException(Refusal.plain("congress.delegation.unknown", "value", key));
        }
        if (!may(session, found.get(), permission)) {
            throw refused(permission, found.get().body());
        }
        return found.get();
    }

    Meeting meeting(String id, String key, int number, Permission permission) {
        Session session = known(id);
        Delegation delegation = delegation(session, key, permission);
        String sitting = id + "-" + key + "-" + number;
        return sittings.byId(sitting)
                .filter(found -> found.subject().equals(Delegations.subject(id)))
                .map(found -> new Meeting(session, delegation, found))
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.sitting.unknown", "value", sitting)));
    }

    /** The id of a meeting of the session's delegations; else empty, which is refused as unknown. */
    String sitting(Session session, String id) {
        return sittings.byId(id)
                .filter(found -> found.subject().equals(Delegations.subject(session.id())))
                .map(Sitting::id)
                .orElse("");
    }

    /** The meeting of a note; a speaker comes to the own words also where they were a guest of another delegation. */
    Meeting meeting(Note note, Permission permission) {
        Session session = known(note.session());
        Delegation delegation = delegations
                .byKey(note.session(), note.body().substring(session.body().length() + 1))
                .orElseThrow();
        boolean reads = permission == Permission.DELEGATION_READ && own(note);
        if (!reads && !may(session, delegation, permission)) {
            throw refused(permission, delegation.body());
        }
        return new Meeting(session, delegation, sittings.byId(note.sitting()).orElseThrow());
    }

    /** Whether these are the caller's own words. */
    boolean own(Note note) {
        return Caller.current()
                .person()
                .filter(person -> notes.ofSpeaker(note.session(), person).stream()
                        .anyMatch(one -> one.id().equals(note.id())))
                .isPresent();
    }

    /** Whether the notes may be read: in the delegation at once, by the secretariat once they were handed in. */
    boolean readable(Meeting meeting) {
        return mayIn(meeting.delegation(), Permission.DELEGATION_READ)
                || (Caller.current().mayIn(meeting.session().body(), Permission.BULLETIN_EDIT)
                        && notes.handing(meeting.sitting().id()).isPresent());
    }

    /** A note that the caller may read; {@code permission} is what is asked of the caller in its delegation. */
    Note note(String session, String id, Permission permission) {
        known(session);
        Note note = uuid(id).flatMap(notes::byId)
                .filter(found -> found.session().equals(session))
                .orElseThrow(() -> new RefusedException(Refusal.plain("congress.note.unknown", "value", id)));
        Meeting meeting = meeting(note, permission);
        if (!readable(meeting) && !own(note)) {
            throw refused(permission, note.body());
        }
        return note;
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static AccessDeniedException refused(Permission permission, String body) {
        return new AccessDeniedException(permission + " in " + body);
    }
}
