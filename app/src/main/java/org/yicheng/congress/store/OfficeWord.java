package org.yicheng.congress.store;

import org.yicheng.congress.Decision;
import org.yicheng.congress.Office;
import org.yicheng.rule.Bilingual;

/** The name of an office and the decision that fills it. */
record OfficeWord(Office office) {

    Bilingual name() {
        return switch (office) {
            case PRESIDIUM -> new Bilingual("主席团", "the presidium");
            case SECRETARY_GENERAL -> new Bilingual("秘书长", "the secretary-general");
            case STANDING_CHAIR -> new Bilingual("常务主席", "the standing chairs");
            case EXECUTIVE_CHAIR -> new Bilingual("执行主席分组", "the groups of executive chairs");
            case DEPUTY_SECRETARY_GENERAL -> new Bilingual("副秘书长", "the deputy secretaries-general");
        };
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
