package org.yicheng.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** How long the pages that most people open take to come, warm, eight visitors at a time. */
final class PageLoad {

    private static final int VISITORS = 8;
    private static final int VISITS = 400;
    private static final List<String> PUBLIC = List.of("/", "/sessions/sjz-npc-15-5/public", "/api/openapi");
    private static final List<String> OF_A_DEPUTY = List.of("/me");

    private final Platform platform;
    private final PrintStream out;

    PageLoad(Platform platform, PrintStream out) {
        this.platform = platform;
        this.out = out;
    }

    void run() throws IOException {
        for (String path : PUBLIC) {
            measure(path, Wire.NOBODY);
        }
        String deputy = token("S0100");
        for (String path : OF_A_DEPUTY) {
            measure(path, deputy);
        }
    }

    private void measure(String path, String token) throws IOException {
        List<byte[]> visits = Collections.nCopies(VISITS, Wire.get(path, token));
        Pressing.send(platform.port(), VISITORS, visits);
        out.println(String.format(
                Locale.ROOT, "page      %-28s %s", path, Pressing.send(platform.port(), VISITORS, visits)));
    }

    private String token(String who) throws IOException {
        try (Wire wire = new Wire(platform.port())) {
            Wire.Answer answer = wire.exchange(Wire.post("/api/v1/demo/token?who=" + who, Wire.NOBODY, ""));
            return JsonMapper.shared().readTree(answer.body()).path("token").asString();
        }
    }
}
