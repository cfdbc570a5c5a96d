package org.yicheng.web.live;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yicheng.rule.Language;

/** One topic: its followers by language, its present state, and the pace of its pushes. */
final class Topic {

    private final String name;
    private final Function<Language, Frame> render;
    private final Map<Language, Room> rooms = new EnumMap<>(Language.class);
    private boolean claimed;
    private long lastPush;

    Topic(String name, Function<Language, Frame> render) {
        this.name = name;
        this.render = render;
        for (Language language : Language.values()) {
            rooms.put(language, new Room(language));
        }
    }

    String name() {
        return name;
    }

    /** Followers of one language see the same frame; it is rendered once a push, and once for the first of them. */
    private final class Room {
        private final Language language;
        private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
        private @Nullable Frame present;

        private Room(Language language) {
            this.language = language;
        }

        private synchronized Frame present() {
            if (present == null) {
                present = render.apply(language);
            }
            return present;
        }

        private synchronized void refresh() {
            if (followers.isEmpty()) {
                present = null;
                return;
            }
            Frame fresh = render.apply(language);
            present = fresh;
            followers.forEach(follower -> follower.offer(fresh));
        }
    }

    private Room room(Language language) {
        return Objects.requireNonNull(rooms.get(language));
    }

    /** Takes a follower in: a change from now on reaches it. */
    void add(Language language, Follower follower) {
        room(language).followers.add(follower);
    }

    /** Gives a follower the present state. */
    void greet(Language language, Follower follower) {
        follower.greet(room(language).present());
    }

    boolean remove(Language language, Follower follower) {
        return room(language).followers.remove(follower);
    }

    boolean empty() {
        return rooms.values().stream().allMatch(room -> room.followers.isEmpty());
    }

    /** Takes the right to push; false if somebody has it already. */
    synchronized boolean claim() {
        boolean first = !claimed;
        claimed = true;
        return first;
    }

    synchronized long lastPush() {
        return lastPush;
    }

    /** Renders and sends to all. A change that comes in meanwhile claims the next push. */
    void push(long now) {
        synchronized (this) {
            claimed = false;
            lastPush = now;
        }
        rooms.values().forEach(Room::refresh);
    }

    /** A beat to those followers whose turn it is. */
    void beat(int turn, int turns) {
        rooms.values()
                .forEach(room -> room.followers.stream()
                        .filter(follower -> Math.floorMod(System.identityHashCode(follower), turns) == turn)
                        .forEach(Follower::beat));
    }

    void end() {
        rooms.values().forEach(room -> room.followers.forEach(Follower::end));
    }
}
