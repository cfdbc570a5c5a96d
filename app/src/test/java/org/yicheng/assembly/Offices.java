package org.yicheng.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.yicheng.party.Role;
import org.yicheng.testing.Rest;
import tools.jackson.databind.JsonNode;

/** Those who hold a meeting by the REST interface alone: each call by whoever may make it. */
public final class Offices {

    private final Rest rest;
    private final Congress congress;
    private final String body;
    private final Map<String, String> tokens = new HashMap<>();

    public Offices(Rest rest, Congress congress, String body) {
        this.rest = rest;
        this.congress = congress;
        this.body = body;
    }

    public Rest rest() {
        return rest;
    }

    /** The members' persons, M1 first. */
    public List<UUID> people() {
        return IntStream.rangeClosed(1, congress.bodies.membersOf(body).size())
                .mapToObj(i -> congress.bodies
                        .memberByNumber(body, "M" + i)
                        .orElseThrow()
                        .person())
                .toList();
    }

    /** The token of an office in the body, or of another holder of it. */
    public String token(Role role, String holder) {
        return tokens.computeIfAbsent(role + holder, _ -> congress.token(body, role));
    }

    public String chair() {
        return token(Role.CHAIR, "");
    }

    public String clerk() {
        return token(Role.SECRETARIAT, "");
    }

    public String scrutineer() {
        return token(Role.SCRUTINEER, "");
    }

    /** A sitting whose gates are open. */
    public String sitting(String id) {
        congress.sitting(id, body);
        return id;
    }

    /** A sitting that was opened with this many members. */
    public String open(String id, int present) {
        passGate(sitting(id), 0, present, "IN");
        rest.post(chair(), "/sittings/" + id + "/open");
        return id;
    }

    /** Members {@code from} (from 0) to {@code to} (not included) pass a gate. */
    public void passGate(String sitting, int from, int to, String direction) {
        passGate(sitting, body, from, to, direction);
    }

    /** The same with the cards of another body: one card a person. */
    public void passGate(String sitting, String cardsOf, int from, int to, String direction) {
        List<Map<String, Object>> events = IntStream.range(from, to)
                .mapToObj(i -> event(sitting + direction + i, Congress.card(cardsOf, i), direction))
                .toList();
        JsonNode answers = gate(sitting, events);
        answers.forEach(answer -> assertThat(answer.get("effect").asString()).isEqualTo("COUNTED"));
    }

    public JsonNode gate(String sitting, List<Map<String, Object>> events) {
        return rest.post(token(Role.GATE, ""), "/sittings/" + sitting + "/sign-in-events", Map.of("events", events));
    }

    public Map<String, Object> event(String id, String card, String direction) {
        return Map.of(
                "eventId",
                id,
                "at",
                congress.clock.instant().toString(),
                "credential",
                card,
                "direction",
                direction,
                "device",
                "GATE-1",
                "sequence",
                1);
    }

    public JsonNode roll(String sitting) {
        return rest.get("", "/sittings/" + sitting + "/roll");
    }

    public String listed(String sitting, VotingMode mode) {
        return rest.post(
                        clerk(),
                        "/sittings/" + sitting + "/questions",
                        Map.of(
                                "kind",
                                "RESOLUTION",
                                "title",
                                Map.of("zh", "决议草案（演示）", "en", "Draft resolution"),
                                "text",
                                "决议草案",
                                "subject",
                                "test:any",
                                "mode",
                                mode.name()))
                .get("id")
                .asString();
    }

    /** A topic of the agenda that is called: the floor can be asked for. */
    public String topic(String sitting) {
        Map<String, Object> topic = Map.of(
                "kind",
                "TOPIC",
                "title",
                Map.of("zh", "审议决议草案（演示）", "en", "Deliberation"),
                "content",
                "",
                "minutes",
                30,
                "groupMinutes",
                0,
                "consent",
                false);
        String item = rest.post(clerk(), "/sittings/" + sitting + "/agenda", Map.of("item", topic))
                .get("id")
                .asString();
        rest.post(chair(), "/sittings/" + sitting + "/agenda/" + item + "/call");
        return item;
    }

    /** A question listed, put and open for votes. */
    public String voting(String sitting, VotingMode mode) {
        String question = listed(sitting, mode);
        rest.post(chair(), "/questions/" + question + "/put");
        rest.post(chair(), "/questions/" + question + "/open");
        return question;
    }

    public JsonNode press(String question, UUID person, Mark mark, String key) {
        return rest.post(
                tokens.computeIfAbsent(person.toString(), _ -> congress.memberToken(body, person)),
                "/presses",
                Map.of("question", question, "mark", mark.name(), "key", key));
    }

    /** Two tellers enter the same show of hands; the chair closes; what comes out, before it is declared. */
    public JsonNode hands(String question, int yes, int no, int abstain, int notPressed) {
        for (String teller : List.of("first", "second")) {
            rest.post(
                    token(Role.TELLER, teller),
                    "/questions/" + question + "/hands",
                    Map.of("votesFor", yes, "against", no, "abstain", abstain, "notPressed", notPressed));
        }
        return close(question);
    }

    public JsonNode close(String question) {
        return rest.post(chair(), "/questions/" + question + "/close").get("outcome");
    }

    public JsonNode declare(String question) {
        return rest.post(chair(), "/questions/" + question + "/declare").get("outcome");
    }
}
