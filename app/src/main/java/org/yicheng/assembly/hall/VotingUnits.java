package org.yicheng.assembly.hall;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.yicheng.rule.Ruling;

/** The voting units 表决器 at the seats. A change of state is recorded as {@code Caller.current()}. */
public interface VotingUnits {

    /** What a unit is like; units that nobody reported are taken to work. */
    enum State {
        OK,
        FAULT,
        OFFLINE
    }

    /** Who said so. */
    enum Source {
        HEARTBEAT,
        OPERATOR
    }

    /** A report about one seat. */
    record Report(String seat, State state, String note) {}

    /** @param since when it came into this state; a unit that stopped beating is OFFLINE since its last beat */
    record Unit(String seat, State state, Source source, Instant since, String note) {}

    /** At most this many reports at once. */
    int MOST = 2_000;

    /**
     * Takes reports, all or none. A unit that an operator put out of service stays so until an operator takes it back:
     * its own heartbeat does not overrule a person who stood before it.
     *
     * @return how many units changed their state
     */
    Ruling<Integer> report(String hall, Source source, List<Report> reports);

    /** The units that were reported, by seat. */
    Map<String, Unit> of(String hall);
}
