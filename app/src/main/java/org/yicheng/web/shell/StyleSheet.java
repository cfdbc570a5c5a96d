package org.yicheng.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** The style sheet: written one component a file in {@code assets/styles}, fetched as one file. */
final class StyleSheet implements ResourceResolver {

    static final String NAME = "yicheng.css";

    /** In the order of the cascade: what comes later overrides. */
    static final List<String> PARTS = List.of(
            "tokens",
            "base",
            "frame",
            "line",
            "text",
            "tables",
            "forms",
            "desks",
            "ballot",
            "gate",
            "board",
            "charts",
            "paper",
            "narrow",
            "print",
            "hall",
            "documents",
            "elections",
            "debate",
            "delegations",
            "seatmap",
            "search",
            "sketch",
            "budgeting",
            "poll");

    @Override
    public @Nullable Resource resolveResource(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        return path.equals(NAME) ? joined(locations.getFirst()) : chain.resolveResource(request, path, locations);
    }

    @Override
    public @Nullable String resolveUrlPath(
            String path, List<? extends Resource> locations, ResourceResolverChain chain) {
        return path.equals(NAME) ? path : chain.resolveUrlPath(path, locations);
    }

    private static Resource joined(Resource assets) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            long changed = 0;
            for (String part : PARTS) {
                Resource file = assets.createRelative("styles/" + part + ".css");
                all.writeBytes(file.getContentAsByteArray());
                changed = Math.max(changed, file.lastModified());
            }
            return new Joined(all.toByteArray(), changed);
        } catch (IOException e) {
            throw new IllegalStateException("a part of the style sheet cannot be read", e);
        }
    }

    private static final class Joined extends AbstractResource {

        private final byte[] content;
        private final long changed;

        Joined(byte[] content, long changed) {
            this.content = content;
            this.changed = changed;
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public String getFilename() {
            return NAME;
        }

        @Override
        public long contentLength() {
            return content.length;
        }

        @Override
        public long lastModified() {
            return changed;
        }

        @Override
        public String getDescription() {
            return "the parts of " + NAME;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(content);
        }
    }
}
