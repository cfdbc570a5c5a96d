package org.yicheng.assembly.store;

import java.util.Collection;
import java.util.List;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Sitting;
import org.yicheng.rule.Phrase;

/** The name of a sitting's or a question's state, for refusals: the words that the pages show. */
final class StateWord {

    private StateWord() {}

    static Phrase of(Sitting.State state) {
        return sitting(state.name());
    }

    static Phrase of(Question.State state) {
        return question(state.name());
    }

    static Phrase sitting(String state) {
        return Phrase.of("assembly.sitting-is-" + state);
    }

    static Phrase question(String state) {
        return Phrase.of("assembly.question-is-" + state);
    }

    static List<Phrase> ofSittings(Collection<Sitting.State> states) {
        return states.stream().sorted().map(StateWord::of).toList();
    }

    static List<Phrase> ofQuestions(Collection<Question.State> states) {
        return states.stream().sorted().map(StateWord::of).toList();
    }
}
