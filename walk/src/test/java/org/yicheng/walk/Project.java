package org.yicheng.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder of the project and what the build has put into it. */
final class Project {

    private Project() {}

    static Path root() {
        return Path.of(System.getProperty("yicheng.root", "..")).toAbsolutePath().normalize();
    }

    static Path resolve(String path) {
        return root().resolve(path);
    }

    static String read(String path) {
        try {
            return Files.readString(resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a folder and all that is in it; missing is fine. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
