package org.yicheng.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** How long a clerk waits for paper: the roster of 633 in stroke order, the sign-in sheet, the minutes. */
final class PaperLoad {

    private static final String SITTING = "sjz-npc-15-5-preliminary";
    private static final List<String> PAPERS = List.of(
            "/api/v1/sessions/sjz-npc-15-5/roster?order=strokes",
            "/api/v1/sessions/sjz-npc-15-5/roster?order=strokes&format=xlsx",
            "/sittings/" + SITTING + "/sign-in-sheet.pdf",
            "/sittings/" + SITTING + "/minutes.pdf");

    private final Platform platform;
    private final PrintStream out;

    PaperLoad(Platform platform, PrintStream out) {
        this.platform = platform;
        this.out = out;
    }

    /** Each paper once as the first of the day, then once more. */
    void run() throws IOException {
        try (Wire wire = new Wire(platform.port())) {
            Wire.Answer who = wire.exchange(Wire.post("/api/v1/demo/token?who=secretariat", Wire.NOBODY, ""));
            String token =
                    JsonMapper.shared().readTree(who.body()).path("token").asString();
            for (String paper : PAPERS) {
                out.println(String.format(
                        Locale.ROOT,
                        "paper     %-62s first %,5d ms, again %,5d ms",
                        paper,
                        millis(wire, paper, token),
                        millis(wire, paper, token)));
            }
        }
    }

    static long millis(Wire wire, String path, String token) throws IOException {
        long began = System.nanoTime();
        Wire.Answer answer = wire.exchange(Wire.get(path, token));
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " answered " + answer.status() + ": " + answer.body());
        }
        return (System.nanoTime() - began) / 1_000_000;
    }
}
