package org.yicheng.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** The replayed session, 633 deputies, at its end: how long its election papers and its archive take. */
final class ClosedSession {

    private static final String BODY = "sjz-npc-15";
    private static final String CLERK =
            "{\"login\":\"bench-secretariat\",\"body\":\"" + BODY + "\",\"roles\":[\"SECRETARIAT\"]}";
    private static final String SESSION = "sjz-npc-15-5";

    private final Platform platform;
    private final PrintStream out;

    ClosedSession(Platform platform, PrintStream out) {
        this.platform = platform;
        this.out = out;
    }

    void run() throws IOException {
        replay();
        try (Wire wire = new Wire(platform.port())) {
            String token = Hall.read(wire.exchange(Wire.post("/api/v1/demo/staff", Wire.NOBODY, CLERK)))
                    .path("token")
                    .asString();
            String election = JsonMapper.shared()
                    .readTree(wire.exchange(Wire.get("/api/v1/bodies/" + BODY + "/elections", token))
                            .body())
                    .path(0)
                    .path("id")
                    .asString();
            for (String paper : List.of(
                    "/elections/" + election + "/ballot-paper.pdf",
                    "/elections/" + election + "/report.pdf",
                    "/elections/" + election + "/report.docx",
                    "/api/v1/sessions/" + SESSION + "/archive.zip")) {
                out.println(String.format(
                        Locale.ROOT,
                        "closed    %-62s first %,5d ms, again %,5d ms",
                        paper.replace(election, "{id}"),
                        PaperLoad.millis(wire, paper, token),
                        PaperLoad.millis(wire, paper, token)));
            }
        }
    }

    /** {@code ./yicheng replay} against this platform, as a program of its own. */
    private void replay() throws IOException {
        long began = System.nanoTime();
        Path said = platform.home().resolve("replay.log");
        Process replay = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("yicheng.cli", "cli/target/yicheng-cli.jar:cli/target/lib/*"),
                        "org.yicheng.cli.Yicheng",
                        "replay",
                        System.getProperty("yicheng.examples", "examples") + "/shijiazhuang-15-5",
                        "--url",
                        "http://localhost:" + platform.port(),
                        "--out",
                        platform.home().resolve("replay").toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            if (replay.waitFor() != 0) {
                throw new IllegalStateException(
                        "the replay ended with " + replay.exitValue() + ": " + Files.readString(said));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        out.println("replay    the whole session in " + (System.nanoTime() - began) / 1_000_000_000 + " s");
    }
}
