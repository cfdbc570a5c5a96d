package org.yicheng.congress;

import java.util.List;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Phrase;

/**
 * The times and sizes that law and rules of procedure set for a session of a congress, each with this session's own
 * figures. They are shown to whoever prepares the session and stop nobody: rules of procedure differ by place, and the
 * standing committee may hold a session earlier or later (OL 14).
 */
public interface SessionLimits {

    /**
     * One limit.
     *
     * @param says the figures and the limit, in words
     * @param kept whether the session keeps it
     */
    record Limit(Phrase says, boolean kept, Citation source) {}

    /** Those that can be told by now; none for sessions of other bodies than congresses. */
    List<Limit> of(Session session);
}
