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
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** What is deliberated, with its texts. */
@Component
class JdbcDrafts implements Drafts {

    private static final int LONGEST_TITLE = 120;

    private static final String DRAFTS = """
            select d.*, coalesce((select max(version) from congress.deliberated_text t where t.item = d.id), 0) as versions
              from congress.deliberated d
            """;

    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final ReferredTopics referred;
    private final Deeds deeds;
    private final Clock clock;

    JdbcDrafts(JdbcClient jdbc, Sessions sessions, ReferredTopics referred, Deeds deeds, Clock clock) {
        this.referred = referred;
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.deeds = deeds;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<Draft> list(String session, Kind kind, String title, String text) {
        Optional<Session> found = sessions.byId(session);
        if (found.isEmpty()) {
            return Ruling.refused(Refusal.plain("congress.session.unknown", "value", session));
        }
        List<Refusal> reasons = new ArrayList<>();
        int length = title.strip().length();
        if (length < 1 || length > LONGEST_TITLE) {
            reasons.add(Refusal.at("title", "congress.item-title-length", "value", length, "most", LONGEST_TITLE));
        }
        List<String> paragraphs = paragraphs(text);
        reasons.addAll(textFaults(paragraphs, text));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        referred.lock(session);
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into congress.deliberated (id, session, number, kind, title)
                        select :id, :session, coalesce(max(number), 0) + 1, :kind, :title
                          from congress.deliberated where session = :session
                        """)
                .param("id", id)
                .param("session", session)
                .param("kind", kind.name())
                .param("title", title.strip())
                .update();
        if (!paragraphs.isEmpty()) {
            store(id, 1, paragraphs, "");
        }
        deeds.write(
                Permission.BULLETIN_EDIT,
                Deeds.BULLETINS,
                "congress.draft.list",
                found.get().subject(),
                "draft",
                id,
                "paragraphs",
                paragraphs.size());
        return Ruling.granted(byId(id).orElseThrow());
    }

    /** Every line with something on it is a paragraph. */
    private static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static List<Refusal> textFaults(List<String> paragraphs, String text) {
        return paragraphs.size() > MOST_PARAGRAPHS || text.length() > MOST_TEXT
                ? List.of(Refusal.at(
                        "text",
                        "congress.draft-too-long",
                        "value",
                        text.length(),
                        "most",
                        MOST_TEXT,
                        "paragraphs",
                        MOST_PARAGRAPHS))
                : List.of();
    }

    private void store(UUID item, int version, List<String> paragraphs, String because) {
        jdbc.sql("""
                        insert into congress.deliberated_text (item, version, paragraphs, because, at, actor)
                        values (:item, :version, :paragraphs, :because, :at, :actor)
                        """)
                .param("item", item)
                .param("version", version)
                .param("paragraphs", paragraphs.toArray(String[]::new))
                .param("because", because)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", Caller.current().actor())
                .update();
    }

    @Override
    @Transactional
    public Ruling<Text> revise(UUID id, int seen, String text, String because) {
        Optional<UUID> locked = jdbc.sql("select id from congress.deliberated where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        if (locked.isEmpty()) {
            return Ruling.refused(Refusal.plain("congress.draft.unknown", "value", id));
        }
        Draft draft = byId(id).orElseThrow();
        List<String> paragraphs = paragraphs(text);
        List<Refusal> reasons = new ArrayList<>(textFaults(paragraphs, text));
        if (draft.versions() != seen) {
            reasons.addFirst(Refusal.at("text", "congress.draft-stale", "value", seen, "now", draft.versions()));
        }
        if (paragraphs.isEmpty()) {
            reasons.add(Refusal.at("text", "congress.draft-empty"));
        }
        if (text(id).filter(now -> now.paragraphs().equals(paragraphs)).isPresent()) {
            reasons.add(Refusal.at("text", "congress.draft-unchanged"));
        }
        if (because.isBlank()) {
            reasons.add(Refusal.at("because", "congress.reason-missing"));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        store(id, draft.versions() + 1, paragraphs, because.strip());
        deeds.write(
                Permission.BULLETIN_EDIT,
                Deeds.BULLETINS,
                "congress.draft.revise",
                "congress-session:" + draft.session(),
                "draft",
                id,
                "version",
                draft.versions() + 1);
        return Ruling.granted(text(id).orElseThrow());
    }

    @Override
    public List<Draft> of(String session) {
        return jdbc.sql(DRAFTS + " where d.session = :session order by d.number")
                .param("session", session)
                .query(JdbcDrafts::draft)
                .list();
    }

    @Override
    public List<Draft> choices(String session) {
        return Stream.concat(of(session).stream(), referred.unlisted(session).stream())
                .toList();
    }

    @Override
    public Optional<Draft> byId(UUID draft) {
        return jdbc.sql(DRAFTS + " where d.id = :id")
                .param("id", draft)
                .query(JdbcDrafts::draft)
                .optional();
    }

    private static Draft draft(ResultSet row, int at) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                row.getString("session"),
                row.getInt("number"),
                Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getInt("versions"),
                row.getString("subject"),
                row.getString("sort"));
    }

    @Override
    public Optional<Text> text(UUID draft, int version) {
        return texts(draft).stream().filter(text -> text.version() == version).findFirst();
    }

    @Override
    public Optional<Text> text(UUID draft) {
        return texts(draft).stream().reduce((_, last) -> last);
    }

    @Override
    public List<Text> texts(UUID draft) {
        return jdbc.sql("select * from congress.deliberated_text where item = :item order by version")
                .param("item", draft)
                .query((row, _) -> new Text(
                        draft,
                        row.getInt("version"),
                        List.of((String[]) row.getArray("paragraphs").getArray()),
                        row.getString("because"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
