package org.yicheng.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yicheng.bench.Platform;
import org.yicheng.bench.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * kill -9, of the platform and of its database, while deputies draft, co-sign and submit: every step that was answered is
 * there afterwards, every step once however often it is sent, and the chain of the record verifies. Five times,
 * as part of {@code ./yicheng walk} alone.
 */
class FilingKillTest {

    private static final int ITEMS = 240;
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 5;
    private static final String BODY = "sjz-npc-15";
    private static final String[] OPTIONS = {"-XX:TieredStopAtLevel=1", "-Xmx600m", "--yicheng.demo=true"};
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path home = Platform.newHome();
    /** What was answered, by the key of the step. */
    private final Map<String, JsonNode> answered = new ConcurrentHashMap<>();

    private final AtomicBoolean killed = new AtomicBoolean();

    @AfterEach
    void removeTheHome() {
        database().forEach(ProcessHandle::destroyForcibly);
        await(() -> database().isEmpty());
        Platform.remove(home);
    }

    @Test
    void noAcknowledgedFilingOrSignatureIsLostOrDoubled() throws IOException {
        Platform platform = Platform.start(home, OPTIONS);
        Deputies deputies = new Deputies(platform.port());
        for (int round = 1; round <= ROUNDS; round++) {
            int until = ITEMS * round / (ROUNDS + 1);
            runUntilKilled(platform, deputies, until);
            long submitted = submitted();
            assertThat(submitted).isGreaterThanOrEqualTo(until).isLessThan(ITEMS);
            platform = Platform.start(home, OPTIONS);
        }
        Map<String, JsonNode> before = Map.copyOf(answered);
        try (Platform last = platform) {
            everythingIsSentAgain(last.port(), deputies, before);
            everythingIsThereOnce(last.port(), deputies, before);
            theRecordTellsEveryStepOnceAndVerifies(last);
        }
    }

    private long submitted() {
        return answered.keySet().stream()
                .filter(key -> key.startsWith("submit-"))
                .count();
    }

    // ---------------------------------------------------------------- what clients do

    /** Tokens outlive the process: they are rows. */
    private static final class Deputies {

        private final List<String> leads = new ArrayList<>();
        private final List<String> signers = new ArrayList<>();
        private final String clerk;
        private final String auditor;

        Deputies(int port) throws IOException {
            try (Wire wire = new Wire(port)) {
                for (int i = 1; i <= CLIENTS; i++) {
                    leads.add(token(wire, "S%04d".formatted(10 + i)));
                    signers.add(token(wire, "S%04d".formatted(100 + i)));
                }
                clerk = token(wire, "secretariat");
                auditor = token(wire, "auditor");
            }
        }

        private static String token(Wire wire, String who) throws IOException {
            return ok(wire.exchange(Wire.post("/api/v1/demo/token?who=" + who, Wire.NOBODY, "{}")))
                    .path("token")
                    .asString();
        }
    }

    private static JsonNode ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private void runUntilKilled(Platform platform, Deputies deputies, int until) {
        killed.set(false);
        AtomicInteger next = new AtomicInteger();
        List<Thread> clients = IntStream.range(0, CLIENTS)
                .mapToObj(client -> Thread.ofVirtual().start(() -> work(platform.port(), deputies, client, next)))
                .toList();
        await(() -> submitted() >= until);
        killed.set(true);
        database().forEach(ProcessHandle::destroyForcibly);
        platform.kill();
        clients.forEach(FilingKillTest::join);
    }

    private void work(int port, Deputies deputies, int client, AtomicInteger next) {
        try (Wire wire = new Wire(port)) {
            for (int item = next.getAndIncrement(); item < ITEMS; item = next.getAndIncrement()) {
                file(wire, deputies, item);
            }
        } catch (IOException e) {
            // The connection dies with the process: no answer is not an acknowledgement.
            if (!killed.get()) {
                throw new UncheckedIOException("client " + client, e);
            }
        }
    }

    /** Draft, co-sign, submit; each step with its own key, sent again like the first time if it is done already. */
    private void file(Wire wire, Deputies deputies, int item) throws IOException {
        String lead = deputies.leads.get(item % CLIENTS);
        String signer = deputies.signers.get(item % CLIENTS);
        Optional<JsonNode> draft = step(wire, "draft-" + item, "/api/v1/filings", lead, draft(item));
        if (draft.isEmpty()) {
            return;
        }
        String path = "/api/v1/filings/" + draft.get().path("id").asString();
        String text = "{\"textHash\":\"" + draft.get().path("textHash").asString() + "\"}";
        if (step(wire, "sign-" + item, path + "/signatures", signer, text).isPresent()) {
            step(wire, "submit-" + item, path + "/submit", lead, "{\"oneMatter\":true}");
        }
    }

    private static String draft(int item) {
        return "{\"body\":\"" + BODY + "\",\"kind\":\"SUGGESTION\",\"title\":\"" + title(item)
                + "\",\"parts\":{\"SITUATION\":\"演示情况\",\"ADVICE\":\"演示建议" + item + "\"}}";
    }

    private static String title(int item) {
        return "关于断电演练第" + item + "号的建议（演示）";
    }

    /** An answer of 200 is an acknowledgement; anything else while the process dies is none. */
    private Optional<JsonNode> step(Wire wire, String key, String path, String token, String body) throws IOException {
        Wire.Answer answer = wire.exchange(Wire.once(path, token, key, body));
        if (answer.status() != 200) {
            assertThat(killed.get())
                    .as(key + ": " + answer.status() + " " + answer.body())
                    .isTrue();
            return Optional.empty();
        }
        JsonNode read = JSON.readTree(answer.body());
        answered.put(key, read);
        return Optional.of(read);
    }

    // ---------------------------------------------------------------- what has to be so afterwards

    /** Twice: a step that was acknowledged answers what it answered first. */
    private void everythingIsSentAgain(int port, Deputies deputies, Map<String, JsonNode> before) throws IOException {
        killed.set(false);
        try (Wire wire = new Wire(port)) {
            for (int again = 0; again < 2; again++) {
                for (int item = 0; item < ITEMS; item++) {
                    file(wire, deputies, item);
                }
            }
        }
        assertThat(answered).hasSize(3 * ITEMS).containsAllEntriesOf(before);
    }

    private void everythingIsThereOnce(int port, Deputies deputies, Map<String, JsonNode> before) throws IOException {
        Map<String, List<JsonNode>> there;
        String subject = answered.get("draft-0").path("subject").asString();
        try (Wire wire = new Wire(port)) {
            JsonNode received = ok(wire.exchange(Wire.get("/api/v1/filings?subject=" + subject, deputies.clerk)));
            there = StreamSupport.stream(received.spliterator(), false)
                    .collect(
                            Collectors.groupingBy(filing -> filing.path("title").asString()));
        }
        for (int item = 0; item < ITEMS; item++) {
            assertThat(there.getOrDefault(title(item), List.of()))
                    .as(title(item))
                    .hasSize(1);
            JsonNode filing = there.get(title(item)).getFirst();
            assertThat(filing.path("state").asString()).isEqualTo("SUBMITTED");
            assertThat(filing.path("standing").asInt()).isEqualTo(2);
            assertThat(filing.path("signatures").size()).isEqualTo(2);
            JsonNode acknowledged = before.get("submit-" + item);
            if (acknowledged != null) {
                assertThat(filing.path("id")).isEqualTo(acknowledged.path("id"));
                assertThat(filing.path("received")).isEqualTo(acknowledged.path("received"));
            }
        }
    }

    /** The book tells of every filing one draft, one signature, one submission; a program without the platform checks it. */
    private void theRecordTellsEveryStepOnceAndVerifies(Platform platform) throws IOException {
        String token;
        try (Wire wire = new Wire(platform.port())) {
            token = Deputies.token(wire, "auditor");
        }
        String book;
        try (Wire wire = new Wire(platform.port())) {
            Wire.Answer answer = wire.exchange(Wire.get("/api/v1/record/export", token));
            assertThat(answer.status()).isEqualTo(200);
            book = answer.body();
        }
        Map<String, Long> steps = book.lines()
                .map(JSON::readTree)
                .filter(act -> act.path("verb").asString().matches("proposals\\.(draft|sign|submit)"))
                .collect(Collectors.groupingBy(
                        act -> act.path("verb").asString() + " "
                                + act.path("subject").asString(),
                        Collectors.counting()));
        for (int item = 0; item < ITEMS; item++) {
            String subject =
                    "filing:" + answered.get("draft-" + item).path("id").asString();
            for (String verb : List.of("draft", "sign", "submit")) {
                assertThat(steps).containsEntry("proposals." + verb + " " + subject, 1L);
            }
        }
        Path file = Files.writeString(home.resolve("record.jsonl"), book);
        Process verify = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-jar",
                        Project.resolve("cli/target/yicheng-cli.jar").toString(),
                        "record",
                        "verify",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(verify.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(exit(verify)).as(said).isZero();
    }

    // ---------------------------------------------------------------- processes

    private static int exit(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The PostgreSQL processes of this home, whoever's children they are by now. */
    private List<ProcessHandle> database() {
        return Databases.of(home);
    }

    private static void await(java.util.function.BooleanSupplier holds) {
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
