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

/** The command as a researcher runs it. */
class ProjectsCommandTest {

    private static final Path TOY =
            Path.of("../cores/count/src/test/resources/livelihood/toys/t1-majority-minority.pb");

    @TempDir
    Path folder;

    private record Said(int status, String out, String err) {
        JsonNode json() {
            return new JsonMapper().readTree(out);
        }
    }

    private static Said run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Yicheng.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Said(status, out.toString(), err.toString());
    }

    @Test
    void withoutARuleAllThatHaveAMeaningAreCounted() {
        Said said = run("count", "projects", TOY.toString());
        assertThat(said.status()).isZero();
        JsonNode rules = said.json().get("rules");
        assertThat(rules.propertyNames())
                .containsExactly(
                        "greedy/cost",
                        "greedy/cardinality",
                        "mes/cost",
                        "mes/cardinality",
                        "mes/cost+greedy",
                        "mes/cost+add1",
                        "mes/cost+add1u",
                        "mes/cost+inc1pct",
                        "phragmen",
                        "phragmen+greedy");
        assertThat(rules.get("mes/cost").toString())
                .isEqualTo(
                        "{\"selected\":[\"a\",\"b\",\"d\",\"e\"],\"order\":[\"a\",\"b\",\"d\",\"e\"],\"cost\":\"100\"}");
    }

    @Test
    void aRuleIsExplainedRoundByRound() {
        JsonNode rounds = run("count", "projects", TOY.toString(), "--rule", "mes/cost", "--explain")
                .json()
                .at("/rules/mes~1cost/rounds");
        assertThat(rounds.get(0).toString())
                .isEqualTo("{\"project\":\"a\",\"step\":\"TAKEN\",\"price\":\"5\",\"left\":\"70\"}");
        assertThat(rounds).hasSize(5);
    }

    @Test
    void measuresAreExactAndTheTextSaysThemInBothLanguages() {
        JsonNode measures = run("count", "projects", TOY.toString(), "--rule", "mes/cost+add=5", "--measures")
                .json()
                .at("/rules/mes~1cost+add=5/measures");
        assertThat(measures.toString())
                .isEqualTo("{\"votes_per_unit\":\"1/5\",\"voters\":10,\"voters_with_a_funded_project\":10,"
                        + "\"satisfied_share\":\"13/25\",\"left\":\"0\",\"feasible\":true,\"exhaustive\":true}");
        assertThat(run("count", "projects", TOY.toString(), "--rule", "mes/cost", "--text")
                        .out())
                .startsWith("mes/cost\n")
                .contains("入选a、b、d、e", "10人中10人", "13/25");
    }

    @Test
    void aTieIsRefusedByTheRuleThatMeetsItAlone() throws IOException {
        Path tie = TOY.resolveSibling("t2-ties.pb");
        JsonNode rules = run("count", "projects", tie.toString(), "--ties", "refuse")
                .json()
                .get("rules");
        assertThat(rules.at("/phragmen/refused/code").asString()).isEqualTo("count.pb-tie");
        assertThat(rules.at("/phragmen/refused/projects")).hasSize(3);
        assertThat(rules.at("/phragmen/refused/messages/zh").asString()).contains("第1轮", "p10");
        Said unknown = run("count", "projects", tie.toString(), "--ties", "lot");
        assertThat(unknown.status()).isEqualTo(Exit.REFUSED);
        assertThat(unknown.err()).contains("lot", "maxcost");
    }

    @Test
    void anUnknownRuleIsRefusedWithThoseThereAre() {
        Said said = run("count", "projects", TOY.toString(), "--rule", "mes/points", "--rule", "mes/cost");
        assertThat(said.status()).isEqualTo(Exit.REFUSED);
        assertThat(said.err()).startsWith("count.pb-rule  --rule  ").contains("mes/points", "phragmen");
    }

    @Test
    void theCheckNamesLinesInBothLanguagesAndTheExportIsTheFile() throws IOException {
        Path faulty = Files.writeString(
                folder.resolve("faulty.pb"), Files.readString(TOY).replace("num_votes;10", "num_votes;11"));
        Said checked = run("count", "projects", faulty.toString(), "--check");
        assertThat(checked.status()).isEqualTo(Exit.REFUSED);
        assertThat(checked.json().at("/errors/0/line").asInt()).isEqualTo(8);
        assertThat(checked.json().at("/errors/0/messages/en").asString()).contains("num_votes says 11");
        assertThat(run("count", "projects", TOY.toString(), "--check").status()).isZero();
        assertThat(run("count", "projects", TOY.toString(), "--export").out().strip())
                .isEqualTo(Files.readString(TOY).strip());
    }

    @Test
    void countWithoutAFileSaysThatOneIsNeeded() {
        assertThat(run("count").status()).isEqualTo(Exit.USAGE);
    }
}
