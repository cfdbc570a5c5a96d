package org.yicheng.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yicheng.library.Comparison.Change;
import org.yicheng.library.Comparison.Row;
import org.yicheng.library.Comparison.Span;

class ComparisonTest {

    private static List<String> marked(List<Span> spans) {
        return spans.stream().filter(Span::marked).map(Span::text).toList();
    }

    @Test
    void wordsOfAChangedParagraphAreMarkedAndTheRestIsNot() {
        Comparison comparison = Comparison.of("代表应当提前十五分钟入场签到。", "代表应当提前二十分钟入场签到。");
        assertThat(comparison.rows()).hasSize(1);
        Row row = comparison.rows().getFirst();
        assertThat(row.change()).isEqualTo(Change.CHANGED);
        assertThat(String.join("", marked(row.before()))).startsWith("十五");
        assertThat(String.join("", marked(row.after()))).startsWith("二十");
        assertThat(row.after().stream().map(Span::text).collect(Collectors.joining()))
                .isEqualTo("代表应当提前二十分钟入场签到。");
    }

    @Test
    void anInsertedParagraphDoesNotMakeItsNeighboursLookChanged() {
        Comparison comparison = Comparison.of("一、总则\n第一条 为了规范会议。\n二、附则", "一、总则\n第一条 为了规范本次会议。\n第二条 本办法自通过之日起施行。\n二、附则");
        assertThat(comparison.rows())
                .extracting(Row::change)
                .containsExactly(Change.SAME, Change.CHANGED, Change.ADDED, Change.SAME);
    }

    @Test
    void paragraphsThatHaveNothingInCommonCameAndWent() {
        Comparison comparison = Comparison.of("听取政府工作报告。", "Budget and accounts");
        assertThat(comparison.rows()).extracting(Row::change).containsExactlyInAnyOrder(Change.REMOVED, Change.ADDED);
    }

    @Test
    void equalTextsHaveNoChange() {
        assertThat(Comparison.of("甲\n\n　乙", "甲\r\n乙\n").rows())
                .extracting(Row::change)
                .containsOnly(Change.SAME);
        assertThat(Comparison.of("", "").rows()).isEmpty();
    }

    @Test
    void bothSidesCanBePutTogetherAgain() {
        String before = IntStream.range(0, 60)
                .mapToObj(i -> "第" + i + "条 代表" + i * 7 + "名。")
                .collect(Collectors.joining("\n"));
        String after = IntStream.range(5, 66)
                .mapToObj(i -> "第" + i + "条 委员" + i * 7 + "名。")
                .collect(Collectors.joining("\n"));
        Comparison comparison = Comparison.of(before, after);
        assertThat(side(comparison, true)).isEqualTo(before);
        assertThat(side(comparison, false)).isEqualTo(after);
    }

    private static String side(Comparison comparison, boolean before) {
        return comparison.rows().stream()
                .map(row -> before ? row.before() : row.after())
                .filter(spans -> !spans.isEmpty())
                .map(spans -> spans.stream().map(Span::text).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void theLongestTextsThatDifferEverywhereAreComparedInTime() {
        String before = IntStream.range(0, 5_000).mapToObj(i -> "甲" + i).collect(Collectors.joining("\n"));
        String after = IntStream.range(0, 5_000).mapToObj(i -> "乙" + i).collect(Collectors.joining("\n"));
        long began = System.nanoTime();
        Comparison comparison = Comparison.of(before, after);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
        assertThat(comparison.count(Change.REMOVED)).isEqualTo(5_000);
        assertThat(comparison.count(Change.ADDED)).isEqualTo(5_000);
    }

    @Test
    void levelsAreReadFromTheirNumbers() {
        DocumentText text = DocumentText.of("一、总则\n（一）代表应当出席。\n1.2亿元\n1.抓好项目\n（2）加强监督\n# Scope\n正文");
        assertThat(text.paragraphs()).extracting(DocumentText.Paragraph::level).containsExactly(1, 2, 0, 3, 4, 1, 0);
        assertThat(text.paragraphs())
                .extracting(DocumentText.Paragraph::heading)
                .containsExactly(true, false, false, true, true, true, false);
    }
}
