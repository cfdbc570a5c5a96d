package org.yicheng.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** A platform of its own for one command: started from the built jar with an empty home, stopped and removed after. */
final class Platform implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Path home;
    private final Process process;
    private final int port;

    private Platform(Path home, Process process, int port) {
        this.home = home;
        this.process = process;
        this.port = port;
    }

    /** Starts the jar and waits until it answers. */
    static Platform start(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new RefusedException(Refusal.plain("cli.no-file", "file", jar));
        }
        try {
            Path home = Files.createTempDirectory("yicheng-replay-");
            // Run as root, the database runs as another account and must be able to enter.
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
            int port = freePort();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            jar.toString(),
                            "--yicheng.data=" + home.resolve("data"),
                            "--yicheng.demo=true",
                            "--yicheng.demo-city=false",
                            "--server.port=" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("platform.log").toFile())
                    .start();
            Platform platform = new Platform(home, process, port);
            platform.await();
            return platform;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return "http://localhost:" + port;
    }

    private void await() {
        Instant deadline = Instant.now().plus(PATIENCE);
        Rest rest = new Rest(url());
        while (Instant.now().isBefore(deadline) && process.isAlive()) {
            try {
                rest.get("", "/api/v1/sessions");
                return;
            } catch (RefusedException notYet) {
                pause();
            }
        }
        close();
        throw new RefusedException(Refusal.plain("cli.platform-silent", "log", home.resolve("platform.log")));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            try (Stream<Path> all = Files.walk(home)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
