package org.yicheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything the platform says, in both languages, checked as text. */
class WordsTest {

    private static final Path APP = Path.of("src/main");
    private static final List<Path> FOLDERS =
            List.of(APP.resolve("resources/words"), Path.of("../cores/count/src/main/resources/words"));
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern HANZI = Pattern.compile("\\p{IsHan}");
    /** An ASCII mark that touches a Chinese character; a colon inside a time or a ratio touches digits only. */
    private static final Pattern LATIN_MARK = Pattern.compile("\\p{IsHan}[,.;:?!()]|[,.;:?!()]\\p{IsHan}");

    private static final Pattern SAID = Pattern.compile("\\b(?:say|told)\\(\\s*\"([a-z]+\\.[\\w.-]*\\w)\"\\s*[,)]");
    private static final Pattern REFUSED = Pattern.compile(
            "Refusal\\s*\\.\\s*(?:plain|at|by)\\(\\s*(?:[^;\"]*?,\\s*)??(?:\"[\\w./-]*\",\\s*)?\"([a-z]+\\.[\\w.-]+)\"");

    private final Map<String, String> zh = bundle("_zh");
    private final Map<String, String> en = bundle("_en");

    private static Map<String, String> bundle(String ending) {
        Map<String, String> all = new TreeMap<>();
        for (Path folder : FOLDERS) {
            for (Path file : files(folder, ending + ".properties")) {
                Properties properties = new Once();
                try (Reader reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                properties.stringPropertyNames().forEach(key -> {
                    String twice = all.put(key, properties.getProperty(key));
                    assertThat(twice).as("%s stands in two bundles", key).isNull();
                });
            }
        }
        return all;
    }

    /** The words of one file: of two lines with one key the later would silently win. */
    private static final class Once extends Properties {

        private static final long serialVersionUID = 1;

        @Override
        public synchronized Object put(Object key, Object value) {
            assertThat(containsKey(key))
                    .as("%s stands twice in one bundle", key)
                    .isFalse();
            return super.put(key, value);
        }
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static Set<String> placeholders(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(zh.keySet()).isEqualTo(en.keySet()).hasSizeGreaterThan(100);
    }

    @Test
    void bothLanguagesFillTheSamePlaces() {
        List<String> faults = new ArrayList<>();
        zh.forEach((key, text) -> {
            String english = en.getOrDefault(key, "");
            if (!english.isEmpty() && !placeholders(text).equals(placeholders(english))) {
                faults.add(key + ": " + placeholders(text) + " and " + placeholders(english));
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void englishHasNoChineseCharacters() {
        List<String> faults = en.entrySet().stream()
                .filter(entry -> HANZI.matcher(entry.getValue()).find())
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
        assertThat(faults).isEmpty();
    }

    @Test
    void chineseUsesChineseMarks() {
        List<String> faults = zh.entrySet().stream()
                .filter(entry -> LATIN_MARK.matcher(entry.getValue()).find())
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
        assertThat(faults).isEmpty();
    }

    @Test
    void chineseKeepsItsTone() {
        List<String> faults = zh.entrySet().stream()
                .filter(entry -> Stream.of("非法", "无效操作", "错误码", "哦", "亲，", "！").anyMatch(entry.getValue()::contains))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
        assertThat(faults).isEmpty();
    }

    @Test
    void englishKeepsItsTone() {
        Pattern unwanted = Pattern.compile("(?i)\\b(please|sorry|oops|invalid)\\b");
        List<String> faults = en.entrySet().stream()
                .filter(entry -> unwanted.matcher(
                                PLACEHOLDER.matcher(entry.getValue()).replaceAll(""))
                        .find())
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
        assertThat(faults).isEmpty();
    }

    @Test
    void everythingThatIsSaidHasItsWords() {
        Set<String> missing = new TreeSet<>();
        for (String ending : List.of(".jte", ".java")) {
            for (Path file : files(APP, ending)) {
                for (String key : found(SAID, text(file))) {
                    if (!zh.containsKey(key) && !key.endsWith("-") && !key.endsWith(".")) {
                        missing.add(file.getFileName() + ": " + key);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyRefusalHasItsWords() {
        Set<String> missing = new TreeSet<>();
        List<Path> sources = new ArrayList<>(files(APP.resolve("java"), ".java"));
        sources.addAll(files(Path.of("../cores/count/src/main/java"), ".java"));
        for (Path file : sources) {
            for (String code : found(REFUSED, text(file))) {
                if (!zh.containsKey(code) && !code.endsWith("-")) {
                    missing.add(file.getFileName() + ": " + code);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static List<String> found(Pattern pattern, String text) {
        List<String> keys = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            keys.add(matcher.group(1));
        }
        return keys;
    }

    /** What state a meeting is in is said with one word on every page. */
    @Test
    void aMeetingsStateIsCalledTheSameEverywhere() {
        for (Map<String, String> bundle : List.of(zh, en)) {
            bundle.forEach((key, word) -> {
                if (key.startsWith("assembly.sitting-is-")) {
                    String state = key.substring("assembly.sitting-is-".length());
                    for (String use : List.of("congress.sitting-is-", "congress.now-", "congress.task-sitting-")) {
                        assertThat(bundle.getOrDefault(use + state, word))
                                .as(use + state)
                                .containsIgnoringCase(word);
                    }
                }
            });
        }
        assertThat(en)
                .containsEntry("assembly.sitting-is-OPEN", "In session")
                .doesNotContainKey("congress.sitting-OPEN");
    }
}
