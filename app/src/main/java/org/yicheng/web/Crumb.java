package org.yicheng.web;

/** One place on the way to this page; the page itself has an empty path. */
public record Crumb(String path, String word) {

    public static Crumb here(String word) {
        return new Crumb("", word);
    }
}
