package org.yicheng.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Processor time that a platform has taken since it started: its Java process and its database with all connections.
 * Unlike a rate it says what one exchange costs also while other programs share the machine.
 */
record ProcessorTime(Duration java, Duration database) {

    /** @throws IOException when the database of this platform cannot be found */
    static ProcessorTime of(Platform platform) throws IOException {
        ProcessHandle server = ProcessHandle.of(databaseOf(platform.home()))
                .orElseThrow(() -> new IOException("the database has ended"));
        Duration database = Stream.concat(Stream.of(server), server.descendants())
                .map(ProcessorTime::of)
                .reduce(Duration.ZERO, Duration::plus);
        return new ProcessorTime(of(platform.handle()), database);
    }

    private static Duration of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** PostgreSQL writes its process number into the first line of postmaster.pid. */
    private static long databaseOf(Path home) throws IOException {
        try (Stream<Path> files =
                Files.find(home, 4, (path, _) -> path.getFileName().toString().equals("postmaster.pid"))) {
            Path file = files.findFirst().orElseThrow(() -> new IOException("no database under " + home));
            return Long.parseLong(Files.readAllLines(file).getFirst().strip());
        }
    }

    /** What each of so many exchanges cost since an earlier moment. */
    String since(ProcessorTime earlier, int exchanges) {
        return String.format(
                Locale.ROOT,
                "processor %.3f ms in Java and %.3f ms in the database an exchange",
                each(java.minus(earlier.java), exchanges),
                each(database.minus(earlier.database), exchanges));
    }

    private static double each(Duration spent, int exchanges) {
        return spent.toNanos() / 1e6 / exchanges;
    }
}
