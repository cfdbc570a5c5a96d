package org.yicheng.document;

import java.util.ArrayList;
import java.util.List;

/** Builds an XHTML document for the {@link Typesetter}: everything given is text and is escaped here. */
public final class Sheet {

    /** GB/T 9704-2012: 156 × 225 mm type area, 15.75 pt on 28.95 pt gives 28 characters by 22 lines. */
    private static final String GAZETTE = """
            @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
            @page :right { @bottom-right { content: "— " counter(page) " —"; font-family: Song; font-size: 14pt;
              padding: 7mm 1em 0 0; vertical-align: top; } }
            @page :left { @bottom-left { content: "— " counter(page) " —"; font-family: Song; font-size: 14pt;
              padding: 7mm 0 0 1em; vertical-align: top; } }
            body { margin: 0; font-family: Song, var(fallback); font-size: 15.75pt; line-height: 28.95pt; color: #000; }
            p { margin: 0; text-indent: 2em; text-align: justify; orphans: 2; widows: 2; }
            .issuer { text-indent: 0; text-align: center; padding-top: 20mm; font-family: Song; font-weight: 700;
                      font-size: 28pt; line-height: 36pt; color: #c8102e; }
            .rule { border-top: 0.5mm solid #c8102e; margin: 8mm 0 14mm 0; height: 0; }
            h1 { margin: 0 0 28.95pt 0; text-align: center; font-family: Song; font-weight: 700; font-size: 22pt; line-height: 33pt; }
            h2 { margin: 0; text-indent: 2em; page-break-after: avoid; font-family: Hei; font-weight: 400; font-size: 15.75pt; line-height: 28.95pt; }
            .plain { text-indent: 0; }
            .label { font-family: Hei; }
            .sign { float: right; margin: 28.95pt 2em 0 0; page-break-inside: avoid; }
            .sign p { text-indent: 0; text-align: left; white-space: nowrap; }
            .sign .date { text-indent: 2em; }
            .trace { clear: both; text-indent: 0; font-size: 9pt; line-height: 14pt; margin-top: 28.95pt; border-top: 0.25mm solid #000; padding-top: 4pt; }
            """;

    private static final String PLAIN = """
            @page { size: A4; margin: 20mm 18mm 18mm 18mm;
              @bottom-right { content: counter(page) "/" counter(pages); font-family: Hei; font-size: 9pt; } }
            body { margin: 0; font-family: Song, var(fallback); font-size: 10.5pt; line-height: 15pt; color: #000; }
            h1 { margin: 0 0 6mm 0; text-align: center; font-family: Song; font-weight: 700; font-size: 18pt; line-height: 26pt; }
            h2 { margin: 6mm 0 2mm 0; font-family: Hei; font-weight: 400; font-size: 12pt; }
            p { margin: 0 0 2mm 0; }
            .trace { font-size: 8pt; margin-top: 6mm; border-top: 0.25mm solid #000; padding-top: 2pt; }
            """;

    private static final String TABLE = """
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; border-top: 0.35mm solid #000;
                    border-bottom: 0.35mm solid #000; margin: 3mm 0; font-size: 10.5pt; line-height: 15pt; }
            th, td { border-top: 0.25mm solid #888; padding: 1.5mm 1mm; text-align: left; font-weight: 400; }
            th { font-family: Hei; }
            tr { page-break-inside: avoid; }
            """;

    /** Characters of 28 pt in the type area's 156 mm. */
    private static final int ISSUER_LINE = 15;

    private final StringBuilder body = new StringBuilder();
    private final String style;
    private final String title;

    private Sheet(String style, String title) {
        this.style = style;
        this.title = title;
    }

    /** A document in the official form: issuer in red, red line, title. */
    public static Sheet gazette(String issuer, String title) {
        Sheet sheet = new Sheet(GAZETTE, title);
        sheet.body.append("<p class=\"issuer\">").append(bySense(issuer)).append("</p>");
        sheet.body.append("<div class=\"rule\"></div>");
        sheet.element("h1", "", title);
        return sheet;
    }

    /** An issuer longer than a line breaks by sense: after the body's name, before its session's. */
    private static String bySense(String issuer) {
        boolean longer = issuer.codePointCount(0, issuer.length()) > ISSUER_LINE;
        return longer ? escape(issuer).replaceFirst("(?<=会)(?=第[^会]+会议)", "<br/>") : escape(issuer);
    }

    /** A plain sheet with a heading: lists and result sheets. */
    public static Sheet plain(String title) {
        Sheet sheet = new Sheet(PLAIN, title);
        sheet.element("h1", "", title);
        return sheet;
    }

    public Sheet heading(String text) {
        return element("h2", "", text);
    }

    public Sheet paragraph(String text) {
        return element("p", "", text);
    }

    /** A body whose elements {@link Papers} has checked. */
    public Sheet checkedBody(String xhtml) {
        body.append(xhtml);
        return this;
    }

    /** A line with its label in Hei: 出席：…. */
    public Sheet labelled(String label, String text) {
        body.append("<p class=\"plain\"><span class=\"label\">")
                .append(escape(label))
                .append("：</span>")
                .append(escape(text))
                .append("</p>");
        return this;
    }

    /** 署名 without a seal: the name two characters from the right, the date below it, two characters further in. */
    public Sheet signed(String name, String date) {
        body.append("<div class=\"sign\">");
        element("p", "", name);
        element("p", "date", date);
        body.append("</div>");
        return this;
    }

    /** Small print at the end: hash, time, 演示. */
    public Sheet trace(String text) {
        return element("p", "trace", text);
    }

    public Sheet table(List<String> header, List<List<String>> rows) {
        body.append("<table><thead><tr>");
        header.forEach(cell -> body.append("<th>").append(escape(cell)).append("</th>"));
        body.append("</tr></thead><tbody>");
        for (List<String> row : new ArrayList<>(rows)) {
            body.append("<tr>");
            row.forEach(cell -> body.append("<td>").append(escape(cell)).append("</td>"));
            body.append("</tr>");
        }
        body.append("</tbody></table>");
        return this;
    }

    private Sheet element(String name, String style, String text) {
        body.append('<').append(name);
        if (!style.isEmpty()) {
            body.append(" class=\"").append(style).append('"');
        }
        body.append('>').append(escape(text)).append("</").append(name).append('>');
        return this;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The whole XHTML document. */
    public String xhtml() {
        return "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"zh-CN\"><head><title>" + escape(title)
                + "</title><style>" + style + TABLE + "</style></head><body>" + body + "</body></html>";
    }
}
