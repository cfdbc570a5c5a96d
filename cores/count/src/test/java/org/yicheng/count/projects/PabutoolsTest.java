package org.yicheng.count.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every rule against the outcomes of pabutools 1.2.3 over hand-made and random elections; see the folder's README. Real
 * elections are compared too if {@code -Dyicheng.pabulib=FOLDER} names a folder of {@code .pb} files with an
 * {@code expected} folder beside them.
 */
class PabutoolsTest {

    private static final Path DATA = Path.of("src/test/resources/livelihood");

    static Stream<Path> elections() throws IOException {
        List<Path> folders = new ArrayList<>(List.of(DATA.resolve("toys"), DATA.resolve("random")));
        String real = System.getProperty("yicheng.pabulib", "");
        if (!real.isEmpty()) {
            folders.add(Path.of(real));
        }
        List<Path> all = new ArrayList<>();
        for (Path folder : folders) {
            all.addAll(files(folder));
        }
        return all.stream();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".pb"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("elections")
    void everyRuleGivesWhatTheReferenceGives(Path file) throws IOException {
        assertThat(compared(file)).isPositive();
    }

    private static int compared(Path file) throws IOException {
        ProjectElection election = PbFile.read(Files.readString(file)).orThrow().election();
        JsonNode expected = new JsonMapper()
                .readTree(Files.readString(file.resolveSibling("expected")
                        .resolve(file.getFileName().toString().replace(".pb", ".json"))));
        int compared = 0;
        for (var one : expected.get("rules").properties()) {
            Selection got = ProjectRule.byKey(election.type(), one.getKey())
                    .orElseThrow()
                    .choose(election, false);
            if (!one.getValue().has("selected")) {
                continue; // the reference gave up
            }
            String rule = file.getFileName() + " " + one.getKey();
            assertThat(got.selected()).as(rule).isEqualTo(texts(one.getValue().get("selected")));
            assertThat(got.order()).as(rule).isEqualTo(texts(one.getValue().get("order")));
            assertThat(got.cost())
                    .as(rule)
                    .isEqualByComparingTo(
                            new BigDecimal(one.getValue().get("cost").asString()));
            compared++;
        }
        return compared;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asString()));
        return texts;
    }
}
