package org.yicheng.congress.store;

import java.util.Collection;
import java.util.List;
import org.yicheng.congress.Session.State;
import org.yicheng.rule.Bilingual;

/** The name of a session's state, for refusals. */
final class StateWord {

    private StateWord() {}

    static List<Bilingual> all(Collection<State> states) {
        return states.stream().sorted().map(StateWord::of).toList();
    }

    static Bilingual of(State state) {
        return switch (state) {
            case PLANNED -> new Bilingual("拟召开", "planned");
            case CONVENED -> new Bilingual("已召集", "convened");
            case PREPARING -> new Bilingual("筹备", "preparing");
            case REGISTERING -> new Bilingual("报到", "reporting in");
            case PRELIMINARY -> new Bilingual("预备会议", "preliminary meeting");
            case CONSTITUTED -> new Bilingual("主席团已产生", "constituted");
            case IN_SESSION -> new Bilingual("开会", "in session");
            case SUSPENDED -> new Bilingual("休会", "suspended");
            case POSTPONED -> new Bilingual("延期", "postponed");
            case CLOSED -> new Bilingual("闭会", "closed");
            case ARCHIVED -> new Bilingual("归档", "archived");
        };
    }
}
