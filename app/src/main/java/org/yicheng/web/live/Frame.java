package org.yicheng.web.live;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** One event as it goes over the wire, encoded once for all who get it. */
record Frame(byte[] bytes) {

    private static final AtomicLong SEQUENCE = new AtomicLong();

    /** Named, not a comment: the page must notice when it stops coming. */
    static final Frame BEAT = new Frame("event:beat\ndata:\n\n".getBytes(StandardCharsets.UTF_8));

    /** A state, numbered; the text is one line of JSON. */
    static Frame of(String json) {
        String text = "id:" + SEQUENCE.incrementAndGet() + "\ndata:" + json + "\n\n";
        return new Frame(text.getBytes(StandardCharsets.UTF_8));
    }
}
