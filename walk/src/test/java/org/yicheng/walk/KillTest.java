package org.yicheng.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yicheng.bench.Hall;
import org.yicheng.bench.Platform;
import org.yicheng.bench.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** kill -9 at bad moments: what was acknowledged is there afterwards, once; what was begun can be begun again. */
class KillTest {

    private static final int MEMBERS = 400;
    private static final int CONNECTIONS = 16;
    private static final String[] MARKS = {"FOR", "AGAINST", "ABSTAIN"};
    private static final String[] SMALL = {"-XX:TieredStopAtLevel=1", "-Xmx600m", "--yicheng.demo=true"};
    private static final String[] EMPTY = {"-XX:TieredStopAtLevel=1", "-Xmx600m"};

    private final Path home = Platform.newHome();

    @AfterEach
    void removeTheHome() {
        databaseProcesses().forEach(ProcessHandle::destroyForcibly);
        awaitUntil(() -> databaseProcesses().isEmpty());
        Platform.remove(home);
    }

    /** First the platform alone is killed, then, in another vote on the same data, its database with it. */
    @Test
    void noAcknowledgedVoteIsLostOrDoubled() throws IOException {
        Platform platform = Platform.start(home, SMALL);
        for (boolean databaseToo : new boolean[] {false, true}) {
            Hall hall = Hall.build(platform.port(), MEMBERS);
            String question = hall.openQuestion("ELECTRONIC_RECORDED");
            Map<Integer, String> acknowledged = pressUntilKilled(platform, hall, question, databaseToo);
            assertThat(acknowledged).hasSizeGreaterThan(MEMBERS / 4).hasSizeLessThan(MEMBERS);
            platform = Platform.start(home, SMALL);
            everyVoteCountsOnce(platform, hall, question, acknowledged);
        }
        platform.close();
    }

    private static void everyVoteCountsOnce(
            Platform platform, Hall hall, String question, Map<Integer, String> acknowledged) throws IOException {
        Hall again = new Hall(platform.port(), hall.sitting(), hall.firstCard(), hall.chair(), hall.members());
        everybodyPressesAgain(again, question);
        again.close(question);
        JsonNode outcome = again.declare(question).path("outcome").path("votes");
        assertThat(outcome.path("votesFor").asInt()
                        + outcome.path("against").asInt()
                        + outcome.path("abstain").asInt())
                .isEqualTo(MEMBERS);
        Map<Integer, String> stored = recorded(again, question);
        assertThat(stored).hasSize(MEMBERS).containsAllEntriesOf(acknowledged);
    }

    @Test
    void aStartThatIsKilledInAnyPhaseCanBeBegunAgainButNotTwiceAtOnce() {
        Path database = home.resolve("data/database");
        killOnce(() -> anyBeginsWith(database, "pg-18.6.0.new"));
        killOnce(() -> anyBeginsWith(database, "cluster.new"));
        killOnce(() -> Files.exists(database.resolve("cluster/postmaster.pid")));

        try (Platform platform = Platform.start(home, EMPTY)) {
            assertThat(platform.get("/preferences").statusCode()).isEqualTo(200);
            aSecondProcessOnTheSameHomeIsRefused();
            assertThat(platform.get("/preferences").statusCode()).isEqualTo(200);
        }
        assertThat(databaseProcesses()).as("a stop takes the database along").isEmpty();
    }

    private void aSecondProcessOnTheSameHomeIsRefused() {
        Platform second = Platform.launch(home, EMPTY);
        awaitUntil(() -> !second.handle().isAlive());
        assertThat(second.said()).contains("another Yicheng process uses", "另一个议成进程正在使用此文件夹");
    }

    private void killOnce(BooleanSupplier phase) {
        Platform platform = Platform.launch(home, EMPTY);
        awaitUntil(() -> phase.getAsBoolean() || !platform.handle().isAlive());
        assertThat(platform.handle().isAlive()).as(platform.said()).isTrue();
        platform.kill();
    }

    /** Members press over several connections; when a quarter is acknowledged the process is killed under the load. */
    private Map<Integer, String> pressUntilKilled(Platform platform, Hall hall, String question, boolean databaseToo) {
        Map<Integer, String> acknowledged = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean killed = new AtomicBoolean();
        List<Thread> connections = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            connections.add(Thread.ofVirtual().start(() -> press(hall, question, next, killed, acknowledged)));
        }
        awaitUntil(() -> acknowledged.size() > MEMBERS / 4);
        killed.set(true);
        platform.handle().destroyForcibly();
        if (databaseToo) {
            databaseProcesses().forEach(ProcessHandle::destroyForcibly);
        }
        platform.kill();
        connections.forEach(KillTest::join);
        return acknowledged;
    }

    private static void press(
            Hall hall, String question, AtomicInteger next, AtomicBoolean killed, Map<Integer, String> acknowledged) {
        try (Wire wire = new Wire(hall.port())) {
            for (int member = next.getAndIncrement(); member < MEMBERS; member = next.getAndIncrement()) {
                String mark = MARKS[member % MARKS.length];
                if (wire.exchange(hall.press(question, member, mark, "key-" + member))
                                .status()
                        == 200) {
                    acknowledged.put(member, mark);
                }
            }
        } catch (IOException e) {
            // The connection dies with the process: no answer is not an acknowledgement.
            if (!killed.get()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** As phones do after a cut: the same key again, until there is an answer. */
    private static void everybodyPressesAgain(Hall hall, String question) throws IOException {
        try (Wire wire = new Wire(hall.port())) {
            for (int member = 0; member < MEMBERS; member++) {
                String mark = MARKS[member % MARKS.length];
                assertThat(wire.exchange(hall.press(question, member, mark, "key-" + member))
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    private static Map<Integer, String> recorded(Hall hall, String question) throws IOException {
        try (Wire wire = new Wire(hall.port())) {
            Map<Integer, String> stored = new HashMap<>();
            String body = wire.exchange(Wire.get("/api/v1/questions/" + question + "/recorded", hall.chair()))
                    .body();
            for (JsonNode one : JsonMapper.shared().readTree(body)) {
                String number = one.path("memberNumber").asString();
                stored.put(
                        Integer.parseInt(number.substring(number.lastIndexOf('-') + 1)) - 1,
                        one.path("mark").asString());
            }
            return stored;
        }
    }

    private List<ProcessHandle> databaseProcesses() {
        return Databases.of(home);
    }

    private static boolean anyBeginsWith(Path folder, String prefix) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.anyMatch(path -> path.getFileName().toString().startsWith(prefix));
        } catch (IOException e) {
            return false;
        }
    }

    private static void awaitUntil(BooleanSupplier holds) {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(2_000_000L);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
