package org.yicheng.congress.deliberation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.congress.deliberation.Notes.About;
import org.yicheng.congress.deliberation.Notes.Kind;
import org.yicheng.congress.deliberation.Notes.Note;
import org.yicheng.congress.deliberation.Notes.Speaker;
import org.yicheng.congress.deliberation.Notes.Version;

/** The rows of notes and their versions, with the speakers' names. */
@Component
class NoteRows {

    private static final String NOTES = """
            select n.*, coalesce(d.title, n.topic) as subject
              from congress.note n left join congress.deliberated d on d.id = n.item
             where\s""";

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final Sessions sessions;

    NoteRows(JdbcClient jdbc, Bodies bodies, Sessions sessions) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.sessions = sessions;
    }

    List<Note> where(String condition, String name, Object value) {
        return named(jdbc.sql(NOTES + condition)
                .param(name, value)
                .query(NoteRows::row)
                .list());
    }

    List<Note> ofSpeaker(String session, UUID person) {
        Optional<Member> member =
                sessions.byId(session).map(Session::body).flatMap(body -> bodies.memberOf(body, person));
        return member.map(one -> named(jdbc.sql(
                                NOTES
                                        + "n.session = :session and n.speaker = :speaker and not n.withdrawn order by n.changed_at desc, n.id")
                        .param("session", session)
                        .param("speaker", one.number())
                        .query(NoteRows::row)
                        .list()))
                .orElse(List.of());
    }

    List<Note> handed(String session, String delegation, String item, String kind) {
        return named(jdbc.sql(NOTES + """
                        n.session = :session and not n.withdrawn
                           and n.sitting in (select sitting from congress.note_handing)
                           and (:delegation = '' or n.delegation = :delegation)
                           and (:item = '' or n.item::text = :item) and (:kind = '' or n.kind = :kind)
                         order by n.delegation, n.sitting, n.place
                        """)
                .param("session", session)
                .param("delegation", delegation)
                .param("item", item)
                .param("kind", kind)
                .query(NoteRows::row)
                .list());
    }

    /** On what a service referred, by delegation, without what was withdrawn. */
    List<Note> onSubject(String subject) {
        return where(
                "d.subject = :subject and d.subject <> '' and not n.withdrawn order by n.session, n.delegation, n.sitting, n.place",
                "subject",
                subject);
    }

    private static Note row(ResultSet row, int at) throws SQLException {
        String number = row.getString("speaker");
        return new Note(
                row.getObject("id", UUID.class),
                row.getString("session"),
                row.getString("sitting"),
                row.getString("body"),
                row.getString("delegation"),
                row.getInt("place"),
                new Speaker(number, number.isEmpty() ? row.getString("guest") : number, "", false),
                new About(
                        Optional.ofNullable(row.getObject("item", UUID.class)),
                        row.getString("topic"),
                        Optional.ofNullable(row.getObject("text_version", Integer.class)),
                        Optional.ofNullable(row.getObject("paragraph", Integer.class))),
                row.getString("subject"),
                Kind.valueOf(row.getString("kind")),
                row.getString("words"),
                row.getString("wording"),
                row.getBoolean("withdrawn"),
                row.getInt("version"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("confirmed", Integer.class)));
    }

    /** Puts the names to the numbers, each congress's roster read once. */
    private List<Note> named(List<Note> notes) {
        Map<String, Map<String, Member>> rosters = new HashMap<>();
        return notes.stream()
                .map(note -> {
                    if (!note.speaker().member()) {
                        return note;
                    }
                    String congress =
                            sessions.byId(note.session()).orElseThrow().body();
                    Member member = rosters.computeIfAbsent(congress, this::roster)
                            .get(note.speaker().number());
                    return member == null ? note : spokenBy(note, member);
                })
                .toList();
    }

    private Map<String, Member> roster(String congress) {
        Map<String, Member> roster = new HashMap<>();
        bodies.membersOf(congress).forEach(member -> roster.put(member.number(), member));
        return roster;
    }

    private static Note spokenBy(Note note, Member member) {
        return new Note(
                note.id(),
                note.session(),
                note.sitting(),
                note.body(),
                note.delegation(),
                note.place(),
                new Speaker(member.number(), member.name(), member.groupName(), member.demo()),
                note.about(),
                note.subject(),
                note.kind(),
                note.words(),
                note.wording(),
                note.withdrawn(),
                note.version(),
                note.changedAt(),
                note.confirmed());
    }

    int count(String sitting) {
        return jdbc.sql("select count(*) from congress.note where sitting = :sitting")
                .param("sitting", sitting)
                .query(Integer.class)
                .single();
    }

    /** Copies the row as it stands now among its versions. */
    void keep(UUID note, String way) {
        jdbc.sql("""
                        insert into congress.note_version (note, version, way, who, kind, words, wording, changed_at, changed_by)
                        select id, version, :way, case speaker when '' then guest else speaker end, kind, words, wording,
                               changed_at, changed_by
                          from congress.note where id = :note
                        """).param("note", note).param("way", way).update();
    }

    List<Version> history(UUID note) {
        return jdbc.sql("select * from congress.note_version where note = :note order by version")
                .param("note", note)
                .query((row, _) -> new Version(
                        row.getInt("version"),
                        row.getString("way"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("words"),
                        row.getString("wording"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("changed_by")))
                .list();
    }

    /** The number of a published bulletin that prints the note. */
    Optional<Integer> publishedIn(UUID note) {
        return jdbc.sql("""
                        select min(b.number) from congress.excerpt e join congress.bulletin b on b.id = e.bulletin
                         where e.note = :note and b.state = 'PUBLISHED'
                        """)
                .param("note", note)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, Integer.class)))
                .single();
    }
}
