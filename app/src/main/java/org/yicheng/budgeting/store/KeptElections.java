package org.yicheng.budgeting.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.budgeting.Election;
import org.yicheng.budgeting.Elections;
import org.yicheng.count.projects.PbFile;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Elections that come with the platform, whose places and ballots are invented, and uploaded ones as rows. */
@Component
class KeptElections implements Elections {

    /** Files that stay read: a large one takes some ten megabytes. */
    private static final int READ = 4;

    private final List<Election> shipped = List.of(
            shipped("minghu", new Bilingual("明湖区居民参与式预算", "Residents' budget of Minghu district")),
            shipped("two-blocs", new Bilingual("多数与少数", "A majority and a minority")));
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;
    private final Map<String, PbFile> read = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PbFile> eldest) {
            return size() > READ;
        }
    };

    KeptElections(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    private static Election shipped(String id, Bilingual title) {
        try {
            String text = new ClassPathResource("budgeting/" + id + ".pb").getContentAsString(StandardCharsets.UTF_8);
            return new Election(id, title, true, "", PbFile.read(text).orThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Listed> all() {
        Stream<Listed> first = shipped.stream()
                .map(one -> new Listed(
                        one.id(),
                        one.title(),
                        one.demo(),
                        one.file().projects().size(),
                        one.file().votes().size(),
                        false));
        return Stream.concat(first, uploaded().stream()).toList();
    }

    private List<Listed> uploaded() {
        return jdbc.sql("""
                        select id, title, title_en, demo, projects, voters, source from budgeting.election
                         where not withdrawn order by kept_at desc, id
                        """)
                .query((row, _) -> new Listed(
                        row.getString("id"),
                        new Bilingual(row.getString("title"), row.getString("title_en")),
                        row.getBoolean("demo"),
                        row.getInt("projects"),
                        row.getInt("voters"),
                        row.getString("source").isEmpty()))
                .list();
    }

    @Override
    public Optional<Election> byId(String id) {
        return shipped.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .or(() -> uploaded().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .map(one -> new Election(one.id(), one.title(), one.demo(), source(id), file(id))));
    }

    private String source(String id) {
        return jdbc.sql("select source from budgeting.election where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** Read once for a while: the content of an id never changes. */
    private PbFile file(String id) {
        synchronized (read) {
            PbFile known = read.get(id);
            if (known == null) {
                known = PbFile.read(jdbc.sql("select content from budgeting.election where id = :id")
                                .param("id", id)
                                .query(String.class)
                                .single())
                        .orThrow();
                read.put(id, known);
            }
            return known;
        }
    }

    @Override
    @Transactional
    public Ruling<Listed> keep(String title, String english, byte[] content) {
        List<Refusal> faults = titles(title, english);
        if (content.length > MOST_BYTES) {
            faults.add(Refusal.at("file", "budgeting.file-too-large", "value", content.length, "most", MOST_BYTES));
        }
        if (!faults.isEmpty()) {
            return Ruling.refused(faults);
        }
        Optional<String> text = utf8(content);
        if (text.isEmpty()) {
            return Ruling.refused(Refusal.at("file", "budgeting.not-utf8"));
        }
        return switch (PbFile.read(text.get())) {
            case Ruling.Refused<PbFile>(List<Refusal> reasons) -> Ruling.refused(reasons);
            case Ruling.Granted<PbFile>(PbFile file) -> keep(title.strip(), english.strip(), text.get(), file);
        };
    }

    private static List<Refusal> titles(String title, String english) {
        List<Refusal> faults = new ArrayList<>();
        if (title.isBlank() || title.strip().length() > LONGEST_TITLE) {
            faults.add(Refusal.at("title", "budgeting.title-length", "value", title.length(), "most", LONGEST_TITLE));
        }
        if (english.strip().length() > LONGEST_TITLE) {
            faults.add(
                    Refusal.at("titleEn", "budgeting.title-length", "value", english.length(), "most", LONGEST_TITLE));
        }
        return faults;
    }

    private static Optional<String> utf8(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.indexOf(0) < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private Ruling<Listed> keep(String title, String english, String text, PbFile file) {
        // one after the other: both limits hold, and the same file is found
        jdbc.sql("lock table budgeting.election in share row exclusive mode").update();
        String digest = digest(text);
        List<Refusal> faults = room(digest, file);
        if (!faults.isEmpty()) {
            return Ruling.refused(faults);
        }
        Caller caller = Caller.current();
        Listed kept = new Listed(
                UUID.randomUUID().toString(),
                new Bilingual(title, english.isEmpty() ? title : english),
                caller.demo(),
                file.projects().size(),
                file.votes().size(),
                true);
        insert(kept, text, digest, "");
        act(
                "budgeting.election.keep",
                kept.id(),
                Map.of("sha256", digest, "projects", "" + kept.projects(), "voters", "" + kept.voters()));
        return Ruling.granted(kept);
    }

    private void insert(Listed kept, String text, String digest, String source) {
        jdbc.sql("""
                        insert into budgeting.election
                               (id, title, title_en, content, sha256, projects, voters, demo, kept_at, kept_by, source)
                        values (:id, :title, :english, :content, :sha256, :projects, :voters, :demo, :at, :by, :source)
                        """)
                .param("id", kept.id())
                .param("title", kept.title().zh())
                .param("english", kept.title().en())
                .param("content", text)
                .param("sha256", digest)
                .param("projects", kept.projects())
                .param("voters", kept.voters())
                .param("demo", kept.demo())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", Caller.current().actor())
                .param("source", source)
                .update();
    }

    @Override
    @Transactional
    public Ruling<Election> hold(Election poll) {
        List<Refusal> faults = large(poll.file());
        if (!faults.isEmpty()) {
            return Ruling.refused(faults);
        }
        String text = poll.file().text();
        String digest = digest(text);
        Listed kept = new Listed(
                poll.id(),
                poll.title(),
                poll.demo(),
                poll.file().projects().size(),
                poll.file().votes().size(),
                false);
        insert(kept, text, digest, poll.source());
        act(
                "budgeting.election.hold",
                kept.id(),
                Map.of("sha256", digest, "projects", "" + kept.projects(), "voters", "" + kept.voters()));
        return Ruling.granted(poll);
    }

    private static List<Refusal> large(PbFile file) {
        return file.projects().size() <= MOST_PROJECTS && file.votes().size() <= MOST_VOTERS
                ? List.of()
                : List.of(Refusal.at(
                        "file",
                        "budgeting.election-large",
                        "projects",
                        file.projects().size(),
                        "voters",
                        file.votes().size(),
                        "mostProjects",
                        MOST_PROJECTS,
                        "mostVoters",
                        MOST_VOTERS));
    }

    private List<Refusal> room(String digest, PbFile file) {
        List<Refusal> faults = new ArrayList<>(large(file));
        if (count(
                        "select count(*) from budgeting.election where sha256 = :value and not withdrawn and source = ''",
                        digest)
                > 0) {
            faults.add(Refusal.at("file", "budgeting.kept-already", "value", digest));
        }
        if (count("select count(*) from budgeting.election where not withdrawn and source = :value", "") >= MOST_KEPT) {
            faults.add(Refusal.at("file", "budgeting.kept-many", "most", MOST_KEPT));
        }
        long lately = jdbc.sql(
                        "select count(*) from budgeting.election where kept_by = :by and kept_at > :from and source = ''")
                .param("by", Caller.current().actor())
                .param("from", clock.instant().minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        if (lately >= MOST_IN_AN_HOUR) {
            faults.addFirst(Refusal.at("file", "budgeting.too-often", "value", lately, "most", MOST_IN_AN_HOUR));
        }
        return faults;
    }

    private long count(String sql, String value) {
        return jdbc.sql(sql).param("value", value).query(Long.class).single();
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    @Transactional
    public Ruling<Listed> withdraw(String id, String reason) {
        Optional<Listed> found = uploaded().stream()
                .filter(one -> one.uploaded() && one.id().equals(id))
                .findFirst();
        if (found.isEmpty()) {
            return Ruling.refused(Refusal.at("election", "budgeting.unknown", "value", id));
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return Ruling.refused(
                    Refusal.at("reason", "budgeting.reason", "value", reason.length(), "most", LONGEST_REASON));
        }
        jdbc.sql("update budgeting.election set withdrawn = true, content = '' where id = :id")
                .param("id", id)
                .update();
        synchronized (read) {
            read.remove(id);
        }
        act("budgeting.election.withdraw", id, Map.of("reason", reason.strip()));
        return Ruling.granted(found.get());
    }

    private void act(String verb, String id, Map<String, String> facts) {
        Caller caller = Caller.current();
        journal.append(new ActDraft(
                clock.instant(),
                caller.actor(),
                caller.roleFor(Permission.BUDGETING_KEEP),
                verb,
                "budgeting-election:" + id,
                Optional.empty(),
                facts));
    }
}
