package org.yicheng.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo session filled up over REST: motions of the government, documents given to its members, and beside it a hall
 * with thousands of members signed in. All of it is invented and says so.
 */
final class FullSession {

    static final int MEMBERS = 3_000;
    static final int MOTIONS = 500;
    static final int DOCUMENTS = 5_000;

    private static final String BODY = "sjz-npc-15";
    private static final int CLERKS = 8;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final int port;
    private final String secretariat;

    FullSession(int port) throws IOException {
        this.port = port;
        this.secretariat = token("secretariat");
    }

    /** A token of one of the demo's roles, or of a member by number. */
    String token(String who) throws IOException {
        try (Wire wire = new Wire(port)) {
            Wire.Answer answer = wire.exchange(Wire.post("/api/v1/demo/token?who=" + who, Wire.NOBODY, ""));
            return JSON.readTree(answer.body()).path("token").asString();
        }
    }

    /** Fills the session and builds the hall. */
    Hall fill(PrintStream out) throws IOException {
        long began = System.nanoTime();
        Hall hall = Hall.build(port, MEMBERS);
        together(MOTIONS, this::motion);
        together(DOCUMENTS, this::document);
        out.println("full      " + MEMBERS + " members in a hall, " + MOTIONS + " motions, " + DOCUMENTS
                + " documents, put in within " + (System.nanoTime() - began) / 1_000_000_000 + " s");
        return hall;
    }

    private void motion(Wire wire, int number) throws IOException {
        post(
                wire,
                "/api/v1/filings/of-bodies",
                Map.of(
                        "body",
                        BODY,
                        "kind",
                        "MOTION",
                        "title",
                        "关于第" + number + "项城市更新工作的议案（演示）",
                        "parts",
                        Map.of("CASE", "案由（演示）。", "BASIS", "案据（演示）。", "PLAN", "方案（演示）。"),
                        "mover",
                        "GOVERNMENT"));
    }

    private void document(Wire wire, int number) throws IOException {
        String id = post(
                        wire,
                        "/api/v1/bodies/" + BODY + "/documents",
                        Map.of(
                                "subject", "congress-session:sjz-npc-15-5",
                                "kind", "REFERENCE",
                                "issuer", "大会秘书处（演示）",
                                "secrecy", "INTERNAL",
                                "title", "参阅材料第" + number + "号（演示）",
                                "text", "演示文本，不是真实文件。\n一、老旧小区改造\n第" + number + "号材料谈老旧小区、公园和学校。"))
                .path("document")
                .path("id")
                .asString();
        post(
                wire,
                "/api/v1/documents/" + id + "/publications",
                Map.of("version", 1, "audience", List.of("MEMBERS:" + BODY)));
    }

    private JsonNode post(Wire wire, String path, Map<String, Object> content) throws IOException {
        return Hall.read(wire.exchange(Wire.post(path, secretariat, JSON.writeValueAsString(content))));
    }

    private interface Entry {
        void put(Wire wire, int number) throws IOException;
    }

    private void together(int all, Entry entry) throws IOException {
        AtomicInteger next = new AtomicInteger(1);
        Callable<Void> clerk = () -> {
            try (Wire wire = new Wire(port)) {
                for (int i = next.getAndIncrement(); i <= all; i = next.getAndIncrement()) {
                    entry.put(wire, i);
                }
            }
            return null;
        };
        try (ExecutorService clerks = Executors.newFixedThreadPool(CLERKS)) {
            List<Future<Void>> done = new ArrayList<>(clerks.invokeAll(Collections.nCopies(CLERKS, clerk)));
            for (Future<Void> one : done) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the session could not be filled", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
