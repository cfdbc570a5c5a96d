package org.yicheng.assembly.store;

import org.yicheng.assembly.VotingMode;
import org.yicheng.rule.Phrase;

/** The name of a way to vote, for refusals: the words that the pages show. */
final class ModeWord {

    private ModeWord() {}

    static Phrase of(VotingMode mode) {
        return Phrase.of("assembly.mode-" + mode.name());
    }
}
