package org.yicheng.library.store;

import java.util.List;
import org.yicheng.finding.Highlights;
import org.yicheng.library.Comparison.Span;
import org.yicheng.library.DocumentText;
import org.yicheng.library.Reading.Passage;

/** Where a search found its words in a document, in the library's own form. */
final class Passages {

    private Passages() {}

    static List<Passage> of(String text, List<String> words) {
        return Highlights.passages(String.join("\n", DocumentText.lines(text)), words).stream()
                .map(spans -> new Passage(spans.stream()
                        .map(span -> new Span(span.marked(), span.text()))
                        .toList()))
                .toList();
    }
}
