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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as a person runs it: what it prints where, and its exit status. */
class CalendarCommandTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path EXAMPLE = Path.of("../examples/calendar/cases.json");

    @TempDir
    Path folder;

    private record Said(int status, String out, String err) {}

    private static Said run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Yicheng.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Said(status, out.toString(), err.toString());
    }

    private Said calendar(String content) throws IOException {
        return run(
                "calendar",
                Files.writeString(folder.resolve("cases.json"), content).toString());
    }

    @Test
    void answersTheExample() {
        Said said = run("calendar", EXAMPLE.toString());
        assertThat(said.status()).isZero();
        JsonNode results = JSON.readTree(said.out()).required("results");
        assertThat(results.required("reply").required("due").asString()).isEqualTo("2024-05-06");
        assertThat(results.required("reply").required("rolled").asBoolean()).isTrue();
        assertThat(results.required("reply").required("reason").required("zh").asString())
                .contains("顺延至其后第一个工作日2024年5月6日（星期一）");
        assertThat(results.required("reply")
                        .required("reason")
                        .required("grounds")
                        .get(0)
                        .asString())
                .isEqualTo("CC:201(1)");
        assertThat(results.required("objection").required("due").asString()).isEqualTo("2024-02-20");
        assertThat(results.required("notice-of-meeting").required("due").asString())
                .isEqualTo("2024-04-30");
    }

    @Test
    void readsStandardInput() throws IOException {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(Files.readAllBytes(EXAMPLE)));
            assertThat(run("calendar", "-").status()).isZero();
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void refusesAYearWithoutATable() throws IOException {
        String text = Files.readString(EXAMPLE, StandardCharsets.UTF_8).replace("2024-05-20", "2025-05-20");
        Said said = calendar(text);
        assertThat(said.status()).isEqualTo(3);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .startsWith("calendar.case-no-table  /cases/3")
                .contains("没有2025年的放假安排", "no holiday table for 2025");
    }

    @Test
    void refusesWhatIsNoJson() throws IOException {
        assertThat(calendar("{").status()).isEqualTo(3);
        assertThat(run("calendar").status()).isEqualTo(2);
        assertThat(run("calendar", "nowhere.json").status()).isEqualTo(2);
    }
}
