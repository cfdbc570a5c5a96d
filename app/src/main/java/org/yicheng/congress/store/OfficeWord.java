package org.yicheng.congress.store;

import org.yicheng.congress.Decision;
import org.yicheng.congress.Office;
import org.yicheng.rule.Phrase;

/** The name of an office and the decision that fills it. */
record OfficeWord(Office office) {

    Phrase name() {
        return Phrase.of("congress.the-office-" + office.name());
    }

    Decision decidedBy() {
        return switch (office) {
            case PRESIDIUM, SECRETARY_GENERAL -> Decision.PRESIDIUM;
            case STANDING_CHAIR -> Decision.STANDING_CHAIRS;
            case EXECUTIVE_CHAIR -> Decision.ROTA;
            case DEPUTY_SECRETARY_GENERAL -> Decision.DEPUTY_SECRETARIES;
        };
    }
}
