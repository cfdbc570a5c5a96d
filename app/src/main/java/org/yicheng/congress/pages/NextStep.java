package org.yicheng.congress.pages;

import java.util.List;
import org.yicheng.rule.Refusal;

/**
 * Something the person at the desk can do now.
 *
 * @param href where it leads; a form posts there when {@code post}
 * @param word key of the button's words
 * @param weight {@code primary}, {@code quiet}, {@code grave} or {@code link}
 * @param against what stands against it; not empty = shown with its reasons instead of as a button
 */
public record NextStep(String href, boolean post, String word, String weight, List<Refusal> against) {

    static NextStep link(String href, String word) {
        return new NextStep(href, false, word, "link", List.of());
    }

    static NextStep quiet(String href, String word) {
        return new NextStep(href, false, word, "quiet", List.of());
    }

    static NextStep post(String href, String word) {
        return new NextStep(href, true, word, "quiet", List.of());
    }

    static NextStep blocked(String word, List<Refusal> against) {
        return new NextStep("", false, word, "quiet", against);
    }

    NextStep primary() {
        return new NextStep(href, post, word, "primary", against);
    }

    NextStep grave() {
        return new NextStep(href, post, word, "grave", against);
    }

    public boolean possible() {
        return against.isEmpty();
    }

    public String classes() {
        return switch (weight) {
            case "primary" -> "button";
            case "grave" -> "button button-grave";
            case "link" -> "";
            default -> "button button-quiet";
        };
    }
}
