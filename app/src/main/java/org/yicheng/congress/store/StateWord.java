package org.yicheng.congress.store;

import java.util.Collection;
import java.util.List;
import org.yicheng.congress.Session.State;
import org.yicheng.rule.Phrase;

/** The name of a session's state, for refusals: the words that the pages show. */
final class StateWord {

    private StateWord() {}

    static List<Phrase> all(Collection<State> states) {
        return states.stream().sorted().map(StateWord::of).toList();
    }

    static Phrase of(State state) {
        return Phrase.of("congress.state-" + state.name());
    }
}
