package org.yicheng.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yicheng.calendar.cases.CalendarCases;
import tools.jackson.databind.json.JsonMapper;

/** Walks every folder {@code golden/<group>/<case>}: adding a case needs no Java. */
class GoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static List<Path> cases() throws IOException {
        try (Stream<Path> all = Files.walk(GOLDEN)) {
            return all.filter(path -> path.endsWith("input.json"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void allCasesAreHere() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(38);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void givesWhatItsSourceSays(Path folder) {
        Object input = JSON.readValue(folder.resolve("input.json").toFile(), Object.class);
        Map<String, Object> results = CalendarCases.answer(Optional.of(input)).orThrow();
        Map<?, ?> actual = (Map<?, ?>) results.values().iterator().next();
        Map<?, ?> expected = JSON.readValue(folder.resolve("expected.json").toFile(), Map.class);
        expected.forEach((name, value) ->
                assertThat(actual.get(name)).as(name.toString()).isEqualTo(value));
        assertThat(folder.resolve("source.md")).isNotEmptyFile();
    }
}
