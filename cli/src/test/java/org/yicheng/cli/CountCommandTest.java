package org.yicheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as a person runs it: what it prints where, and its exit status. */
class CountCommandTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String QUORUM = """
            {"id": "S-Q1", "kind": "quorum",
             "input": {"members_total": 633, "present": 582, "rule": {"num": 2, "den": 3, "mode": "at_least"}}}""";
    private static final String SLATE = """
            {"id": "补选", "kind": "slate",
             "input": {"office": "DEPUTY", "occasion": "BY_ELECTION", "seats": 2, "nominated": 2}}""";

    @TempDir
    Path folder;

    private record Said(int status, String out, String err) {
        JsonNode json() {
            return JSON.readTree(out);
        }

        List<String> reasons() {
            return err.lines().toList();
        }
    }

    private static Said run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Yicheng.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Said(status, out.toString(), err.toString());
    }

    private Said count(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("cases.json"), content);
        return run("count", file.toString());
    }

    private Said count(String content) throws IOException {
        return count(content.getBytes(StandardCharsets.UTF_8));
    }

    private static String file(String... cases) {
        return "{\"format\": \"yicheng-count-cases/1\", \"cases\": [" + String.join(", ", cases) + "]}";
    }

    @Test
    void answersAWholeFile() throws IOException {
        Said said = count(file(QUORUM, SLATE));
        assertThat(said.status()).isZero();
        assertThat(said.err()).isEmpty();
        JsonNode results = said.json().required("results");
        assertThat(results.required("S-Q1").required("required").asInt()).isEqualTo(422);
        assertThat(results.required("S-Q1").required("met").asBoolean()).isTrue();
        assertThat(results.required("补选").required("action").asString()).isEqualTo("ELECT_EQUAL");
        assertThat(results.required("补选").required("legal_max").isNull()).isTrue();
    }

    @Test
    void answersOneCase() throws IOException {
        JsonNode result = count(QUORUM).json().required("results").required("S-Q1");
        assertThat(result.required("explanation").required("zh").asString())
                .isEqualTo("应出席会议成员633名，实际出席成员582名，符合法定人数。");
        assertThat(result.required("explanation").required("en").asString())
                .isEqualTo("633 members due, 582 present: a quorum.");
    }

    @Test
    void readsStandardInput() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(QUORUM.getBytes(StandardCharsets.UTF_8)));
            assertThat(run("count", "-")
                            .json()
                            .required("results")
                            .required("S-Q1")
                            .required("met")
                            .asBoolean())
                    .isTrue();
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void answersEverySharedCase() throws IOException {
        Path golden = Path.of("../cores/count/src/test/resources/golden");
        try (var inputs = Files.walk(golden)) {
            for (Path input : inputs.filter(path -> path.endsWith("input.json")).toList()) {
                assertThat(run("count", input.toString()).status())
                        .as("%s", input)
                        .isZero();
            }
        }
    }

    @Test
    void takesAByteOrderMark() throws IOException {
        assertThat(count("\uFEFF" + QUORUM).status()).isZero();
    }

    @Test
    void refusesWithEveryReasonInBothLanguages() throws IOException {
        Said said = count(file(QUORUM, SLATE.replace("2,", "0,").replace("\"nominated\": 2", "\"nominated\": -1")));
        assertThat(said.status()).isEqualTo(3);
        assertThat(said.out()).isEmpty();
        assertThat(said.reasons())
                .containsExactly(
                        "count.too-small  /cases/1/input/seats  /cases/1/input/seats不得小于1，收到0。  |  "
                                + "/cases/1/input/seats must be at least 1, got 0.",
                        "count.too-small  /cases/1/input/nominated  /cases/1/input/nominated不得小于0，收到-1。  |  "
                                + "/cases/1/input/nominated must be at least 0, got -1.");
    }

    @Test
    void keepsAReasonOnItsLine() throws IOException {
        Said said = count(QUORUM.replace("\"at_least\"", "\"at\\nleast\\u2028\\u001b[31m\""));
        assertThat(said.status()).isEqualTo(3);
        assertThat(said.reasons()).hasSize(1);
        assertThat(said.err()).doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"id\": }", "[1] 2", "{'id': 1}", "{\"a\": 01}", "{\"a\": NaN}", "// none"})
    void refusesWhatIsNoJson(String content) throws IOException {
        Said said = count(content);
        assertThat(said.status()).isEqualTo(3);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith("cli.not-json").contains("不是规范的JSON", "not well-formed JSON");
    }

    @Test
    void saysAtWhichLineTheJsonBreaks() throws IOException {
        assertThat(count("{\n\"id\": 1,\n!").err()).contains("3:");
    }

    @Test
    void refusesDoubledKeys() throws IOException {
        Said said = count(QUORUM.replace("\"present\": 582", "\"present\": 582, \"present\": 1"));
        assertThat(said.status()).isEqualTo(3);
        assertThat(said.err()).startsWith("cli.not-json").contains("present");
    }

    @Test
    void refusesWhatIsNotUtf8() throws IOException {
        Said said = count("{\"id\": \"补选\"}".getBytes(StandardCharsets.UTF_16));
        assertThat(said.status()).isEqualTo(3);
        assertThat(said.err()).startsWith("cli.not-utf8");
    }

    @Test
    void refusesDepthsThatNoFileNeeds() throws IOException {
        assertThat(count("[".repeat(100_000)).status()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e2", "\"1\"", "true", "1000000000000000000000000"})
    void takesWholeNumbersOnly(String number) throws IOException {
        assertThat(count(QUORUM.replace("582", number)).status()).isEqualTo(3);
    }

    @Test
    void saysThatAFileIsMissing() {
        Said said = run("count", folder.resolve("nowhere.json").toString());
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err()).contains("没有文件", "There is no file").contains("nowhere.json");
        assertThat(run("count", folder.toString()).status()).isEqualTo(2);
        assertThat(run("count", "a\u0000b").status()).isEqualTo(2);
    }

    @Test
    void isUsedWithExactlyOneFile() {
        assertThat(run("count").status()).isEqualTo(2);
        assertThat(run("count", "a", "b").status()).isEqualTo(2);
        assertThat(run("conut").status()).isEqualTo(2);
        assertThat(run().status()).isEqualTo(2);
        assertThat(run("count", "--help").status()).isZero();
        assertThat(run("--version").out()).contains("议成");
    }
}
