package org.yicheng.assembly;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What members of a body move beside the questions put to its sittings, told by the module that knows it. Beans of this
 * type are asked for every export of a body.
 */
public interface FurtherMotions {

    /**
     * A motion as Popolo has it (popoloproject.com/specs/motion.html).
     *
     * @param session the subject under which its session is known, e.g. {@code congress-session:sjz-npc-15-5}
     * @param number as people say it, e.g. 第12号
     * @param classification in lower case, e.g. {@code interpellation}
     * @param requirement what it takes to be adopted; empty if nothing is voted on
     * @param result what became of it; empty until then
     * @param sponsors persons, who leads first; empty if they are not to be known
     * @param mover organisation in whose name it is moved; empty if persons move it
     * @param questions on which was or will be voted about it
     */
    record Moved(
            UUID id,
            String session,
            String number,
            String text,
            String classification,
            Instant date,
            Optional<String> requirement,
            Optional<String> result,
            List<UUID> sponsors,
            Optional<String> mover,
            List<UUID> questions) {}

    /** In the order of receipt. Reads only. */
    List<Moved> of(String body);
}
