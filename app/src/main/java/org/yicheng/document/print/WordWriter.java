package org.yicheng.document.print;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabStop;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A {@link org.yicheng.document.Sheet} as a Word document: its elements and classes become paragraphs and runs. */
final class WordWriter {

    private static final double TWIPS_A_MILLIMETRE = 1440 / 25.4;
    private static final Set<String> HOLDERS = Set.of("div", "body", "ul", "ol", "tbody", "thead");
    private static final int QR_MILLIMETRES = 18;

    private final XWPFDocument document = new XWPFDocument();
    private final boolean official;

    private WordWriter(boolean official) {
        this.official = official;
    }

    static byte[] write(String xhtml) {
        Element html = parsed(xhtml);
        boolean official = text(html, "style").contains("15.75pt");
        WordWriter writer = new WordWriter(official);
        writer.page();
        writer.holder((Element) html.getElementsByTagName("body").item(0));
        writer.document.getProperties().getCoreProperties().setTitle(text(html, "title"));
        writer.document.getProperties().getCoreProperties().setCreator("Yicheng 议成");
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            writer.document.write(out);
            writer.document.close();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Element parsed(String xhtml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xhtml)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("a sheet is well-formed XHTML", e);
        }
    }

    private static String text(Element html, String name) {
        Node found = html.getElementsByTagName(name).item(0);
        return found == null ? "" : found.getTextContent();
    }

    // ---------------------------------------------------------------- paper

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(twips(210));
        size.setH(twips(297));
        CTPageMar margin = section.addNewPgMar();
        margin.setTop(twips(official ? 37 : 20));
        margin.setRight(twips(official ? 26 : 18));
        margin.setBottom(twips(official ? 35 : 18));
        margin.setLeft(twips(official ? 28 : 18));
        margin.setHeader(twips(15));
        margin.setFooter(twips(official ? 24 : 10));
        document.setEvenAndOddHeadings(official);
        if (official) {
            footer(HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
        }
        footer(HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
    }

    private static BigInteger twips(double millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * TWIPS_A_MILLIMETRE));
    }

    /** GB/T 9704: — 1 —, odd pages right, even pages left, one character in. */
    private void footer(HeaderFooterType type, ParagraphAlignment side) {
        XWPFFooter footer = document.createFooter(type);
        XWPFParagraph line = footer.createParagraph();
        line.setAlignment(side);
        line.setIndentationLeft(official ? 280 : 0);
        line.setIndentationRight(official ? 280 : 0);
        run(line, official ? "— " : "", Look.PAGE_NUMBER);
        line.getCTP().addNewFldSimple().setInstr("PAGE");
        run(line, official ? " —" : "", Look.PAGE_NUMBER);
    }

    // ---------------------------------------------------------------- elements

    private void holder(Element holder) {
        NodeList children = holder.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element element) {
                element(element);
            }
        }
    }

    private void element(Element element) {
        switch (element.getTagName()) {
            case "table" -> table(element);
            case "img" -> picture(element);
            case "div" -> division(element);
            case String name when HOLDERS.contains(name) -> holder(element);
            default -> paragraph(document.createParagraph(), element);
        }
    }

    private void division(Element division) {
        if (!division.getAttribute("class").startsWith("rule")) {
            holder(division);
            return;
        }
        XWPFParagraph line = document.createParagraph();
        line.setBorderBottom(Borders.SINGLE);
        line.getCTP().getPPr().getPBdr().getBottom().setColor("C8102E");
        line.getCTP().getPPr().getPBdr().getBottom().setSz(BigInteger.valueOf(12));
        line.setSpacingBetween(11, LineSpacingRule.EXACT);
    }

    private void paragraph(XWPFParagraph paragraph, Element element) {
        Look look = Look.of(official, element);
        paragraph.setAlignment(look.side());
        paragraph.setSpacingBetween(look.line(), LineSpacingRule.EXACT);
        paragraph.setSpacingBefore((int) Math.round(look.before() * 20));
        paragraph.setSpacingAfter((int) Math.round(look.after() * 20));
        if (look.indent() > 0) {
            paragraph.setIndentationFirstLine((int) Math.round(look.indent() * look.size() * 20));
        }
        if (look.right() > 0) {
            paragraph.setIndentationRight((int) Math.round(look.right() * look.size() * 20));
        }
        if (element.getParentNode() instanceof Element parent
                && parent.getAttribute("class").equals("imprint")) {
            paragraph.setBorderTop(Borders.SINGLE);
            paragraph.setBorderBottom(Borders.SINGLE);
            paragraph.setBorderBetween(Borders.SINGLE);
        }
        runs(paragraph, element, look);
        day(element).ifPresent(day -> {
            atTheRight(paragraph);
            runs(paragraph, day, look);
        });
    }

    /** What floats to the right edge of its line: it is written after the rest. */
    private static Optional<Element> day(Element line) {
        NodeList spans = line.getElementsByTagName("span");
        for (int i = 0; i < spans.getLength(); i++) {
            if (isDay(spans.item(i))) {
                return Optional.of((Element) spans.item(i));
            }
        }
        return Optional.empty();
    }

    private static boolean isDay(Node node) {
        return node instanceof Element element && element.getAttribute("class").equals("day");
    }

    private void atTheRight(XWPFParagraph paragraph) {
        CTTabStop stop = paragraph.getCTP().getPPr().addNewTabs().addNewTab();
        stop.setVal(STTabJc.RIGHT);
        BigInteger indent = BigInteger.valueOf(Math.max(0, paragraph.getIndentationRight()));
        stop.setPos(twips(official ? 156 : 174).subtract(indent));
        paragraph.createRun().addTab();
    }

    private void runs(XWPFParagraph paragraph, Element element, Look look) {
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            switch (children.item(i)) {
                case Node inner when isDay(inner) -> {}
                case Element inner
                when inner.getTagName().equals("br") -> paragraph.createRun().addBreak();
                case Element inner when inner.getTagName().equals("img") -> picture(inner);
                case Element inner -> runs(paragraph, inner, look.inside(inner));
                case Node text when text.getNodeType() == Node.TEXT_NODE -> run(paragraph, text.getTextContent(), look);
                default -> {}
            }
        }
    }

    private static void run(XWPFParagraph paragraph, String text, Look look) {
        if (text.isEmpty()) {
            return;
        }
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.ascii);
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.hAnsi);
        run.setFontFamily(look.font(), XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(look.size());
        run.setBold(look.bold());
        if (look.red()) {
            run.setColor("C8102E");
        }
    }

    private void picture(Element image) {
        String source = image.getAttribute("src");
        byte[] png = Base64.getDecoder().decode(source.substring(source.indexOf(',') + 1));
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.RIGHT);
        int side = (int) Math.round(QR_MILLIMETRES * (double) Units.EMU_PER_CENTIMETER / 10);
        try {
            paragraph
                    .createRun()
                    .addPicture(new ByteArrayInputStream(png), XWPFDocument.PICTURE_TYPE_PNG, "code.png", side, side);
        } catch (InvalidFormatException | IOException e) {
            throw new IllegalStateException("a QR code is a PNG", e);
        }
    }

    // ---------------------------------------------------------------- tables

    private void table(Element element) {
        List<List<Element>> rows = rows(element);
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        if (columns == 0) {
            return;
        }
        XWPFTable table = document.createTable(rows.size(), columns);
        table.setWidth("100%");
        for (int i = 0; i < rows.size(); i++) {
            XWPFTableRow row = table.getRow(i);
            row.setCantSplitRow(true);
            row.setRepeatHeader(i == 0
                    && rows.getFirst().stream()
                            .allMatch(cell -> cell.getTagName().equals("th")));
            for (int c = 0; c < rows.get(i).size(); c++) {
                cell(row.getCell(c), rows.get(i).get(c));
            }
        }
        document.createParagraph().setSpacingBetween(8, LineSpacingRule.EXACT);
    }

    private void cell(XWPFTableCell cell, Element element) {
        paragraph(cell.getParagraphs().getFirst(), element);
    }

    private static List<List<Element>> rows(Element table) {
        List<List<Element>> rows = new ArrayList<>();
        NodeList found = table.getElementsByTagName("tr");
        for (int i = 0; i < found.getLength(); i++) {
            List<Element> cells = new ArrayList<>();
            NodeList inner = found.item(i).getChildNodes();
            for (int c = 0; c < inner.getLength(); c++) {
                if (inner.item(c) instanceof Element cell) {
                    cells.add(cell);
                }
            }
            rows.add(cells);
        }
        return rows;
    }
}
