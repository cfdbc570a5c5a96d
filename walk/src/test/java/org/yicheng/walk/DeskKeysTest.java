package org.yicheng.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yicheng.bench.Wire;
import org.yicheng.walk.Visit.Window;
import tools.jackson.databind.json.JsonMapper;

/**
 * The registration desk by keyboard alone: one key a suggestion, two a motion, at 200 items an hour and more. Part of
 * {@code ./yicheng walk} alone. What was measured goes to {@code walk/target/desk-keys.txt}.
 */
@ExtendWith(Walk.class)
class DeskKeysTest {

    private static final int SUGGESTIONS = 150;
    private static final int MOTIONS = 48;
    /** An hour for 200 items. */
    private static final Duration AN_ITEM = Duration.ofSeconds(18);

    private static final String DESK = "/filings/desk?words=%E7%99%BB%E8%AE%B0%E6%BC%94%E7%BB%83&kind=";

    /** What the keyboard did, and how long the machine kept the clerk waiting. */
    private static final class Count {
        private int keys;
        private Duration waited = Duration.ZERO;

        void press(Keyboard keyboard, String key) {
            Instant begun = Instant.now();
            keyboard.follow(key);
            waited = waited.plus(Duration.between(begun, Instant.now()));
            keys++;
        }
    }

    @Test
    void oneKeyASuggestionAndTwoAMotion(Visit visit) throws IOException {
        receive(visit.platform().port());
        Page page = visit.as("secretariat", Window.DESK);
        Keyboard keyboard = new Keyboard(page);

        Count suggestions = new Count();
        visit.go(page, DESK + "SUGGESTION");
        assertThat(page.locator("#h-item")).containsText("登记演练");
        for (int i = 0; i < SUGGESTIONS; i++) {
            suggestions.press(keyboard, "r");
        }
        assertThat(page.locator("#h-item")).hasCount(0);
        assertThat(suggestions.keys).isEqualTo(SUGGESTIONS);

        Count motions = new Count();
        visit.go(page, DESK + "MOTION");
        for (int i = 0; i < MOTIONS; i++) {
            motions.press(keyboard, "r");
            motions.press(keyboard, "e");
        }
        assertThat(page.locator("#h-item")).hasCount(0);
        assertThat(motions.keys).isEqualTo(2 * MOTIONS);
        everyOneIsDone(visit.platform().port());

        Duration waited = suggestions.waited.plus(motions.waited);
        int items = SUGGESTIONS + MOTIONS;
        String measured = String.format(
                Locale.ROOT,
                "registration desk: %d suggestions by %d keys, %d motions by %d keys; the machine took %d ms an item,"
                        + " %.1f %% of the %d s an item has at 200 an hour%n",
                SUGGESTIONS,
                suggestions.keys,
                MOTIONS,
                motions.keys,
                waited.toMillis() / items,
                100.0 * waited.toMillis() / items / AN_ITEM.toMillis(),
                AN_ITEM.toSeconds());
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("desk-keys.txt"), measured);
        assertThat(visit.faults()).isEmpty();
    }

    private static String token(int port, String who) throws IOException {
        try (Wire wire = new Wire(port)) {
            String answer = wire.exchange(Wire.post("/api/v1/demo/token?who=" + who, Wire.NOBODY, "{}"))
                    .body();
            return JsonMapper.shared().readTree(answer).path("token").asString();
        }
    }

    /** They come as they come from an office that typed them: in one table. */
    private static void receive(int port) throws IOException {
        String signers =
                IntStream.rangeClosed(21, 30).mapToObj("S%04d"::formatted).collect(Collectors.joining(" "));
        String rows = IntStream.range(0, SUGGESTIONS)
                        .mapToObj(i -> "SUGGESTION,登记演练建议" + i + "（演示）,S0020,,,,,演示情况" + i + ",演示建议\n")
                        .collect(Collectors.joining())
                + IntStream.range(0, MOTIONS)
                        .mapToObj(i -> "MOTION,登记演练议案" + i + "（演示）,S0021," + signers + ",演示案由" + i + ",演示案据,演示方案,,\n")
                        .collect(Collectors.joining());
        String table = "kind,title,lead,signers,CASE,BASIS,PLAN,SITUATION,ADVICE\n" + rows;
        String body = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"filings.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + table + "\r\n--part--\r\n";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/bodies/sjz-npc-15/filings/import"))
                .header("Authorization", "Bearer " + token(port, "secretariat"))
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Every suggestion has a number, every motion a number and an opinion. */
    private static void everyOneIsDone(int port) throws IOException {
        String received;
        try (Wire wire = new Wire(port)) {
            received = wire.exchange(Wire.get(
                            "/api/v1/filings?subject=congress-session:sjz-npc-15-5", token(port, "secretariat")))
                    .body();
        }
        var states = JsonMapper.shared()
                .readTree(received)
                .valueStream()
                .filter(filing -> filing.path("title").asString().startsWith("登记演练"))
                .collect(Collectors.groupingBy(
                        filing -> filing.path("kind").asString() + " "
                                + filing.path("state").asString(),
                        Collectors.counting()));
        assertThat(states)
                .containsOnly(
                        java.util.Map.entry("SUGGESTION REGISTERED", (long) SUGGESTIONS),
                        java.util.Map.entry("MOTION EXAMINED", (long) MOTIONS));
    }
}
