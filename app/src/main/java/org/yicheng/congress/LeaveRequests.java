package org.yicheng.congress;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Ruling;

/**
 * Requests for leave 请假: in writing, for a session or one sitting, approved or not (Deputies Law art. 13). Approved
 * leave counts in the roll of every sitting it covers. Every change is recorded as {@code Caller.current()}.
 */
public interface LeaveRequests {

    /** Where a request stands. */
    enum State {
        PENDING,
        APPROVED,
        REFUSED,
        WITHDRAWN
    }

    /**
     * A request.
     *
     * @param sitting the one sitting it is for; empty for the whole session
     * @param answer why it was refused, or a remark; empty string until decided
     */
    record Request(
            UUID id,
            String session,
            String member,
            String name,
            String groupName,
            Optional<String> sitting,
            String reason,
            Instant at,
            State state,
            String answer,
            Optional<Instant> decided) {}

    /** A member asks, in person. */
    Ruling<Request> ask(String session, UUID person, Optional<String> sitting, String reason);

    /** The secretariat enters a request that came on paper. */
    Ruling<Request> enter(String session, String member, Optional<String> sitting, String reason);

    /** Approves or refuses; a refusal says why. */
    Ruling<Request> decide(UUID id, boolean approved, String answer);

    /** The member takes the own request back before it is decided. */
    Ruling<Request> withdraw(UUID id, UUID person);

    Optional<Request> byId(UUID id);

    /** Pending first, then newest first. */
    List<Request> of(String session);

    List<Request> own(String session, UUID person);
}
