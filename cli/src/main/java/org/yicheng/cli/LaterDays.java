package org.yicheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The session from its opening plenary to its closing: the delegations' deliberation, motions to the second of the
 * deadline, the presidium's report, an election with its announcement, the resolutions, the archive.
 */
final class LaterDays {

    private final ReplayStage stage;
    private final Rest rest;
    private final JsonNode later;
    private final String session;
    private String election = "";

    LaterDays(ReplayStage stage, Rest rest, JsonNode later, String session) {
        this.stage = stage;
        this.rest = rest;
        this.later = later;
        this.session = session;
    }

    void run(Path out) throws IOException {
        opening();
        new Deliberation(stage, rest, later.required("deliberation"), session).run();
        motions();
        secondPresidium();
        secondPlenary();
        closing();
        archive(out);
    }

    // ------------------------------------------------------------------ meetings

    private String plenary(int number) {
        String at = later.at("/plenaries/" + (number - 1)).asString();
        String sitting = rest.post(
                        stage.secretariat(),
                        "/api/v1/sessions/" + session + "/plenaries",
                        Map.of("number", number, "plannedAt", at))
                .required("id")
                .asString();
        rest.post(
                stage.secretariat(),
                "/api/v1/sittings/" + sitting + "/presiding",
                Map.of("presiding", stage.executiveChair(number)));
        stage.clock(at);
        stage.move(sitting, "open-sign-in");
        stage.signIn(sitting, stage.everybody());
        stage.say("replay.plenary", "number", number, "present", present(sitting));
        stage.move(sitting, "open");
        for (JsonNode title : later.at("/hearings/" + (number - 1))) {
            ask(sitting, "HEARING", title.asString());
        }
        stage.vote(sitting);
        return sitting;
    }

    private int present(String sitting) {
        return rest.get("", "/api/v1/sittings/" + sitting + "/roll")
                .required("present")
                .asInt();
    }

    private void ask(String sitting, String kind, String title) {
        rest.post(
                stage.secretariat(),
                "/api/v1/sittings/" + sitting + "/questions",
                Map.of(
                        "kind",
                        kind,
                        "title",
                        Map.of("zh", title, "en", title),
                        "text",
                        title,
                        "subject",
                        "replay:" + title,
                        "mode",
                        "ELECTRONIC_UNRECORDED"));
    }

    private String presidium(int index) {
        String at = later.at("/presidium/" + index).asString();
        String sitting = rest.post(
                        stage.secretariat(),
                        "/api/v1/sessions/" + session + "/presidium-meeting",
                        Map.of("plannedAt", at, "wordings", List.of()))
                .required("id")
                .asString();
        stage.preside(sitting);
        stage.clock(at);
        stage.move(sitting, "open-sign-in");
        stage.signIn(sitting, stage.presidiumPresent());
        stage.say("replay.presidium-again", "number", index + 2, "present", present(sitting));
        stage.move(sitting, "open");
        return sitting;
    }

    private void opening() {
        String first = plenary(1);
        stage.move(first, "close");
        stage.check(
                "state in session",
                "IN_SESSION",
                rest.get("", "/api/v1/sessions/" + session).required("state").asString());
    }

    // ------------------------------------------------------------------ motions

    private void motions() {
        List<String> drafts = new ArrayList<>();
        for (JsonNode motion : later.required("motions")) {
            drafts.add(draft(motion));
        }
        String onTime = submitted(drafts.get(0), later.at("/motions/0"), "SUBMITTED");
        String late = submitted(drafts.get(1), later.at("/motions/1"), "OFFERED");
        JsonNode suggestion =
                rest.post(lead(later.at("/motions/1")), "/api/v1/filings/" + late + "/as-suggestion", Map.of());
        stage.check("suggestion", "SUGGESTION", suggestion.required("kind").asString());
        rest.post(stage.secretariat(), "/api/v1/filings/" + onTime + "/register", Map.of());
        rest.post(
                stage.secretariat(),
                "/api/v1/filings/" + onTime + "/examine",
                Map.of("outcome", "AGENDA", "reason", ""));
    }

    private String lead(JsonNode motion) {
        return stage.member(motion.at("/signers/0").asString());
    }

    private String draft(JsonNode motion) {
        JsonNode draft = rest.post(
                lead(motion),
                "/api/v1/filings",
                Map.of(
                        "body", stage.body(),
                        "kind", "MOTION",
                        "title", motion.required("title").asString(),
                        "parts", motion.required("parts")));
        String id = draft.required("id").asString();
        for (JsonNode signer : motion.required("signers")) {
            if (!signer.asString().equals(motion.at("/signers/0").asString())) {
                rest.post(
                        stage.member(signer.asString()),
                        "/api/v1/filings/" + id + "/signatures",
                        Map.of("textHash", draft.required("textHash").asString()));
            }
        }
        return id;
    }

    private String submitted(String id, JsonNode motion, String expected) {
        stage.clock(motion.required("at").asString());
        JsonNode received = rest.post(lead(motion), "/api/v1/filings/" + id + "/submit", Map.of("oneMatter", true));
        stage.check(
                "motion received at " + motion.required("at").asString(),
                expected,
                received.required("state").asString());
        stage.say(
                expected.equals("OFFERED") ? "replay.motion-late" : "replay.motion-in-time",
                "title",
                motion.required("title").asString(),
                "at",
                motion.required("at").asString().substring(11, 19));
        return id;
    }

    private void secondPresidium() {
        String sitting = presidium(0);
        rest.post(
                stage.secretariat(),
                "/api/v1/filings/report",
                Map.of("subject", "congress-session:" + session, "sitting", sitting));
        stage.vote(sitting);
        stage.move(sitting, "close");
    }

    // ------------------------------------------------------------------ the election

    private void secondPlenary() {
        JsonNode script = later.required("election");
        election = rest.post(
                        stage.secretariat(),
                        "/api/v1/sessions/" + session + "/elections",
                        Map.of(
                                "title", script.required("title"),
                                "occasion", "FIRST",
                                "terms", script.required("terms"),
                                "method", script.required("method").asString(),
                                "approvalAbove", false))
                .required("id")
                .asString();
        String sitting = plenary(2);
        ask(sitting, "METHOD");
        stage.vote(sitting);
        stage.move(sitting, "close");
        clerk("OPEN_NOMINATIONS");
        nominate(script);
        clerk("DISCUSS");
        clerk("SETTLE_LIST");
        rest.put(
                stage.secretariat(),
                path("/scrutineers"),
                Map.of(
                        "members", script.required("scrutineers"),
                        "chiefs", List.of(script.required("chief").asString()),
                        "noRelatives", true));
    }

    private String path(String end) {
        return "/api/v1/elections/" + election + end;
    }

    private void ask(String sitting, String matter) {
        rest.post(
                stage.secretariat(),
                "/api/v1/sessions/" + session + "/sittings/" + sitting + "/election-questions",
                Map.of("matter", matter, "elections", List.of(election)));
    }

    private void clerk(String step) {
        rest.post(stage.secretariat(), path("/preparation/" + step), Map.of());
    }

    private void chair(String step) {
        rest.post(stage.chair(), path("/presiding/" + step), Map.of());
    }

    private void nominate(JsonNode script) {
        List<Map<String, String>> nominees = new ArrayList<>();
        script.required("presidium")
                .forEach(number -> nominees.add(Map.of("member", number.asString(), "profile", "演示候选人情况")));
        rest.put(stage.secretariat(), path("/nominations/presidium"), Map.of("nominees", nominees));
        JsonNode joiners = script.required("joiners");
        String joint = rest.post(
                        stage.member(joiners.get(0).asString()),
                        path("/nominations"),
                        Map.of("member", script.required("joint").asString(), "profile", "演示候选人情况"))
                .required("id")
                .asString();
        for (int i = 1; i < joiners.size(); i++) {
            rest.put(stage.member(joiners.get(i).asString()), "/api/v1/nominations/" + joint + "/signature", Map.of());
        }
        rest.post(stage.member(joiners.get(0).asString()), "/api/v1/nominations/" + joint + "/submission", Map.of());
    }

    private void ballot(String sitting) {
        String scrutineer = stage.member(later.at("/election/chief").asString());
        rest.post(scrutineer, path("/issue"), Map.of("sitting", sitting, "issued", 0, "notReceived", List.of()));
        chair("OPEN_VOTING");
        int candidates = rest.get(scrutineer, path("/candidates")).size();
        stage.crowd(
                stage.everybody(),
                number -> rest.post(
                        stage.member(number),
                        path("/ballots"),
                        Map.of("marks", marks(number, candidates), "writeIns", List.of(), "key", "replay")));
        rest.post(scrutineer, path("/collect"), Map.of("collected", 0, "notReturned", List.of()));
        chair("DECLARE_VALID");
        rest.post(scrutineer, path("/count"), Map.of());
    }

    /** Most approve the first two, some the third instead of one of them. */
    private static String marks(String number, int candidates) {
        int lot = Math.floorMod((number + "/ballot").hashCode(), 10);
        StringBuilder marks = new StringBuilder("Y".repeat(Math.min(2, candidates)));
        marks.append("N".repeat(Math.max(0, candidates - 2)));
        if (lot < 2 && candidates > 2) {
            marks.setCharAt(lot, 'N');
            marks.setCharAt(2, 'Y');
        }
        return marks.toString();
    }

    private void closing() {
        String sitting = plenary(3);
        ask(sitting, "SCRUTINEERS");
        stage.vote(sitting);
        ballot(sitting);
        stage.move(sitting, "pause");
        String presidium = presidium(1);
        ask(presidium, "VALIDITY");
        stage.vote(presidium);
        stage.move(presidium, "close");
        stage.move(sitting, "resume");
        chair("ANNOUNCE");
        announce();
        for (JsonNode title : later.required("resolutions")) {
            ask(sitting, "RESOLUTION", title.asString());
        }
        stage.vote(sitting);
        stage.move(sitting, "close");
        stage.minutes(sitting);
        rest.post(
                stage.secretariat(),
                "/api/v1/sessions/" + session + "/elections/" + election + "/proclamation",
                Map.of());
        clerk("TAKE_OATH");
    }

    private void announce() {
        JsonNode found = rest.get("", path(""));
        JsonNode outcome = found.required("outcome");
        stage.check("election", "VALID", outcome.required("status").asString());
        List<String> elected = new ArrayList<>();
        outcome.required("tallies").forEach(tally -> {
            if (tally.required("elected").asBoolean()) {
                elected.add(tally.required("label").asString());
            }
        });
        stage.check("elected", 2, elected.size());
        stage.say("replay.elected", "title", found.at("/title/zh").asString(), "n", elected.size());
        stage.note("elected", elected);
    }

    private void archive(Path out) throws IOException {
        stage.step("CLOSE");
        Path file = out.resolve(session + ".zip");
        Files.createDirectories(out);
        Files.write(file, rest.bytes(stage.secretariat(), "/api/v1/sessions/" + session + "/archive.zip"));
        stage.step("ARCHIVE");
        stage.say("replay.archive", "file", file);
    }
}
