package org.yicheng.web.live;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.yicheng.party.Permission;
import org.yicheng.rule.Language;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Live;
import tools.jackson.databind.json.JsonMapper;

/** The hub in this process; {@link Doorbell} wakes it when another node changed something. */
@Component
class Hub implements Live, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
    /** Measured: about 115 KB of heap a client; 200 KB leaves room. */
    private static final long HEAP_PER_CLIENT = 200_000;
    /** Files that the process needs beside its streams. */
    private static final long FILES_KEPT = 1_000;

    private static final int MOST_EVER = 20_000;
    private static final int LONGEST_NAME = 200;
    private static final long PACE_MILLIS = 250;
    private static final long BEAT_MILLIS = 15_000;
    private static final int BEAT_TURNS = 60;

    private record Registered(Permission needed, Source source) {}

    private final Map<String, Registered> sources = new ConcurrentHashMap<>();
    private final Map<String, Topic> topics = new ConcurrentHashMap<>();
    private final AtomicInteger clients = new AtomicInteger();
    private final int most = most();
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live-pace").daemon().factory());
    /** A thread for each sending: a client that does not read parks its own thread and nobody else's. */
    private final ExecutorService senders = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("live-send-", 0).factory());

    private final JsonMapper json;
    private final Doorbell doorbell;
    private volatile boolean running;
    private int turn;

    Hub(JsonMapper json, Doorbell doorbell) {
        this.json = json;
        this.doorbell = doorbell;
    }

    @Override
    public void start() {
        running = true;
        doorbell.listen(this::pushSoon, () -> topics.keySet().forEach(this::pushSoon));
        pace.scheduleAtFixedRate(this::beat, BEAT_MILLIS, BEAT_MILLIS / BEAT_TURNS, TimeUnit.MILLISECONDS);
        LOG.info("live streams: at most {}", most);
    }

    /** Before the web server: it waits for requests under way, and an open stream never ends by itself. */
    @Override
    public void stop() {
        running = false;
        doorbell.stop();
        pace.shutdownNow();
        topics.values().forEach(Topic::end);
        senders.shutdown();
    }

    /** Its threads are started once: it goes on while its application is only paused. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static int most() {
        long byHeap = Runtime.getRuntime().maxMemory() / HEAP_PER_CLIENT;
        long byFiles = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? Math.max(100, unix.getMaxFileDescriptorCount() - FILES_KEPT)
                : MOST_EVER;
        return (int) Math.min(MOST_EVER, Math.min(byHeap, byFiles));
    }

    @Override
    public void source(String prefix, Permission needed, Source source) {
        sources.put(prefix, new Registered(needed, source));
    }

    @Override
    public Permission needed(String topic) {
        return registered(topic).needed();
    }

    private Registered registered(String topic) {
        int colon = topic.indexOf(':');
        Registered found = colon < 1 ? null : sources.get(topic.substring(0, colon + 1));
        if (found == null || topic.length() > LONGEST_NAME) {
            throw new RefusedException(Refusal.at("topic", "web.topic.unknown", "value", topic));
        }
        return found;
    }

    @Override
    public SseEmitter subscribe(String topic, Language language) {
        Source source = registered(topic).source();
        if (clients.incrementAndGet() > (running ? most : 0)) {
            clients.decrementAndGet();
            throw new RefusedException(Refusal.plain("web.streams-full", "most", most));
        }
        Follower follower = new Follower(senders);
        // Inside the map's lock of this name, so that the last one leaving cannot drop the topic under the newcomer.
        Topic room = Objects.requireNonNull(topics.compute(topic, (name, known) -> {
            Topic found = known == null ? new Topic(name, each -> render(source, name, each)) : known;
            found.add(language, follower);
            return found;
        }));
        follower.whenGone(() -> leave(topic, language, follower));
        try {
            room.greet(language, follower);
        } catch (RuntimeException e) {
            leave(topic, language, follower);
            throw e;
        }
        return follower.emitter();
    }

    private void leave(String topic, Language language, Follower follower) {
        topics.computeIfPresent(topic, (_, room) -> {
            if (room.remove(language, follower)) {
                clients.decrementAndGet();
            }
            return room.empty() ? null : room;
        });
    }

    private Frame render(Source source, String topic, Language language) {
        return Frame.of(json.writeValueAsString(source.state(topic, language)));
    }

    /** How many streams are open now. */
    int clients() {
        return clients.get();
    }

    @Override
    public void changed(String topic) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            ring(topic);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ring(topic);
            }
        });
    }

    private void ring(String topic) {
        pushSoon(topic);
        doorbell.ring(topic);
    }

    /** Pushes at once if the topic was quiet, else when its pace allows; many calls in between become one push. */
    private void pushSoon(String name) {
        Topic topic = topics.get(name);
        if (topic == null || !running || !topic.claim()) {
            return;
        }
        long wait = Math.max(0, topic.lastPush() + PACE_MILLIS - now());
        pace.schedule(() -> senders.execute(() -> push(topic)), wait, TimeUnit.MILLISECONDS);
    }

    private static void push(Topic topic) {
        try {
            topic.push(now());
        } catch (RuntimeException e) {
            LOG.error("could not render topic {}", topic.name(), e);
        }
    }

    private static long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /** Every client hears a beat each 15 s, staggered, so that a real push meets only live ones. */
    private void beat() {
        turn = (turn + 1) % BEAT_TURNS;
        topics.values().forEach(topic -> topic.beat(turn, BEAT_TURNS));
    }
}
