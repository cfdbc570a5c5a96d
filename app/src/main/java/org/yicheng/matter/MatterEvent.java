package org.yicheng.matter;

import java.time.LocalDate;
import java.util.UUID;

/** What happens to matters, for the services that own them; published in the transaction of the change. */
public sealed interface MatterEvent {

    UUID matter();

    String subject();

    /** @param transition empty for the opening */
    record MatterMoved(UUID matter, String subject, String procedure, String transition, String from, String to)
            implements MatterEvent {}

    /** It is somebody's turn, or a duty with a limit fell to somebody. @param holder as {@link Matter.Holder#key} */
    record TaskGiven(UUID matter, String subject, UUID task, String actor, String holder) implements MatterEvent {}

    /** A third or less of the time is left. */
    record DeadlineNear(UUID matter, String subject, UUID deadline, String limit, LocalDate due)
            implements MatterEvent {}

    /** The last day of a duty is over, and it is not done. */
    record DeadlineMissed(UUID matter, String subject, UUID deadline, String limit, LocalDate due)
            implements MatterEvent {}
}
