package org.yicheng.document.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yicheng.document.Sheet;
import org.yicheng.document.Typesetter;

/** PDF by openhtmltopdf, fonts embedded and cut down to the characters used; DOCX by POI. */
@Component
class PdfTypesetter implements Typesetter {

    private final Fonts fonts;
    private final TextLayer text;

    PdfTypesetter(Fonts fonts) {
        this.fonts = fonts;
        this.text = new TextLayer(fonts.shared());
    }

    /** The first document loads fonts and layout engine: done in the background, so that no clerk waits for it. */
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        Thread.ofPlatform()
                .name("typesetter")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(() -> pdf(Sheet.gazette("议成", "纪要").paragraph("议而能成").xhtml()));
    }

    @Override
    public byte[] pdf(String xhtml) {
        String missing = fonts.missing(xhtml);
        if (!missing.isEmpty()) {
            throw new MissingGlyph(missing);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        for (Fonts.Face face : fonts.faces()) {
            builder.useFont(
                    () -> new ByteArrayInputStream(face.content()),
                    face.family(),
                    face.weight(),
                    FontStyle.NORMAL,
                    true);
        }
        builder.useFastMode();
        builder.withProducer("Yicheng");
        builder.withHtmlContent(withFallback(xhtml), null);
        builder.toStream(out);
        try {
            builder.run();
            return text.named(out.toByteArray(), xhtml);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot set the document", e);
        }
    }

    @Override
    public byte[] docx(String xhtml) {
        return WordWriter.write(xhtml);
    }

    /** Every family that a style names is followed by the others: a heading's rare character is found there too. */
    private String withFallback(String xhtml) {
        int end = Math.max(0, xhtml.indexOf("</style>"));
        String style = xhtml.substring(0, end)
                .replaceAll("font-family: *([^;}]+)", "font-family: $1, " + fonts.fallback(xhtml));
        return style + xhtml.substring(end);
    }
}
