package org.yicheng.proposals.handling.pages;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yicheng.matter.CarriedElsewhere;
import org.yicheng.matter.Matter;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.handling.Setting;

/**
 * Suggestions and proposals are handled on their own pages: a step taken past them would leave the assignment, the
 * answer and the promises behind.
 */
@Component
class HandledHere implements CarriedElsewhere {

    private static final Set<String> PROCEDURES =
            Set.of(Setting.procedureOf(Kind.SUGGESTION), Setting.procedureOf(Kind.PROPOSAL));
    private static final String FILING = "filing:";

    @Override
    public Optional<String> pageOf(Matter matter) {
        return PROCEDURES.contains(matter.procedure()) && matter.subject().startsWith(FILING)
                ? Optional.of("/handling/" + matter.subject().substring(FILING.length()))
                : Optional.empty();
    }
}
