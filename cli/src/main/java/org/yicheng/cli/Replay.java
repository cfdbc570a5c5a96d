package org.yicheng.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.yicheng.chain.Link;
import org.yicheng.chain.Verification;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** One session lived through over REST, as the folder's files have it. */
final class Replay {

    private final Rest rest;
    private final Path folder;
    private final Path out;
    private final ReplayWords words;
    private final JsonNode reported;
    private final JsonNode demo;
    private final String body;
    private final String session;
    private final ReplayStage stage;

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
        this.stage = new ReplayStage(rest, words, reported, demo, out);
    }

    Map<String, Object> summary() {
        return stage.summary();
    }

    List<String> differences() {
        return stage.differences();
    }

    void run() throws IOException {
        stage.staff();
        prepare();
        preliminary();
        presidium();
        new LaterDays(stage, rest, demo.required("later"), session).run(out);
        verify();
    }

    // ------------------------------------------------------------------ before the session

    private void prepare() throws IOException {
        JsonNode bodyText = reported.required("body");
        rest.post(
                stage.secretariat(),
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
                stage.secretariat(),
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
        rest.post(stage.secretariat(), "/api/v1/sessions", plan);
        stage.step("CONVENE");
        stage.step("PREPARE");
        list("PRESIDIUM", 0, demo.required("presidium"));
        list(
                "SECRETARY_GENERAL",
                0,
                Rest.JSON
                        .createArrayNode()
                        .add(demo.required("secretaryGeneral").asString()));
        stage.step("REGISTER");
        stage.takeTokensAndCards(folder);
    }

    private void list(String office, int group, JsonNode numbers) {
        rest.put(
                stage.secretariat(),
                "/api/v1/sessions/" + session + "/lists/" + office + "?group=" + group,
                Map.of("members", numbers));
    }

    // ------------------------------------------------------------------ the preliminary meeting

    private void preliminary() throws IOException {
        String sitting = rest.post(
                        stage.secretariat(),
                        "/api/v1/sessions/" + session + "/preliminary-meeting",
                        Map.of(
                                "plannedAt",
                                demo.required("preliminaryAt").asString(),
                                "wordings",
                                wordings(reported.required("preliminary"))))
                .required("id")
                .asString();
        stage.preside(sitting);
        stage.clock(demo.required("signInFrom").asString());
        stage.move(sitting, "open-sign-in");
        List<JsonNode> events = events();
        Instant opening =
                OffsetDateTime.parse(demo.required("preliminaryAt").asString()).toInstant();
        int sent = 0;
        boolean open = false;
        for (Map.Entry<String, JsonNode> at : demo.required("rollAt").properties()) {
            stage.clock(at.getKey());
            sent = send(sitting, events, sent, OffsetDateTime.parse(at.getKey()).toInstant());
            stage.check(
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
                stage.move(sitting, "open");
                stage.vote(sitting);
                open = true;
            }
        }
        stage.check(
                "ever present",
                582,
                rest.get(stage.chair(), "/api/v1/sittings/" + sitting + "/roll/ever")
                        .asInt());
        stage.everybodyOf(sitting);
        stage.move(sitting, "close");
        stage.minutes(sitting);
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
            for (JsonNode receipt : rest.post(
                    stage.gate(), "/api/v1/sittings/" + sitting + "/sign-in-events", Map.of("events", batch))) {
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
                stage.secretariat(),
                "/api/v1/sessions/" + session + "/motion-deadline",
                Map.of(
                        "deadline",
                        OffsetDateTime.parse(reported.required("motionDeadline").asString())
                                .toInstant()
                                .toString()));
        String sitting = rest.post(
                        stage.secretariat(),
                        "/api/v1/sessions/" + session + "/presidium-meeting",
                        Map.of(
                                "plannedAt",
                                demo.required("presidiumAt").asString(),
                                "wordings",
                                wordings(reported.required("presidium"))))
                .required("id")
                .asString();
        stage.preside(sitting);
        stage.clock(demo.required("presidiumAt").asString());
        stage.move(sitting, "open-sign-in");
        stage.signIn(sitting, stage.presidiumPresent());
        attendance("presidium", sitting);
        stage.move(sitting, "open");
        stage.vote(sitting);
        stage.move(sitting, "close");
        deadline();
        stage.minutes(sitting);
    }

    private void deadline() {
        JsonNode found = rest.get("", "/api/v1/sessions/" + session);
        Instant deadline = Instant.parse(found.required("motionDeadline").asString());
        stage.check(
                "motion deadline",
                OffsetDateTime.parse(reported.required("motionDeadline").asString())
                        .toInstant(),
                deadline);
        stage.check("state", "CONSTITUTED", found.required("state").asString());
        words.deadline(deadline);
        stage.note("motionDeadline", deadline.toString());
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

    private void attendance(String meeting, String sitting) {
        JsonNode roll = rest.get("", "/api/v1/sittings/" + sitting + "/roll");
        JsonNode expected = reported.at("/attendance/" + meeting);
        for (String figure : List.of("due", "present", "required")) {
            stage.check(
                    meeting + " " + figure,
                    expected.required(figure).asInt(),
                    roll.required(figure).asInt());
        }
        words.attendance(meeting, roll);
        stage.note(
                meeting,
                Map.of(
                        "due",
                        roll.required("due"),
                        "present",
                        roll.required("present"),
                        "required",
                        roll.required("required")));
    }

    private void verify() throws IOException {
        Files.createDirectories(out);
        Path file = out.resolve("record.jsonl");
        Files.write(file, rest.bytes(stage.chair(), "/api/v1/record/export"));
        AtomicLong number = new AtomicLong();
        Iterator<Link> lines = Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .map(line -> RecordCommand.link(line, number.incrementAndGet()))
                .iterator();
        Verification found = Verification.of(lines);
        stage.check("record", true, found instanceof Verification.Sound);
        if (found instanceof Verification.Sound(long acts, var _)) {
            words.say("replay.record", "acts", acts);
            stage.note("acts", acts);
        }
    }
}
