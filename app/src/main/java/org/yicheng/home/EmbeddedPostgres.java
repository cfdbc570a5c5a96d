package org.yicheng.home;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL that belongs to one folder: unpacked once, initialised once, started and stopped with the
 * platform. A server that survived a killed process is adopted, never doubled.
 */
public final class EmbeddedPostgres {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    static final String MAJOR = "18";
    private static final String VERSION = "18.6.0";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path folder;
    private final Path programs;
    private final Path cluster;
    private final List<String> asOther;
    private int port;

    /** The database server of the given folder; nothing is started yet. */
    public EmbeddedPostgres(Path folder) {
        this.folder = folder;
        this.programs = folder.resolve("pg-" + VERSION);
        this.cluster = folder.resolve("cluster");
        this.asOther = asOther();
    }

    /** Starts the server, or adopts the one that still runs, and returns when it answers. */
    public void start() {
        try {
            Files.createDirectories(folder);
            if (!asOther.isEmpty()) {
                mustBeReachable();
            }
            new PostgresPrograms(programs).unpack(folder);
            initialise();
            Optional<Integer> running = runningPort();
            if (running.isPresent()) {
                port = running.get();
                LOG.info("adopted the database that kept running on port {}", port);
            } else {
                port = freePort();
                launch();
            }
            awaitAnswer();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the embedded database in " + folder, e);
        }
    }

    /** Stops the server and waits until its files are quiet. */
    public void stop() {
        List<String> command = new ArrayList<>(asOther);
        command.addAll(List.of(
                programs.resolve("bin/pg_ctl").toString(), "-D", cluster.toString(), "-m", "fast", "-w", "stop"));
        run(command, "stop the database");
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?reWriteBatchedInserts=true";
    }

    public String user() {
        return "postgres";
    }

    public String password() {
        try {
            return Files.readString(passwordFile()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the database password", e);
        }
    }

    private Path passwordFile() {
        return folder.resolve("database.password");
    }

    private void initialise() throws IOException {
        Path version = cluster.resolve("PG_VERSION");
        if (Files.exists(version)) {
            String major = Files.readString(version).strip();
            if (!major.equals(MAJOR)) {
                throw new IllegalStateException("the data folder " + cluster + " belongs to PostgreSQL " + major
                        + ", this version of Yicheng runs " + MAJOR
                        + ": export it with the old version (yicheng backup) and restore it here");
            }
            return;
        }
        // A half-made cluster has no acknowledged data: it is made anew in a fresh folder and renamed into place.
        Path fresh = PostgresPrograms.freshFolder(folder, "cluster.new-");
        own(fresh, "rwx------");
        if (!Files.exists(passwordFile())) {
            keepNewPassword();
        }
        Path handed = folder.resolve("initdb.password");
        Files.writeString(handed, password());
        own(handed, "rw-------");
        List<String> command = new ArrayList<>(asOther);
        command.addAll(List.of(
                programs.resolve("bin/initdb").toString(),
                "-D",
                fresh.toString(),
                "-U",
                user(),
                "-A",
                "scram-sha-256",
                "--pwfile=" + handed,
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8"));
        try {
            run(command, "initialise the database");
        } finally {
            Files.deleteIfExists(handed);
        }
        Files.move(fresh, cluster);
    }

    private void keepNewPassword() throws IOException {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Path fresh = folder.resolve("database.password.new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, HexFormat.of().formatHex(secret));
        Files.move(fresh, passwordFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** pg_ctl gives the server a session of its own: a Ctrl-C meant for the platform does not reach it first. */
    private void launch() throws IOException {
        Path log = folder.resolve("database.log");
        if (!Files.exists(log)) {
            Files.createFile(log);
        }
        own(log, "rw-r-----");
        String settings = String.join(
                " -c ",
                "-c listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "port=" + port,
                "shared_buffers=256MB",
                "max_connections=120",
                "max_wal_size=2GB",
                "checkpoint_timeout=15min",
                "synchronous_commit=on",
                "log_min_messages=warning",
                "timezone=UTC");
        List<String> command = new ArrayList<>(asOther);
        command.addAll(List.of(
                programs.resolve("bin/pg_ctl").toString(),
                "-D",
                cluster.toString(),
                "-l",
                log.toString(),
                "-o",
                settings,
                "-w",
                "-t",
                Long.toString(PATIENCE.toSeconds()),
                "start"));
        run(command, "start the database, see " + log);
    }

    private void awaitAnswer() {
        Instant deadline = Instant.now().plus(PATIENCE);
        SQLException last = null;
        while (Instant.now().isBefore(deadline)) {
            try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), user(), password())) {
                if (connection.isValid(2)) {
                    return;
                }
            } catch (SQLException e) {
                last = e;
                pause();
            }
        }
        throw new IllegalStateException(
                "the embedded database did not answer within " + PATIENCE.toSeconds() + " s; see "
                        + folder.resolve("database.log"),
                last);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database starts", e);
        }
    }

    /** The port of a live server on this cluster: the pid in its file must be alive and must be our program. */
    private Optional<Integer> runningPort() throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.size() < 4) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.get(0).strip());
        boolean ours = ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().command())
                .filter(command -> command.startsWith(programs.toString()))
                .isPresent();
        return ours ? Optional.of(Integer.parseInt(lines.get(3).strip())) : Optional.empty();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void run(List<String> command, String what) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("could not " + what + ": " + said.strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not " + what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: " + what, e);
        }
    }

    /** PostgreSQL refuses to run as root: then every program runs as the unprivileged account nobody. */
    private static List<String> asOther() {
        boolean root = "root".equals(System.getProperty("user.name"))
                && !System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
        return root
                ? List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs")
                : List.of();
    }

    private void own(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        if (!asOther.isEmpty()) {
            Files.setAttribute(path, "unix:uid", 65534, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", 65534, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private void mustBeReachable() throws IOException {
        for (Path parent = folder; parent != null; parent = parent.getParent()) {
            String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(parent));
            if (mode.charAt(8) != 'x') {
                throw new IllegalStateException("run as root, the database runs as the account nobody, which cannot "
                        + "enter " + parent + " (mode " + mode + "): pass --data with a folder that all may enter, "
                        + "e.g. --data /var/lib/yicheng");
            }
        }
    }

    /** For unpacking: the programs of this platform as a stream. */
    static InputStream archive() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String arch = System.getProperty("os.arch");
        String cpu = arch.equals("aarch64") ? "arm_64" : "x86_64";
        String name = "/postgres-" + os + "-" + cpu + ".txz";
        InputStream in = EmbeddedPostgres.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("no PostgreSQL for " + os + "/" + arch
                    + " in this build: use --database-url, or build on that platform");
        }
        return new BufferedInputStream(in, 1 << 16);
    }
}
