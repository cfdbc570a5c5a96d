package org.yicheng.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yicheng.finding.Highlights.Span;

class HighlightsTest {

    @Test
    void marksWhateverWidthAndCaseItIsWrittenIn() {
        assertThat(Highlights.marked("建设Ｇ20城市", List.of("g20")))
                .containsExactly(new Span(false, "建设"), new Span(true, "Ｇ20"), new Span(false, "城市"));
    }

    @Test
    void aPassageIsCutAroundItsFirstFind() {
        String line = "一".repeat(50) + "供暖" + "二".repeat(100);

        List<Span> passage = Highlights.passages(line, List.of("供暖")).getFirst();

        assertThat(passage).contains(new Span(true, "供暖"));
        assertThat(passage.getFirst().text()).isEqualTo("…");
        assertThat(passage.getLast().text()).isEqualTo("…");
    }

    @Test
    void neverCutsARareCharacterInTwo() {
        String line = "𠮷".repeat(60) + "供暖";

        String shown = Highlights.passages(line, List.of("供暖")).getFirst().stream()
                .map(Span::text)
                .reduce("", String::concat);

        assertThat(shown.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF))
                .isTrue();
    }
}
