package org.yicheng.debate.store;

import static org.yicheng.debate.store.Rows.bilingual;
import static org.yicheng.debate.store.Rows.optionalUuid;
import static org.yicheng.debate.store.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.VotingMode;
import org.yicheng.debate.AgendaItem;
import org.yicheng.debate.Agendas;
import org.yicheng.debate.Debating;
import org.yicheng.debate.decide.AgendaNumbers;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;

/** Agendas as trees; every change locks the agenda's rows in one order. */
@Component
class JdbcAgendas implements Agendas {

    static final Citation TREE = Citation.of(Law.PRODUCT, "debate.agenda");

    private final JdbcClient jdbc;
    private final Halls halls;
    private final Bodies bodies;
    private final Debating debating;
    private final ConsentVotes consents;
    private final Acts acts;

    JdbcAgendas(JdbcClient jdbc, Halls halls, Bodies bodies, Debating debating, ConsentVotes consents, Acts acts) {
        this.jdbc = jdbc;
        this.halls = halls;
        this.bodies = bodies;
        this.debating = debating;
        this.consents = consents;
        this.acts = acts;
    }

    static String subject(UUID item) {
        return "item:" + item;
    }

    @Override
    @Transactional
    public Ruling<AgendaItem> add(String sitting, Optional<UUID> parent, Draft draft) {
        Sitting held = halls.sitting(sitting);
        lock(held.body(), held.subject());
        List<AgendaItem> agenda = ofSitting(sitting);
        List<Refusal> reasons = faults(draft);
        if (agenda.size() >= MOST_ITEMS) {
            reasons.add(Refusal.by(TREE, "debate.agenda-full", "most", MOST_ITEMS));
        }
        Optional<AgendaItem> above = parent.map(this::known);
        above.filter(item -> item.depth() + 1 >= AgendaNumbers.LEVELS)
                .ifPresent(item -> reasons.add(Refusal.by(
                        TREE, "debate.agenda-depth", "number", item.number(), "most", AgendaNumbers.LEVELS)));
        above.filter(item -> !agenda.contains(item))
                .ifPresent(item -> reasons.add(Refusal.at("parent", "debate.item.unknown", "value", item.id())));
        reasons.addAll(motionFaults(held.body(), held.subject(), draft));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into debate.item (id, body, subject, parent, position, kind, title_zh, title_en, content,
                                                 state, minutes, group_minutes, consent, motion)
                        select :id, :body, :subject, cast(:parent as uuid), coalesce(max(position), 0) + 1, :kind, :zh, :en,
                               :content, 'PLANNED', :minutes, :group_minutes, :consent, cast(:motion as uuid)
                          from debate.item
                         where body = :body and subject = :subject and parent is not distinct from cast(:parent as uuid)
                        """)
                .param("id", id)
                .param("body", held.body())
                .param("subject", held.subject())
                .param("parent", parent.orElse(null))
                .params(values(draft))
                .update();
        return done(id, Permission.SITTING_PREPARE, "debate.item.add", "kind", draft.kind());
    }

    private static java.util.Map<String, Object> values(Draft draft) {
        java.util.Map<String, Object> values = new java.util.HashMap<>();
        values.put("kind", draft.kind().name());
        values.put("zh", draft.title().zh());
        values.put(
                "en",
                draft.title().en().isBlank()
                        ? draft.title().zh()
                        : draft.title().en());
        values.put("content", draft.content());
        values.put("minutes", draft.minutes());
        values.put("group_minutes", draft.groupMinutes());
        values.put("consent", draft.consent());
        values.put("motion", draft.motion().orElse(null));
        return values;
    }

    private static List<Refusal> faults(Draft draft) {
        List<Refusal> reasons = new ArrayList<>();
        int title = draft.title().zh().strip().length();
        if (title == 0 || title > LONGEST_TITLE) {
            reasons.add(Refusal.at("title", "debate.title-length", "value", title, "most", LONGEST_TITLE));
        }
        if (draft.content().length() > LONGEST_TEXT) {
            reasons.add(Refusal.at(
                    "content", "debate.text-length", "value", draft.content().length(), "most", LONGEST_TEXT));
        }
        if (draft.minutes() < 0 || draft.minutes() > 1440) {
            reasons.add(Refusal.at("minutes", "debate.minutes-range", "value", draft.minutes(), "most", 1440));
        }
        if (draft.groupMinutes() < 0 || draft.groupMinutes() > 1440) {
            reasons.add(
                    Refusal.at("groupMinutes", "debate.minutes-range", "value", draft.groupMinutes(), "most", 1440));
        }
        return reasons;
    }

    /** The motion an item deals with must be before the same assembly in the same session. */
    private List<Refusal> motionFaults(String body, String subject, Draft draft) {
        boolean known = draft.motion()
                .map(motion -> jdbc.sql(
                                        "select count(*) from debate.motion where id = :id and body = :body and subject = :subject")
                                .param("id", motion)
                                .param("body", body)
                                .param("subject", subject)
                                .query(Integer.class)
                                .single()
                        > 0)
                .orElse(true);
        return known
                ? List.of()
                : List.of(Refusal.at(
                        "motion",
                        "debate.motion.unknown",
                        "value",
                        draft.motion().orElseThrow()));
    }

    /** Changes to one agenda come one after the other; the lock lasts until the transaction ends. */
    private void lock(String body, String subject) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "agenda " + body + " " + subject)
                .query((_, _) -> 1)
                .single();
    }

    @Override
    @Transactional
    public Ruling<AgendaItem> change(UUID item, int version, Draft draft) {
        AgendaItem old = locked(item);
        List<Refusal> reasons = faults(draft);
        reasons.addAll(motionFaults(old.body(), old.subject(), draft));
        if (old.version() != version) {
            reasons.add(Refusal.plain("debate.item-stale", "version", old.version(), "value", version));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        jdbc.sql("""
                        update debate.item set kind = :kind, title_zh = :zh, title_en = :en, content = :content,
                               minutes = :minutes, group_minutes = :group_minutes, consent = :consent, motion = :motion,
                               version = version + 1
                         where id = :id
                        """).param("id", item).params(values(draft)).update();
        return done(item, Permission.SITTING_PREPARE, "debate.item.change", "version", version + 1);
    }

    @Override
    @Transactional
    public Ruling<AgendaItem> note(UUID item, String note) {
        locked(item);
        if (note.length() > LONGEST_TEXT) {
            return Ruling.refused(
                    Refusal.at("note", "debate.text-length", "value", note.length(), "most", LONGEST_TEXT));
        }
        set(item, "note", note);
        // What the note says stays with the presiding side: the record only knows that it was written.
        return done(item, Permission.FLOOR_MOVE, "debate.item.note", "length", note.length());
    }

    @Override
    @Transactional
    public Ruling<AgendaItem> shift(UUID item, int by) {
        AgendaItem moved = locked(item);
        List<AgendaItem> siblings = siblings(moved);
        int at = siblings.indexOf(moved);
        int to = at + Integer.signum(by);
        if (to < 0 || to >= siblings.size()) {
            return Ruling.granted(moved);
        }
        AgendaItem other = siblings.get(to);
        set(item, "position", other.position());
        set(other.id(), "position", moved.position());
        return done(item, Permission.SITTING_PREPARE, "debate.item.shift", "position", to + 1);
    }

    private List<AgendaItem> siblings(AgendaItem item) {
        return agenda(item.body(), item.subject()).stream()
                .filter(each -> each.parent().equals(item.parent()))
                .toList();
    }

    @Override
    @Transactional
    public Ruling<AgendaItem> hang(UUID item, Optional<UUID> parent) {
        AgendaItem moved = locked(item);
        List<AgendaItem> agenda = agenda(moved.body(), moved.subject());
        Optional<AgendaItem> above = parent.map(this::known);
        List<Refusal> reasons = new ArrayList<>();
        if (above.filter(
                        found -> !agenda.contains(found) || below(agenda, moved).contains(found))
                .isPresent()) {
            reasons.add(Refusal.by(TREE, "debate.agenda-loop", "number", moved.number()));
        }
        int depth = above.map(found -> found.depth() + 1).orElse(0);
        int height =
                below(agenda, moved).stream().mapToInt(AgendaItem::depth).max().orElse(moved.depth()) - moved.depth();
        if (depth + height >= AgendaNumbers.LEVELS) {
            reasons.add(
                    Refusal.by(TREE, "debate.agenda-depth", "number", moved.number(), "most", AgendaNumbers.LEVELS));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        jdbc.sql("""
                        update debate.item set parent = :parent, version = version + 1,
                               position = (select coalesce(max(position), 0) + 1 from debate.item
                                            where body = :body and subject = :subject
                                              and parent is not distinct from cast(:parent as uuid))
                         where id = :id
                        """)
                .param("id", item)
                .param("body", moved.body())
                .param("subject", moved.subject())
                .param("parent", parent.orElse(null))
                .update();
        return done(item, Permission.SITTING_PREPARE, "debate.item.hang");
    }

    /** An item and everything below it. */
    private static List<AgendaItem> below(List<AgendaItem> agenda, AgendaItem top) {
        List<AgendaItem> found = new ArrayList<>(List.of(top));
        for (AgendaItem each : agenda) {
            if (each.parent()
                    .filter(up -> found.stream().anyMatch(item -> item.id().equals(up)))
                    .isPresent()) {
                found.add(each);
            }
        }
        return found;
    }

    @Override
    @Transactional
    public Ruling<AgendaItem> drop(UUID item) {
        AgendaItem gone = locked(item);
        List<Refusal> reasons = new ArrayList<>();
        if (gone.state() != AgendaItem.State.PLANNED) {
            reasons.add(Refusal.by(TREE, "debate.item-begun", "number", gone.number()));
        }
        if (below(agenda(gone.body(), gone.subject()), gone).size() > 1) {
            reasons.add(Refusal.by(TREE, "debate.item-has-others", "number", gone.number()));
        }
        if (asked(item) > 0) {
            reasons.add(Refusal.by(TREE, "debate.item-spoken-on", "number", gone.number(), "speakers", asked(item)));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        jdbc.sql("delete from debate.consent where item = :id")
                .param("id", item)
                .update();
        jdbc.sql("delete from debate.item where id = :id").param("id", item).update();
        halls.changed(gone.body(), gone.subject());
        acts.write(
                Permission.SITTING_PREPARE,
                "debate.item.drop",
                subject(item),
                "number",
                gone.number(),
                "title",
                gone.title().zh());
        return Ruling.granted(gone);
    }

    private int asked(UUID item) {
        return jdbc.sql("select count(*) from debate.speech where item = :id")
                .param("id", item)
                .query(Integer.class)
                .single();
    }

    @Override
    @Transactional
    public Ruling<AgendaItem> call(String sitting, UUID item) {
        AgendaItem called = locked(item);
        Sitting held = halls.sitting(sitting);
        if (held.state() != Sitting.State.OPEN) {
            return Ruling.refused(Refusal.by(TREE, "debate.sitting-not-open", "sitting", held.name()));
        }
        if (!called.body().equals(held.body()) || !called.subject().equals(held.subject())) {
            return Ruling.refused(Refusal.at("item", "debate.item.unknown", "value", item));
        }
        jdbc.sql("""
                        update debate.item set state = 'DONE'
                         where body = :body and subject = :subject and state = 'CURRENT' and id <> :id
                        """)
                .param("body", held.body())
                .param("subject", held.subject())
                .param("id", item)
                .update();
        set(item, "state", "CURRENT");
        return done(item, Permission.FLOOR_MOVE, "debate.item.call", "sitting", sitting);
    }

    @Override
    @Transactional
    public Ruling<AgendaItem> end(UUID item) {
        AgendaItem ended = locked(item);
        if (ended.state() != AgendaItem.State.CURRENT) {
            return Ruling.refused(Refusal.by(TREE, "debate.item-not-current", "number", ended.number()));
        }
        set(item, "state", "DONE");
        return done(item, Permission.FLOOR_MOVE, "debate.item.end");
    }

    @Override
    @Transactional
    public Ruling<AgendaItem> takeOut(UUID item) {
        AgendaItem out = locked(item);
        String member = Caller.current()
                .person()
                .flatMap(person -> bodies.memberOf(out.body(), person))
                .map(org.yicheng.assembly.Member::number)
                .orElse("");
        Citation ground = debating.rules(out.body()).consent();
        List<Refusal> reasons = new ArrayList<>();
        if (member.isEmpty()) {
            reasons.add(Refusal.by(ground, "debate.not-a-member"));
        }
        if (!out.byConsent()) {
            reasons.add(Refusal.by(ground, "debate.not-by-consent", "number", out.number()));
        }
        if (consents.isPut(item)) {
            reasons.add(Refusal.by(ground, "debate.consent-is-put", "number", out.number()));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        set(item, "taken_out", member);
        return done(item, Permission.VOTE, "debate.item.take-out", "member", member);
    }

    @Override
    @Transactional
    public Ruling<Question> listConsent(String sitting, VotingMode mode) {
        List<AgendaItem> items =
                ofSitting(sitting).stream().filter(AgendaItem::byConsent).toList();
        if (items.isEmpty()) {
            return Ruling.refused(
                    Refusal.by(debating.rules(halls.sitting(sitting).body()).consent(), "debate.consent-empty"));
        }
        return Ruling.granted(consents.list(sitting, items, mode));
    }

    @Override
    public Optional<AgendaItem> byId(UUID item) {
        Optional<String[]> where = jdbc.sql("select body, subject from debate.item where id = :id")
                .param("id", item)
                .query((row, _) -> new String[] {row.getString("body"), row.getString("subject")})
                .optional();
        return where.flatMap(found -> agenda(found[0], found[1]).stream()
                .filter(each -> each.id().equals(item))
                .findFirst());
    }

    @Override
    public List<AgendaItem> ofSitting(String sitting) {
        Sitting held = halls.sitting(sitting);
        return agenda(held.body(), held.subject());
    }

    @Override
    public Optional<AgendaItem> current(String sitting) {
        return ofSitting(sitting).stream()
                .filter(item -> item.state() == AgendaItem.State.CURRENT)
                .findFirst();
    }

    /** The tree in reading order, numbered on the way. */
    List<AgendaItem> agenda(String body, String subject) {
        return jdbc.sql("""
                        with recursive tree as (
                          select i.*, 0 as depth, row_number() over (order by position) as place,
                                 array[row_number() over (order by position)] as path
                            from debate.item i where body = :body and subject = :subject and parent is null
                          union all
                          select i.*, t.depth + 1, n.place, t.path || n.place
                            from tree t
                            join debate.item i on i.parent = t.id
                            join lateral (select count(*) as place from debate.item s
                                           where s.parent = i.parent and s.position <= i.position) n on true
                        )
                        select * from tree order by path
                        """)
                .param("body", body)
                .param("subject", subject)
                .query(JdbcAgendas::row)
                .list();
    }

    private static AgendaItem row(ResultSet row, int at) throws SQLException {
        return new AgendaItem(
                uuid(row, "id"),
                row.getString("body"),
                row.getString("subject"),
                optionalUuid(row, "parent"),
                AgendaNumbers.of(row.getInt("depth"), row.getInt("place")),
                row.getInt("depth"),
                row.getInt("position"),
                AgendaItem.Kind.valueOf(row.getString("kind")),
                bilingual(row, "title"),
                row.getString("content"),
                AgendaItem.State.valueOf(row.getString("state")),
                row.getInt("minutes"),
                row.getString("note"),
                row.getBoolean("consent"),
                row.getString("taken_out"),
                optionalUuid(row, "motion"),
                row.getBoolean("list_closed"),
                row.getInt("group_minutes"),
                row.getInt("version"));
    }

    AgendaItem known(UUID item) {
        return byId(item).orElseThrow(() -> new RefusedException(Refusal.plain("debate.item.unknown", "value", item)));
    }

    /** The item, with its whole agenda locked. */
    AgendaItem locked(UUID item) {
        AgendaItem found = known(item);
        lock(found.body(), found.subject());
        return known(item);
    }

    private void set(UUID item, String column, Object value) {
        jdbc.sql("update debate.item set " + Objects.requireNonNull(column) + " = :value where id = :id")
                .param("value", value)
                .param("id", item)
                .update();
    }

    Ruling<AgendaItem> closeList(UUID item, boolean closed) {
        locked(item);
        set(item, "list_closed", closed);
        return done(item, Permission.FLOOR_MOVE, closed ? "debate.list.close" : "debate.list.open");
    }

    private Ruling<AgendaItem> done(UUID item, Permission as, String verb, Object... facts) {
        AgendaItem now = known(item);
        halls.changed(now.body(), now.subject());
        acts.write(as, verb, subject(item), facts);
        return Ruling.granted(now);
    }
}
