package org.yicheng.library.pages;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yicheng.document.Sheet;
import org.yicheng.document.Typesetter;
import org.yicheng.library.Document;
import org.yicheng.library.DocumentText;
import org.yicheng.library.Version;
import org.yicheng.rule.Language;
import org.yicheng.web.Moments;

/** A document on paper: issuer, red line, title, levels (GB/T 9704-2012), with the digest of its words at the end. */
@Component
class DocumentPrint {

    private final Typesetter typesetter;
    private final Clock clock;

    DocumentPrint(Typesetter typesetter, Clock clock) {
        this.typesetter = typesetter;
        this.clock = clock;
    }

    byte[] of(Document document, Version version) {
        Sheet sheet = Sheet.gazette(document.issuer(), version.title());
        if (!document.number().isEmpty()) {
            sheet.labelled("编号", document.number());
        }
        for (DocumentText.Paragraph paragraph : DocumentText.of(version.text()).paragraphs()) {
            if (paragraph.heading() && paragraph.level() == 1) {
                sheet.heading(paragraph.text());
            } else {
                sheet.paragraph(paragraph.text());
            }
        }
        version.attachment().ifPresent(file -> sheet.paragraph("附件：" + file.name()));
        sheet.trace((document.demo() ? "演示文本，不是真实文件。" : "") + "第" + version.number() + "版，"
                + new Moments(clock.getZone(), Language.ZH).fullDay(version.madeAt()) + "。内容SHA-256："
                + version.sha256());
        return typesetter.pdf(sheet.xhtml());
    }

    static ResponseEntity<byte[]> pdf(byte[] content, Version version) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline()
                                .filename(version.title() + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
