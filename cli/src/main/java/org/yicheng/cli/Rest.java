package org.yicheng.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls to the platform's REST API. A refusal there becomes a refusal here, with its words. */
final class Rest {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;

    Rest(String base) {
        this.base = base;
    }

    JsonNode get(String token, String path) {
        return JSON.readTree(bytes(token, path));
    }

    byte[] bytes(String token, String path) {
        return send(request(token, path).GET().build());
    }

    JsonNode post(String token, String path, Object body) {
        return call(token, "POST", path, body);
    }

    JsonNode put(String token, String path, Object body) {
        return call(token, "PUT", path, body);
    }

    private JsonNode call(String token, String method, String path, Object body) {
        byte[] answer = send(request(token, path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
        return answer.length == 0 ? JSON.nullNode() : JSON.readTree(answer);
    }

    /** Sends one file as a form. */
    JsonNode upload(String token, String path, String name, byte[] content) {
        String boundary = "yicheng-" + Long.toHexString(System.nanoTime());
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return JSON.readTree(send(request(token, path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(form.toByteArray()))
                .build()));
    }

    private HttpRequest.Builder request(String token, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private byte[] send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() >= 400) {
                throw refused(request, response);
            }
            return response.body();
        } catch (IOException e) {
            throw new RefusedException(
                    Refusal.plain("cli.no-platform", "url", request.uri(), "why", String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static RefusedException refused(HttpRequest request, HttpResponse<byte[]> response) {
        String said = new String(response.body(), StandardCharsets.UTF_8);
        return new RefusedException(List.of(Refusal.plain(
                "cli.platform-refused",
                "method",
                request.method(),
                "path",
                request.uri().getPath(),
                "status",
                response.statusCode(),
                "said",
                said.length() > 600 ? said.substring(0, 600) : said)));
    }
}
