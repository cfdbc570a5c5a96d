package org.yicheng.web;

import java.util.List;

/**
 * One step of a procedure.
 *
 * @param notes small lines under the name: when, by what article
 */
public record Step(String name, State state, List<String> notes) {

    /** Behind us, where we are, ahead of us. */
    public enum State {
        DONE,
        HERE,
        AHEAD
    }

    public Step {
        notes = List.copyOf(notes);
    }
}
