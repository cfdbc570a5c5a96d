package org.yicheng.debate;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Ruling;

/** The boards of a sitting. Every change is recorded as {@code Caller.current()}. */
public interface Boards {

    int MOST_BOARDS = 20;
    int MOST_QUEUED = 100;
    int LONGEST_MESSAGE = 160;

    /** Sets up a board; its code is a short word of a–z, 0–9 and hyphens. */
    Ruling<Board> add(String sitting, String code, String name);

    Ruling<Board> remove(String sitting, String code);

    Ruling<Board> show(String sitting, String code, Board.Slide slide);

    /** Puts a slide at the end of the queue. */
    Ruling<Board> queue(String sitting, String code, Board.Slide slide);

    Ruling<Board> unqueue(String sitting, String code, UUID slide);

    /** Shows the next slide of the queue. */
    Ruling<Board> next(String sitting, String code);

    /** A line over whatever is shown; an empty one takes it away. */
    Ruling<Board> message(String sitting, String code, String message);

    /** Starts a countdown of 1…600 minutes. */
    Ruling<Board> startTimer(String sitting, String code, String title, int minutes);

    Ruling<Board> pauseTimer(String sitting, String code);

    Ruling<Board> resumeTimer(String sitting, String code);

    Ruling<Board> dropTimer(String sitting, String code);

    List<Board> ofSitting(String sitting);

    Optional<Board> byCode(String sitting, String code);
}
