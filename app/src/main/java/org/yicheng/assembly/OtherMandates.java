package org.yicheng.assembly;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/**
 * Mandates that deputies hold in other congresses, as they declare them: nobody may be a deputy of two areas of which
 * neither is part of the other (EL 48). Every change is recorded as {@code Caller.current()}.
 */
public interface OtherMandates {

    Citation ONE_LINE = Citation.of(Law.ELECTORAL, 48);

    /**
     * @param number of the member in the body
     * @param title of the other congress, as declared; may be empty
     */
    record Other(
            UUID id, String body, String number, String name, AreaCode area, String title, Optional<Instant> ended) {}

    /** Says which area a congress stands for; refused while a deputy's other mandates do not go with it. */
    Ruling<AreaCode> locate(String body, String code);

    Optional<AreaCode> area(String body);

    /** Enters a mandate elsewhere; refused where the two areas are neither above nor below each other. */
    Ruling<Other> declare(String body, String number, String code, String title);

    /** The deputy holds it no longer. */
    Ruling<Other> end(String body, UUID id);

    /** What stands against a code for a deputy of this body, before anything is stored. */
    List<Refusal> against(String body, String name, String code);

    /** All that were entered in a body, those held first. */
    List<Other> of(String body);

    /** What one member holds now. */
    List<Other> held(String body, String number);
}
