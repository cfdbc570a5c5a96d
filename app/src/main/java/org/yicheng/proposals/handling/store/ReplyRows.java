package org.yicheng.proposals.handling.store;

import static org.yicheng.proposals.handling.store.HandlingRows.time;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.document.Codes;
import org.yicheng.party.Caller;
import org.yicheng.proposals.handling.Handling.Reply;
import org.yicheng.proposals.handling.Handling.ReplyText;
import org.yicheng.proposals.handling.Handling.Review;
import org.yicheng.proposals.handling.Handling.Stage;
import tools.jackson.databind.json.JsonMapper;

/** Replies and the looks at them as rows. */
@Component
class ReplyRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReplyRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What a signature and a verification code stand for. */
    String hash(UUID filing, ReplyText text) {
        return Codes.sha256(filing + "\n" + json.writeValueAsString(text));
    }

    /** A draft; by whom it is read from the caller. */
    void draft(UUID filing, String organ, int round, int version, ReplyText text, Instant at) {
        insert(filing, organ, round, version, Stage.DRAFT, text, at);
    }

    /** The letter that the author of another filing of a group gets: the same words, under its own number. */
    void copy(UUID filing, Reply letter, Instant at) {
        UUID id = insert(filing, letter.organ(), letter.round(), letter.version(), Stage.SEALED, letter.text(), at);
        seal(id, letter.signer(), at);
    }

    private UUID insert(UUID filing, String organ, int round, int version, Stage stage, ReplyText text, Instant at) {
        UUID id = UUID.randomUUID();
        Caller caller = Caller.current();
        jdbc.sql("""
                        insert into proposals.reply
                            (id, filing, organ, round, version, stage, number, points, class, promised, promise, contact,
                             public, public_reason, drafted_by, drafter, drafted_at, sha256)
                        values (:id, :filing, :organ, :round, :version, :stage, :number, :points, :class, :promised,
                                :promise, :contact, :public, :why, :by, :drafter, :at, :sha256)
                        """)
                .param("id", id)
                .param("filing", filing)
                .param("organ", organ)
                .param("round", round)
                .param("version", version)
                .param("stage", stage.name())
                .param("number", text.number().strip())
                .param("points", json.writeValueAsString(text.points()))
                .param("class", text.code())
                .param("promised", text.promised().orElse(null))
                .param("promise", text.promise().strip())
                .param("contact", text.contact().strip())
                .param("public", text.open())
                .param("why", text.openReason().strip())
                .param("by", caller.actor())
                .param("drafter", caller.name())
                .param("at", time(at))
                .param("sha256", hash(filing, text))
                .update();
        return id;
    }

    void stage(UUID reply, Stage stage) {
        jdbc.sql("update proposals.reply set stage = :stage where id = :id")
                .param("stage", stage.name())
                .param("id", reply)
                .update();
    }

    void seal(UUID reply, String signer, Instant at) {
        jdbc.sql("update proposals.reply set stage = 'SEALED', signer = :signer, sealed = :at where id = :id")
                .param("signer", signer)
                .param("at", time(at))
                .param("id", reply)
                .update();
    }

    void review(UUID reply, Review review) {
        jdbc.sql("""
                        insert into proposals.review (reply, stage, organ, passed, by, name, remark, at)
                        values (:reply, :stage, :organ, :passed, :by, :name, :remark, :at)
                        """)
                .param("reply", reply)
                .param("stage", review.stage().name())
                .param("organ", review.organ())
                .param("passed", review.passed())
                .param("by", Caller.current().actor())
                .param("name", review.name())
                .param("remark", review.remark())
                .param("at", time(review.at()))
                .update();
    }

    Optional<String> drafter(UUID reply) {
        return jdbc.sql("select drafted_by from proposals.reply where id = :id")
                .param("id", reply)
                .query(String.class)
                .optional();
    }

    /** Answered, and no letter says that it may not be published; every word is found. */
    private static final String PUBLISHED = """
             from proposals.filing
             join (select filing, max(sealed) as sealed, bool_and(public) as public,
                          string_agg(points, ' ') as points
                     from proposals.reply where stage = 'SEALED' group by filing) letter on letter.filing = filing.id
            where letter.public
              and not exists (select 1 from unnest(cast(:words as text[])) word
                               where position(lower(word) in lower(title || ' ' || parts || ' ' || letter.points)) = 0)
            """;

    List<UUID> published(String words, long offset, int limit) {
        return jdbc.sql("select filing.id as filing" + PUBLISHED
                        + " order by letter.sealed desc, filing.id offset :offset limit :limit")
                .param("words", split(words))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, _) -> row.getObject("filing", UUID.class))
                .list();
    }

    long publishedCount(String words) {
        return jdbc.sql("select count(*)" + PUBLISHED)
                .param("words", split(words))
                .query(Long.class)
                .single();
    }

    private static String[] split(String words) {
        return words.isBlank() ? new String[0] : words.strip().split("\\s+");
    }
}
