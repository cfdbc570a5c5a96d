package org.yicheng.congress.deliberation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.congress.Sessions;
import org.yicheng.congress.deliberation.Notes.Note;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Bulletins in PostgreSQL; each change locks its bulletin. */
@Component
class JdbcBulletins implements Bulletins {

    private static final int LONGEST_TITLE = 120;

    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final Delegations delegations;
    private final Drafts drafts;
    private final Notes notes;
    private final Deeds deeds;
    private final Clock clock;

    JdbcBulletins(
            JdbcClient jdbc,
            Sessions sessions,
            Delegations delegations,
            Drafts drafts,
            Notes notes,
            Deeds deeds,
            Clock clock) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.delegations = delegations;
        this.drafts = drafts;
        this.notes = notes;
        this.deeds = deeds;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<Bulletin> create(String session, NewBulletin bulletin) {
        List<Refusal> reasons = new ArrayList<>();
        if (sessions.byId(session).isEmpty()) {
            return Ruling.refused(Refusal.plain("congress.session.unknown", "value", session));
        }
        int length = bulletin.title().strip().length();
        if (length < 1 || length > LONGEST_TITLE) {
            reasons.add(Refusal.at("title", "congress.item-title-length", "value", length, "most", LONGEST_TITLE));
        }
        boolean known = bulletin.basis() == Basis.DELEGATION
                ? delegations.byKey(session, bulletin.about()).isPresent()
                : bulletin.about().isEmpty()
                        || NoteForm.id(bulletin.about()).flatMap(drafts::byId).isPresent();
        if (!known) {
            reasons.add(Refusal.at("about", "congress.bulletin-about", "value", bulletin.about()));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into congress.bulletin (id, session, title, basis, about, reach, state, version, created_at)
                        values (:id, :session, :title, :basis, :about, :reach, 'DRAFT', 1, :at)
                        """)
                .param("id", id)
                .param("session", session)
                .param("title", bulletin.title().strip())
                .param("basis", bulletin.basis().name())
                .param("about", bulletin.about())
                .param("reach", bulletin.reach().name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        act("congress.bulletin.create", id, "reach", bulletin.reach());
        return Ruling.granted(byId(id).orElseThrow());
    }

    private void act(String verb, UUID bulletin, Object... facts) {
        deeds.write(Permission.BULLETIN_EDIT, Deeds.BULLETINS, verb, "bulletin:" + bulletin, facts);
    }

    /** Locks the bulletin, asks whether it is the version seen and still a draft, then changes it. */
    private Ruling<Bulletin> edit(UUID id, int seen, Function<Bulletin, List<Refusal>> change, String verb) {
        Optional<Bulletin> locked = locked(id);
        if (locked.isEmpty()) {
            return Ruling.refused(Refusal.plain("congress.bulletin.unknown", "value", id));
        }
        List<Refusal> reasons = new ArrayList<>(stale(locked.get(), seen));
        reasons.addAll(wrongState(locked.get(), State.DRAFT));
        if (reasons.isEmpty()) {
            reasons.addAll(change.apply(locked.get()));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        jdbc.sql("update congress.bulletin set version = version + 1 where id = :id")
                .param("id", id)
                .update();
        act(verb, id, "version", seen + 1);
        return Ruling.granted(byId(id).orElseThrow());
    }

    private Optional<Bulletin> locked(UUID id) {
        return jdbc.sql("select id from congress.bulletin where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .flatMap(this::byId);
    }

    private static List<Refusal> stale(Bulletin bulletin, int seen) {
        return bulletin.version() == seen
                ? List.of()
                : List.of(Refusal.by(
                        Deeds.NUMBERING, "congress.bulletin-stale", "seen", seen, "version", bulletin.version()));
    }

    private static List<Refusal> wrongState(Bulletin bulletin, State needed) {
        return bulletin.state() == needed
                ? List.of()
                : List.of(Refusal.by(
                        Deeds.NUMBERING,
                        "congress.bulletin-state",
                        "state",
                        Phrase.of("deliberation.state-" + bulletin.state()),
                        "needed",
                        Phrase.of("deliberation.state-" + needed)));
    }

    @Override
    @Transactional
    public Ruling<Bulletin> take(UUID id, int version, List<UUID> chosen) {
        return edit(id, version, bulletin -> takeNotes(bulletin, chosen), "congress.bulletin.take");
    }

    private List<Refusal> takeNotes(Bulletin bulletin, List<UUID> chosen) {
        List<Refusal> reasons = new ArrayList<>();
        List<Note> fresh = new ArrayList<>();
        for (UUID note : chosen.stream().distinct().toList()) {
            Optional<Note> found =
                    notes.byId(note).filter(one -> one.session().equals(bulletin.session()) && !one.withdrawn());
            if (found.isEmpty()) {
                reasons.add(Refusal.plain("congress.note.unknown", "value", note));
            } else if (notes.handing(found.get().sitting()).isEmpty()) {
                reasons.add(Refusal.by(
                        Deeds.NOTES,
                        "congress.note-not-handed",
                        "place",
                        found.get().place()));
            } else if (bulletin.excerpts().stream()
                    .noneMatch(one -> one.source().id().equals(note))) {
                fresh.add(found.get());
            }
        }
        int total = bulletin.excerpts().size() + fresh.size();
        if (chosen.isEmpty() || total > MOST_EXCERPTS) {
            reasons.add(Refusal.at("notes", "congress.excerpt-count", "value", total, "most", MOST_EXCERPTS));
        }
        if (reasons.isEmpty()) {
            fresh.forEach(note -> insert(bulletin.id(), note));
        }
        return reasons;
    }

    private void insert(UUID bulletin, Note note) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into congress.excerpt (id, bulletin, note, note_version, place, words, version)
                        select :id, :bulletin, :note, :noteVersion, coalesce(max(place), 0) + 1, :words, 1
                          from congress.excerpt where bulletin = :bulletin
                        """)
                .param("id", id)
                .param("bulletin", bulletin)
                .param("note", note.id())
                .param("noteVersion", note.version())
                .param("words", note.words())
                .update();
        keep(id);
    }

    private void keep(UUID excerpt) {
        jdbc.sql("""
                        insert into congress.excerpt_version (excerpt, version, words, changed_at, changed_by)
                        select id, version, words, :at, :by from congress.excerpt where id = :id
                        """)
                .param("id", excerpt)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", Caller.current().actor())
                .update();
    }

    @Override
    @Transactional
    public Ruling<Bulletin> abridge(UUID id, int version, UUID excerpt, String words) {
        return edit(
                id,
                version,
                bulletin -> {
                    Optional<Excerpt> found = bulletin.excerpts().stream()
                            .filter(one -> one.id().equals(excerpt))
                            .findFirst();
                    if (found.isEmpty()) {
                        return List.of(Refusal.plain("congress.excerpt.unknown", "value", excerpt));
                    }
                    List<Refusal> reasons = NoteForm.wordFaults(Notes.Kind.OPINION, words, "");
                    if (reasons.isEmpty()) {
                        jdbc.sql("""
                                        update congress.excerpt set words = :words, version = version + 1, note_version = :noteVersion
                                         where id = :id
                                        """)
                                .param("words", words.strip())
                                .param("noteVersion", found.get().source().version())
                                .param("id", excerpt)
                                .update();
                        keep(excerpt);
                    }
                    return reasons;
                },
                "congress.bulletin.abridge");
    }

    @Override
    @Transactional
    public Ruling<Bulletin> leaveOut(UUID id, int version, UUID excerpt) {
        return edit(
                id,
                version,
                _ -> jdbc.sql("delete from congress.excerpt where id = :id and bulletin = :bulletin")
                                        .param("id", excerpt)
                                        .param("bulletin", id)
                                        .update()
                                == 1
                        ? List.of()
                        : List.of(Refusal.plain("congress.excerpt.unknown", "value", excerpt)),
                "congress.bulletin.leave-out");
    }

    @Override
    @Transactional
    public Ruling<Bulletin> move(UUID id, int version, Move move, String because) {
        Optional<Bulletin> locked = locked(id);
        if (locked.isEmpty()) {
            return Ruling.refused(Refusal.plain("congress.bulletin.unknown", "value", id));
        }
        Bulletin bulletin = locked.get();
        List<Refusal> reasons = new ArrayList<>(stale(bulletin, version));
        reasons.addAll(wrongState(bulletin, move.from()));
        if (move.reasoned() && because.isBlank()) {
            reasons.add(Refusal.at("because", "congress.reason-missing"));
        }
        if (move == Move.SEND || move == Move.APPROVE || move == Move.PUBLISH) {
            reasons.addAll(unready(bulletin));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Optional<Integer> number = move == Move.PUBLISH ? Optional.of(next(bulletin.session())) : bulletin.number();
        jdbc.sql("""
                        update congress.bulletin
                           set state = :state, version = version + 1, because = :because, number = :number,
                               approved_by = case when :approves then :name else approved_by end,
                               published_at = case when :publishes then cast(:at as timestamptz) else published_at end
                         where id = :id
                        """)
                .param("state", move.to().name())
                .param("because", because.strip())
                .param("number", number.orElse(null))
                .param("approves", move == Move.APPROVE)
                .param("name", Caller.current().name())
                .param("publishes", move == Move.PUBLISH)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
        deeds.write(
                move.approval() ? Permission.BULLETIN_APPROVE : Permission.BULLETIN_EDIT,
                Deeds.BULLETINS,
                "congress.bulletin."
                        + move.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                "bulletin:" + id,
                "number",
                number.map(String::valueOf).orElse(""),
                "excerpts",
                bulletin.excerpts().size());
        return Ruling.granted(byId(id).orElseThrow());
    }

    /** Nothing goes out that is empty, or says what its speaker has corrected since. */
    private static List<Refusal> unready(Bulletin bulletin) {
        List<Refusal> reasons = new ArrayList<>();
        if (bulletin.excerpts().isEmpty()) {
            reasons.add(Refusal.by(Deeds.NUMBERING, "congress.bulletin-empty"));
        }
        List<Integer> outdated = bulletin.excerpts().stream()
                .filter(Excerpt::outdated)
                .map(Excerpt::place)
                .toList();
        if (!outdated.isEmpty()) {
            reasons.add(Refusal.by(Deeds.NOTES, "congress.excerpt-outdated", "places", outdated));
        }
        return reasons;
    }

    /** The counter's row is locked until the publication is through: one that fails gives its number back. */
    private int next(String session) {
        return jdbc.sql("""
                        insert into congress.bulletin_number (session, last) values (:session, 1)
                        on conflict (session) do update set last = bulletin_number.last + 1 returning last
                        """).param("session", session).query(Integer.class).single();
    }

    @Override
    public Optional<Bulletin> byId(UUID bulletin) {
        return jdbc.sql("select * from congress.bulletin where id = :id")
                .param("id", bulletin)
                .query(this::row)
                .optional();
    }

    @Override
    public List<Bulletin> of(String session) {
        return jdbc.sql("""
                        select * from congress.bulletin where session = :session and state <> 'DISCARDED'
                         order by number desc nulls first, created_at desc
                        """).param("session", session).query(this::row).list();
    }

    private Bulletin row(ResultSet row, int at) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Bulletin(
                id,
                row.getString("session"),
                Optional.ofNullable(row.getObject("number", Integer.class)),
                row.getString("title"),
                Basis.valueOf(row.getString("basis")),
                row.getString("about"),
                Reach.valueOf(row.getString("reach")),
                State.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getString("because"),
                row.getString("approved_by"),
                Optional.ofNullable(row.getObject("published_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                excerpts(id));
    }

    private record Line(UUID id, UUID note, int noteVersion, int place, String words, int version) {}

    private List<Excerpt> excerpts(UUID bulletin) {
        List<Line> lines = jdbc.sql("select * from congress.excerpt where bulletin = :id order by place")
                .param("id", bulletin)
                .query((row, _) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getObject("note", UUID.class),
                        row.getInt("note_version"),
                        row.getInt("place"),
                        row.getString("words"),
                        row.getInt("version")))
                .list();
        java.util.Map<UUID, Note> sources =
                notes.byIds(lines.stream().map(Line::note).toList());
        return lines.stream()
                .map(line -> new Excerpt(
                        line.id(),
                        line.place(),
                        java.util.Objects.requireNonNull(sources.get(line.note())),
                        line.noteVersion(),
                        line.words(),
                        line.version()))
                .toList();
    }

    @Override
    public List<Edit> edits(UUID excerpt) {
        return jdbc.sql("select * from congress.excerpt_version where excerpt = :id order by version")
                .param("id", excerpt)
                .query((row, _) -> new Edit(
                        row.getInt("version"),
                        row.getString("words"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
