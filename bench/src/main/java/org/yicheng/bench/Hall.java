package org.yicheng.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A practice hall of the demo as a client sees it: its sitting, its chair's token, its members' tokens in order.
 *
 * @param port where the platform listens
 * @param firstCard the card of the first member
 */
public record Hall(int port, String sitting, String firstCard, String chair, List<String> members) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Has a hall built in which this many members are signed in. */
    public static Hall build(int port, int members) throws IOException {
        try (Wire wire = new Wire(port)) {
            JsonNode hall =
                    read(wire.exchange(Wire.post("/api/v1/demo/halls", Wire.NOBODY, "{\"members\":" + members + "}")));
            List<String> tokens = new ArrayList<>(members);
            hall.path("memberTokens").forEach(token -> tokens.add(token.asString()));
            return new Hall(
                    port,
                    hall.path("sitting").asString(),
                    hall.path("firstCard").asString(),
                    hall.path("chairToken").asString(),
                    tokens);
        }
    }

    /** Lists a question for the sitting; returns its id. */
    public String listQuestion(String mode) throws IOException {
        try (Wire wire = new Wire(port)) {
            String question =
                    "{\"kind\":\"RESOLUTION\",\"title\":{\"zh\":\"关于演练的决议（演示）\",\"en\":\"Practice resolution (demo)\"},"
                            + "\"text\":\"演练文本。\",\"subject\":\"practice\",\"mode\":\"" + mode + "\"}";
            return read(wire.exchange(Wire.post("/api/v1/sittings/" + sitting + "/questions", chair, question)))
                    .path("id")
                    .asString();
        }
    }

    /** Lists, puts and opens a question; returns its id. */
    public String openQuestion(String mode) throws IOException {
        String id = listQuestion(mode);
        try (Wire wire = new Wire(port)) {
            move(wire, id, "put");
            move(wire, id, "open");
        }
        return id;
    }

    /** How many are present now. */
    public int present() throws IOException {
        try (Wire wire = new Wire(port)) {
            return read(wire.exchange(Wire.get("/api/v1/sittings/" + sitting + "/roll", chair)))
                    .path("present")
                    .asInt();
        }
    }

    /** A question as it stands. */
    public JsonNode question(String id) throws IOException {
        try (Wire wire = new Wire(port)) {
            return read(wire.exchange(Wire.get("/api/v1/questions/" + id, chair)));
        }
    }

    /** Closes the vote; the answer holds the tally. */
    public JsonNode close(String question) throws IOException {
        try (Wire wire = new Wire(port)) {
            return move(wire, question, "close");
        }
    }

    /** Declares the result. */
    public JsonNode declare(String question) throws IOException {
        try (Wire wire = new Wire(port)) {
            return move(wire, question, "declare");
        }
    }

    /** The request with which a member presses a key; the same key again is the same press. */
    public byte[] press(String question, int member, String mark, String key) {
        return Wire.post(
                "/api/v1/presses",
                members.get(member),
                "{\"question\":\"" + question + "\",\"mark\":\"" + mark + "\",\"key\":\"" + key + "\"}");
    }

    /** The request with which a member's phone shows its ballot before the press. */
    public byte[] look(String question, int member) {
        return Wire.get("/api/v1/questions/" + question + "/own", members.get(member));
    }

    private JsonNode move(Wire wire, String question, String verb) throws IOException {
        return read(wire.exchange(Wire.post("/api/v1/questions/" + question + "/" + verb, chair, "{}")));
    }

    static JsonNode read(Wire.Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException("the platform answered " + answer.status() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
