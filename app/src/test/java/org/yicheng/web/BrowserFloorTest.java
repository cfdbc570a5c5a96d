package org.yicheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The oldest browsers that must show every page: Chrome 107 and Safari 16 (autumn 2022). What came later may be used only
 * where its absence takes nothing away; everything here breaks a script, a rule or a control where it is unknown. Source
 * of the versions: MDN browser-compat-data.
 */
class BrowserFloorTest {

    private static final Path STATIC = Path.of("src/main/resources/static");

    private static final Map<String, Pattern> TOO_NEW_IN_SCRIPTS = Map.of(
            "promises", Pattern.compile("Promise\\.(withResolvers|try)\\b"),
            "copies", Pattern.compile("\\.(toSorted|toReversed|toSpliced)\\("),
            "groups", Pattern.compile("\\b(Object|Map)\\.groupBy\\b|\\bArray\\.fromAsync\\b"),
            "sets", Pattern.compile("\\.(union|intersection|difference|isSubsetOf|isSupersetOf|isDisjointFrom)\\("),
            "iterators", Pattern.compile("\\bIterator\\.|\\.(values|keys|entries)\\(\\)\\.(map|filter|take|drop)\\("),
            "addresses", Pattern.compile("\\bURL\\.(canParse|parse)\\b|\\bnew URLPattern\\b"),
            "signals", Pattern.compile("\\bAbortSignal\\.any\\b"),
            "pages",
                    Pattern.compile(
                            "\\b(startViewTransition|setHTMLUnsafe|showPopover|togglePopover|checkVisibility)\\b"),
            "bytes", Pattern.compile("\\bUint8Array\\.from(Base64|Hex)\\b|\\.to(Base64|Hex)\\("),
            "syntax", Pattern.compile("\\bRegExp\\.escape\\b|/v[;,)]|\\b(await )?using \\w+ ="));

    private static final Map<String, Pattern> TOO_NEW_IN_STYLE = Map.of(
            "selectors", Pattern.compile(":user-(in)?valid|:open\\b|::details-content|:popover-open"),
            "nesting", Pattern.compile("[{;]\\s*&|^\\s*&", Pattern.MULTILINE),
            "rules", Pattern.compile("@(scope|starting-style|position-try|view-transition|property)\\b"),
            "colours", Pattern.compile("\\b(color-mix|oklch|oklab|lch|lab|light-dark|color)\\("),
            "layout", Pattern.compile("\\bsubgrid\\b|\\banchor\\(|\\bcalc-size\\(|\\b(round|mod|rem|sin|cos)\\("),
            "screen",
                    Pattern.compile(
                            "(?<!min-height: 100vh; )min-height: [0-9]+[sld]v[hw]|(?<!min-)height: [0-9]+[sld]vh"));

    private static final Map<String, Pattern> TOO_NEW_IN_PAGES = Map.of(
            "popover", Pattern.compile("\\s(popover|popovertarget|commandfor|closedby|interestfor)(=|\\s|>)"),
            "elements", Pattern.compile("<(search|selectedcontent|permission)\\b|<details[^>]* name="),
            "found", Pattern.compile("hidden=\"until-found\""));

    @Test
    void scriptsUseNothingThatTheseBrowsersLack() throws IOException {
        assertThat(found(STATIC, ".js", TOO_NEW_IN_SCRIPTS)).isEmpty();
    }

    @Test
    void theStylesheetNeedsNothingThatTheseBrowsersLack() throws IOException {
        assertThat(found(STATIC, ".css", TOO_NEW_IN_STYLE)).isEmpty();
    }

    @Test
    void pagesNeedNoElementThatTheseBrowsersLack() throws IOException {
        assertThat(found(Path.of("src/main/jte"), ".jte", TOO_NEW_IN_PAGES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    js  | const { promise } = Promise.withResolvers();
                    js  | const sorted = list.toSorted();
                    css | input:user-invalid { margin: 0 }
                    css | .part { & h1 { margin: 0 } }
                    css | .gate { min-height: 100svh; }
                    jte | <div popover id="x">
                    jte | <details class="x" name="y">
                    """)
    void eachOfTheseWouldBeSeen(String kind, String line) {
        Map<String, Pattern> patterns = switch (kind) {
            case "js" -> TOO_NEW_IN_SCRIPTS;
            case "css" -> TOO_NEW_IN_STYLE;
            default -> TOO_NEW_IN_PAGES;
        };
        assertThat(patterns.values()).anyMatch(pattern -> pattern.matcher(line).find());
    }

    /** Where a pattern was met in our own files; vendored ones state their browsers themselves. */
    private static List<String> found(Path folder, String ending, Map<String, Pattern> patterns) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> own = files.filter(file ->
                            file.toString().endsWith(ending) && !file.toString().contains("vendor"))
                    .toList();
            assertThat(own).isNotEmpty();
            return own.stream()
                    .flatMap(file -> patterns.values().stream()
                            .flatMap(pattern -> pattern.matcher(text(file)).results())
                            .map(MatchResult::group)
                            .map(what -> folder.relativize(file) + ": " + what.strip()))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
