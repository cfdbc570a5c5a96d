package org.yicheng.web;

import java.util.Map;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.yicheng.rule.Language;

/**
 * The hub of live events: pages subscribe to a topic over SSE, modules say that a topic changed, the hub asks the
 * topic's source for the new fragments once and sends them to all. At most four pushes a second a topic; newest state
 * wins; several nodes are woken through the database's notifications.
 */
public interface Live {

    /** Renders the present state of a topic: event name → one HTML fragment or short text (may span lines). */
    @FunctionalInterface
    interface Source {
        Map<String, String> state(String topic, Language language);
    }

    /** Registers who can render the topics that begin with the prefix, e.g. {@code board:}. At start only. */
    void source(String prefix, Source source);

    /** Opens a stream; the present state is sent at once. Answers 503 above the cap. */
    SseEmitter subscribe(String topic, Language language);

    /** Says that a topic changed; inside a transaction the push waits for its commit. Cheap; call freely. */
    void changed(String topic);
}
