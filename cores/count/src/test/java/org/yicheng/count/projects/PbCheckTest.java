package org.yicheng.count.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yicheng.rule.Ruling;

/** Each finding by a file that is changed in one place, with the line it is about. */
class PbCheckTest {

    private static final Path TOYS = Path.of("src/test/resources/livelihood/toys");

    private static String toy(String name) throws IOException {
        return Files.readString(TOYS.resolve(name + ".pb"));
    }

    private static List<String> found(String text) {
        return PbCheck.of(text).stream()
                .map(one -> (one.error() ? "error " : "warning ") + one.line() + " "
                        + one.reason().code().substring("count.".length()))
                .toList();
    }

    /** {@code ¶} stands for the end of a line. */
    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "META¶|META¶¶|error 2 pb-blank",
                "budget;100|budget;100,0|error 9 pb-comma",
                "a;30;6|a;;6|error 16 pb-missing",
                "a;30;6|a;101;6|error 16 pb-dearer",
                "a;30;6|a;30,5;6|error 16 pb-comma",
                "a;30;6|a;-30;6|error 16 pb-money",
                "budget;100|budget;130|error 0 pb-fully-funded",
                "date_end;2024|date_end;2024-01-26|error 13 pb-date",
                "country;Worldwide|country;Worldwide¶min_sum_cost;50|error 30 pb-less",
                "voter_id;vote|voter_id;vote;sex;age|warning 0 pb-order",
                "num_votes;10|num_votes;11|error 8 pb-many",
                "num_projects;5|num_projects;4|error 7 pb-many",
                "a,b,c¶2|a,b,c,a¶2|error 23 pb-choice-twice",
                "a,b,c¶2|a,b,x¶2|error 23 pb-project-unknown",
                "a;30;6|a;30;7|error 16 pb-counted",
                "description;|description ;|error 3 pb-padded",
                "country;Worldwide|country;Atlantis|error 4 pb-code",
                "country;Worldwide|country;Worldwide¶language;xx-y|error 5 pb-code",
                "country;Worldwide|country;Worldwide¶currency;COW|error 5 pb-code",
                "country;Worldwide|country;Worldwide¶experimental;2|error 5 pb-only-1",
                "country;Worldwide|country;Worldwide¶comment;well|error 5 pb-comment",
                "country;Worldwide|country;Worldwide¶fully_funded;1|error 0 pb-fully-funded",
                "country;Worldwide|country;Worldwide¶max_length;2|error 24 pb-more",
                "country;Worldwide|country;Worldwide¶min_length;3|error 30 pb-less",
                "country;Worldwide|country;Worldwide¶max_sum_cost;50|error 24 pb-more",
                "date_begin;2024|date_begin;31.13.2024|error 12 pb-date",
                "unit;Yicheng¶||error 0 pb-missing",
                "budget;100¶||error 1 pb-missing",
                "budget;100|budget;-1|error 9 pb-money",
                "budget;100|budget;999999999999999.999999999|error 0 pb-large",
                "vote_type;approval|vote_type;hands|error 10 pb-vote-type",
                "b;30;6|a;30;6|error 17 pb-project-twice",
                "voter_id;vote|voter_id;vote;more¶1;a;;;|error 23 pb-cells",
                "a,b,c¶2;|a,b,c¶1;|error 24 pb-voter-twice",
                "a;30;6;Project a|a;30;6;\"Project a|error 16 pb-quote",
                "PROJECTS¶|¶|error 0 pb-section-missing",
                "META¶|x¶META¶|error 1 pb-no-section",
                "project_id;cost;votes;name|project_id;cost;name;votes|warning 0 pb-order",
                "a;30;6|a;999999999;6|warning 16 pb-withdrawn"
            })
    void eachFaultIsFoundAtItsLine(String before, String after, String finding) throws IOException {
        String text = toy("t1-majority-minority");
        String changed = text.replace(before.replace("¶", "\n"), after == null ? "" : after.replace("¶", "\n"));
        assertThat(changed).isNotEqualTo(text);
        assertThat(found(text)).isEmpty();
        assertThat(found(changed)).contains(finding);
    }

    @Test
    void selectedProjectsAreHeldAgainstTheBudgetAndTheRule() throws IOException {
        String text = toy("t1-majority-minority")
                .replace("rule;unknown", "rule;greedy")
                .replace("project_id;cost;votes;name", "project_id;cost;votes;name;selected")
                .replaceAll("(Project [abc])\n", "$1;1\n")
                .replaceAll("(Project [de])\n", "$1;0\n");
        assertThat(found(text)).isEmpty();
        assertThat(found(text.replace("Project d;0", "Project d;1")))
                .contains("error 0 pb-selected-over", "warning 11 pb-not-followed");
        assertThat(found(text.replace("Project a;1", "Project a;0"))).contains("error 16 pb-could-fund");
    }

    /** The fifth costs 20 and 16 are left: four fifths, so Poznań takes it and nothing after it. */
    @Test
    void whatPoznanSelectsIsHeldAgainstItsOwnRule() throws IOException {
        String text = toy("t1-majority-minority")
                .replace("rule;unknown", "rule;greedy")
                .replace("unit;Yicheng", "unit;Poznań")
                .replace("budget;100", "budget;106")
                .replace("project_id;cost;votes;name", "project_id;cost;votes;name;selected")
                .replaceAll("(Project [abc])\n", "$1;1\n")
                .replaceAll("(Project d)\n", "$1;2\n")
                .replaceAll("(Project e)\n", "$1;3\n");
        assertThat(found(text)).isEmpty();
        assertThat(found(text.replace("Project d;2", "Project d;3"))).containsExactly("warning 11 pb-not-followed");
        assertThat(found(text.replace("budget;106", "budget;105"))).containsExactly("warning 11 pb-not-followed");
    }

    @Test
    void theScoreIsHeldAgainstThePointsCounted() throws IOException {
        String text = toy("t8-points");
        String row =
                text.lines().filter(line -> line.matches("a;.*")).findFirst().orElseThrow();
        int line = text.lines().toList().indexOf(row) + 1;
        String[] cells = row.split(";");
        int at = List.of(text.lines().toList().get(line - 2).split(";")).indexOf("score");
        cells[at] = cells[at] + "1";
        assertThat(found(text)).isEmpty();
        assertThat(found(text.replace(row, String.join(";", cells)))).containsExactly("error " + line + " pb-counted");
    }

    @Test
    void withoutVotesAndScoreNothingCanBeCompared() throws IOException {
        assertThat(found(toy("t1-majority-minority").replace("cost;votes;name", "cost;sum;name")))
                .containsExactly("error 0 pb-neither");
    }

    @Test
    void asManyPointsAsProjects() throws IOException {
        String text = toy("t8-points");
        String vote =
                text.lines().filter(line -> line.matches("1;.*;.*")).findFirst().orElseThrow();
        int line = text.lines().toList().indexOf(vote) + 1;
        assertThat(found(text.replace(vote, vote + ",1"))).contains("error " + line + " pb-points-many");
        assertThat(found(text.replace(vote, vote.replaceAll(";[^;]*$", ";-1"))))
                .anyMatch(one -> one.startsWith("error " + line + " pb-points"));
    }

    @Test
    void anEmptyElectionGivesAnEmptyOutcomeAndAMissingSectionNone() throws IOException {
        String text = toy("t1-majority-minority");
        String nobody = text.substring(0, text.indexOf("voter_id;vote\n") + "voter_id;vote\n".length());
        ProjectElection election = PbFile.read(nobody).orThrow().election();
        assertThat(ProjectRule.byKey(VoteType.APPROVAL, "mes/cost+add1")
                        .orElseThrow()
                        .choose(election, true)
                        .order())
                .isEmpty();
        assertThat(PbFile.read("META\n")).isInstanceOf(Ruling.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"t1-majority-minority", "t6-zero-cost", "t8-points"})
    void aFileThatIsWrittenIsTheFileThatWasRead(String name) throws IOException {
        String text = toy(name);
        assertThat(PbFile.read(text).orThrow().text()).isEqualTo(text.endsWith("\n") ? text : text + "\n");
        assertThat(PbFile.read("\uFEFF" + text.replace("\n", "\r\n")).orThrow().text())
                .isEqualTo(PbFile.read(text).orThrow().text());
    }

    @Test
    void whatCostsMoreThanTheBudgetCanBeLeftOut() throws IOException {
        ProjectElection election = PbFile.read(toy("t3-over-budget")).orThrow().election();
        ProjectRule add1 = ProjectRule.byKey(VoteType.APPROVAL, "mes/cost+add1").orElseThrow();
        assertThat(add1.choose(election, false).order()).isEmpty();
        assertThat(add1.choose(election.withoutUnaffordable(), false).order()).containsExactly("b", "c");
    }

    @Test
    void theRoundsSayThePriceTheMoneyLeftAndWhatWasPassedOver() throws IOException {
        ProjectElection election =
                PbFile.read(toy("t1-majority-minority")).orThrow().election();
        assertThat(ProjectRule.byKey(VoteType.APPROVAL, "mes/cost")
                        .orElseThrow()
                        .choose(election, true)
                        .rounds())
                .extracting(round -> round.project() + " " + round.step() + " "
                        + round.price().map(Ratio::toString).orElse("-") + " " + round.left())
                .containsExactly(
                        "a TAKEN 5 70", "b TAKEN 5 40", "c SUPPORTERS_CANNOT_PAY - 40", "d TAKEN 5 20", "e TAKEN 5 0");
    }
}
