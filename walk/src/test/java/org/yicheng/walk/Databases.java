package org.yicheng.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The embedded databases as processes, to be killed. */
final class Databases {

    private Databases() {}

    /** The PostgreSQL processes of a home, whoever's children they are by now. */
    static List<ProcessHandle> of(Path home) {
        Path pidFile = home.resolve("data/database/cluster/postmaster.pid");
        if (!Files.exists(pidFile)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .filter(ProcessHandle::isAlive)
                    .map(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants())
                            .toList())
                    .orElse(List.of());
        } catch (IOException e) {
            return List.of();
        }
    }
}
