package org.yicheng.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Every delegation meets on what the presidium has referred to all deputies: it chooses its head, its note-taker writes
 * down who says what, the head hands the notes to the secretariat.
 */
final class Deliberation {

    private final ReplayStage stage;
    private final Rest rest;
    private final JsonNode script;
    private final String session;

    Deliberation(ReplayStage stage, Rest rest, JsonNode script, String session) {
        this.stage = stage;
        this.rest = rest;
        this.script = script;
        this.session = "/api/v1/sessions/" + session;
    }

    void run() {
        String title = script.required("item").asString();
        stage.clock(script.required("at").asString());
        rest.post(stage.secretariat(), session + "/delegations", Map.of());
        String item = rest.post(stage.secretariat(), session + "/drafts", Map.of("kind", "AGENDA_ITEM", "title", title))
                .required("id")
                .asString();
        List<JsonNode> delegations = new ArrayList<>();
        rest.get(stage.secretariat(), session + "/delegations")
                .forEach(figures -> delegations.add(figures.required("delegation")));
        for (int i = 0; i < delegations.size(); i++) {
            meeting(delegations.get(i), item, i);
        }
        int notes = rest.get(stage.secretariat(), session + "/inbox").size();
        stage.check("delegations", 23, delegations.size());
        stage.check("notes handed in", 2 * delegations.size(), notes);
        stage.say("replay.deliberation", "title", title, "delegations", delegations.size(), "notes", notes);
        stage.note("deliberation", Map.of("delegations", delegations.size(), "notes", notes));
    }

    private void meeting(JsonNode delegation, String item, int turn) {
        List<String> here = here(delegation);
        String path = session + "/delegations/" + delegation.required("key").asString();
        String sitting = rest.post(
                        stage.chair(),
                        path + "/meetings",
                        Map.of(
                                "plannedAt",
                                stage.now(),
                                "hall",
                                delegation.required("name").asString() + "（演示）"))
                .required("id")
                .asString();
        rest.post(stage.chair(), path + "/meetings/1/open-sign-in", Map.of());
        stage.preside(sitting);
        stage.signIn(sitting, here);
        stage.move(sitting, "open");
        rest.post(
                stage.chair(),
                path + "/meetings/1/choice",
                Map.of("post", "HEAD", "members", List.of(here.get(0)), "approvals", here.size()));
        rest.post(stage.secretariat(), path + "/note-takers", Map.of("member", here.get(1), "appointed", true));
        for (int note = 0; note < 2; note++) {
            write(sitting, item, here, turn + note, 2 + note);
        }
        stage.move(sitting, "close");
        rest.post(stage.member(here.get(0)), notes(sitting) + "/hand", Map.of());
    }

    /** Who of a delegation came to the session. */
    private List<String> here(JsonNode delegation) {
        Set<String> came = new HashSet<>(stage.everybody());
        List<String> here = new ArrayList<>();
        delegation.required("members").forEach(member -> {
            if (came.contains(member.required("number").asString())) {
                here.add(member.required("number").asString());
            }
        });
        return here;
    }

    private String notes(String sitting) {
        return session + "/sittings/" + sitting + "/notes";
    }

    private void write(String sitting, String item, List<String> here, int turn, int speaker) {
        JsonNode said =
                script.required("notes").get(turn % script.required("notes").size());
        rest.put(
                stage.member(here.get(1)),
                notes(sitting) + "/" + UUID.randomUUID(),
                Map.of(
                        "version", 0,
                        "speaker", here.get(speaker),
                        "item", item,
                        "kind", said.required("kind").asString(),
                        "words", said.required("words").asString()));
    }
}
