package org.yicheng.demo.city;

import java.time.Instant;
import java.util.List;

/** The page of roles to step into. */
public record DemoView(List<Choice> staff, List<Choice> deputies, Instant now, boolean autoplay) {

    /**
     * One role.
     *
     * @param who what is posted
     * @param key words {@code demo.persona-<key>} and {@code demo.does-<key>}
     */
    public record Choice(String who, String key, String name, String group) {}
}
