package org.yicheng.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
            return new Printed(unified(text), pages, unprinted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fonts draw 文 and the radical ⽂ as one shape, and the PDF names it by either: read as the character. */
    private static String unified(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", "")
                .codePoints()
                .mapToObj(Character::toString)
                .map(one -> one.codePointAt(0) >= 0x2F00 && one.codePointAt(0) <= 0x2FD5
                        ? Normalizer.normalize(one, Normalizer.Form.NFKC)
                        : one)
                .collect(Collectors.joining())
                .replace('⻓', '长');
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
