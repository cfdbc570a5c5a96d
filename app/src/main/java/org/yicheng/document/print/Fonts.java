package org.yicheng.document.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yicheng.home.HomeFolder;

/**
 * The fonts that paper is set with: those of the product, then TrueType files in the home's {@code fonts} folder. A file
 * whose name begins with fangsong, kaiti or biaosong is the site's licensed 仿宋, 楷体 or 小标宋 and sets the texts for
 * which GB/T 9704 wants it.
 */
@Component
class Fonts {

    /** @param family the name in stylesheets; @param weight 400 or 700 */
    record Face(String family, int weight, byte[] content) {}

    private static final Map<String, String> OFFICIAL = Map.of("fangsong", "Fang", "kaiti", "Kai", "biaosong", "Biao");

    /** The regular face under a second name: in bold text it is asked for what the bold face lacks. */
    private static final String REST_OF_BOLD = "SongRest";

    private final CmapLookup bold;
    private final List<Face> faces = new ArrayList<>();
    private final List<CmapLookup> maps = new ArrayList<>();
    private final SharedShapes shared = new SharedShapes();

    Fonts(HomeFolder home) {
        byte[] song = shipped("NotoSerifSC-Regular.ttf");
        add("Song", 400, song);
        bold = add("Song", 700, shipped("NotoSerifSC-Bold.ttf"));
        add("Hei", 400, shipped("NotoSansSC-Regular.ttf"));
        add("RareB", 400, shipped("RareNames-B.ttf"));
        add("RareA", 400, shipped("RareNames-A.ttf"));
        int place = 0;
        for (Path file : own(home.resolve("fonts"))) {
            add(family(file).orElse("Site" + place++), 400, read(file));
        }
        faces.add(new Face(REST_OF_BOLD, 400, song));
    }

    private static Optional<String> family(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return OFFICIAL.entrySet().stream()
                .filter(official -> name.startsWith(official.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private CmapLookup add(String family, int weight, byte[] content) {
        faces.add(new Face(family, weight, content));
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(content))) {
            CmapLookup map = font.getUnicodeCmapLookup();
            shared.add(map, font.getNumberOfGlyphs());
            if (weight == 400) {
                maps.add(map);
            }
            return map;
        } catch (IOException e) {
            throw new UncheckedIOException("not a TrueType font", e);
        }
    }

    private static byte[] shipped(String name) {
        try (InputStream in = new ClassPathResource("fonts/" + name).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("no font " + name, e);
        }
    }

    private static List<Path> own(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ttf"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Face> faces() {
        return faces;
    }

    /** Which characters these fonts draw as one shape. */
    SharedShapes shared() {
        return shared;
    }

    /** The families after the one a style names, in the order they are asked for a missing character of a text. */
    String fallback(String text) {
        boolean boldHasAll = missing(text, List.of(bold)).isEmpty();
        return faces.stream()
                .map(Face::family)
                .filter(family -> !(boldHasAll && family.equals(REST_OF_BOLD)))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The characters of a text that no font has. */
    String missing(String text) {
        return missing(text, maps);
    }

    private static String missing(String text, List<CmapLookup> maps) {
        StringBuilder missing = new StringBuilder();
        text.codePoints()
                .distinct()
                .filter(point -> point >= 0x20 && !Character.isWhitespace(point))
                .filter(point -> maps.stream().noneMatch(map -> map.getGlyphId(point) > 0))
                .forEach(missing::appendCodePoint);
        return missing.toString();
    }
}
