package org.yicheng.assembly;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Ruling;

/**
 * State offices that members hold elsewhere. Whoever sits in a standing committee may hold no office in administrative,
 * supervisory, judicial or procuratorial organs (OL 47(3)). Every change is recorded as {@code Caller.current()}.
 */
public interface OtherOffices {

    /** Where it stands. */
    Citation GROUND = Citation.of(Law.ORGANIC, "47(3)");

    /** The organs whose offices exclude membership. */
    enum Organ {
        ADMINISTRATIVE,
        SUPERVISORY,
        JUDICIAL,
        PROCURATORIAL
    }

    /**
     * @param number of the member
     * @param givesUp has declared to resign from it if elected
     * @param ended when it was given up
     */
    record OtherOffice(
            UUID id,
            String body,
            String number,
            String name,
            Organ organ,
            String title,
            boolean givesUp,
            Optional<Instant> ended) {}

    Ruling<OtherOffice> enter(String body, String number, Organ organ, String title, boolean givesUp);

    /** The member declares to resign from it if elected to the standing committee. */
    Ruling<OtherOffice> declare(String body, UUID office);

    /** The member holds it no longer. */
    Ruling<OtherOffice> end(String body, UUID office);

    /** All that were entered in a body, those held first. */
    List<OtherOffice> of(String body);

    /** What one member holds now. */
    List<OtherOffice> held(String body, String number);
}
