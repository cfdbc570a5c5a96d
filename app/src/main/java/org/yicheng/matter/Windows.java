package org.yicheng.matter;

import java.time.Instant;
import java.util.Optional;
import org.yicheng.rule.Citation;

/** The windows for filing. A service that decides them opens and ends them; others ask. */
public interface Windows {

    /** Opens a window, or leaves the one that is open. Recorded as {@code Caller.current()}. */
    void open(String subject, String kind, String body, Instant from, Citation ground);

    /** Sets or moves its end. */
    void end(String subject, String kind, Instant until, Citation ground);

    Optional<Window> of(String subject, String kind);

    /** The newest window of a body. */
    Optional<Window> newest(String body, String kind);
}
