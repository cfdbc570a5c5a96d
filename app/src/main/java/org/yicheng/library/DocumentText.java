package org.yicheng.library;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A text as official documents are written: one paragraph a line, levels by their numbers 一、→（一）→ 1. →（1）
 * (GB/T 9704-2012, 7.3.3). A numbered line that doesn't end a sentence is a heading. In English texts {@code #} and
 * {@code ##} begin headings.
 */
public record DocumentText(List<Paragraph> paragraphs) {

    /** @param level 0 for running text, 1..4 by its number */
    public record Paragraph(int level, boolean heading, String text) {}

    private static final Map<Integer, Pattern> LEVELS = Map.of(
            1, Pattern.compile("[一二三四五六七八九十百]+、.*"),
            2, Pattern.compile("[（(][一二三四五六七八九十百]+[）)].*"),
            3, Pattern.compile("\\d{1,3}[.．][^\\d].*"),
            4, Pattern.compile("[（(]\\d{1,3}[）)].*"));
    private static final Pattern ENDED = Pattern.compile(".*[。；：！？，;:!?,]|.*[^\\d]\\.");
    private static final int LONGEST_HEADING = 60;

    public DocumentText {
        paragraphs = List.copyOf(paragraphs);
    }

    public static DocumentText of(String text) {
        return new DocumentText(
                lines(text).stream().map(DocumentText::paragraph).toList());
    }

    /** The lines that hold something, without blanks around them. */
    public static List<String> lines(String text) {
        return text.lines()
                .map(line -> line.replace('\u3000', ' ').strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static Paragraph paragraph(String line) {
        if (line.startsWith("# ") || line.startsWith("## ")) {
            int level = line.startsWith("## ") ? 2 : 1;
            return new Paragraph(level, true, line.substring(level + 1).strip());
        }
        for (int level = 1; level <= LEVELS.size(); level++) {
            Pattern form = LEVELS.get(level);
            if (form != null && form.matcher(line).matches()) {
                boolean heading =
                        line.length() <= LONGEST_HEADING && !ENDED.matcher(line).matches();
                return new Paragraph(level, heading, line);
            }
        }
        return new Paragraph(0, false, line);
    }
}
