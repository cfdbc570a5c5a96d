package org.yicheng.livelihood;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Ruling;

/** Projects of a round, from the candidate to the deputies' deliberation. Every change is recorded. */
public interface Projects {

    int LONGEST_TITLE = 60;
    int LONGEST_GOAL = 500;
    int LONGEST_ORGAN = 60;
    int LONGEST_NOTE = 300;
    int LONGEST_RECORD = 100;
    int MOST_IN_A_ROUND = 200;

    /** More money than this is a slip of the pen: 1,000 billion yuan. */
    long MOST_FEN = 100_000_000_000_000L;

    /**
     * @param wishes accepted ones of the round
     * @param spot where it would be, if at one place
     */
    record Draft(String title, String goal, String organ, long fen, List<UUID> wishes, Optional<Project.Spot> spot) {

        public Draft(String title, String goal, String organ, long fen, List<UUID> wishes) {
            this(title, goal, organ, fen, wishes, Optional.empty());
        }
    }

    Ruling<Project> propose(UUID round, Draft draft);

    /** Enters what the screening found; refused with every criterion that is open or not met. */
    Ruling<Project> screen(UUID id, Map<Criterion, Project.Check> checks);

    /** Takes it off the way before the list is fixed. */
    Ruling<Project> drop(UUID id, String reason);

    /** What moves the whole list. */
    enum Step {
        /** 政府常务会议确定候选项目. */
        LIST,
        /** 常务委员会听取和审议. */
        HEAR,
        /** 主席团交全体代表审议. */
        DELIBERATE
    }

    /**
     * @param record number of the record, or name of the meeting
     * @param session whose presidium decided it, where it decided on the platform
     */
    record Taken(Step step, LocalDate day, String record, Optional<String> session) {

        public Taken(Step step, LocalDate day, String record) {
            this(step, day, record, Optional.empty());
        }
    }

    /** Moves the list: the executive meeting fixes it, the standing committee hears it, the deputies deliberate it. */
    Ruling<List<Taken>> take(UUID round, Taken step);

    /** In their order. */
    List<Taken> taken(UUID round);

    Optional<Project> byId(UUID id);

    /** By number. */
    List<Project> of(UUID round);
}
