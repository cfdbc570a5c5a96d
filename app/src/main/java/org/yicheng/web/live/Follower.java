package org.yicheng.web.live;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open stream with a mailbox of one: the newest state wins, and a slow client never holds the others. */
final class Follower {

    private final SseEmitter emitter = new SseEmitter(0L);
    private final Executor senders;
    private @Nullable Frame waiting;
    private boolean sending;

    Follower(Executor senders) {
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

    /** Leaves the frame in the mailbox and sends it unless a sending is under way. */
    void offer(Frame frame) {
        synchronized (this) {
            waiting = frame;
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

    /** A sign of life, unless something is on its way anyhow. Sending to a vanished client fails and drops it. */
    void beat() {
        synchronized (this) {
            if (sending || waiting != null) {
                return;
            }
        }
        offer(Frame.BEAT);
    }

    private void drain() {
        for (Frame next = take(); next != null; next = take()) {
            try {
                emitter.send(Set.of(new DataWithMediaType(next.bytes(), MediaType.TEXT_EVENT_STREAM)));
            } catch (IOException | IllegalStateException e) {
                emitter.completeWithError(e);
                return;
            }
        }
    }

    private synchronized @Nullable Frame take() {
        Frame next = waiting;
        waiting = null;
        sending = next != null;
        return next;
    }

    void end() {
        emitter.complete();
    }
}
