package org.yicheng.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How long pages take to come, warm, while the session is full: thousands of members, hundreds of motions, thousands of
 * documents. First one visitor, which is what the server needs for a page; then eight without pause, which keep every
 * core busy, so that each also waits for the others.
 */
final class PageLoad {

    private static final int CROWD = 8;
    private static final int WARMING = 100;
    private static final int VISITS = 200;
    private static final String SESSION = "/sessions/sjz-npc-15-5";
    private static final List<String> PUBLIC = List.of("/", SESSION + "/public", "/documents", "/api/openapi");
    private static final List<String> OF_A_DEPUTY = List.of("/me", "/documents", "/documents?q=老旧小区", "/filings");
    private static final List<String> OF_THE_SECRETARIAT = List.of(
            SESSION,
            SESSION + "/roster",
            SESSION + "/mandates",
            SESSION + "/elections",
            "/filings/desk",
            "/bodies/sjz-npc-15/documents?q=公园",
            "/sittings/sjz-npc-15-5-preliminary/seats");

    private final Platform platform;
    private final PrintStream out;

    PageLoad(Platform platform, PrintStream out) {
        this.platform = platform;
        this.out = out;
    }

    void run() throws IOException {
        FullSession session = new FullSession(platform.port());
        Hall hall = session.fill(out);
        measure(PUBLIC, Wire.NOBODY);
        measure(OF_A_DEPUTY, session.token("S0100"));
        measure(OF_THE_SECRETARIAT, session.token("secretariat"));
        measure(List.of("/floor/" + hall.sitting()), hall.members().getFirst());
        measure(List.of("/chair/" + hall.sitting()), hall.chair());
    }

    private void measure(List<String> paths, String token) throws IOException {
        for (String path : paths) {
            measure(path, token);
        }
    }

    private void measure(String path, String token) throws IOException {
        byte[] visit = Wire.get(URI.create(path).toASCIIString(), token);
        Pressing.send(platform.port(), CROWD, Collections.nCopies(WARMING, visit));
        Latencies alone = Pressing.send(platform.port(), 1, Collections.nCopies(VISITS, visit));
        Latencies crowd = Pressing.send(platform.port(), CROWD, Collections.nCopies(VISITS, visit));
        out.println(String.format(
                Locale.ROOT,
                "page      %-48s alone p50 %5.1f ms, p95 %5.1f ms; of eight p50 %5.1f ms, p95 %5.1f ms",
                path,
                alone.micros(500) / 1000.0,
                alone.micros(950) / 1000.0,
                crowd.micros(500) / 1000.0,
                crowd.micros(950) / 1000.0));
    }
}
