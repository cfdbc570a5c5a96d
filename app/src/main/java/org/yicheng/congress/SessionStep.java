package org.yicheng.congress;

import static org.yicheng.congress.Session.State.*;

import java.util.EnumSet;
import java.util.Set;
import org.yicheng.congress.Session.State;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;

/** How a session moves: from where, to where, on what ground. The only moves there are. */
public enum SessionStep {
    /** The standing committee decides to convene it. */
    CONVENE(EnumSet.of(PLANNED), CONVENED, Citation.of(Law.ORGANIC, 15)),
    /** Credentials are checked, drafts of the agenda and the presidium list made, delegations formed. */
    PREPARE(EnumSet.of(CONVENED), PREPARING, Citation.of(Law.ORGANIC, 16)),
    /** 报到 opens. */
    REGISTER(EnumSet.of(PREPARING, POSTPONED), REGISTERING, Citation.of(Law.PRODUCT, "session.states")),
    /** The preliminary meeting opens; happens with it. */
    BEGIN_PRELIMINARY(EnumSet.of(REGISTERING), PRELIMINARY, Citation.of(Law.ORGANIC, 17)),
    /** Presidium and secretary-general elected, agenda adopted; happens with the last of them. */
    CONSTITUTE(EnumSet.of(PRELIMINARY), CONSTITUTED, Citation.of(Law.ORGANIC, 17)),
    /** The first plenary opens; happens with it. */
    OPEN(EnumSet.of(CONSTITUTED), IN_SESSION, Citation.of(Law.ORGANIC, 14)),
    SUSPEND(EnumSet.of(IN_SESSION), SUSPENDED, Citation.of(Law.PRODUCT, "session.states")),
    RESUME(EnumSet.of(SUSPENDED), IN_SESSION, Citation.of(Law.PRODUCT, "session.states")),
    /** Quorum missed at the preliminary meeting. */
    POSTPONE(EnumSet.of(CONVENED, REGISTERING, PRELIMINARY), POSTPONED, Citation.of(Law.ORGANIC, "14(4)")),
    CLOSE(EnumSet.of(IN_SESSION), CLOSED, Citation.of(Law.PRODUCT, "session.states")),
    ARCHIVE(EnumSet.of(CLOSED), ARCHIVED, Citation.of(Law.PRODUCT, "session.states"));

    /** From when motions may be filed. */
    public static final Citation MOTION_WINDOW_GROUND = Citation.of(Law.SHANGHAI, 24);

    private final Set<State> from;
    private final State to;
    private final Citation ground;

    SessionStep(Set<State> from, State to, Citation ground) {
        this.from = from;
        this.to = to;
        this.ground = ground;
    }

    public Set<State> from() {
        return EnumSet.copyOf(from);
    }

    public State to() {
        return to;
    }

    public Citation ground() {
        return ground;
    }

    /** Whether a clerk takes it; the others happen with a sitting or a decision. */
    public boolean byHand() {
        return this != BEGIN_PRELIMINARY && this != CONSTITUTE && this != OPEN && this != POSTPONE;
    }
}
