package org.yicheng.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * What stands on a PDF when it is read back.
 *
 * @param text without blanks and line ends
 * @param pages the size of each page
 * @param unprinted characters that have no shape in the font they are set in, or whose font is not embedded
 */
public record Printed(String text, List<PDRectangle> pages, Set<String> unprinted) {

    public static Printed of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Set<String> unprinted = new TreeSet<>();
            String text = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition position) {
                    if (!drawn(position)) {
                        unprinted.add(position.getUnicode());
                    }
                    super.processTextPosition(position);
                }
            }.getText(document);
            List<PDRectangle> pages = new ArrayList<>();
            document.getPages().forEach(page -> pages.add(page.getMediaBox()));
            return new Printed(text.replaceAll("[\\s\\p{Z}]+", ""), pages, unprinted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean drawn(TextPosition position) {
        try {
            return position.getFont() instanceof PDType0Font font
                    && font.isEmbedded()
                    && font.codeToGID(position.getCharacterCodes()[0]) != 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether every page is 210 × 297 mm. */
    public boolean onA4() {
        return pages.stream()
                .allMatch(page -> Math.abs(page.getWidth() - PDRectangle.A4.getWidth()) < 0.5
                        && Math.abs(page.getHeight() - PDRectangle.A4.getHeight()) < 0.5);
    }
}
