package org.yicheng.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.yicheng.chain.Link;
import org.yicheng.chain.Verification;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** One session lived through over REST, as the folder's files have it. */
final class Replay {

    private static final int CROWD = 32;

    private final Rest rest;
    private final Path folder;
    private final Path out;
    private final ReplayWords words;
    private final JsonNode reported;
    private final JsonNode demo;
    private final String body;
    private final String session;
    private final List<String> differences = new ArrayList<>();
    private final Map<String, Object> summary = new LinkedHashMap<>();
    private String secretariat = "";
    private String chair = "";
    private String gate = "";
    private Map<String, String> members = Map.of();
    private Map<String, String> cards = Map.of();

    Replay(Rest rest, Path folder, Path out, PrintWriter report) {
        this.rest = rest;
        this.folder = folder;
        this.out = out;
        this.words = new ReplayWords(report);
        JsonNode script = YAMLMapper.builder()
                .build()
                .readTree(folder.resolve("session.yaml").toFile());
        this.reported = script.required("reported");
        this.demo = script.required("demo");
        this.body = reported.at("/body/id").asString();
        this.session = reported.at("/session/id").asString();
    }

    Map<String, Object> summary() {
        return summary;
    }

    List<String> differences() {
        return differences;
    }

    void run() throws IOException {
        staff();
        prepare();
        preliminary();
        presidium();
        verify();
    }

    // ------------------------------------------------------------------ before the session

    private void staff() {
        secretariat = staff("replay-secretariat", "SECRETARIAT");
        chair = staff("replay-chair", "CHAIR", "AUDITOR");
        gate = staff("replay-gate", "GATE");
    }

    private String staff(String login, String... roles) {
        return rest.post("", "/api/v1/demo/staff", Map.of("login", login, "body", body, "roles", List.of(roles)))
                .required("token")
                .asString();
    }

    private void prepare() throws IOException {
        JsonNode bodyText = reported.required("body");
        rest.post(
                secretariat,
                "/api/v1/bodies",
                Map.of(
                        "id",
                        body,
                        "kind",
                        "CONGRESS",
                        "name",
                        bodyText.required("name"),
                        "shortName",
                        bodyText.required("shortName"),
                        "ruleSet",
                        "cn-city-congress",
                        "demo",
                        true));
        JsonNode roster = rest.upload(
                secretariat,
                "/api/v1/bodies/" + body + "/roster?demo=true",
                "roster.csv",
                Files.readAllBytes(folder.resolve("roster.csv")));
        words.say(
                "replay.roster",
                "due",
                roster.required("inOffice").asInt(),
                "former",
                roster.required("former").asInt());
        Map<String, Object> plan = new LinkedHashMap<>();
        reported.required("session").properties().forEach(entry -> plan.put(entry.getKey(), entry.getValue()));
        plan.put("body", body);
        plan.put("place", demo.required("hall").asString());
        plan.put("demo", true);
        rest.post(secretariat, "/api/v1/sessions", plan);
        step("CONVENE");
        step("PREPARE");
        list("PRESIDIUM", 0, demo.required("presidium"));
        list(
                "SECRETARY_GENERAL",
                0,
                Rest.JSON
                        .createArrayNode()
                        .add(demo.required("secretaryGeneral").asString()));
        step("REGISTER");
        members = tokens();
        cards = cards();
    }

    private void step(String step) {
        rest.post(secretariat, "/api/v1/sessions/" + session + "/steps/" + step, Map.of());
    }

    private void list(String office, int group, JsonNode numbers) {
        rest.put(
                secretariat,
                "/api/v1/sessions/" + session + "/lists/" + office + "?group=" + group,
                Map.of("members", numbers));
    }

    private Map<String, String> tokens() {
        Map<String, String> tokens = new TreeMap<>();
        rest.post("", "/api/v1/demo/tokens?body=" + body, Map.of())
                .forEach(token -> tokens.put(
                        token.required("who").asString(),
                        token.required("token").asString()));
        return tokens;
    }

    /** Card by member number, from the roster's file. */
    private Map<String, String> cards() throws IOException {
        Map<String, String> cards = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("roster.csv"), StandardCharsets.UTF_8)) {
            String[] cells = line.split(",", -1);
            cards.put(cells[0], cells[cells.length - 1]);
        }
        return cards;
    }

    // ------------------------------------------------------------------ the preliminary meeting

    private void preliminary() throws IOException {
        String sitting = rest.post(
                        secretariat,
                        "/api/v1/sessions/" + session + "/preliminary-meeting",
                        Map.of(
                                "plannedAt",
                                demo.required("preliminaryAt").asString(),
                                "wordings",
                                wordings(reported.required("preliminary"))))
                .required("id")
                .asString();
        preside(sitting);
        clock(demo.required("signInFrom").asString());
        move(sitting, "open-sign-in");
        List<JsonNode> events = events();
        Instant opening =
                OffsetDateTime.parse(demo.required("preliminaryAt").asString()).toInstant();
        int sent = 0;
        boolean open = false;
        for (Map.Entry<String, JsonNode> at : demo.required("rollAt").properties()) {
            clock(at.getKey());
            sent = send(sitting, events, sent, OffsetDateTime.parse(at.getKey()).toInstant());
            check(
                    "roll " + at.getKey(),
                    at.getValue().asInt(),
                    rest.get(
                                    "",
                                    "/api/v1/sittings/" + sitting + "/roll?at="
                                            + at.getKey().replace("+", "%2B"))
                            .required("present")
                            .asInt());
            if (!open && !OffsetDateTime.parse(at.getKey()).toInstant().isBefore(opening)) {
                attendance("preliminary", sitting);
                move(sitting, "open");
                vote(sitting);
                open = true;
            }
        }
        check(
                "ever present",
                582,
                rest.get(chair, "/api/v1/sittings/" + sitting + "/roll/ever").asInt());
        move(sitting, "close");
        minutes(sitting);
    }

    private List<JsonNode> events() throws IOException {
        List<JsonNode> events = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("sign-in-preliminary.jsonl"), StandardCharsets.UTF_8)) {
            events.add(Rest.JSON.readTree(line));
        }
        return events;
    }

    /** The gates upload what they have seen by now, in batches; what lies ahead stays with them. */
    private int send(String sitting, List<JsonNode> events, int from, Instant now) {
        int at = from;
        while (at < events.size()) {
            List<Map<String, Object>> batch = new ArrayList<>();
            while (at < events.size()
                    && batch.size() < 100
                    && !time(events.get(at)).isAfter(now)) {
                batch.add(event(events.get(at++)));
            }
            if (batch.isEmpty()) {
                return at;
            }
            for (JsonNode receipt :
                    rest.post(gate, "/api/v1/sittings/" + sitting + "/sign-in-events", Map.of("events", batch))) {
                if (receipt.required("effect").asString().equals("REJECTED")) {
                    words.line(receipt.required("words").asString());
                }
            }
        }
        return at;
    }

    private static Instant time(JsonNode event) {
        return OffsetDateTime.parse(event.required("t").asString()).toInstant();
    }

    private static Map<String, Object> event(JsonNode event) {
        return Map.of(
                "eventId",
                event.required("event_id").asString(),
                "at",
                time(event).toString(),
                "credential",
                event.required("credential").asString(),
                "direction",
                event.required("type").asString(),
                "device",
                event.required("source").asString(),
                "sequence",
                0);
    }

    // ------------------------------------------------------------------ the first presidium meeting

    private void presidium() {
        list("STANDING_CHAIR", 0, demo.required("standingChairs"));
        list("DEPUTY_SECRETARY_GENERAL", 0, demo.required("deputySecretaries"));
        int group = 1;
        for (JsonNode chairs : demo.required("executiveChairs")) {
            list("EXECUTIVE_CHAIR", group++, chairs);
        }
        rest.put(
                secretariat,
                "/api/v1/sessions/" + session + "/motion-deadline",
                Map.of(
                        "deadline",
                        OffsetDateTime.parse(reported.required("motionDeadline").asString())
                                .toInstant()
                                .toString()));
        String sitting = rest.post(
                        secretariat,
                        "/api/v1/sessions/" + session + "/presidium-meeting",
                        Map.of(
                                "plannedAt",
                                demo.required("presidiumAt").asString(),
                                "wordings",
                                wordings(reported.required("presidium"))))
                .required("id")
                .asString();
        preside(sitting);
        clock(demo.required("presidiumAt").asString());
        move(sitting, "open-sign-in");
        String now = rest.get("", "/api/v1/demo/clock").required("now").asString();
        List<Map<String, Object>> batch = new ArrayList<>();
        for (JsonNode number : demo.required("presidiumPresent")) {
            batch.add(Map.of(
                    "eventId",
                    "presidium-" + number.asString(),
                    "at",
                    now,
                    "credential",
                    Optional.ofNullable(cards.get(number.asString())).orElseThrow(),
                    "direction",
                    "IN",
                    "device",
                    "GATE-1",
                    "sequence",
                    batch.size()));
        }
        rest.post(gate, "/api/v1/sittings/" + sitting + "/sign-in-events", Map.of("events", batch));
        attendance("presidium", sitting);
        move(sitting, "open");
        vote(sitting);
        move(sitting, "close");
        deadline();
        minutes(sitting);
    }

    private void deadline() {
        JsonNode found = rest.get("", "/api/v1/sessions/" + session);
        Instant deadline = Instant.parse(found.required("motionDeadline").asString());
        check(
                "motion deadline",
                OffsetDateTime.parse(reported.required("motionDeadline").asString())
                        .toInstant(),
                deadline);
        check("state", "CONSTITUTED", found.required("state").asString());
        words.deadline(deadline);
        summary.put("motionDeadline", deadline.toString());
    }

    // ------------------------------------------------------------------ what both meetings need

    private List<Map<String, Object>> wordings(JsonNode items) {
        List<Map<String, Object>> wordings = new ArrayList<>();
        for (JsonNode item : items) {
            String decision = item.required("decision").asString();
            wordings.add(Map.of(
                    "decision",
                    decision,
                    "title",
                    item.required("title"),
                    "text",
                    demo.required("texts").path(decision).asString("")));
        }
        return wordings;
    }

    private void preside(String sitting) {
        rest.post(
                secretariat,
                "/api/v1/sittings/" + sitting + "/presiding",
                Map.of("presiding", reported.required("presiding").asString()));
    }

    private void move(String sitting, String act) {
        rest.post(chair, "/api/v1/sittings/" + sitting + "/" + act, Map.of());
    }

    private void clock(String at) {
        Instant target = OffsetDateTime.parse(at).toInstant();
        Instant now =
                Instant.parse(rest.get("", "/api/v1/demo/clock").required("now").asString());
        if (now.isBefore(target)) {
            rest.post("", "/api/v1/demo/clock", Map.of("now", target.toString()));
        }
    }

    private void attendance(String meeting, String sitting) {
        JsonNode roll = rest.get("", "/api/v1/sittings/" + sitting + "/roll");
        JsonNode expected = reported.at("/attendance/" + meeting);
        for (String figure : List.of("due", "present", "required")) {
            check(
                    meeting + " " + figure,
                    expected.required(figure).asInt(),
                    roll.required(figure).asInt());
        }
        words.attendance(meeting, roll);
        summary.put(
                meeting,
                Map.of(
                        "due",
                        roll.required("due"),
                        "present",
                        roll.required("present"),
                        "required",
                        roll.required("required")));
    }

    private void vote(String sitting) {
        List<Map<String, Object>> results = new ArrayList<>();
        for (JsonNode question : rest.get(chair, "/api/v1/sittings/" + sitting + "/questions")) {
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
        summary.put("votes " + sitting, results);
    }

    /** Everybody present presses on an own phone; a few forget. */
    private void press(String sitting, JsonNode question) {
        int item = question.required("number").asInt();
        String id = question.required("id").asString();
        boolean presidium = sitting.contains("presidium");
        List<String> present = new ArrayList<>();
        if (presidium) {
            demo.required("presidiumPresent").forEach(number -> present.add(number.asString()));
        } else {
            rest.get(chair, "/api/v1/sittings/" + sitting + "/present")
                    .forEach(number -> present.add(number.asString()));
        }
        try (ExecutorService crowd =
                Executors.newFixedThreadPool(CROWD, Thread.ofVirtual().factory())) {
            List<CompletableFuture<Void>> all = present.stream()
                    .filter(number -> Math.floorMod((item + number).hashCode(), 290) != 3)
                    .map(number -> CompletableFuture.runAsync(
                            () -> rest.post(
                                    Optional.ofNullable(members.get(number)).orElseThrow(),
                                    "/api/v1/presses",
                                    Map.of("question", id, "mark", mark(item, number), "key", "replay")),
                            crowd))
                    .toList();
            all.forEach(CompletableFuture::join);
        }
    }

    private static String mark(int item, String number) {
        int lot = Math.floorMod((item + "/" + number).hashCode(), 120);
        return lot == 5 ? "AGAINST" : lot == 17 ? "ABSTAIN" : "FOR";
    }

    private void minutes(String sitting) {
        try {
            Files.createDirectories(out);
            Path file = out.resolve(sitting + "-minutes.pdf");
            Files.write(file, rest.bytes(secretariat, "/sittings/" + sitting + "/minutes.pdf"));
            words.say("replay.minutes", "file", file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void verify() throws IOException {
        Files.createDirectories(out);
        Path file = out.resolve("record.jsonl");
        Files.write(file, rest.bytes(chair, "/api/v1/record/export"));
        AtomicLong number = new AtomicLong();
        Iterator<Link> lines = Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .map(line -> RecordCommand.link(line, number.incrementAndGet()))
                .iterator();
        Verification found = Verification.of(lines);
        check("record", true, found instanceof Verification.Sound);
        if (found instanceof Verification.Sound(long acts, var _)) {
            words.say("replay.record", "acts", acts);
            summary.put("acts", acts);
        }
    }

    private void check(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            differences.add(what + ": " + expected + " ≠ " + actual);
        }
    }
}
