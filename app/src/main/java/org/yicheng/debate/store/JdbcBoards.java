package org.yicheng.debate.store;

import static org.yicheng.debate.store.Rows.optionalInstant;
import static org.yicheng.debate.store.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Sitting;
import org.yicheng.debate.Agendas;
import org.yicheng.debate.Board;
import org.yicheng.debate.Boards;
import org.yicheng.debate.Motions;
import org.yicheng.debate.SpeechClock;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;

/** Boards, their queues and countdowns. */
@Component
class JdbcBoards implements Boards {

    private final JdbcClient jdbc;
    private final Agendas agendas;
    private final Motions motions;
    private final Halls halls;
    private final Acts acts;
    private final Clock clock;

    JdbcBoards(JdbcClient jdbc, Agendas agendas, Motions motions, Halls halls, Acts acts, Clock clock) {
        this.jdbc = jdbc;
        this.agendas = agendas;
        this.motions = motions;
        this.halls = halls;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<Board> add(String sitting, String code, String name) {
        Sitting held = halls.sitting(sitting);
        List<Refusal> reasons = new ArrayList<>();
        if (!code.matches("[a-z0-9-]{1,40}")) {
            reasons.add(Refusal.at("code", "debate.board-code", "value", code));
        }
        if (name.isBlank() || name.length() > 40) {
            reasons.add(Refusal.at("name", "debate.title-length", "value", name.length(), "most", 40));
        }
        List<Board> boards = ofSitting(held.id());
        if (boards.size() >= MOST_BOARDS) {
            reasons.add(Refusal.at("code", "debate.boards-full", "most", MOST_BOARDS));
        }
        if (boards.stream().anyMatch(board -> board.code().equals(code))) {
            reasons.add(Refusal.at("code", "debate.board-taken", "value", code));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        jdbc.sql("insert into debate.board (sitting, code, name, slide) values (:sitting, :code, :name, 'HALL')")
                .param("sitting", sitting)
                .param("code", code)
                .param("name", name.strip())
                .update();
        return done(sitting, code, "debate.board.add");
    }

    @Override
    @Transactional
    public Ruling<Board> remove(String sitting, String code) {
        Board gone = locked(sitting, code);
        jdbc.sql("delete from debate.board where sitting = :sitting and code = :code")
                .param("sitting", sitting)
                .param("code", code)
                .update();
        acts.write(Permission.FLOOR_MOVE, "debate.board.remove", "board:" + sitting + "/" + code);
        return Ruling.granted(gone);
    }

    @Override
    @Transactional
    public Ruling<Board> show(String sitting, String code, Board.Slide slide) {
        locked(sitting, code);
        List<Refusal> reasons = faults(sitting, slide);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        jdbc.sql("""
                        update debate.board set slide = :slide, ref = :ref, content = :content
                         where sitting = :sitting and code = :code
                        """)
                .param("slide", slide.kind().name())
                .param("ref", slide.ref())
                .param("content", slide.content())
                .param("sitting", sitting)
                .param("code", code)
                .update();
        return done(sitting, code, "debate.board.show", "slide", slide.kind());
    }

    /** What a slide is about must be before this sitting. */
    private List<Refusal> faults(String sitting, Board.Slide slide) {
        boolean known = switch (slide.kind()) {
            case ITEM ->
                agendas.ofSitting(sitting).stream()
                        .anyMatch(item -> item.id().toString().equals(slide.ref()));
            case MOTION ->
                motions.ofSitting(sitting).stream()
                        .anyMatch(motion -> motion.id().toString().equals(slide.ref()));
            case AMENDMENT ->
                motions.ofSitting(sitting).stream()
                        .flatMap(motion -> motions.amendments(motion.id()).stream())
                        .anyMatch(amendment -> amendment.id().toString().equals(slide.ref()));
            case HALL, SPEAKERS, AGENDA, MESSAGE, BLANK -> slide.ref().isEmpty();
        };
        List<Refusal> reasons = new ArrayList<>();
        if (!known) {
            reasons.add(Refusal.at("slide", "debate.slide-unknown", "value", slide.ref()));
        }
        int length = slide.content().strip().length();
        if (length > LONGEST_MESSAGE || (slide.kind() == Board.Kind.MESSAGE && length == 0)) {
            reasons.add(Refusal.at("content", "debate.message-length", "value", length, "most", LONGEST_MESSAGE));
        }
        return reasons;
    }

    @Override
    @Transactional
    public Ruling<Board> queue(String sitting, String code, Board.Slide slide) {
        Board board = locked(sitting, code);
        List<Refusal> reasons = faults(sitting, slide);
        if (board.queue().size() >= MOST_QUEUED) {
            reasons.add(Refusal.at("slide", "debate.queue-full", "most", MOST_QUEUED));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        jdbc.sql("""
                        insert into debate.slide (id, sitting, board, slide, ref, content)
                        values (:id, :sitting, :code, :slide, :ref, :content)
                        """)
                .param("id", UUID.randomUUID())
                .param("sitting", sitting)
                .param("code", code)
                .param("slide", slide.kind().name())
                .param("ref", slide.ref())
                .param("content", slide.content())
                .update();
        return done(sitting, code, "debate.board.queue", "slide", slide.kind());
    }

    @Override
    @Transactional
    public Ruling<Board> unqueue(String sitting, String code, UUID slide) {
        locked(sitting, code);
        jdbc.sql("delete from debate.slide where id = :id and sitting = :sitting and board = :code")
                .param("id", slide)
                .param("sitting", sitting)
                .param("code", code)
                .update();
        return done(sitting, code, "debate.board.unqueue");
    }

    @Override
    @Transactional
    public Ruling<Board> next(String sitting, String code) {
        Board board = locked(sitting, code);
        if (board.queue().isEmpty()) {
            return Ruling.refused(Refusal.plain("debate.queue-is-empty", "board", board.name()));
        }
        Board.Queued first = board.queue().getFirst();
        jdbc.sql("delete from debate.slide where id = :id")
                .param("id", first.id())
                .update();
        return show(sitting, code, first.slide());
    }

    @Override
    @Transactional
    public Ruling<Board> message(String sitting, String code, String message) {
        locked(sitting, code);
        if (message.length() > LONGEST_MESSAGE) {
            return Ruling.refused(
                    Refusal.at("message", "debate.message-length", "value", message.length(), "most", LONGEST_MESSAGE));
        }
        jdbc.sql("update debate.board set message = :message where sitting = :sitting and code = :code")
                .param("message", message.strip())
                .param("sitting", sitting)
                .param("code", code)
                .update();
        return done(sitting, code, "debate.board.message");
    }

    @Override
    @Transactional
    public Ruling<Board> startTimer(String sitting, String code, String title, int minutes) {
        locked(sitting, code);
        List<Refusal> reasons = new ArrayList<>();
        if (minutes < 1 || minutes > 600) {
            reasons.add(Refusal.at("minutes", "debate.extend-range", "value", minutes, "most", 600));
        }
        if (title.length() > 40) {
            reasons.add(Refusal.at("title", "debate.title-length", "value", title.length(), "most", 40));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        SpeechClock timer = new SpeechClock(Duration.ofMinutes(minutes), Duration.ZERO, Optional.of(clock.instant()));
        return timed(sitting, code, title.strip(), timer, "debate.board.timer");
    }

    @Override
    @Transactional
    public Ruling<Board> pauseTimer(String sitting, String code) {
        Board board = locked(sitting, code);
        return timed(
                sitting, code, board.timerTitle(), board.timer().stop(clock.instant()), "debate.board.timer-pause");
    }

    @Override
    @Transactional
    public Ruling<Board> resumeTimer(String sitting, String code) {
        Board board = locked(sitting, code);
        return timed(
                sitting, code, board.timerTitle(), board.timer().start(clock.instant()), "debate.board.timer-resume");
    }

    @Override
    @Transactional
    public Ruling<Board> dropTimer(String sitting, String code) {
        locked(sitting, code);
        return timed(
                sitting,
                code,
                "",
                new SpeechClock(Duration.ZERO, Duration.ZERO, Optional.empty()),
                "debate.board.timer-drop");
    }

    private Ruling<Board> timed(String sitting, String code, String title, SpeechClock timer, String verb) {
        jdbc.sql("""
                        update debate.board set timer_title = :title, timer_ms = :limit, timer_used = :used,
                               timer_since = cast(:since as timestamptz)
                         where sitting = :sitting and code = :code
                        """)
                .param("title", title)
                .param("limit", timer.limit().toMillis())
                .param("used", timer.used().toMillis())
                .param("since", timer.runningSince().map(Rows::stamp).orElse(null))
                .param("sitting", sitting)
                .param("code", code)
                .update();
        return done(sitting, code, verb);
    }

    @Override
    public List<Board> ofSitting(String sitting) {
        return jdbc.sql("select * from debate.board where sitting = :sitting order by code")
                .param("sitting", sitting)
                .query((row, _) -> board(row))
                .list();
    }

    @Override
    public Optional<Board> byCode(String sitting, String code) {
        return ofSitting(sitting).stream()
                .filter(board -> board.code().equals(code))
                .findFirst();
    }

    private Board board(ResultSet row) throws SQLException {
        return new Board(
                row.getString("sitting"),
                row.getString("code"),
                row.getString("name"),
                slide(row),
                row.getString("message"),
                row.getString("timer_title"),
                new SpeechClock(
                        Duration.ofMillis(row.getLong("timer_ms")),
                        Duration.ofMillis(row.getLong("timer_used")),
                        optionalInstant(row, "timer_since")),
                queued(row.getString("sitting"), row.getString("code")));
    }

    private List<Board.Queued> queued(String sitting, String code) {
        return jdbc.sql("select * from debate.slide where sitting = :sitting and board = :code order by position")
                .param("sitting", sitting)
                .param("code", code)
                .query((row, _) -> new Board.Queued(uuid(row, "id"), slide(row)))
                .list();
    }

    private static Board.Slide slide(ResultSet row) throws SQLException {
        return new Board.Slide(
                Board.Kind.valueOf(row.getString("slide")), row.getString("ref"), row.getString("content"));
    }

    private Board locked(String sitting, String code) {
        jdbc.sql("select 1 from debate.board where sitting = :sitting and code = :code for update")
                .param("sitting", sitting)
                .param("code", code)
                .query((_, _) -> 1)
                .optional();
        return byCode(sitting, code)
                .orElseThrow(() -> new RefusedException(Refusal.plain("debate.board.unknown", "value", code)));
    }

    private Ruling<Board> done(String sitting, String code, String verb, Object... facts) {
        Board now = byCode(sitting, code).orElseThrow();
        halls.boardChanged(sitting, code);
        acts.write(Permission.FLOOR_MOVE, verb, "board:" + sitting + "/" + code, facts);
        return Ruling.granted(now);
    }
}
