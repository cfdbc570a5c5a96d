package org.yicheng.document.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.yicheng.document.Sheet;

class WordWriterTest {

    @Test
    void theImprintStandsBetweenLinesWithItsDayAtTheRight() throws IOException {
        Sheet sheet = Sheet.gazette("市财政局", "关于演示的答复").paragraph("正文（演示）。");
        sheet.imprint("市人大常委会", "市财政局办公室", "2024年3月1日");
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(WordWriter.write(sheet.xhtml())))) {
            List<XWPFParagraph> lines = document.getParagraphs();
            XWPFParagraph printer = lines.getLast();
            assertThat(printer.getText()).isEqualTo("市财政局办公室\t2024年3月1日印发");
            assertThat(printer.getBorderTop()).isEqualTo(Borders.SINGLE);
            assertThat(lines.get(lines.size() - 2).getText()).isEqualTo("抄送：市人大常委会。");
            assertThat(lines.get(lines.size() - 3).getBorderTop()).isNotEqualTo(Borders.SINGLE);
        }
    }
}
