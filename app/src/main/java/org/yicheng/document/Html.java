package org.yicheng.document;

/** Words for the HTML that papers are set from. */
public final class Html {

    private Html() {}

    /** A text as an element's content: its letters and nothing else. */
    public static String text(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
