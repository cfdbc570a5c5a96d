package org.yicheng.document;

/** Turns XHTML into PDF with embedded fonts, or into a Word document; fails loudly when no font has a character. */
public interface Typesetter {

    /**
     * Sets a whole XHTML document (with its own style element).
     *
     * @throws MissingGlyph naming every code point that no font has
     */
    byte[] pdf(String xhtml);

    /**
     * The same document as DOCX: paper, type area, sizes and spacing as in the PDF; fonts by their usual names, for the
     * reader's machine to find.
     */
    byte[] docx(String xhtml);

    default byte[] set(String xhtml, Output output) {
        return output == Output.PDF ? pdf(xhtml) : docx(xhtml);
    }

    /** A character that no font at hand can print. */
    final class MissingGlyph extends IllegalStateException {
        public MissingGlyph(String characters) {
            super("no font at hand has these characters 没有字体能印出这些字: " + characters
                    + "; install fonts-hanazono or put a TrueType font into the fonts folder");
        }
    }
}
