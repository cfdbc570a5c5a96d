package org.yicheng.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST interface over the wire, through every filter, as the bearers of tokens; a blank token is the public. */
public final class Rest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String origin;

    public Rest(int port) {
        this.origin = "http://localhost:" + port;
    }

    /** A refusal as a caller gets it: its HTTP status and the problem document. */
    public record Problem(int status, JsonNode document) {

        /** The codes of all reasons, in their order. */
        public List<String> codes() {
            return StreamSupport.stream(document.get("errors").spliterator(), false)
                    .map(error -> error.get("code").asString())
                    .toList();
        }

        /** The first reason in Chinese and in English. */
        public String words(String language) {
            return document.get("errors").get(0).get("messages").get(language).asString();
        }

        /** The rule of the first reason, as {@code OL:14(4)}. */
        public String rule() {
            JsonNode rule = document.get("rule");
            return rule.get("instrument").asString() + ":"
                    + rule.get("provision").asString();
        }

        public long fact(String name) {
            return document.get("facts").get(name).asLong();
        }
    }

    public JsonNode get(String token, String path) {
        return good("GET " + path, send(request(token, path).GET()));
    }

    public JsonNode post(String token, String path, Map<String, ?> body) {
        return good("POST " + path, send(request(token, path).POST(json(body))));
    }

    public JsonNode post(String token, String path) {
        return post(token, path, Map.of());
    }

    public JsonNode put(String token, String path, Map<String, ?> body) {
        return good("PUT " + path, send(request(token, path).PUT(json(body))));
    }

    /** An answer that is no JSON document, such as a file. */
    public String text(String token, String path) {
        HttpResponse<String> answer = send(request(token, path).GET());
        assertThat(answer.statusCode()).as("GET " + path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** What answers a call that must be refused. */
    public Problem refused(String token, String path, Map<String, ?> body) {
        HttpResponse<String> answer = send(request(token, path).POST(json(body)));
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return new Problem(answer.statusCode(), JSON.readTree(answer.body()));
    }

    public Problem refused(String token, String path) {
        return refused(token, path, Map.of());
    }

    /** A page as a browser gets it, in a language. */
    public String page(String token, String path, String language) {
        HttpResponse<String> answer = send(headed(token, HttpRequest.newBuilder(URI.create(origin + path)), language)
                .GET());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode good(String call, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(call + " " + answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String token, String path) {
        return headed(token, HttpRequest.newBuilder(URI.create(origin + "/api/v1" + path)), "zh-CN")
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.Builder headed(String token, HttpRequest.Builder request, String language) {
        request.header("Accept-Language", language);
        return token.isBlank() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.BodyPublisher json(Map<String, ?> body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
