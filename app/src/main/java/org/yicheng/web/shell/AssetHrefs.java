package org.yicheng.web.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Addresses of static files that change when the file changes, so that browsers may keep them for a year. */
@Component
class AssetHrefs {

    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** {@code yicheng.css} becomes {@code /assets/yicheng.css?v=1a2b3c4d}. */
    String href(String name) {
        return known.computeIfAbsent(name, AssetHrefs::stamped);
    }

    private static String stamped(String name) {
        try (InputStream in = new ClassPathResource("static/assets/" + name).getInputStream()) {
            CRC32C sum = new CRC32C();
            sum.update(in.readAllBytes());
            return "/assets/" + name + "?v=" + Long.toHexString(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException("no asset " + name, e);
        }
    }
}
