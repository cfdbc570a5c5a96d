package org.yicheng.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first thing a newcomer meets: what the launcher says when something is not as it should be. */
class LauncherTest {

    private record Said(int status, String out, String err) {}

    @Test
    void helpNamesTheCommandsInBothLanguages() throws Exception {
        assertThat(run(Map.of("YICHENG_LANG", "en"), "help").out()).contains("./yicheng up", "decide, then deliver");
        assertThat(run(Map.of("YICHENG_LANG", "zh"), "help").out()).contains("./yicheng up", "议而能成");
    }

    @Test
    void aPortOutOfRangeIsRefusedWithItsValue() throws Exception {
        Said said = run(Map.of("YICHENG_LANG", "en"), "up", "--port", "70000");
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err()).contains("1 to 65535, got 70000");
    }

    @Test
    void anUnknownOptionIsNamed() throws Exception {
        Said said = run(Map.of("YICHENG_LANG", "zh"), "up", "--prot", "8080");
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err()).contains("--prot");
    }

    @Test
    void aDatabaseThatIsNotPostgresqlIsRefused() throws Exception {
        Said said = run(Map.of("YICHENG_LANG", "en"), "up", "--database-url", "jdbc:mysql://somewhere/x");
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err()).contains("jdbc:postgresql://");
    }

    /** With no JDK 25 in reach: one sentence in both languages and the status for a wrong configuration. */
    @Test
    void withoutAJdkItSaysSoInOneSentenceAndStopsWith78(@TempDir Path empty) throws Exception {
        Path alone = empty.resolve("yicheng");
        String launcher = Project.read("yicheng")
                .replaceAll(
                        "/usr/lib/jvm/\\*|/usr/lib64/jvm/\\*|/usr/java/\\*|"
                                + "/opt/java/\\*|/opt/jdk\\*|/Library/Java/JavaVirtualMachines/\\*/Contents/Home|/usr/libexec/java_home",
                        "/nonexistent");
        Files.writeString(alone, launcher);
        Files.setPosixFilePermissions(alone, PosixFilePermissions.fromString("rwxr-xr-x"));
        Said said = run(alone, Map.of("HOME", empty.toString(), "JAVA_HOME", "", "YICHENG_JAVA_HOME", ""), "up");
        assertThat(said.status()).isEqualTo(78);
        assertThat(said.err().strip().lines()).hasSize(2);
        assertThat(said.err()).contains("JDK 25", "YICHENG_JAVA_HOME");
    }

    private static Said run(Map<String, String> environment, String... arguments) throws Exception {
        return run(Project.resolve("yicheng"), environment, arguments);
    }

    private static Said run(Path program, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        Path out = Files.createTempFile("launcher-", ".out");
        Path err = Files.createTempFile("launcher-", ".err");
        try {
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Said(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
