package org.yicheng.document.print;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.w3c.dom.Element;

/**
 * How a paragraph looks in a Word document; the figures are those of the sheet's stylesheet (GB/T 9704-2012).
 *
 * @param font name as Chinese machines know it
 * @param size points
 * @param line exact line height in points
 * @param before space above in points
 * @param after space below in points
 * @param indent first line, in characters
 * @param right indent from the right, in characters
 */
record Look(
        String font,
        double size,
        boolean bold,
        boolean red,
        ParagraphAlignment side,
        double line,
        double before,
        double after,
        double indent,
        double right) {

    private static final double TEXT = 15.75;
    private static final double LINE = 28.95;
    private static final String FANG = "仿宋";
    private static final String HEI = "黑体";
    private static final String KAI = "楷体";
    private static final String SONG = "宋体";
    private static final String BIAO = "方正小标宋简体";

    static final Look PAGE_NUMBER = new Look(SONG, 14, false, false, ParagraphAlignment.LEFT, 16, 0, 0, 0, 0);

    /** The look of an element in an official document, or on a plain sheet. */
    static Look of(boolean official, Element element) {
        return official ? official(element) : plain(element);
    }

    private static Look official(Element element) {
        Look text = new Look(FANG, TEXT, false, false, ParagraphAlignment.BOTH, LINE, 0, 0, 2, 0);
        return switch (element.getTagName()) {
            case "h1" -> new Look(BIAO, 22, false, false, ParagraphAlignment.CENTER, 33, 2 * LINE, LINE, 0, 0);
            case "h2" -> text.in(HEI);
            case "h3" -> text.in(KAI);
            case "th", "td" -> cell(element);
            default ->
                switch (element.getAttribute("class")) {
                    case "issuer" ->
                        new Look(BIAO, 28, false, true, ParagraphAlignment.CENTER, 36, 99.2 - LINE, 0, 0, 0);
                    case "number" ->
                        new Look(FANG, TEXT, false, false, ParagraphAlignment.CENTER, LINE, 2 * LINE, 0, 0, 0);
                    case "plain", "issue" -> text.flush(0);
                    case "class" -> text.in(HEI).at(ParagraphAlignment.RIGHT, 0);
                    case "attachment" -> text.below(LINE);
                    case "first" -> new Look(FANG, 14, false, false, ParagraphAlignment.LEFT, 22, LINE, 0, 0, 1);
                    default -> inside(element, text);
                };
        };
    }

    private static Look inside(Element element, Look text) {
        String around = element.getParentNode() instanceof Element parent ? parent.getAttribute("class") : "";
        return switch (around) {
            case "marks" -> text.in(HEI).flush(0);
            case "sign" ->
                text.at(ParagraphAlignment.RIGHT, element.getAttribute("class").equals("date") ? 1 : 2);
            case "trace" -> small();
            case "imprint" -> new Look(FANG, 14, false, false, ParagraphAlignment.LEFT, 22, 0, 0, 0, 1);
            default -> text;
        };
    }

    private static Look plain(Element element) {
        Look text = new Look(SONG, 10.5, false, false, ParagraphAlignment.LEFT, 15, 0, 5.7, 0, 0);
        return switch (element.getTagName()) {
            case "h1" -> new Look(SONG, 18, true, false, ParagraphAlignment.CENTER, 26, 0, 17, 0, 0);
            case "h2" -> new Look(HEI, 12, false, false, ParagraphAlignment.LEFT, 18, 17, 5.7, 0, 0);
            case "th", "td" -> cell(element);
            default ->
                element.getParentNode() instanceof Element parent
                                && parent.getAttribute("class").equals("trace")
                        ? small()
                        : text;
        };
    }

    private static Look cell(Element element) {
        String font = element.getTagName().equals("th") ? HEI : SONG;
        return new Look(font, 10.5, false, false, ParagraphAlignment.LEFT, 17, 2, 2, 0, 0);
    }

    private static Look small() {
        return new Look(SONG, 9, false, false, ParagraphAlignment.LEFT, 14, 6, 0, 0, 0);
    }

    /** The same for a span, a bold piece inside. */
    Look inside(Element element) {
        if (element.getTagName().equals("b")) {
            return new Look(font, size, true, red, side, line, before, after, indent, right);
        }
        return element.getAttribute("class").equals("label") ? in(HEI) : this;
    }

    private Look in(String other) {
        return new Look(other, size, bold, red, side, line, before, after, indent, right);
    }

    private Look flush(double characters) {
        return new Look(font, size, bold, red, side, line, before, after, characters, right);
    }

    private Look below(double points) {
        return new Look(font, size, bold, red, side, line, points, after, indent, right);
    }

    private Look at(ParagraphAlignment other, double fromRight) {
        return new Look(font, size, bold, red, other, line, before, after, 0, fromRight);
    }
}
