package org.yicheng.assembly;

import java.util.List;
import java.util.Map;
import org.yicheng.party.Role;
import org.yicheng.testing.Rest;
import tools.jackson.databind.JsonNode;

/** One ballot on paper, held by the REST interface alone once its list is final. */
public final class ElectionByRest {

    private final Offices offices;
    private final Rest rest;
    private final String id;
    private final String path;

    public ElectionByRest(Offices offices, String id) {
        this.offices = offices;
        this.rest = offices.rest();
        this.id = id;
        this.path = "/elections/" + id;
    }

    public String path() {
        return path;
    }

    /** Papers handed out and put into the box. */
    public ElectionByRest voted(String sitting, int issued, int collected) {
        rest.post(
                offices.scrutineer(),
                path + "/issue",
                Map.of("sitting", sitting, "issued", issued, "notReceived", List.of()));
        preside("OPEN_VOTING");
        rest.post(offices.scrutineer(), path + "/collect", Map.of("collected", collected, "notReturned", List.of()));
        return this;
    }

    public JsonNode preside(String step) {
        return rest.post(offices.chair(), path + "/presiding/" + step);
    }

    public Rest.Problem presidingRefused(String step) {
        return rest.refused(offices.chair(), path + "/presiding/" + step);
    }

    /** So many equal papers: marks by member as {@code M1=Y}; who is not named is abstained on. */
    public Map<String, Object> papers(int count, List<String> marked, String... written) {
        StringBuilder marks = new StringBuilder();
        for (JsonNode candidate : rest.get(offices.clerk(), path + "/candidates")) {
            String member = candidate.get("member").asString();
            marks.append(marked.stream()
                    .filter(mark -> mark.startsWith(member + "="))
                    .map(mark -> mark.substring(member.length() + 1))
                    .findFirst()
                    .orElse("A"));
        }
        return Map.of("count", count, "marks", marks.toString(), "writeIns", List.of(written), "unreadable", false);
    }

    /** The chair declares the ballot valid; both tellers enter every bundle. */
    @SafeVarargs
    public final ElectionByRest entered(Map<String, Object>... bundles) {
        preside("DECLARE_VALID");
        for (Map<String, Object> bundle : bundles) {
            int left = (int) bundle.get("count");
            for (; left > 0; left -= Scrutiny.MOST_BATCH) {
                int size = Math.min(left, Scrutiny.MOST_BATCH);
                enterTwice(size, bundle);
            }
        }
        return this;
    }

    private void enterTwice(int size, Map<String, Object> paper) {
        String first = offices.token(Role.TELLER, "first");
        int batch = rest.post(first, path + "/batches", Map.of("form", "COUNTS", "size", size))
                .get("number")
                .asInt();
        Map<String, Object> line = new java.util.HashMap<>(paper);
        line.put("count", size);
        for (String teller : List.of(first, offices.token(Role.TELLER, "second"))) {
            rest.put(teller, path + "/batches/" + batch + "/entry", Map.of("papers", List.of(line)));
        }
    }

    /** The scrutineers say that a written name means a member. */
    public ElectionByRest settled(String written, String member) {
        rest.put(
                offices.scrutineer(),
                path + "/written-names",
                Map.of("written", written, "identity", "PERSON", "member", member, "reason", ""));
        return this;
    }

    /** The result as the scrutineers see it, before it is announced. */
    public JsonNode count() {
        return rest.post(offices.scrutineer(), path + "/count").get("outcome");
    }

    /** A body's question decides that the result holds; then the chair announces it. */
    public JsonNode announced(String question) {
        decided("DECIDE_VALIDITY", question);
        return preside("ANNOUNCE");
    }

    public JsonNode decided(String step, String question) {
        return rest.post(offices.clerk(), path + "/decisions", Map.of("step", step, "question", question));
    }

    /** The ballot that follows. */
    public ElectionByRest followed() {
        return new ElectionByRest(
                offices,
                rest.post(offices.clerk(), path + "/follow", Map.of("byVotes", true))
                        .get("id")
                        .asString());
    }

    public JsonNode seen(String token) {
        return rest.get(token, path);
    }

    public String id() {
        return id;
    }
}
