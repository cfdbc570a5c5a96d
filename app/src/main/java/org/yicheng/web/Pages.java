package org.yicheng.web;

import org.springframework.web.servlet.View;

/** Shows a page from its template and its view model. */
public interface Pages {

    /**
     * A whole page.
     *
     * @param template path below {@code src/main/jte} without ending, e.g. {@code congress/desk}; the template takes
     *     {@code @param org.yicheng.web.Shell shell} and {@code @param <model type> view}
     * @param view the model; its words come from the bundles through {@code shell.say}
     */
    View show(String template, Object view);

    /** The same with a status other than 200. */
    View show(String template, Object view, int status);

    /** A fragment as text (for live updates), rendered in the given language. */
    String fragment(String template, Object view, org.yicheng.rule.Language language);
}
