package org.yicheng.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** What every meeting of a replay needs: who is who, the clock, signing in, voting, what is reported and compared. */
final class ReplayStage {

    private static final int CROWD = 32;

    private final Rest rest;
    private final ReplayWords words;
    private final JsonNode reported;
    private final JsonNode demo;
    private final Path out;
    private final String body;
    private final String session;
    private final List<String> differences = new ArrayList<>();
    private final Map<String, Object> summary = new LinkedHashMap<>();
    private String secretariat = "";
    private String chair = "";
    private String gate = "";
    private Map<String, String> members = Map.of();
    private Map<String, String> cards = Map.of();
    private Map<String, String> names = Map.of();
    private List<String> everybody = List.of();

    ReplayStage(Rest rest, ReplayWords words, JsonNode reported, JsonNode demo, Path out) {
        this.rest = rest;
        this.words = words;
        this.reported = reported;
        this.demo = demo;
        this.out = out;
        this.body = reported.at("/body/id").asString();
        this.session = reported.at("/session/id").asString();
    }

    Map<String, Object> summary() {
        return summary;
    }

    List<String> differences() {
        return differences;
    }

    void note(String name, Object value) {
        summary.put(name, value);
    }

    void say(String key, Object... facts) {
        words.say(key, facts);
    }

    // ------------------------------------------------------------------ who is who

    void staff() {
        secretariat = staff("replay-secretariat", "SECRETARIAT");
        chair = staff("replay-chair", "CHAIR", "AUDITOR");
        gate = staff("replay-gate", "GATE");
    }

    private String staff(String login, String... roles) {
        return rest.post("", "/api/v1/demo/staff", Map.of("login", login, "body", body, "roles", List.of(roles)))
                .required("token")
                .asString();
    }

    String secretariat() {
        return secretariat;
    }

    String chair() {
        return chair;
    }

    String gate() {
        return gate;
    }

    String body() {
        return body;
    }

    /** Tokens of all members, and their cards and names from the roster's file. */
    void takeTokensAndCards(Path folder) throws IOException {
        members = new TreeMap<>();
        rest.post("", "/api/v1/demo/tokens?body=" + body, Map.of())
                .forEach(token -> members.put(
                        token.required("who").asString(),
                        token.required("token").asString()));
        cards = new HashMap<>();
        names = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("roster.csv"), StandardCharsets.UTF_8)) {
            String[] cells = line.split(",", -1);
            cards.put(cells[0], cells[cells.length - 1]);
            names.put(cells[0], cells[1]);
        }
    }

    /** The token of a member. */
    String member(String number) {
        return known(members, number);
    }

    private static String known(Map<String, String> map, String number) {
        return Optional.ofNullable(map.get(number)).orElseThrow(() -> new IllegalStateException("no member " + number));
    }

    /** The name of the first executive chair of a plenary. */
    String executiveChair(int plenary) {
        return known(names, demo.at("/executiveChairs/" + (plenary - 1) + "/0").asString());
    }

    List<String> presidiumPresent() {
        List<String> present = new ArrayList<>();
        demo.required("presidiumPresent").forEach(number -> present.add(number.asString()));
        return present;
    }

    /** Who was at the preliminary meeting when it closed: they come to the plenaries too. */
    List<String> everybody() {
        return everybody;
    }

    void everybodyOf(String sitting) {
        everybody = List.copyOf(present(sitting));
    }

    // ------------------------------------------------------------------ meetings

    void step(String step) {
        rest.post(secretariat, "/api/v1/sessions/" + session + "/steps/" + step, Map.of());
    }

    void preside(String sitting) {
        rest.post(
                secretariat,
                "/api/v1/sittings/" + sitting + "/presiding",
                Map.of("presiding", reported.required("presiding").asString()));
    }

    void move(String sitting, String act) {
        rest.post(chair, "/api/v1/sittings/" + sitting + "/" + act, Map.of());
    }

    void clock(String at) {
        Instant target = OffsetDateTime.parse(at).toInstant();
        if (Instant.parse(now()).isBefore(target)) {
            rest.post("", "/api/v1/demo/clock", Map.of("now", target.toString()));
        }
    }

    String now() {
        return rest.get("", "/api/v1/demo/clock").required("now").asString();
    }

    /** Signs members in at one gate, now. */
    void signIn(String sitting, List<String> numbers) {
        String now = now();
        List<Map<String, Object>> batch = new ArrayList<>();
        for (String number : numbers) {
            batch.add(Map.of(
                    "eventId",
                    sitting + "-" + number,
                    "at",
                    now,
                    "credential",
                    known(cards, number),
                    "direction",
                    "IN",
                    "device",
                    "GATE-1",
                    "sequence",
                    batch.size()));
        }
        rest.post(gate, "/api/v1/sittings/" + sitting + "/sign-in-events", Map.of("events", batch));
    }

    void vote(String sitting) {
        List<Map<String, Object>> results = new ArrayList<>();
        for (JsonNode question : rest.get(chair, "/api/v1/sittings/" + sitting + "/questions")) {
            if (!question.required("state").asString().equals("LISTED")) {
                continue;
            }
            String path = "/api/v1/questions/" + question.required("id").asString();
            rest.post(chair, path + "/put", Map.of());
            JsonNode decided;
            if (question.required("kind").asString().equals("HEARING")) {
                decided = rest.post(chair, path + "/note", Map.of());
            } else {
                rest.post(chair, path + "/open", Map.of());
                press(sitting, question);
                rest.post(chair, path + "/close", Map.of());
                decided = rest.post(chair, path + "/declare", Map.of());
                check(
                        "item " + question.required("number").asInt(),
                        "ADOPTED",
                        decided.at("/outcome/result").asString());
            }
            words.item(decided);
            results.add(Map.of("title", question.at("/title/zh"), "outcome", decided.required("outcome")));
        }
        summary.merge("votes " + sitting, results, ReplayStage::joined);
    }

    private static Object joined(Object before, Object after) {
        List<Object> all = new ArrayList<>((List<?>) before);
        all.addAll((List<?>) after);
        return all;
    }

    /** Everybody present presses on an own phone; a few forget. */
    private void press(String sitting, JsonNode question) {
        int item = question.required("number").asInt();
        String id = question.required("id").asString();
        boolean presidium = sitting.contains("presidium");
        List<String> present = presidium ? presidiumPresent() : present(sitting);
        List<String> pressing = present.stream()
                .filter(number -> Math.floorMod((item + number).hashCode(), 290) != 3)
                .toList();
        crowd(
                pressing,
                number -> rest.post(
                        member(number),
                        "/api/v1/presses",
                        Map.of("question", id, "mark", mark(item, number), "key", "replay")));
    }

    private List<String> present(String sitting) {
        List<String> present = new ArrayList<>();
        rest.get(chair, "/api/v1/sittings/" + sitting + "/present").forEach(number -> present.add(number.asString()));
        return present;
    }

    /** Many members do the same thing at once, each on an own phone. */
    void crowd(List<String> numbers, Consumer<String> act) {
        try (ExecutorService crowd =
                Executors.newFixedThreadPool(CROWD, Thread.ofVirtual().factory())) {
            List<CompletableFuture<Void>> all = numbers.stream()
                    .map(number -> CompletableFuture.runAsync(() -> act.accept(number), crowd))
                    .toList();
            all.forEach(CompletableFuture::join);
        }
    }

    private static String mark(int item, String number) {
        int lot = Math.floorMod((item + "/" + number).hashCode(), 120);
        return lot == 5 ? "AGAINST" : lot == 17 ? "ABSTAIN" : "FOR";
    }

    void minutes(String sitting) {
        try {
            Files.createDirectories(out);
            Path file = out.resolve(sitting + "-minutes.pdf");
            Files.write(file, rest.bytes(secretariat, "/sittings/" + sitting + "/minutes.pdf"));
            words.say("replay.minutes", "file", file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    void check(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            differences.add(what + ": " + expected + " ≠ " + actual);
        }
    }
}
