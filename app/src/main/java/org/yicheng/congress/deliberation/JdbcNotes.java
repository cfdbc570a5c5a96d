package org.yicheng.congress.deliberation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Notes in PostgreSQL: the row as it stands, and every version beside it. */
@Component
class JdbcNotes implements Notes {

    private final JdbcClient jdbc;
    private final NoteRows rows;
    private final NoteForm form;
    private final Sittings sittings;
    private final Bodies bodies;
    private final ReferredTopics referred;
    private final Delegations delegations;
    private final Deeds deeds;
    private final Clock clock;

    JdbcNotes(
            JdbcClient jdbc,
            NoteRows rows,
            NoteForm form,
            Sittings sittings,
            Bodies bodies,
            ReferredTopics referred,
            Delegations delegations,
            Deeds deeds,
            Clock clock) {
        this.referred = referred;
        this.delegations = delegations;
        this.jdbc = jdbc;
        this.rows = rows;
        this.form = form;
        this.sittings = sittings;
        this.bodies = bodies;
        this.deeds = deeds;
        this.clock = clock;
    }

    /** The meeting's row is locked: places have no gaps, and nothing comes in while the notes are handed on. */
    private void lock(String sitting) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:what))")
                .param("what", "congress.notes:" + sitting)
                .query((_, _) -> sitting)
                .single();
    }

    @Override
    @Transactional
    public Ruling<Note> save(String sitting, Typed typed) {
        Optional<Sitting> held =
                sittings.byId(sitting).filter(found -> found.subject().startsWith(Delegations.subject("")));
        return held.map(found -> store(found, typed, false)).orElseGet(() -> unknown(sitting));
    }

    private static Ruling<Note> unknown(String sitting) {
        return Ruling.refused(Refusal.plain("assembly.sitting.unknown", "value", sitting));
    }

    @Override
    @Transactional
    public Ruling<Note> send(String sitting, Typed typed) {
        Optional<Sitting> held =
                sittings.byId(sitting).filter(found -> found.subject().startsWith(Delegations.subject("")));
        if (held.isEmpty()) {
            return unknown(sitting);
        }
        Optional<Member> self = Caller.current()
                .person()
                .flatMap(person -> bodies.memberOf(held.get().body(), person))
                .filter(member -> member.status() == Member.MandateStatus.IN_OFFICE);
        return self.map(member -> store(held.get(), typed.by(member.number()), true))
                .orElseGet(() -> Ruling.refused(Refusal.by(
                        Deeds.NOTES,
                        "congress.not-of-this-meeting",
                        "sitting",
                        held.get().name())));
    }

    /** @param own whether the speaker sends it */
    private Ruling<Note> store(Sitting held, Typed typed, boolean own) {
        String sitting = held.id();
        lock(sitting);
        Optional<Note> before = byId(typed.id());
        if (before.filter(note -> !note.sitting().equals(sitting)).isPresent()) {
            return Ruling.refused(Refusal.at("id", "congress.note-elsewhere", "value", typed.id()));
        }
        NoteForm.Read read = form.read(held, typed);
        Optional<Note> same = before.filter(note -> read.reasons().isEmpty() && read.says(note));
        if (same.isPresent()) {
            return Ruling.granted(same.get());
        }
        List<Refusal> reasons = new ArrayList<>(read.reasons());
        before.flatMap(note -> stale(note, typed.version())).ifPresent(reasons::addFirst);
        if (before.isEmpty() && typed.version() != 0) {
            reasons.add(Refusal.plain("congress.note.unknown", "value", typed.id()));
        }
        reasons.addAll(closed(held));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        int version = typed.version() + 1;
        String session = NoteForm.session(held);
        int listed =
                read.about().item().map(item -> referred.list(session, item)).orElse(0);
        if (before.isEmpty()) {
            insert(held, typed, read);
        } else {
            update(typed, read, version);
        }
        if (own) {
            jdbc.sql("update congress.note set confirmed = version where id = :id")
                    .param("id", typed.id())
                    .update();
        }
        rows.keep(typed.id(), own ? "SENT_BY_SPEAKER" : "TYPED");
        if (listed > 0) {
            deeds.write(
                    own ? Permission.DELEGATION_READ : Permission.NOTES_TAKE,
                    Deeds.TOPICS,
                    "congress.topics.list",
                    "congress-session:" + session,
                    "items",
                    listed);
        }
        deeds.write(
                own ? Permission.DELEGATION_READ : Permission.NOTES_TAKE,
                Deeds.NOTES,
                own ? "congress.note.send" : "congress.note.save",
                "sitting:" + sitting,
                "note",
                typed.id(),
                "version",
                version);
        return byId(typed.id()).map(Ruling::granted).orElseThrow();
    }

    /** Somebody else changed it since: what stands there now is said, so that nothing is written over unseen. */
    private static Optional<Refusal> stale(Note note, int seen) {
        return note.version() == seen && !note.withdrawn()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        Deeds.NOTES,
                        "congress.note-stale",
                        "seen",
                        seen,
                        "version",
                        note.version(),
                        "words",
                        note.words()));
    }

    private List<Refusal> closed(Sitting sitting) {
        List<Refusal> reasons = new ArrayList<>();
        if (sitting.openedAt().isEmpty()) {
            reasons.add(Refusal.by(Deeds.NOTES, "congress.meeting-not-opened", "sitting", sitting.name()));
        }
        if (handing(sitting.id()).isPresent()) {
            reasons.add(Refusal.by(Deeds.NOTES, "congress.notes-handed", "sitting", sitting.name()));
        }
        if (rows.count(sitting.id()) >= MOST_NOTES) {
            reasons.add(Refusal.by(Deeds.NOTES, "congress.notes-count", "most", MOST_NOTES));
        }
        return reasons;
    }

    private void insert(Sitting sitting, Typed typed, NoteForm.Read read) {
        Body body = bodies.byId(sitting.body()).orElseThrow();
        String delegation =
                body.kind() == Body.Kind.DELEGATION_GROUP ? body.parent().orElseThrow() : body.id();
        statement("""
                        insert into congress.note (id, session, sitting, body, delegation, place, speaker, guest, item, text_version,
                                                   topic, paragraph, kind, words, wording, version, changed_at, changed_by)
                        select :id, :session, :sitting, :body, :delegation, coalesce(max(place), 0) + 1, :speaker, :guest, :item,
                               :text_version, :topic, :paragraph, :kind, :words, :wording, 1, :at, :by
                          from congress.note where sitting = :sitting
                        """, typed, read)
                .param("session", NoteForm.session(sitting))
                .param("sitting", sitting.id())
                .param("body", sitting.body())
                .param("delegation", delegation)
                .update();
    }

    private void update(Typed typed, NoteForm.Read read, int version) {
        statement("""
                        update congress.note
                           set speaker = :speaker, guest = :guest, item = :item, text_version = :text_version, topic = :topic,
                               paragraph = :paragraph, kind = :kind, words = :words, wording = :wording, version = :version,
                               changed_at = :at, changed_by = :by
                         where id = :id
                        """, typed, read).param("version", version).update();
    }

    private JdbcClient.StatementSpec statement(String sql, Typed typed, NoteForm.Read read) {
        return jdbc.sql(sql)
                .param("id", typed.id())
                .param("speaker", read.speaker().map(Member::number).orElse(""))
                .param("guest", read.guest())
                .param("item", read.about().item().orElse(null))
                .param("text_version", read.about().textVersion().orElse(null))
                .param("topic", read.about().topic())
                .param("paragraph", read.about().paragraph().orElse(null))
                .param("kind", typed.kind().name())
                .param("words", read.words())
                .param("wording", read.wording())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", Caller.current().actor());
    }

    @Override
    @Transactional
    public Ruling<Note> withdraw(UUID id, int version) {
        Optional<Note> found = byId(id);
        if (found.isEmpty()) {
            return Ruling.refused(Refusal.plain("congress.note.unknown", "value", id));
        }
        lock(found.get().sitting());
        Note note = byId(id).orElseThrow();
        Sitting sitting = sittings.byId(note.sitting()).orElseThrow();
        List<Refusal> reasons = new ArrayList<>();
        stale(note, version).ifPresent(reasons::add);
        reasons.addAll(closed(sitting));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        jdbc.sql("""
                        update congress.note set withdrawn = true, version = version + 1, changed_at = :at, changed_by = :by
                         where id = :id
                        """)
                .param("id", id)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", Caller.current().actor())
                .update();
        return changed(id, "WITHDRAWN", Permission.NOTES_TAKE, "congress.note.withdraw");
    }

    private Ruling<Note> changed(UUID id, String way, Permission as, String verb) {
        rows.keep(id, way);
        Note note = byId(id).orElseThrow();
        deeds.write(as, Deeds.NOTES, verb, "sitting:" + note.sitting(), "note", id, "version", note.version());
        return Ruling.granted(note);
    }

    @Override
    @Transactional
    public Ruling<Note> confirm(UUID id, int version) {
        Optional<Note> found = byId(id);
        if (found.isEmpty()) {
            return Ruling.refused(Refusal.plain("congress.note.unknown", "value", id));
        }
        lock(found.get().sitting());
        Note note = byId(id).orElseThrow();
        List<Refusal> reasons = new ArrayList<>(notTheirs(note));
        stale(note, version).ifPresent(reasons::add);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        jdbc.sql("update congress.note set confirmed = version where id = :id")
                .param("id", id)
                .update();
        deeds.write(
                Permission.DELEGATION_READ,
                Deeds.NOTES,
                "congress.note.confirm",
                "sitting:" + note.sitting(),
                "note",
                id,
                "version",
                version);
        return Ruling.granted(byId(id).orElseThrow());
    }

    /** Only the speaker says whether the words are right. */
    private List<Refusal> notTheirs(Note note) {
        String congress = bodies.byId(note.delegation()).flatMap(Body::parent).orElse("");
        boolean own = Caller.current()
                .person()
                .flatMap(person -> bodies.memberOf(congress, person))
                .filter(member -> member.number().equals(note.speaker().number()))
                .isPresent();
        return own ? List.of() : List.of(Refusal.by(Deeds.NOTES, "congress.not-your-words"));
    }

    @Override
    @Transactional
    public Ruling<Note> correct(UUID id, int version, String words, String wording) {
        Optional<Note> found = byId(id);
        if (found.isEmpty()) {
            return Ruling.refused(Refusal.plain("congress.note.unknown", "value", id));
        }
        lock(found.get().sitting());
        Note note = byId(id).orElseThrow();
        List<Refusal> reasons = new ArrayList<>(notTheirs(note));
        stale(note, version).ifPresent(reasons::add);
        rows.publishedIn(id)
                .ifPresent(number -> reasons.add(Refusal.by(Deeds.NOTES, "congress.note-published", "number", number)));
        reasons.addAll(NoteForm.wordFaults(note.kind(), words, wording));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        jdbc.sql("""
                        update congress.note set words = :words, wording = :wording, version = version + 1, confirmed = version + 1,
                               changed_at = :at, changed_by = :by
                         where id = :id
                        """)
                .param("id", id)
                .param("words", words.strip())
                .param("wording", wording.strip())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", Caller.current().actor())
                .update();
        return changed(id, "CORRECTED_BY_SPEAKER", Permission.DELEGATION_READ, "congress.note.correct");
    }

    @Override
    public Optional<Note> byId(UUID note) {
        return rows.where("n.id = :id", "id", note).stream().findFirst();
    }

    @Override
    public java.util.Map<UUID, Note> byIds(List<UUID> ids) {
        java.util.Map<UUID, Note> found = new java.util.HashMap<>();
        rows.where("n.id = any(:ids)", "ids", ids.toArray(UUID[]::new)).forEach(note -> found.put(note.id(), note));
        return found;
    }

    @Override
    public List<Note> ofSitting(String sitting) {
        return rows.where("n.sitting = :sitting and not n.withdrawn order by n.place", "sitting", sitting);
    }

    @Override
    public List<Sitting> openTo(String session, UUID person) {
        List<String> own = delegations.ofPerson(session, person).stream()
                .map(Delegations.Delegation::body)
                .toList();
        return delegations.sittings(session).stream()
                .filter(sitting -> own.contains(sitting.body())
                        && sitting.openedAt().isPresent()
                        && handing(sitting.id()).isEmpty())
                .sorted(Comparator.comparing(Sitting::plannedAt).reversed())
                .toList();
    }

    @Override
    public List<Note> ofSpeaker(String session, UUID person) {
        return rows.ofSpeaker(session, person);
    }

    @Override
    public List<Note> handed(String session, String delegation, String item, String kind) {
        return rows.handed(session, delegation, item, kind);
    }

    @Override
    public List<Version> history(UUID note) {
        return rows.history(note);
    }

    @Override
    @Transactional
    public Ruling<Handing> hand(String sitting) {
        Optional<Sitting> held =
                sittings.byId(sitting).filter(found -> found.subject().startsWith(Delegations.subject("")));
        if (held.isEmpty()) {
            return Ruling.refused(Refusal.plain("assembly.sitting.unknown", "value", sitting));
        }
        lock(sitting);
        int notes = ofSitting(sitting).size();
        List<Refusal> reasons = new ArrayList<>();
        if (handing(sitting).isPresent()) {
            reasons.add(Refusal.by(
                    Deeds.NOTES, "congress.notes-handed", "sitting", held.get().name()));
        }
        if (held.get().closedAt().isEmpty()) {
            reasons.add(Refusal.by(
                    Deeds.NOTES,
                    "congress.meeting-not-closed",
                    "sitting",
                    held.get().name()));
        }
        if (notes == 0) {
            reasons.add(Refusal.by(
                    Deeds.NOTES, "congress.notes-none", "sitting", held.get().name()));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        jdbc.sql("""
                        insert into congress.note_handing (sitting, session, body, notes, at, actor)
                        values (:sitting, :session, :body, :notes, :at, :actor)
                        """)
                .param("sitting", sitting)
                .param(
                        "session",
                        held.get().subject().substring(Delegations.subject("").length()))
                .param("body", held.get().body())
                .param("notes", notes)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", Caller.current().actor())
                .update();
        deeds.write(Permission.NOTES_HAND, Deeds.HEADS, "congress.notes.hand", "sitting:" + sitting, "notes", notes);
        return Ruling.granted(handing(sitting).orElseThrow());
    }

    @Override
    public Optional<Handing> handing(String sitting) {
        return jdbc.sql("select * from congress.note_handing where sitting = :sitting")
                .param("sitting", sitting)
                .query((row, _) -> new Handing(
                        sitting,
                        row.getString("body"),
                        row.getInt("notes"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Override
    public List<Handing> handings(String session) {
        return jdbc.sql("select * from congress.note_handing where session = :session order by at desc, sitting")
                .param("session", session)
                .query((row, _) -> new Handing(
                        row.getString("sitting"),
                        row.getString("body"),
                        row.getInt("notes"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
