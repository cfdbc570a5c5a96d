package org.yicheng.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reported session lived through by {@code ./yicheng replay}, on a platform that the command starts itself. */
class ReplayTest {

    private record Said(int status, String out, String err) {}

    @TempDir
    Path folder;

    @Test
    void theReplayEndsWithTheReportedFiguresItsMinutesAndASoundRecord() throws Exception {
        Path out = folder.resolve("out");
        Said replay = yicheng(
                "replay", Project.resolve("examples/shijiazhuang-15-5").toString(), "--out", out.toString(), "--json");

        assertThat(replay.status()).as(replay.err()).isZero();
        assertThat(replay.out()).contains("应出席会议代表633名", "实际出席代表582名", "符合法定人数", "65", "2024年1月28日12时");
        JsonNode summary = JsonMapper.shared()
                .readTree(replay.out().lines().reduce((_, last) -> last).orElseThrow());
        assertThat(summary.at("/preliminary/present").asInt()).isEqualTo(582);
        assertThat(summary.at("/presidium/present").asInt()).isEqualTo(65);
        assertThat(summary.at("/motionDeadline").asString()).isEqualTo("2024-01-28T04:00:00Z");

        assertThat(minutes(out))
                .hasSize(3)
                .allSatisfy(file ->
                        assertThat(Files.readAllBytes(file)).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII)));
        theSessionWentToItsEnd(replay.out(), summary, out);
        everyActHasItsWords(out.resolve("record.jsonl"));
        theRecordIsSoundUntilALetterIsChanged(out.resolve("record.jsonl"));
    }

    /** One motion in the last second, one a second late; an election announced; the archive that opens by itself. */
    private static void theSessionWentToItsEnd(String said, JsonNode summary, Path out) throws IOException {
        assertThat(said).contains("11:59:59收到", "作为议案", "12:00:01收到", "作为建议办理", "确认选举结果有效");
        assertThat(summary.at("/elected")).hasSize(2);
        try (FileSystem archive = FileSystems.newFileSystem(out.resolve("sjz-npc-15-5.zip"))) {
            assertThat(Files.readString(archive.getPath("index.html"))).contains("应出席633名，实际出席582名");
            assertThat(Files.readString(archive.getPath("SHA256SUMS"))).contains("record.jsonl", "data/popolo.json");
        }
    }

    /** The record viewer says every verb, role and fact that the replay wrote, and every named value, in words. */
    private static void everyActHasItsWords(Path record) throws IOException {
        Set<String> words = keys();
        Set<String> missing = new TreeSet<>();
        for (String line : Files.readAllLines(record)) {
            JsonNode act = JsonMapper.shared().readTree(line);
            Stream.of(
                            "web.act-" + act.get("verb").asString(),
                            "web.role-" + act.get("role").asString())
                    .filter(key -> !words.contains(key))
                    .forEach(missing::add);
            act.get("facts").properties().forEach(fact -> {
                if (!words.contains("web.fact-" + fact.getKey())) {
                    missing.add("web.fact-" + fact.getKey());
                }
                String value = fact.getValue().asString();
                if (value.matches("[A-Z][A-Z_]{2,}") && words.stream().noneMatch(key -> key.endsWith("-" + value))) {
                    missing.add("web.fact-" + fact.getKey() + "-" + value);
                }
            });
        }
        assertThat(missing).isEmpty();
    }

    private static Set<String> keys() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> bundles = Files.list(Project.resolve("app/src/main/resources/words"))) {
            for (Path bundle : bundles.toList()) {
                Properties properties = new Properties();
                try (var reader = Files.newBufferedReader(bundle)) {
                    properties.load(reader);
                }
                keys.addAll(properties.stringPropertyNames());
            }
        }
        return keys;
    }

    private static List<Path> minutes(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(file -> file.toString().endsWith("-minutes.pdf"))
                    .toList();
        }
    }

    private void theRecordIsSoundUntilALetterIsChanged(Path record) throws Exception {
        Said sound = yicheng("record", "verify", record.toString());
        assertThat(sound.status()).as(sound.err()).isZero();
        assertThat(JsonMapper.shared().readTree(sound.out()).at("/acts").asLong())
                .isEqualTo(Files.readAllLines(record).size());

        List<String> lines = new ArrayList<>(Files.readAllLines(record));
        lines.set(6, lines.get(6).replaceFirst("\"role\":\"", "\"role\":\"X"));
        Files.write(record, lines);
        Said broken = yicheng("record", "verify", record.toString());
        assertThat(broken.status()).isEqualTo(1);
        assertThat(JsonMapper.shared().readTree(broken.out()).at("/number").asInt())
                .isEqualTo(7);
    }

    @Test
    void aFolderWithoutASessionIsNamedBeforeAnythingIsStarted() throws Exception {
        Said said = yicheng("replay", folder.toString());
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err()).contains(folder.resolve("session.yaml").toString());
        assertThat(said.out()).isEmpty();
    }

    /** As the launcher's function {@code cli} does, but for the build that it makes sure of. */
    private Said yicheng(String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("said.out");
        Path err = folder.resolve("said.err");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dyicheng.words=zh",
                "-Dyicheng.jar=" + System.getProperty("yicheng.jar"),
                "-cp",
                Project.resolve("cli/target/yicheng-cli.jar") + File.pathSeparator + Project.resolve("cli/target/lib")
                        + "/*",
                "org.yicheng.cli.Yicheng"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(8, TimeUnit.MINUTES)).as("ended in time").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
