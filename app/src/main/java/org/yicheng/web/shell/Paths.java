package org.yicheng.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Addresses of pages of this site: a path that begins with one slash. */
public final class Paths {

    private Paths() {}

    /** The path with its query, but without the language that the address may have asked for. */
    static String withoutLanguage(String path, @Nullable String query) {
        if (query == null || query.isEmpty()) {
            return path;
        }
        String kept = Arrays.stream(query.split("&"))
                .filter(pair -> !pair.startsWith("lang="))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? path : path + "?" + kept;
    }

    /** The page of this site that the request was sent from. */
    public static Optional<String> cameFrom(HttpServletRequest request) {
        String referer = request.getHeader("Referer");
        if (referer == null) {
            return Optional.empty();
        }
        try {
            URI from = new URI(referer);
            boolean ours = request.getServerName().equals(from.getHost());
            return ours && local(from.getRawPath())
                    ? Optional.of(withoutLanguage(from.getRawPath(), from.getRawQuery()))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether a text is a path of this site: {@code //host} and {@code /\host} would lead away. */
    public static boolean local(@Nullable String path) {
        return path != null
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && path.chars().noneMatch(Character::isISOControl);
    }
}
