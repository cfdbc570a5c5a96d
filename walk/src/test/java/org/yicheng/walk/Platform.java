package org.yicheng.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The platform as a user runs it: its own process, started from the runnable jar, on a free port. */
final class Platform implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path JAR = Project.resolve("app/target/yicheng-exec.jar");

    private final Path home;
    private final int port;
    private final Path log;
    private final Process process;

    private Platform(Path home, int port, Path log, Process process) {
        this.home = home;
        this.port = port;
        this.log = log;
        this.process = process;
    }

    /** A folder for a platform's data that the database's own account can enter, also when the tests run as root. */
    static Path newHome() {
        try {
            Path folder = Files.createTempDirectory("yicheng-walk-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts on a home folder and returns when the platform says that it is ready. */
    static Platform start(Path home, String... options) {
        Platform platform = launch(home, options);
        platform.awaitReady();
        return platform;
    }

    /** Starts and returns at once. */
    static Platform launch(Path home, String... options) {
        try {
            int port = freePort();
            Path log = Files.createDirectories(Project.resolve("walk/target/platform")).resolve(port + ".log");
            Files.deleteIfExists(home.resolve("ready"));
            List<String> command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElse("java"), "-XX:TieredStopAtLevel=1", "-Xmx700m", "-jar",
                    JAR.toString(), "--server.port=" + port, "--yicheng.data=" + home.resolve("data"),
                    "--yicheng.public-url=http://localhost:" + port, "--yicheng.announce=" + home.resolve("ready")));
            command.addAll(List.of(options));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new Platform(home, port, log, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!Files.exists(home.resolve("ready"))) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new AssertionError("the platform did not start: " + said());
            }
            LockSupport.parkNanos(50_000_000L);
        }
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    Path home() {
        return home;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    String said() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One GET without signing in. */
    HttpResponse<String> get(String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url(path))).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** kill -9: no shutdown hook, no farewell to the database. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** A polite end: SIGTERM, and wait until the database has stopped too. */
    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the platform did not end within 60 s: " + said());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
