package org.yicheng.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yicheng.bench.Hall;
import org.yicheng.walk.Visit.Window;

/**
 * What a delegate's phone fetches: bytes over the wire as the browser counts them (headers and compressed bodies), of the
 * page and of everything it asks for. The figures are written to {@code walk/target/phone-weight.txt}.
 */
@ExtendWith(Walk.class)
class PhoneWeightTest {

    private static final long MOST_FIRST = 100 * 1024L;
    private static final long MOST_AGAIN = 20 * 1024L;

    private record Weight(int answers, long bytes) {}

    @Test
    void aDelegatesPagesAreLightAtFirstAndLighterAgain(Visit visit) throws IOException {
        Hall hall = Hall.build(visit.platform().port(), 2);
        String deputy = token(visit.as("S0100", Window.PHONE));
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("/login", "");
        tokens.put("/me", deputy);
        tokens.put("/floor/sjz-npc-15-5-preliminary", deputy);
        tokens.put(
                "/vote/" + hall.openQuestion("ELECTRONIC_UNRECORDED"),
                hall.members().getFirst());
        List<String> lines = new ArrayList<>(List.of("page\tfirst visit, bytes\tanswers\tagain, bytes\tanswers"));
        for (Map.Entry<String, String> each : tokens.entrySet()) {
            String path = each.getKey();
            // A window of its own has an empty cache: each page is measured as the first that a phone opens.
            Page phone =
                    each.getValue().isEmpty() ? visit.window(Window.PHONE) : visit.with(each.getValue(), Window.PHONE);
            Weight first = weight(visit, phone, path);
            Weight again = weight(visit, phone, path);
            lines.add(String.join(
                    "\t",
                    path.replaceAll("(?<=/(floor|vote)/).*", "…"),
                    String.valueOf(first.bytes()),
                    String.valueOf(first.answers()),
                    String.valueOf(again.bytes()),
                    String.valueOf(again.answers())));
            assertThat(first.bytes()).as("first visit to " + path).isBetween(1L, MOST_FIRST);
            assertThat(again.bytes()).as("second visit to " + path).isBetween(1L, MOST_AGAIN);
            phone.context().close();
        }
        Files.write(Files.createDirectories(Path.of("target")).resolve("phone-weight.txt"), lines);
        assertThat(visit.faults()).isEmpty();
    }

    private static String token(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("yicheng"))
                .findFirst()
                .orElseThrow()
                .value;
    }

    private static Weight weight(Visit visit, Page page, String path) {
        AtomicLong bytes = new AtomicLong();
        AtomicInteger answers = new AtomicInteger();
        CDPSession protocol = page.context().newCDPSession(page);
        protocol.on("Network.loadingFinished", event -> count(event, bytes, answers));
        protocol.send("Network.enable");
        assertThat(page.navigate(visit.platform().url(path)).status()).isEqualTo(200);
        page.waitForLoadState();
        // Icons and the manifest are fetched after the load event.
        page.waitForTimeout(500);
        protocol.detach();
        return new Weight(answers.get(), bytes.get());
    }

    /** What came from the phone's own cache has no length over the wire. */
    private static void count(JsonObject event, AtomicLong bytes, AtomicInteger answers) {
        long length = event.get("encodedDataLength").getAsLong();
        if (length > 0) {
            bytes.addAndGet(length);
            answers.incrementAndGet();
        }
    }
}
