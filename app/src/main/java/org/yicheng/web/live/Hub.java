package org.yicheng.web.live;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
class Hub implements Live {

    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
    /** Measured: about 115 KB of heap a client; 200 KB leaves room. */
    private static final long HEAP_PER_CLIENT = 200_000;
    private static final long PACE_MILLIS = 250;
    private static final long BEAT_SECONDS = 15;
    private static final int BEAT_SLICES = 15;

    private record Registered(Permission needed, Source source) {}

    private final Map<String, Registered> sources = new ConcurrentHashMap<>();
    private final Map<String, Topic> topics = new ConcurrentHashMap<>();
    private final AtomicInteger clients = new AtomicInteger();
    private final int most = (int) Math.min(20_000, Runtime.getRuntime().maxMemory() / HEAP_PER_CLIENT);
    private final ScheduledExecutorService pace =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("live-pace").daemon().factory());
    private final ExecutorService senders =
            Executors.newFixedThreadPool(2, Thread.ofPlatform().name("live-send-", 1).daemon().factory());
    private final JsonMapper json;
    private final Doorbell doorbell;

    Hub(JsonMapper json, Doorbell doorbell) {
        this.json = json;
        this.doorbell = doorbell;
        doorbell.listen(this::pushSoon);
        pace.scheduleAtFixedRate(this::beat, 1, BEAT_SECONDS * 1000 / BEAT_SLICES, TimeUnit.MILLISECONDS);
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
        if (found == null || topic.length() > 200) {
            throw new RefusedException(Refusal.at("topic", "web.topic.unknown", "value", topic));
        }
        return found;
    }

    @Override
    public SseEmitter subscribe(String topic, Language language) {
        Registered registered = registered(topic);
        if (clients.incrementAndGet() > most) {
            clients.decrementAndGet();
            throw new RefusedException(Refusal.plain("web.streams-full", "most", most));
        }
        Follower follower = new Follower(new SseEmitter(0L), senders);
        Topic room = topics.computeIfAbsent(topic, name -> new Topic(name, registered.source()));
        follower.whenGone(() -> {
            if (room.remove(language, follower)) {
                clients.decrementAndGet();
            }
        });
        room.add(language, follower);
        follower.offer(room.state(language));
        return follower.emitter();
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
        if (topic == null || !topic.claim()) {
            return;
        }
        long wait = Math.max(0, topic.lastPush() + PACE_MILLIS - now());
        pace.schedule(() -> senders.execute(() -> push(topic)), wait, TimeUnit.MILLISECONDS);
    }

    private void push(Topic topic) {
        topic.begin(now());
        try {
            topic.pushAll();
        } catch (RuntimeException e) {
            LOG.error("could not render topic {}", topic.name, e);
        }
    }

    private static long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    private int slice;

    /** Every client hears a beat each 15 s, staggered, so that a real push meets only live ones. */
    private void beat() {
        slice = (slice + 1) % BEAT_SLICES;
        int now = slice;
        topics.values().forEach(topic -> topic.beat(now, BEAT_SLICES));
    }

    @PreDestroy
    void stop() {
        pace.shutdownNow();
        senders.shutdownNow();
        topics.values().forEach(Topic::end);
    }

    /** One topic: its followers by language and the pace of its pushes. */
    private final class Topic {
        private final String name;
        private final Source source;
        private final Map<Language, Map<Follower, Boolean>> followers = new EnumMap<>(Language.class);
        private boolean claimed;
        private long lastPush;

        private Topic(String name, Source source) {
            this.name = name;
            this.source = source;
            for (Language language : Language.values()) {
                followers.put(language, new ConcurrentHashMap<>());
            }
        }

        private Map<Follower, Boolean> of(Language language) {
            return java.util.Objects.requireNonNull(followers.get(language));
        }

        private void add(Language language, Follower follower) {
            of(language).put(follower, true);
        }

        private boolean remove(Language language, Follower follower) {
            return of(language).remove(follower) != null;
        }

        private synchronized boolean claim() {
            boolean first = !claimed;
            claimed = true;
            return first;
        }

        private synchronized long lastPush() {
            return lastPush;
        }

        private synchronized void begin(long now) {
            claimed = false;
            lastPush = now;
        }

        private String state(Language language) {
            return json.writeValueAsString(source.state(name, language));
        }

        private void pushAll() {
            for (Language language : Language.values()) {
                List<Follower> all = new ArrayList<>(of(language).keySet());
                if (!all.isEmpty()) {
                    String state = state(language);
                    all.forEach(follower -> follower.offer(state));
                }
            }
        }

        private void beat(int now, int slices) {
            followers.values().forEach(map -> map.keySet().stream()
                    .filter(follower -> Math.floorMod(System.identityHashCode(follower), slices) == now)
                    .forEach(Follower::beat));
        }

        private void end() {
            followers.values().forEach(map -> map.keySet().forEach(Follower::end));
        }
    }
}
