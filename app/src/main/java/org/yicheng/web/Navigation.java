package org.yicheng.web;

import java.util.List;
import org.yicheng.party.Caller;
import org.yicheng.rule.Language;

/** A module's contribution to the main navigation and to the line above the page; beans of this type are collected. */
public interface Navigation {

    /** A place to go to; {@code order} sorts, smaller first. */
    record Item(int order, String href, String wordKey) {}

    /** The places this caller can go to. */
    List<Item> items(Caller caller);

    /** Lines of HTML above the masthead, already escaped; for the demo's bar. */
    default List<String> banners(Caller caller, Language language, String csrf, String path) {
        return List.of();
    }
}
