package org.yicheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The measures as a person runs them, on the tables that ship. */
class CatalogueCommandTest {

    private static final Path SHIPPED = Path.of("../examples/finding");

    @TempDir
    Path folder;

    private record Said(int status, String out, String err) {}

    private static Said evaluate(Path titles, Path organs) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Yicheng.run(
                new PrintWriter(out),
                new PrintWriter(err),
                "catalogue",
                "evaluate",
                titles.toString(),
                "--organs",
                organs.toString());
        return new Said(status, out.toString(), err.toString());
    }

    @Test
    void printsEveryMeasureWithTheModelAndWithout() {
        Said said = evaluate(SHIPPED.resolve("near-duplicates.tsv"), SHIPPED.resolve("organs.tsv"));

        assertThat(said.status()).isZero();
        JsonNode measured = JsonMapper.shared().readTree(said.out());
        assertThat(measured.path("titles").asInt()).isEqualTo(44);
        assertThat(measured.path("groups").asInt()).isEqualTo(12);
        assertThat(measured.path("withModel").path("recallAt5").asDouble()).isGreaterThanOrEqualTo(0.94);
        assertThat(measured.path("withModel").path("hitAt1").asDouble()).isGreaterThanOrEqualTo(0.88);
        assertThat(measured.path("withModel").path("routingTop3").asDouble()).isGreaterThanOrEqualTo(0.97);
        assertThat(measured.path("withoutModel").path("recallAt5").asDouble()).isGreaterThanOrEqualTo(0.75);
    }

    @Test
    void refusesATableWithEveryFaultAndItsLine() throws IOException {
        Path titles =
                Files.writeString(folder.resolve("titles.tsv"), "id\tgroup\ttitle\tlead_organ\n1\tG\t\t市教育局\n2\tG\n");

        Said said = evaluate(titles, SHIPPED.resolve("organs.tsv"));

        assertThat(said.status()).isEqualTo(Exit.REFUSED);
        assertThat(said.out()).isEmpty();
        assertThat(said.err().lines()).hasSize(2);
        assertThat(said.err()).contains("第2行的“title”为空").contains("Line 3 has 2 cells; it should have 4.");
    }

    @Test
    void refusesAnOrganThatTheTableDoesNotKnow() throws IOException {
        Path titles =
                Files.writeString(folder.resolve("titles.tsv"), "id\tgroup\ttitle\tlead_organ\n1\tG\t关于养犬的建议\t市养犬局\n");

        Said said = evaluate(titles, SHIPPED.resolve("organs.tsv"));

        assertThat(said.status()).isEqualTo(Exit.REFUSED);
        assertThat(said.err()).contains("cli.organ-unknown").contains("市养犬局");
    }

    @Test
    void saysWhichFileIsMissing() {
        Said said = evaluate(folder.resolve("none.tsv"), SHIPPED.resolve("organs.tsv"));

        assertThat(said.status()).isEqualTo(Exit.USAGE);
        assertThat(said.err()).contains("none.tsv");
    }
}
