package org.yicheng.debate.store;

import static org.yicheng.debate.store.Rows.bilingual;
import static org.yicheng.debate.store.Rows.instant;
import static org.yicheng.debate.store.Rows.optionalInstant;
import static org.yicheng.debate.store.Rows.optionalUuid;
import static org.yicheng.debate.store.Rows.stamp;
import static org.yicheng.debate.store.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.debate.Motion;
import org.yicheng.debate.Motions;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** The rows of motions, their paragraphs, parts and questions. */
@Component
class MotionRows {

    private static final String MOTIONS = """
            select m.*, array(select content from debate.paragraph p where p.motion = m.id order by number) as paragraphs
              from debate.motion m
            """;

    private final JdbcClient jdbc;

    MotionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID insert(String body, String subject, Motions.Tabled motion, String state, Instant at) {
        UUID id = UUID.randomUUID();
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "motions " + body + " " + subject)
                .query((_, _) -> 1)
                .single();
        jdbc.sql("""
                        insert into debate.motion (id, body, subject, number, title_zh, title_en, proposer, mover, signers,
                                                   state, demo, tabled_at)
                        select :id, :body, :subject, coalesce(max(number), 0) + 1, :zh, :en, :proposer, cast(:mover as uuid),
                               :signers, :state, :demo, :at
                          from debate.motion where body = :body and subject = :subject
                        """)
                .param("id", id)
                .param("body", body)
                .param("subject", subject)
                .param("zh", motion.title().zh())
                .param("en", english(motion.title()))
                .param("proposer", motion.proposer())
                .param("mover", motion.mover().orElse(null))
                .param("signers", motion.signers())
                .param("state", state)
                .param("demo", motion.demo())
                .param("at", stamp(at))
                .update();
        write(id, motion.paragraphs());
        return id;
    }

    private static String english(Bilingual title) {
        return title.en().isBlank() ? title.zh() : title.en();
    }

    private void write(UUID motion, List<String> paragraphs) {
        for (int i = 0; i < paragraphs.size(); i++) {
            jdbc.sql("insert into debate.paragraph (motion, number, content) values (:motion, :number, :content)")
                    .param("motion", motion)
                    .param("number", i + 1)
                    .param("content", paragraphs.get(i))
                    .update();
        }
    }

    void rewrite(UUID motion, Bilingual title, List<String> paragraphs) {
        jdbc.sql("update debate.motion set title_zh = :zh, title_en = :en, version = version + 1 where id = :id")
                .param("zh", title.zh())
                .param("en", english(title))
                .param("id", motion)
                .update();
        jdbc.sql("delete from debate.paragraph where motion = :id")
                .param("id", motion)
                .update();
        write(motion, paragraphs);
    }

    void meeting(UUID motion, Instant at, Instant until) {
        jdbc.sql("update debate.motion set meeting_at = :at, amendments_until = :until where id = :id")
                .param("at", stamp(at))
                .param("until", stamp(until))
                .param("id", motion)
                .update();
    }

    void state(UUID motion, String state, String reason) {
        jdbc.sql("update debate.motion set state = :state, reason = :reason, version = version + 1 where id = :id")
                .param("state", state)
                .param("reason", reason)
                .param("id", motion)
                .update();
    }

    Optional<Motion> byId(UUID motion) {
        return jdbc.sql(MOTIONS + " where m.id = :id")
                .param("id", motion)
                .query(MotionRows::row)
                .optional();
    }

    Motion known(UUID motion) {
        return byId(motion)
                .orElseThrow(() -> new RefusedException(Refusal.plain("debate.motion.unknown", "value", motion)));
    }

    /** The motion with its row locked: changes to it and its amendments come one after the other. */
    Motion locked(UUID motion) {
        jdbc.sql("select 1 from debate.motion where id = :id for update")
                .param("id", motion)
                .query((_, _) -> 1)
                .optional();
        return known(motion);
    }

    List<Motion> of(String body, String subject) {
        return jdbc.sql(MOTIONS + " where m.body = :body and m.subject = :subject order by m.number")
                .param("body", body)
                .param("subject", subject)
                .query(MotionRows::row)
                .list();
    }

    private static Motion row(ResultSet row, int at) throws SQLException {
        return new Motion(
                uuid(row, "id"),
                row.getString("body"),
                row.getString("subject"),
                row.getInt("number"),
                bilingual(row, "title"),
                row.getString("proposer"),
                optionalUuid(row, "mover"),
                row.getInt("signers"),
                row.getString("state"),
                row.getString("reason"),
                texts(row, "paragraphs"),
                optionalInstant(row, "meeting_at"),
                optionalInstant(row, "amendments_until"),
                row.getBoolean("demo"),
                instant(row, "tabled_at"),
                row.getInt("version"));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    List<Motions.Part> parts(UUID motion) {
        return jdbc.sql("select * from debate.part where motion = :motion order by number")
                .param("motion", motion)
                .query((row, _) -> new Motions.Part(
                        row.getInt("number"),
                        new Motions.Range(row.getInt("from_par"), row.getInt("to_par")),
                        row.getString("state")))
                .list();
    }

    void divide(UUID motion, List<Motions.Range> ranges) {
        jdbc.sql("delete from debate.part where motion = :motion")
                .param("motion", motion)
                .update();
        for (int i = 0; i < ranges.size(); i++) {
            jdbc.sql("""
                            insert into debate.part (motion, number, from_par, to_par, state)
                            values (:motion, :number, :from, :to, 'LISTED')
                            """)
                    .param("motion", motion)
                    .param("number", i + 1)
                    .param("from", ranges.get(i).from())
                    .param("to", ranges.get(i).to())
                    .update();
        }
    }

    void part(UUID motion, int number, String state) {
        jdbc.sql("update debate.part set state = :state where motion = :motion and number = :number")
                .param("state", state)
                .param("motion", motion)
                .param("number", number)
                .update();
    }

    void asked(UUID question, UUID motion, String about) {
        jdbc.sql("insert into debate.asked (question, motion, about) values (:question, :motion, :about)")
                .param("question", question)
                .param("motion", motion)
                .param("about", about)
                .update();
    }

    List<UUID> questions(UUID motion) {
        return jdbc.sql("select question from debate.asked where motion = :motion")
                .param("motion", motion)
                .query((row, _) -> uuid(row, "question"))
                .list();
    }
}
