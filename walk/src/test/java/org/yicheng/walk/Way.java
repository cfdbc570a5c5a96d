package org.yicheng.walk;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.yicheng.walk.Visit.Window;

/**
 * How a reader comes to a page: opens a path and follows links from there. Pages whose addresses hold a random id are
 * reached in no other way.
 *
 * @param who the role of the demo city; empty for somebody who has not signed in
 * @param path where the way begins, with its query
 * @param links selectors of the links to follow, one after the other; of several elements the first is taken
 */
record Way(String who, String path, List<String> links) {

    static Way to(String who, String path) {
        return new Way(who, path, List.of());
    }

    /** The same way and one link further. */
    Way then(String link) {
        return new Way(who, path, Stream.concat(links.stream(), Stream.of(link)).toList());
    }

    /** A new window in which the way has been walked to its end. */
    Page open(Visit visit, Window window) {
        Page page = window(visit, window);
        visit.go(page, path);
        links.forEach(link -> follow(page, link));
        return page;
    }

    /** A new window of the same person on a page that was found before. */
    Page open(Visit visit, Window window, String found) {
        return visit.go(window(visit, window), found);
    }

    /** Path and query of the page in this window. */
    static String found(Page page) {
        URI here = URI.create(page.url());
        return here.getRawPath() + (here.getRawQuery() == null ? "" : "?" + here.getRawQuery());
    }

    private Page window(Visit visit, Window window) {
        return who.isEmpty() ? visit.window(window) : visit.signedIn(who, window);
    }

    private static void follow(Page page, String link) {
        String before = page.url();
        page.locator(link).first().click();
        page.waitForURL(url -> !url.equals(before));
    }

    @Override
    public String toString() {
        return (who.isEmpty() ? "anybody" : who) + ": "
                + String.join(
                        " > ", Stream.concat(Stream.of(path), links.stream()).toList());
    }
}
