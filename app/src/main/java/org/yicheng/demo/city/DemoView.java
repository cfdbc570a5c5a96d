package org.yicheng.demo.city;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.yicheng.rule.Language;

/**
 * The page of roles to step into.
 *
 * @param year whether the year after the session can be played
 */
public record DemoView(
        List<Choice> staff, List<Choice> deputies, List<Choice> members, Instant now, boolean autoplay, boolean year) {

    /** The board that goes on from meeting to meeting, as HTML in a language. */
    public record Board(Function<Language, String> body) {}

    /**
     * One role.
     *
     * @param who what is posted
     * @param key words {@code demo.persona-<key>} and {@code demo.does-<key>}
     */
    public record Choice(String who, String key, String name, String group) {}
}
