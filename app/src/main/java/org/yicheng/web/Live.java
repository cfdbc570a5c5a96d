package org.yicheng.web;

import java.util.Map;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.yicheng.party.Permission;
import org.yicheng.rule.Language;

/**
 * The hub of live events: pages subscribe to a topic over SSE, modules say that a topic changed, the hub asks the
 * topic's source for the new fragments once a language and sends them to all. At most four pushes a second a topic;
 * newest state wins; other nodes are woken through the database's notifications.
 */
public interface Live {

    /** Renders the present state of a topic: part name → HTML fragment or short text. */
    @FunctionalInterface
    interface Source {
        Map<String, String> state(String topic, Language language);
    }

    /** Registers who renders the topics that begin with the prefix, e.g. {@code board:}, and who may follow them. */
    void source(String prefix, Permission needed, Source source);

    /** The permission that following a topic needs; refuses a topic that has no source. */
    Permission needed(String topic);

    /** Opens a stream; the present state is sent at once. Refuses above the cap. */
    SseEmitter subscribe(String topic, Language language);

    /** Says that a topic changed; inside a transaction the push waits for its commit. Cheap; call freely. */
    void changed(String topic);
}
