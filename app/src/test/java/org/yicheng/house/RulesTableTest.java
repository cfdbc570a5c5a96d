package org.yicheng.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The tables of {@code docs/reference/rules.md} stay true: what they name exists, and nothing is left out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesTableTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern CODE = Pattern.compile("`([A-Za-z0-9]+)(?:\\.([A-Za-z0-9]+))?`");
    private static final String NOT_BUILT = "not built";

    private Map<String, Path> tests = Map.of();
    private Map<String, Path> classes = Map.of();
    private List<List<String>> rules = List.of();
    private List<List<String>> examples = List.of();
    private List<List<String>> openings = List.of();

    @BeforeAll
    void read() throws IOException {
        tests = sources("src/test/java");
        classes = sources("src/main/java");
        List<String> lines = Files.readAllLines(ROOT.resolve("docs/reference/rules.md"));
        rules = table(lines, "### The thirty rules");
        examples = table(lines, "### The worked examples");
        openings = table(lines, "### The twenty openings");
    }

    /** Source files by simple class name. */
    private static Map<String, Path> sources(String below) throws IOException {
        Map<String, Path> found = new java.util.TreeMap<>();
        for (String module : List.of("app", "cores/count", "cores/rule", "cores/calendar", "cores/chain")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve(below))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> found.put(file.getFileName().toString().replace(".java", ""), file));
            }
        }
        return found;
    }

    /** The cells of the rows of the first table below a heading. */
    private static List<List<String>> table(List<String> lines, String heading) {
        List<List<String>> rows = lines.stream()
                .skip(lines.indexOf(heading) + 1L)
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> Stream.of(line.substring(1, line.length() - 1).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
        assertThat(lines).contains(heading);
        return rows;
    }

    private static List<String> numbered(String prefix, int to) {
        return IntStream.rangeClosed(1, to).mapToObj(i -> prefix + i).toList();
    }

    private static List<String> column(List<List<String>> rows, int at) {
        return rows.stream().map(row -> row.get(at)).toList();
    }

    @Test
    void everyRuleExampleAndOpeningHasItsRow() {
        assertThat(column(rules, 0)).isEqualTo(numbered("R", 30));
        assertThat(column(examples, 0)).isEqualTo(numbered("", 24));
        assertThat(column(openings, 0)).isEqualTo(numbered("", 20));
    }

    @Test
    void everyRuleNamesItsClassAndItsTestsOrSaysThatItIsNotBuilt() {
        for (List<String> rule : rules) {
            assertThat(rule.get(2)).as(rule.get(0)).matches("(law|rule), [A-Z]+ \\d.*");
            for (String cell : rule.subList(3, 6)) {
                assertThat(cell.startsWith(NOT_BUILT) || CODE.matcher(cell).find())
                        .as(rule.get(0) + ": " + cell)
                        .isTrue();
            }
            codes(rule.get(3))
                    .forEach(code -> assertThat(classes).as(rule.get(0)).containsKey(code));
        }
    }

    @Test
    void everyTestThatIsNamedExists() {
        Stream.of(column(rules, 4), column(rules, 5), column(examples, 3), column(openings, 2))
                .flatMap(List::stream)
                .filter(cell -> !cell.startsWith(NOT_BUILT))
                .forEach(this::namesTests);
    }

    private void namesTests(String cell) {
        List<String> codes = codes(cell);
        assertThat(codes).as(cell).isNotEmpty();
        for (String code : codes) {
            assertThat(code).contains(".");
            String type = code.substring(0, code.indexOf('.'));
            assertThat(tests).containsKey(type);
            assertThat(text(tests.get(type))).as(code).contains("void " + code.substring(code.indexOf('.') + 1) + "(");
        }
    }

    @Test
    void theTwentyOpeningsAreExactlyTheTestsOfTheirClass() {
        Matcher methods = Pattern.compile("@Test\\s+void (\\w+)\\(").matcher(text(tests.get("TwentyOpeningsTest")));
        List<String> written = new ArrayList<>();
        while (methods.find()) {
            written.add("TwentyOpeningsTest." + methods.group(1));
        }
        assertThat(openings.stream().flatMap(row -> codes(row.get(2)).stream()).collect(Collectors.toList()))
                .containsExactlyInAnyOrderElementsOf(written);
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell)
                .results()
                .map(found -> found.group(2) == null ? found.group(1) : found.group(1) + "." + found.group(2))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
