package org.yicheng.congress.store;

import org.yicheng.congress.Decision;
import org.yicheng.rule.Phrase;

/** The short name of a decision. */
record DecisionWord(Decision decision) {

    Phrase name() {
        return Phrase.of("congress.the-decision-" + decision.name());
    }
}
