package org.yicheng.web;

/** The view of a page about one body, to be told in that body's words: 委员 where another body says 代表. */
public interface Worded {

    /** The body's id. */
    String wordsOf();
}
