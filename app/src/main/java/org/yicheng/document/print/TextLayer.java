package org.yicheng.document.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/**
 * What is found, copied and read aloud from a PDF. The PDF library names a shape by the lowest of its code points, so
 * that 人 is copied as the radical ⼈; here the fonts' ToUnicode maps (ISO 32000-1, 9.10.3) are written again with the
 * characters that the document's text uses.
 */
final class TextLayer {

    private static final int MOST_IN_A_BLOCK = 100;
    private static final int LAST_CODE = 0xFFFF;

    private final SharedShapes shapes;

    TextLayer(SharedShapes shapes) {
        this.shapes = shapes;
    }

    /** @param text everything that the document may print */
    byte[] named(byte[] pdf, String text) throws IOException {
        Set<Integer> used = text.codePoints().boxed().collect(Collectors.toSet());
        ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (COSStream map : maps(document)) {
                rename(map, used::contains);
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    private static Set<COSStream> maps(PDDocument document) {
        Set<COSStream> maps = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PDPage page : document.getPages()) {
            PDResources resources = page.getResources();
            COSDictionary fonts =
                    resources == null ? null : resources.getCOSObject().getCOSDictionary(COSName.FONT);
            if (fonts != null) {
                for (COSName name : fonts.keySet()) {
                    COSStream map = fonts.getCOSDictionary(name).getCOSStream(COSName.TO_UNICODE);
                    if (map != null) {
                        maps.add(map);
                    }
                }
            }
        }
        return maps;
    }

    private void rename(COSStream stream, IntPredicate used) throws IOException {
        CMap map = new CMapParser().parse(new RandomAccessReadBuffer(stream.createInputStream()));
        SortedMap<Integer, String> names = new TreeMap<>();
        for (int code = 0; code <= LAST_CODE; code++) {
            String name = map.toUnicode(code, 2);
            if (name != null) {
                names.put(
                        code,
                        name.codePoints()
                                .map(point -> shapes.meant(point, used))
                                .mapToObj(Character::toString)
                                .collect(Collectors.joining()));
            }
        }
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(written(names).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String written(SortedMap<Integer, String> names) {
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        List<Integer> codes = new ArrayList<>(names.keySet());
        for (int from = 0; from < codes.size(); from += MOST_IN_A_BLOCK) {
            List<Integer> block = codes.subList(from, Math.min(codes.size(), from + MOST_IN_A_BLOCK));
            map.append(block.size()).append(" beginbfchar\n");
            block.forEach(code -> map.append(line(code, names.getOrDefault(code, ""))));
            map.append("endbfchar\n");
        }
        return map.append("""
                endcmap
                CMapName currentdict /CMap defineresource pop
                end
                end
                """).toString();
    }

    private static String line(int code, String name) {
        String hex = HexFormat.of().withUpperCase().formatHex(name.getBytes(StandardCharsets.UTF_16BE));
        return String.format(Locale.ROOT, "<%04X> <%s>\n", code, hex);
    }
}
