package org.yicheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class VendoredTest {

    private static final Path ASSETS = Path.of("src/main/resources/static/assets");
    private static final Path VENDOR = ASSETS.resolve("vendor");
    /** What a delegate's phone may load, page included; 30 KB of it are left to the page itself. */
    private static final int MOST_BYTES = 70_000;

    @Test
    void vendoredFilesAreThoseThatWerePublished() throws Exception {
        List<String> sums = Files.readAllLines(VENDOR.resolve("SHA256SUMS"));
        for (String line : sums) {
            String[] parts = line.split("\\s+", 2);
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(VENDOR.resolve(parts[1])));
            assertThat(HexFormat.of().formatHex(sum)).as(parts[1]).isEqualTo(parts[0]);
        }
        try (Stream<Path> files = Files.walk(VENDOR)) {
            long inFolders = files.filter(Files::isRegularFile)
                    .filter(file -> !file.getParent().equals(VENDOR))
                    .count();
            assertThat(inFolders).isEqualTo(sums.size());
        }
    }

    @Test
    void everyVendoredFolderHasItsLicence() throws IOException {
        try (Stream<Path> folders = Files.list(VENDOR)) {
            assertThat(folders.filter(Files::isDirectory))
                    .isNotEmpty()
                    .allSatisfy(
                            folder -> assertThat(folder.resolve("LICENSE.txt")).exists());
        }
    }

    @Test
    void aPhoneLoadsLittle() throws IOException {
        int bytes = 0;
        List<Path> files = new ArrayList<>(styles());
        for (String name : List.of("page.js", "live.js", "icon.svg", "vendor/htmx-2.0.11/htmx.min.js")) {
            files.add(ASSETS.resolve(name));
        }
        for (Path file : files) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(Files.readAllBytes(file));
            }
            bytes += packed.size();
        }
        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    /** The parts of the style sheet; each is packed alone here, which is never smaller than all in one. */
    private static List<Path> styles() throws IOException {
        try (Stream<Path> parts = Files.list(ASSETS.resolve("styles"))) {
            return parts.toList();
        }
    }
}
