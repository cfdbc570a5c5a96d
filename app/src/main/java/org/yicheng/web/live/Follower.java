package org.yicheng.web.live;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open stream with a mailbox of one: the newest state wins, and a slow client never holds the others. */
final class Follower {

    private static final AtomicLong SEQUENCE = new AtomicLong();
    private static final String BEAT = "";

    private final SseEmitter emitter;
    private final Executor senders;
    private @Nullable String waiting;
    private boolean sending;

    Follower(SseEmitter emitter, Executor senders) {
        this.emitter = emitter;
        this.senders = senders;
    }

    SseEmitter emitter() {
        return emitter;
    }

    void whenGone(Runnable action) {
        emitter.onCompletion(action);
        emitter.onTimeout(action);
        emitter.onError(_ -> action.run());
    }

    /** Leaves the state in the mailbox and sends it unless a sending is under way. */
    void offer(String state) {
        synchronized (this) {
            waiting = state;
            if (sending) {
                return;
            }
            sending = true;
        }
        try {
            senders.execute(this::drain);
        } catch (RejectedExecutionException e) {
            end();
        }
    }

    void beat() {
        synchronized (this) {
            if (sending || waiting != null) {
                return;
            }
        }
        offer(BEAT);
    }

    private void drain() {
        for (String next = take(); next != null; next = take()) {
            try {
                if (next.equals(BEAT)) {
                    emitter.send(SseEmitter.event().name("beat").data(""));
                } else {
                    emitter.send(SseEmitter.event()
                            .id(Long.toString(SEQUENCE.incrementAndGet()))
                            .data(next));
                }
            } catch (IOException | IllegalStateException e) {
                emitter.completeWithError(e);
                return;
            }
        }
    }

    private synchronized @Nullable String take() {
        String next = waiting;
        waiting = null;
        sending = next != null;
        return next;
    }

    void end() {
        emitter.complete();
    }
}
