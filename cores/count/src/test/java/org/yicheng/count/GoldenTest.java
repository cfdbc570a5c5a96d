package org.yicheng.count;

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
import org.yicheng.count.cases.CaseResults;
import org.yicheng.count.cases.CountCases;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Walks every folder {@code golden/<kind>/<case>}: adding a case needs no Java. */
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
    void allSharedCasesAreHere() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(51);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void givesWhatItsSourceSays(Path folder) {
        Object input = JSON.readValue(folder.resolve("input.json").toFile(), Object.class);
        Map<String, Object> results = CountCases.answer(Optional.of(input)).orThrow();
        JsonNode actual = JSON.valueToTree(plain(results.values().iterator().next()));
        JsonNode expected = JSON.readTree(folder.resolve("expected.json").toFile());
        expected.properties()
                .forEach(entry -> assertThat(actual.get(entry.getKey()))
                        .as(entry.getKey())
                        .isEqualTo(JSON.readTree(entry.getValue().toString())));
    }

    private static Object plain(Object value) {
        String text = JSON.writeValueAsString(replaceNone(value));
        return JSON.readValue(text, Object.class);
    }

    private static Object replaceNone(Object value) {
        if (value == CaseResults.NONE) {
            return null;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new java.util.LinkedHashMap<>();
            map.forEach((key, item) -> copy.put(key, replaceNone(item)));
            return copy;
        }
        return value;
    }
}
