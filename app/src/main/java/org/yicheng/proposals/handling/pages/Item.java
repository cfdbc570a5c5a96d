package org.yicheng.proposals.handling.pages;

import java.util.Optional;
import org.yicheng.matter.Deadline;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.rule.Bilingual;

/**
 * One line of a list.
 *
 * @param until the limit that runs out next, if one runs
 */
public record Item(Handling handling, Bilingual state, Optional<Deadline> until) {

    /** The organs that answer, as printed. */
    public String organs() {
        return String.join(
                "、",
                handling.answering().stream()
                        .map(Handling.Assignment::organName)
                        .toList());
    }
}
