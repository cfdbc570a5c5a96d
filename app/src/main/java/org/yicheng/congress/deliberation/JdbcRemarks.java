package org.yicheng.congress.deliberation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Remarks;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.congress.deliberation.Notes.Note;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;

/** What the delegations' notes say on a subject, as far as the caller may read them. */
@Component
class JdbcRemarks implements Remarks {

    private final JdbcClient jdbc;
    private final NoteRows rows;
    private final Sessions sessions;
    private final Bodies bodies;

    JdbcRemarks(JdbcClient jdbc, NoteRows rows, Sessions sessions, Bodies bodies) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.sessions = sessions;
        this.bodies = bodies;
    }

    @Override
    public List<Remark> on(String subject) {
        List<Note> notes = readable(rows.onSubject(subject));
        Map<String, String> names = new HashMap<>();
        for (Note note : notes) {
            names.computeIfAbsent(
                    note.delegation(),
                    body -> bodies.byId(body).map(found -> found.name().zh()).orElse(""));
        }
        return notes.stream()
                .map(note -> remark(note, Optional.ofNullable(names.get(note.delegation()))))
                .toList();
    }

    private static Remark remark(Note note, Optional<String> delegation) {
        return new Remark(
                delegation.orElse(""),
                note.speaker().name(),
                "deliberation.kind-" + note.kind(),
                note.words(),
                note.wording(),
                "/sessions/" + note.session() + "/notes/" + note.id(),
                note.speaker().demo());
    }

    /** As {@code Places} and the digest have it: one's own delegation at once, all that was handed in to those it is for. */
    private List<Note> readable(List<Note> notes) {
        Set<String> handed = Set.copyOf(jdbc.sql(
                        "select sitting from congress.note_handing where sitting = any(:sittings)")
                .param("sittings", notes.stream().map(Note::sitting).distinct().toArray(String[]::new))
                .query((row, _) -> row.getString("sitting"))
                .list());
        Map<String, Boolean> all = notes.stream()
                .map(Note::session)
                .distinct()
                .collect(Collectors.toMap(session -> session, this::readsDigest));
        return notes.stream()
                .filter(note -> ownDelegation(note)
                        || (handed.contains(note.sitting()) && all.getOrDefault(note.session(), false)))
                .toList();
    }

    private static boolean ownDelegation(Note note) {
        Caller caller = Caller.current();
        return caller.mayIn(note.body(), Permission.DELEGATION_READ)
                || caller.mayIn(note.delegation(), Permission.DELEGATION_READ);
    }

    /** Whether the digest of a session's opinions is for the caller: its secretariat and its presidium. */
    private boolean readsDigest(String id) {
        Session session = sessions.byId(id).orElseThrow();
        Caller caller = Caller.current();
        return caller.mayIn(session.body(), Permission.BULLETIN_EDIT)
                || session.presidium()
                        .filter(body -> caller.mayIn(body, Permission.MEMBER_DOCUMENTS))
                        .isPresent();
    }

    @Override
    public Map<String, Tally> tallies(Collection<String> subjects) {
        Map<String, Tally> found = new HashMap<>();
        jdbc.sql("""
                        select d.subject, count(*) as remarks, count(distinct n.delegation) as delegations
                          from congress.note n
                          join congress.deliberated d on d.id = n.item
                          join congress.note_handing h on h.sitting = n.sitting
                         where d.subject = any(:subjects) and not n.withdrawn
                         group by d.subject
                        """)
                .param("subjects", subjects.toArray(String[]::new))
                .query((row, _) -> Map.entry(
                        row.getString("subject"), new Tally(row.getInt("remarks"), row.getInt("delegations"))))
                .list()
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }
}
