package org.yicheng.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yicheng.web.Phrases;

/** Builds an XHTML document for the {@link Typesetter}: everything given is text and is escaped here. */
public final class Sheet {

    /**
     * GB/T 9704-2012: type area 156 × 225 mm; 15.75 pt on 28.95 pt gives 28 characters by 22 lines. The families Biao,
     * Fang and Kai are the site's own 小标宋, 仿宋 and 楷体 where it has them, else Song.
     */
    private static final String GAZETTE = """
            @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
            @page :right { @bottom-right { content: "— " counter(page) " —"; font-family: Song; font-size: 14pt;
              padding: 7mm 1em 0 0; vertical-align: top; } }
            @page :left { @bottom-left { content: "— " counter(page) " —"; font-family: Song; font-size: 14pt;
              padding: 7mm 0 0 1em; vertical-align: top; } }
            body { margin: 0; font-family: Fang; font-size: 15.75pt; line-height: 28.95pt; color: #000; }
            p { margin: 0; text-indent: 2em; text-align: justify; orphans: 2; widows: 2; }
            .marks { position: absolute; top: 0; left: 0; font-family: Hei; text-indent: 0; }
            .marks p { text-indent: 0; }
            .class { position: absolute; top: 0; right: 0; font-family: Hei; text-indent: 0; }
            .issuer { text-indent: 0; text-align: center; padding-top: 35mm; font-family: Biao; font-weight: 700;
                      font-size: 28pt; line-height: 36pt; color: #c8102e; }
            .number { margin-top: 57.9pt; text-indent: 0; text-align: center; }
            .issue { margin-top: 28.95pt; text-indent: 0; }
            .issue .day { float: right; }
            .rule { border-top: 0.5mm solid #c8102e; margin: 4mm 0 0 0; height: 0; }
            .rule.last { margin-bottom: 28.95pt; }
            h1 { margin: 57.9pt 0 28.95pt 0; text-align: center; font-family: Biao; font-weight: 700; font-size: 22pt; line-height: 33pt; }
            h2 { margin: 0; text-indent: 2em; page-break-after: avoid; font-family: Hei; font-weight: 400; font-size: 15.75pt; line-height: 28.95pt; }
            h3 { margin: 0; text-indent: 2em; page-break-after: avoid; font-family: Kai; font-weight: 400; font-size: 15.75pt; line-height: 28.95pt; }
            .plain { text-indent: 0; }
            .label { font-family: Hei; }
            .attachment { margin-top: 28.95pt; }
            .sign { float: right; margin: 28.95pt 2em 0 0; page-break-inside: avoid; }
            .sign p { text-indent: 0; text-align: left; white-space: nowrap; }
            .sign .date { text-indent: 2em; }
            .imprint { clear: both; margin-top: 28.95pt; page-break-inside: avoid; font-size: 14pt; line-height: 22pt;
                       border-top: 0.35mm solid #000; border-bottom: 0.35mm solid #000; }
            .imprint p { text-indent: 0; padding: 0 1em; border-top: 0.25mm solid #000; }
            .imprint p.first { border-top: none; }
            .imprint .day { float: right; }
            .trace { position: running(trace); }
            .trace p { text-indent: 0; font-family: Song; font-size: 8pt; line-height: 11pt; text-align: left; }
            .trace img { float: left; width: 16mm; height: 16mm; margin-right: 3mm; }
            @page :first { @bottom-left { content: element(trace); width: 128mm; padding: 7mm 0 0 0; vertical-align: top; } }
            """;

    private static final String PLAIN = """
            @page { size: A4; margin: 20mm 18mm 18mm 18mm;
              @bottom-right { content: counter(page) "/" counter(pages); font-family: Hei; font-size: 9pt; } }
            body { margin: 0; font-family: Song; font-size: 10.5pt; line-height: 15pt; color: #000; }
            h1 { margin: 0 0 6mm 0; text-align: center; font-family: Song; font-weight: 700; font-size: 18pt; line-height: 26pt; }
            h2 { margin: 6mm 0 2mm 0; page-break-after: avoid; font-family: Hei; font-weight: 400; font-size: 12pt; }
            p { margin: 0 0 2mm 0; }
            .trace { clear: both; page-break-inside: avoid; margin-top: 6mm; border-top: 0.25mm solid #000; padding-top: 2pt; }
            .trace p { font-size: 8pt; line-height: 12pt; }
            .trace img { float: right; width: 16mm; height: 16mm; margin-left: 3mm; }
            .signatures { margin-top: 8mm; page-break-inside: avoid; }
            .signatures p { display: inline-block; width: 33%; margin: 0 0 8mm 0; }
            """;

    /** A ballot paper: names of 16 pt, boxes of 14 mm, nothing that tells one paper from another. */
    private static final String BALLOT = """
            @page { size: A4; margin: 20mm 25mm; }
            body { margin: 0; font-family: Song; font-size: 12pt; line-height: 18pt; color: #000; }
            h1 { margin: 0 0 8mm 0; text-align: center; font-weight: 700; font-size: 20pt; line-height: 30pt; }
            p { margin: 0 0 4mm 0; }
            .rows { width: 100%; border: 0; margin: 0 0 6mm 0; }
            .rows td { border: 0.35mm solid #000; padding: 0 3mm; height: 14mm; vertical-align: middle; }
            .rows td.name { font-family: Hei; font-size: 18pt; }
            .rows td.box { width: 14mm; padding: 0; }
            """;

    /** A paper on which each line takes a mark in one of several boxes; its head stands on every page. */
    private static final String GRADES = """
            .grades { width: 100%; margin: 0 0 6mm 0; border: 0.35mm solid #000; -fs-table-paginate: paginate; }
            .grades th, .grades td { border: 0.35mm solid #000; padding: 1mm 2mm; vertical-align: middle; }
            .grades th { height: 10mm; font-family: Hei; font-size: 12pt; line-height: 16pt; }
            .grades td { height: 13mm; font-family: Hei; font-size: 14pt; line-height: 19pt; }
            .grades .at { width: 12mm; padding: 1mm 0; text-align: center; }
            .grades .box { width: 19mm; padding: 1mm 0; text-align: center; }
            """;

    /** For a paper that may need more than one page. */
    private static final String NUMBERED_PAGES =
            "@page { @bottom-center { content: counter(page) \"/\" counter(pages); font-family: Song; font-size: 10pt; } }";

    private static final int ONE_PAGE = 10;

    /** Slips to be cut apart, two by five on a page. */
    private static final String SLIPS = """
            @page { size: A4; margin: 10mm; }
            body { margin: 0; font-family: Song; font-size: 9.5pt; line-height: 13.5pt; color: #000; }
            .slips { width: 100%; margin: 0; border: 0; table-layout: fixed; font-size: 9.5pt; line-height: 13pt; }
            .slips td { border: 0.25mm dashed #888; height: 48mm; padding: 2.5mm 3mm; vertical-align: top; }
            .slips img { float: right; width: 30mm; height: 30mm; margin-left: 2mm; }
            .slips p { margin: 0 0 1mm 0; }
            .slips .head { font-family: Hei; font-size: 11pt; line-height: 15pt; }
            .slips .code { clear: both; font-family: Hei; font-size: 16pt; line-height: 20pt; }
            """;

    private static final String TABLE = """
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; border-top: 0.35mm solid #000;
                    border-bottom: 0.35mm solid #000; margin: 3mm 0; font-size: 10.5pt; line-height: 15pt; }
            th, td { border-top: 0.25mm solid #888; padding: 1.5mm 1mm; text-align: left; font-weight: 400; }
            th { font-family: Hei; }
            .short { white-space: nowrap; }
            tr { page-break-inside: avoid; }
            """;

    private static final int FEW_COLUMNS = 6;
    private static final int SHORT_CELL = 4;

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
        return gazette(new Head(List.of(), issuer, "", title, ""));
    }

    /**
     * The head of an official document (GB/T 9704-2012, 7.2).
     *
     * @param marks 份号, 密级, 紧急程度, one a line; may be empty
     * @param issuer 发文机关标志, in red
     * @param number 发文字号, e.g. 石人发〔2024〕1号; empty if none
     * @param addressee 主送机关 without its colon; empty if none
     */
    public record Head(List<String> marks, String issuer, String number, String title, String addressee) {
        public Head {
            marks = List.copyOf(marks);
        }
    }

    /** A document with the whole official head. */
    public static Sheet gazette(Head head) {
        Sheet sheet = new Sheet(GAZETTE, head.title());
        if (!head.marks().isEmpty()) {
            sheet.body.append("<div class=\"marks\">");
            head.marks().forEach(mark -> sheet.element("p", "", mark));
            sheet.body.append("</div>");
        }
        sheet.body.append("<p class=\"issuer\">").append(bySense(head.issuer())).append("</p>");
        if (!head.number().isEmpty()) {
            sheet.element("p", "number", head.number());
        }
        sheet.body.append("<div class=\"rule\"></div>");
        sheet.element("h1", "", head.title());
        return head.addressee().isEmpty() ? sheet : sheet.element("p", "plain", head.addressee() + "：");
    }

    /** 纪要 (GB/T 9704-2012, 10.3): its name in red is its title. */
    public static Sheet minutes(String name) {
        Sheet sheet = new Sheet(GAZETTE, name);
        sheet.body.append("<p class=\"issuer\">").append(bySense(name)).append("</p>");
        sheet.body.append("<div class=\"rule last\"></div>");
        return sheet;
    }

    /**
     * 简报: name in red, issue number, who compiled it and when above the red line.
     *
     * @param issue e.g. 第3期
     */
    public static Sheet bulletin(String name, String issue, String compiler, String day, String title) {
        Sheet sheet = new Sheet(GAZETTE, title);
        sheet.body.append("<p class=\"issuer\">").append(bySense(name)).append("</p>");
        sheet.element("p", "number", issue);
        sheet.body
                .append("<p class=\"issue\"><span class=\"day\">")
                .append(Html.text(day))
                .append("</span>")
                .append(Html.text(compiler))
                .append("</p><div class=\"rule\"></div>");
        return sheet.element("h1", "", title);
    }

    /** An issuer longer than a line breaks by sense. */
    private static String bySense(String issuer) {
        return Phrases.lines(issuer, ISSUER_LINE).stream().map(Html::text).collect(Collectors.joining("<br/>"));
    }

    /** A plain sheet with a heading: lists and result sheets. */
    public static Sheet plain(String title) {
        Sheet sheet = new Sheet(PLAIN, title);
        sheet.element("h1", "", title);
        return sheet;
    }

    /**
     * A ballot paper: legend, a row with a box a candidate, blank rows for names written in.
     *
     * @param legend how it is marked, a paragraph each
     */
    public static Sheet ballot(String title, List<String> legend, List<String> candidates, int blank) {
        Sheet sheet = new Sheet(BALLOT, title);
        sheet.element("h1", "", title);
        legend.forEach(line -> sheet.element("p", "", line));
        sheet.rows(candidates);
        if (blank > 0) {
            sheet.element("p", "", "另选他人");
            sheet.rows(java.util.Collections.nCopies(blank, ""));
        }
        return sheet;
    }

    /**
     * A paper on which each item takes a mark in one of several boxes.
     *
     * @param legend how it is marked, a paragraph each
     * @param heads of the boxes
     */
    public static Sheet grades(String title, List<String> legend, List<String> heads, List<String> items) {
        Sheet sheet = new Sheet(BALLOT + GRADES + (items.size() > ONE_PAGE ? NUMBERED_PAGES : ""), title);
        sheet.element("h1", "", title);
        legend.forEach(line -> sheet.element("p", "", line));
        sheet.body.append("<table class=\"grades\"><thead><tr><th class=\"at\">序号</th><th>测评内容</th>");
        heads.forEach(head ->
                sheet.body.append("<th class=\"box\">").append(Html.text(head)).append("</th>"));
        sheet.body.append("</tr></thead><tbody>");
        String boxes = "<td class=\"box\"></td>".repeat(heads.size());
        for (int at = 0; at < items.size(); at++) {
            sheet.body
                    .append("<tr><td class=\"at\">")
                    .append(at + 1)
                    .append("</td><td>")
                    .append(Html.text(items.get(at)))
                    .append("</td>")
                    .append(boxes)
                    .append("</tr>");
        }
        sheet.body.append("</tbody></table>");
        return sheet;
    }

    /**
     * A slip to be handed out.
     *
     * @param lines below its heading, a paragraph each
     * @param code in large letters
     * @param address as QR
     */
    public record Slip(String heading, List<String> lines, String code, String address) {
        public Slip {
            lines = List.copyOf(lines);
        }
    }

    /** Slips to be cut apart. */
    public static Sheet slips(String title, List<Slip> slips) {
        Sheet sheet = new Sheet(SLIPS, title);
        sheet.body.append("<table class=\"slips\"><tbody>");
        for (int at = 0; at < slips.size(); at += 2) {
            sheet.body.append("<tr>");
            sheet.slip(slips.get(at));
            if (at + 1 < slips.size()) {
                sheet.slip(slips.get(at + 1));
            } else {
                sheet.body.append("<td></td>");
            }
            sheet.body.append("</tr>");
        }
        sheet.body.append("</tbody></table>");
        return sheet;
    }

    private void slip(Slip slip) {
        body.append("<td><img alt=\"\" src=\"")
                .append(QrImage.of(slip.address()))
                .append("\"/>");
        element("p", "head", slip.heading());
        slip.lines().forEach(line -> element("p", "", line));
        element("p", "code", slip.code());
        body.append("</td>");
    }

    private void rows(List<String> names) {
        body.append("<table class=\"rows\"><tbody>");
        names.forEach(name -> body.append("<tr><td class=\"name\">")
                .append(Html.text(name))
                .append("</td><td class=\"box\"></td></tr>"));
        body.append("</tbody></table>");
    }

    public Sheet heading(String text) {
        return element("h2", "", text);
    }

    /** A heading of the second level, in Kai. */
    public Sheet subheading(String text) {
        return element("h3", "", text);
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
                .append(Html.text(label))
                .append("：</span>")
                .append(Html.text(text))
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

    /** 附件说明, one line below the text: 附件：1.×××. */
    public Sheet attachments(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            String number = names.size() == 1 ? "" : (i + 1) + ".";
            element("p", i == 0 ? "attachment" : "", (i == 0 ? "附件：" : "　　　") + number + names.get(i));
        }
        return this;
    }

    /** 版记: 抄送机关, and who printed it when. */
    public Sheet imprint(String copies, String printer, String day) {
        body.append("<div class=\"imprint\">");
        if (!copies.isEmpty()) {
            element("p", "first", "抄送：" + copies + "。");
        }
        body.append(copies.isEmpty() ? "<p class=\"first\">" : "<p>")
                .append("<span class=\"day\">")
                .append(Html.text(day))
                .append("印发</span>")
                .append(Html.text(printer))
                .append("</p></div>");
        return this;
    }

    /** Lines to sign on, three to a row: 总监票人：. */
    public Sheet signatures(List<String> roles) {
        body.append("<div class=\"signatures\">");
        roles.forEach(role -> element("p", "", role + "：＿＿＿＿＿＿＿"));
        body.append("</div>");
        return this;
    }

    /** A class or a code at the top right of the first page, e.g. the result class of an answer. */
    public Sheet topRight(String text) {
        body.insert(0, "<p class=\"class\">" + Html.text(text) + "</p>");
        return this;
    }

    public Sheet table(List<String> header, List<List<String>> rows) {
        body.append("<table><thead><tr>");
        cells("th", header);
        body.append("</tr></thead><tbody>");
        for (List<String> row : new ArrayList<>(rows)) {
            body.append("<tr>");
            cells("td", row);
            body.append("</tr>");
        }
        body.append("</tbody></table>");
        return this;
    }

    /** In a table of few columns what is as short as a name stays on one line. */
    private void cells(String name, List<String> cells) {
        for (String cell : cells) {
            boolean whole = cells.size() <= FEW_COLUMNS && cell.codePointCount(0, cell.length()) <= SHORT_CELL;
            element(name, whole ? "short" : "", cell);
        }
    }

    private Sheet element(String name, String style, String text) {
        body.append('<').append(name);
        if (!style.isEmpty()) {
            body.append(" class=\"").append(style).append('"');
        }
        body.append('>').append(Html.text(text)).append("</").append(name).append('>');
        return this;
    }

    /** The title, as it is printed. */
    public String title() {
        return title;
    }

    /** The whole XHTML document. */
    public String xhtml() {
        return whole("", "");
    }

    /**
     * The whole document with small print: what it says of itself, and a QR code of an address. It stands at the end; of an
     * official document at the foot of the first page, outside its type area.
     */
    public String traced(String text, String address) {
        String trace = "<div class=\"trace\"><img alt=\"\" src=\"" + QrImage.of(address) + "\"/><p>" + Html.text(text)
                + "</p></div>";
        return style.equals(GAZETTE) ? whole(trace, "") : whole("", trace);
    }

    private String whole(String start, String end) {
        return "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"zh-CN\"><head><title>" + Html.text(title)
                + "</title><style>" + style + TABLE + "</style></head><body>" + start + body + end + "</body></html>";
    }
}
