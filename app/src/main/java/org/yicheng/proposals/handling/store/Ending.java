package org.yicheng.proposals.handling.store;

import org.springframework.stereotype.Component;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.proposals.handling.Handling.Promise;

/** What follows the judgement: a promise is tracked, else the matter is closed. */
@Component
class Ending {

    private final Course course;

    Ending(Course course) {
        this.course = course;
    }

    static boolean promised(Handling handling) {
        return handling.commitments().stream().anyMatch(one -> one.state() == Promise.OPEN);
    }

    void settle(Handling handling) {
        if (handling.matter().state().equals("SATISFIED")) {
            course.carry(handling, course.of(handling, promised(handling) ? "track" : "close"));
        }
    }

    /** After a promise ended: the matter too, with the last of them. */
    void kept(Handling handling, Promise how, String evidence) {
        if (!handling.matter().state().equals("COMMITMENT_TRACKING") || promised(handling)) {
            return;
        }
        course.carry(
                handling,
                how == Promise.FULFILLED
                        ? course.of(handling, "fulfil").with(java.util.Map.of("evidence", oneLine(evidence)))
                        : course.of(handling, "explain").because(evidence));
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ').strip();
    }
}
