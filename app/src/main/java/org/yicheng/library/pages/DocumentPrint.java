package org.yicheng.library.pages;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yicheng.document.Output;
import org.yicheng.document.Prints;
import org.yicheng.document.Sheet;
import org.yicheng.library.Document;
import org.yicheng.library.DocumentText;
import org.yicheng.library.Version;

/** A document on paper: issuer, number, red line, title, levels (GB/T 9704-2012), with code and hash at the end. */
@Component
class DocumentPrint {

    private final Prints prints;

    DocumentPrint(Prints prints) {
        this.prints = prints;
    }

    ResponseEntity<byte[]> of(Document document, Version version, Output output) {
        String secrecy = document.secrecy() == Document.Secrecy.OPEN ? "" : mark(document.secrecy());
        Sheet sheet = Sheet.gazette(new Sheet.Head(
                secrecy.isEmpty() ? List.of() : List.of(secrecy),
                document.issuer(),
                document.number(),
                version.title(),
                ""));
        for (DocumentText.Paragraph paragraph : DocumentText.of(version.text()).paragraphs()) {
            if (paragraph.heading() && paragraph.level() == 1) {
                sheet.heading(paragraph.text());
            } else if (paragraph.heading() && paragraph.level() == 2) {
                sheet.subheading(paragraph.text());
            } else {
                sheet.paragraph(paragraph.text());
            }
        }
        version.attachment().ifPresent(file -> sheet.attachments(List.of(file.name())));
        Prints.What what = new Prints.What("meeting-document", "document:" + document.id(), document.demo());
        return prints.print(sheet, what, output).answer();
    }

    private static String mark(Document.Secrecy secrecy) {
        return secrecy == Document.Secrecy.INTERNAL ? "内部" : "工作秘密";
    }
}
