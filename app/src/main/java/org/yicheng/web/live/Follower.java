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
    /** From the start, so that nothing overtakes the greeting. */
    private boolean sending = true;

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

    /**
     * Sends the present state as the first frame. On the request's own thread, before the stream is handed to the
     * container: the headers then leave on that thread too, and no sender can meet them half written.
     */
    void greet(Frame present) {
        send(present);
        drain();
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
            if (!send(next)) {
                return;
            }
        }
    }

    private boolean send(Frame frame) {
        try {
            emitter.send(Set.of(new DataWithMediaType(frame.bytes(), MediaType.TEXT_EVENT_STREAM)));
            return true;
        } catch (IOException | IllegalStateException e) {
            emitter.completeWithError(e);
            return false;
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
