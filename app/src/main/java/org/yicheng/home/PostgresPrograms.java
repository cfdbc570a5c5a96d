package org.yicheng.home;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The programs of PostgreSQL, unpacked once into a folder of their own. */
record PostgresPrograms(Path folder) {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresPrograms.class);

    /** Unpacks into a new folder of the parent and renames it into place; does nothing when that was done before. */
    void unpack(Path parent) throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        Path fresh = freshFolder(parent, folder.getFileName() + ".new-");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (InputStream in = EmbeddedPostgres.archive();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(fresh, tar, entry);
            }
        }
        Files.move(fresh, folder);
    }

    private static void place(Path fresh, TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
        Path target = fresh.resolve(entry.getName()).normalize();
        if (!target.startsWith(fresh)) {
            throw new IOException("archive entry leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(target.getParent());
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(tar, target);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /**
     * A new folder to be filled and then renamed into place. What a killed start left behind is removed as far as it can
     * be: a program of that start may still be writing there, which is why every start takes a name of its own.
     */
    static Path freshFolder(Path parent, String prefix) throws IOException {
        List<Path> left;
        try (Stream<Path> inside = Files.list(parent)) {
            left = inside.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .toList();
        }
        for (Path old : left) {
            try {
                deleteTree(old);
            } catch (IOException e) {
                LOG.info("left for the next start to remove: {}", old, e);
            }
        }
        return Files.createTempDirectory(parent, prefix);
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException problem) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
