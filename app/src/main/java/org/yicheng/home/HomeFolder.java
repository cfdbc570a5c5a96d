package org.yicheng.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The one folder that holds everything the platform keeps: database files, uploaded content, secrets. */
public final class HomeFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    /**
     * Opens the folder, creating it if needed, and locks it for this process.
     *
     * @throws HomeFolderTaken if another process holds it
     */
    public HomeFolder(Path path) {
        this.path = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(this.path);
            channel = FileChannel.open(
                    this.path.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = channel.tryLock();
            if (held == null) {
                channel.close();
                throw new HomeFolderTaken(this.path);
            }
            lock = held;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the home folder " + this.path, e);
        }
    }

    public Path path() {
        return path;
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release " + path, e);
        }
    }

    /** Another process runs on this home folder. */
    public static final class HomeFolderTaken extends IllegalStateException {
        HomeFolderTaken(Path path) {
            super("another Yicheng process uses " + path + " 另一个议成进程正在使用此文件夹；stop it first, or pass --data");
        }
    }
}
