package org.yicheng.proposals.handling.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.party.Caller;
import org.yicheng.proposals.Inadmissible;
import org.yicheng.proposals.handling.Handling.Feedback;
import org.yicheng.proposals.handling.Handling.Promise;
import org.yicheng.proposals.handling.Handling.Screening;
import org.yicheng.proposals.handling.Handling.Share;
import org.yicheng.proposals.handling.Handling.Supervision;
import org.yicheng.proposals.handling.Handlings;
import org.yicheng.proposals.handling.ReplyScheme;

/** What the steps of handling write; rules are elsewhere. */
@Component
class HandlingRows {

    private final JdbcClient jdbc;

    HandlingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime time(Optional<Instant> at) {
        return at.map(HandlingRows::time).orElse(null);
    }

    private int update(String sql, Map<String, ?> values) {
        return jdbc.sql(sql).params(values).update();
    }

    /** Holds a filing until the transaction ends. */
    boolean lock(UUID filing) {
        return jdbc.sql("select 1 from proposals.filing where id = :id for update")
                .param("id", filing)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void open(UUID filing, UUID matter) {
        update(
                "insert into proposals.handling (filing, matter) values (:filing, :matter)",
                Map.of("filing", filing, "matter", matter));
    }

    /** The author's name is for the assigning office alone. */
    void conceal(UUID filing, String reason, Instant at) {
        update("""
                        insert into proposals.concealed (filing, reason, at) values (:filing, :reason, :at)
                        on conflict do nothing
                        """, Map.of("filing", filing, "reason", reason, "at", time(at)));
    }

    boolean concealed(UUID filing) {
        return jdbc.sql("select 1 from proposals.concealed where filing = :filing")
                .param("filing", filing)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void screened(UUID filing, Screening screening, String reason, Instant at) {
        update("""
                        update proposals.handling set screening = :as, screen_reason = :reason, screened_at = :at
                         where filing = :filing
                        """, Map.of("as", screening.name(), "reason", reason, "at", time(at), "filing", filing));
    }

    /** Why it was turned away, for its author; kept with what was said before it had a number. */
    void told(UUID filing, Optional<Inadmissible> inadmissible, String reason, Instant at) {
        jdbc.sql("""
                        insert into proposals.returned (filing, place, inadmissible, reason, at)
                        select :filing, coalesce(max(place), 0) + 1, :inadmissible, :reason, :at
                          from proposals.returned where filing = :filing
                        """)
                .param("filing", filing)
                .param("inadmissible", inadmissible.map(Enum::name).orElse(null))
                .param("reason", reason)
                .param("at", time(at))
                .update();
    }

    /** Every organ that has to answer has answered, for the first time. */
    void replied(UUID filing, Instant at, boolean inTime) {
        update("""
                        update proposals.handling set replied_at = :at, reply_in_time = :inTime
                         where filing = :filing and replied_at is null
                        """, Map.of("at", time(at), "inTime", inTime, "filing", filing));
    }

    void merged(UUID filing, UUID lead, Instant at) {
        update(
                "insert into proposals.merger (filing, lead, at) values (:filing, :lead, :at)",
                Map.of("filing", filing, "lead", lead, "at", time(at)));
    }

    void separated(UUID filing, Instant at) {
        update(
                "update proposals.merger set undone = :at where filing = :filing and undone is null",
                Map.of("at", time(at), "filing", filing));
    }

    void key(UUID filing, Instant at, String reason, String committee) {
        update("""
                        update proposals.handling set key_at = :at, key_reason = :reason, key_committee = :committee
                         where filing = :filing
                        """, Map.of("at", time(at), "reason", reason, "committee", committee, "filing", filing));
    }

    /** Those that stood end; the new ones stand. */
    void assign(UUID filing, List<Share> shares, Instant at) {
        update(
                "update proposals.assignment set ended = :at where filing = :filing and ended is null",
                Map.of("at", time(at), "filing", filing));
        shares.forEach(share -> update(
                """
                        insert into proposals.assignment (id, filing, organ, mode, part, at)
                        values (:id, :filing, :organ, :mode, :part, :at)
                        """,
                Map.of(
                        "id",
                        UUID.randomUUID(),
                        "filing",
                        filing,
                        "organ",
                        share.organ(),
                        "mode",
                        share.mode().name(),
                        "part",
                        share.part().strip(),
                        "at",
                        time(at))));
    }

    void received(UUID filing, String organ, Instant at) {
        update("""
                        update proposals.assignment set received = :at
                         where filing = :filing and organ = :organ and ended is null and received is null
                        """, Map.of("at", time(at), "filing", filing, "organ", organ));
    }

    void opinion(UUID filing, String organ, String text, Instant at) {
        update("""
                        update proposals.assignment set opinion = :text, opined = :at
                         where filing = :filing and organ = :organ and ended is null
                        """, Map.of("text", text, "at", time(at), "filing", filing, "organ", organ));
    }

    void object(UUID filing, String organ, String reason, Instant at) {
        update(
                "insert into proposals.objection (filing, organ, at, reason) values (:filing, :organ, :at, :reason)",
                Map.of("filing", filing, "organ", organ, "at", time(at), "reason", reason));
    }

    void answerObjection(UUID filing, boolean accepted, String answer) {
        update("""
                        update proposals.objection set verdict = :verdict, answer = :answer
                         where filing = :filing and verdict is null
                        """, Map.of("verdict", accepted ? "ACCEPTED" : "REFUSED", "answer", answer, "filing", filing));
    }

    void contact(UUID filing, UUID letter, String organ, Handlings.Spoken spoken) {
        update(
                """
                        insert into proposals.contact (filing, letter, organ, way, held_on, person, head, text)
                        values (:filing, :letter, :organ, :way, :on, :person, :head, :text)
                        """,
                Map.of(
                        "filing",
                        filing,
                        "letter",
                        letter,
                        "organ",
                        organ,
                        "way",
                        spoken.way().name(),
                        "on",
                        spoken.on(),
                        "person",
                        spoken.person(),
                        "head",
                        spoken.head(),
                        "text",
                        spoken.text()));
    }

    void supervise(UUID filing, Supervision how, Instant at) {
        update(
                """
                        insert into proposals.supervision (filing, held_on, person, text, at)
                        values (:filing, :on, :person, :text, :at)
                        """,
                Map.of("filing", filing, "on", how.on(), "person", how.person(), "text", how.text(), "at", time(at)));
    }

    /** @param by the author's mandate, or the account of the clerk who enters what was sealed */
    void judge(UUID filing, Feedback feedback, UUID by) {
        update(
                """
                        insert into proposals.feedback (filing, round, attitude, result, reason, by, at, entered)
                        values (:filing, :round, :attitude, :result, :reason, :by, :at, :entered)
                        """,
                Map.of(
                        "filing",
                        filing,
                        "round",
                        feedback.round(),
                        "attitude",
                        feedback.attitude().name(),
                        "result",
                        feedback.result().name(),
                        "reason",
                        feedback.reason(),
                        "by",
                        by,
                        "at",
                        time(feedback.at()),
                        "entered",
                        feedback.entered()));
    }

    void classed(UUID filing, Instant at, ReplyScheme.ReplyClass as, Optional<LocalDate> promised, String evidence) {
        jdbc.sql("""
                        insert into proposals.reply_class (filing, at, class, outcome, promised, evidence, by)
                        values (:filing, :at, :class, :outcome, :promised, :evidence, :by)
                        """)
                .param("filing", filing)
                .param("at", time(at))
                .param("class", as.code())
                .param("outcome", as.outcome().name())
                .param("promised", promised.orElse(null))
                .param("evidence", evidence)
                .param("by", Caller.current().actor())
                .update();
    }

    void commit(UUID filing, String organ, String promise, LocalDate due, Instant made) {
        update(
                """
                        insert into proposals.commitment (id, filing, organ, promise, due, made, state)
                        values (:id, :filing, :organ, :promise, :due, :made, 'OPEN')
                        """,
                Map.of(
                        "id",
                        UUID.randomUUID(),
                        "filing",
                        filing,
                        "organ",
                        organ,
                        "promise",
                        promise,
                        "due",
                        due,
                        "made",
                        time(made)));
    }

    /** What an organ promised before is replaced by what it answers now. */
    void replaceCommitments(UUID filing, String organ, Instant at) {
        update("""
                        update proposals.commitment set state = 'REPLACED', ended = :at
                         where filing = :filing and organ = :organ and state = 'OPEN'
                        """, Map.of("at", time(at), "filing", filing, "organ", organ));
    }

    void endCommitment(UUID commitment, Promise how, String evidence, Instant at) {
        update(
                "update proposals.commitment set state = :how, evidence = :evidence, ended = :at where id = :id",
                Map.of("how", how.name(), "evidence", evidence, "at", time(at), "id", commitment));
    }

    Optional<UUID> filingOfCommitment(UUID commitment) {
        return jdbc.sql("select filing from proposals.commitment where id = :id")
                .param("id", commitment)
                .query(UUID.class)
                .optional();
    }

    void askExtension(UUID filing, String organ, String reason, Instant at) {
        update(
                "insert into proposals.extension (filing, organ, at, reason) values (:filing, :organ, :at, :reason)",
                Map.of("filing", filing, "organ", organ, "at", time(at), "reason", reason));
    }

    void decideExtension(UUID filing, boolean granted, String answer) {
        update("""
                        update proposals.extension set granted = :granted, answer = :answer
                         where filing = :filing and granted is null
                        """, Map.of("granted", granted, "answer", answer, "filing", filing));
    }
}
