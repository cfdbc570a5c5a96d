package org.yicheng.bench;

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
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The platform as a user runs it: its own process, started from the runnable jar, on a free port. Options that begin
 * with {@code -X} or {@code -D} are the JVM's, the others the platform's.
 */
public final class Platform implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

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
    public static Path newHome() {
        try {
            Path folder = Files.createTempDirectory("yicheng-walk-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a folder and all that is in it. */
    public static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts on a home folder and returns when the platform says that it is ready. */
    public static Platform start(Path home, String... options) {
        Platform platform = launch(home, options);
        platform.awaitReady();
        return platform;
    }

    /** Starts and returns at once. */
    public static Platform launch(Path home, String... options) {
        try {
            int port = freePort();
            Path log = Files.createDirectories(home).resolve("platform.log");
            Files.deleteIfExists(home.resolve("ready"));
            List<String> command = new ArrayList<>();
            command.add(ProcessHandle.current().info().command().orElse("java"));
            Stream.of(options).filter(Platform::forTheJvm).forEach(command::add);
            command.addAll(List.of(
                    "-jar",
                    jar().toString(),
                    "--server.port=" + port,
                    "--yicheng.data=" + home.resolve("data"),
                    "--yicheng.public-url=http://localhost:" + port,
                    "--yicheng.announce=" + home.resolve("ready")));
            Stream.of(options).filter(option -> !forTheJvm(option)).forEach(command::add);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new Platform(home, port, log, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The runnable jar: named by the property {@code yicheng.jar}, else where the build puts it. */
    private static Path jar() {
        return Path.of(System.getProperty("yicheng.jar", "app/target/yicheng-exec.jar"))
                .toAbsolutePath();
    }

    private static boolean forTheJvm(String option) {
        return option.startsWith("-X") || option.startsWith("-D");
    }

    /** Returns when the platform has said that it is ready. */
    public void awaitReady() {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!Files.exists(home.resolve("ready"))) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("the platform did not start: " + said());
            }
            LockSupport.parkNanos(50_000_000L);
        }
    }

    /** The address of a path. */
    public String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** The folder that the platform was started on. */
    public Path home() {
        return home;
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** The process. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** What the platform has logged. */
    public String said() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One GET without signing in. */
    public HttpResponse<String> get(String path) {
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
    public void kill() {
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
                throw new IllegalStateException("the platform did not end within 60 s: " + said());
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
