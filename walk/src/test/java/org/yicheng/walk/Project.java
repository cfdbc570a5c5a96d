package org.yicheng.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the project and what the build has put into it. */
final class Project {

    private Project() {}

    static Path root() {
        return Path.of(System.getProperty("yicheng.root", ".."))
                .toAbsolutePath()
                .normalize();
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
}
