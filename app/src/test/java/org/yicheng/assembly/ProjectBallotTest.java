package org.yicheng.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.yicheng.assembly.Ballots.codes;
import static org.yicheng.assembly.Ballots.line;
import static org.yicheng.assembly.Ballots.only;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yicheng.assembly.Election.Choosing;
import org.yicheng.assembly.Election.PersonTally;
import org.yicheng.assembly.Election.State;
import org.yicheng.assembly.Election.Terms;
import org.yicheng.count.Basis;
import org.yicheng.count.Occasion;
import org.yicheng.count.projects.DeputiesBallot.Preset;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;

/** Ballots on projects: 60 deputies, 50 present, so that 31 approvals are more than half of all. */
@YichengTest
@Import({Ballots.class, Congress.class})
class ProjectBallotTest {

    @Autowired
    MockMvc web;

    @Autowired
    Ballots ballots;

    @Autowired
    Elections elections;

    @Autowired
    Scrutiny scrutiny;

    @Autowired
    Congress congress;

    @Autowired
    Appraisals appraisals;

    private static Terms terms(int choose, int projects, Secrecy secrecy, Preset preset, boolean again) {
        return Terms.ofProjects(choose, projects, secrecy, new Choosing(preset, Basis.ALL_MEMBERS, again));
    }

    private static Elections.Choosing plan(String body, int projects, Terms terms) {
        return new Elections.Choosing(
                body,
                new Bilingual("演示项目票决", "Demo ballot"),
                IntStream.rangeClosed(1, projects)
                        .mapToObj(i -> new Elections.Item(UUID.randomUUID(), "演示项目" + i, "目标" + i))
                        .toList(),
                terms,
                "演示票决办法",
                "test:" + body);
    }

    /** From the draft to scrutineers adopted, in a sitting of 60 deputies of whom 50 are present. */
    private Election ready(String body, int projects, Terms terms) {
        List<UUID> people = ballots.meeting(body, 60, 50);
        UUID adopted = ballots.adopted(body, people.subList(0, 50));
        UUID id = elections.choosing(plan(body, projects, terms)).orThrow().id();
        assertThat(codes(elections.take(id, ElectionStep.TAKE_LIST))).containsExactly("assembly.election-state");
        elections.decided(id, ElectionStep.ADOPT_METHOD, adopted).orThrow();
        assertThat(codes(elections.take(id, ElectionStep.OPEN_NOMINATIONS))).contains("assembly.step-of-others");
        elections.take(id, ElectionStep.TAKE_LIST).orThrow();
        scrutiny.propose(id, List.of("M59", "M60"), List.of("M59"), true).orThrow();
        return elections.decided(id, ElectionStep.ADOPT_SCRUTINEERS, adopted).orThrow();
    }

    private static List<String> labels(List<PersonTally> tallies) {
        return tallies.stream().map(PersonTally::label).toList();
    }

    private Election confirmed(Election counted) {
        UUID decided = ballots.adopted(
                counted.body(),
                IntStream.range(0, 50)
                        .mapToObj(i -> congress.bodies
                                .memberByNumber(counted.body(), "M" + (i + 1))
                                .orElseThrow()
                                .person())
                        .toList());
        return elections
                .decided(counted.id(), ElectionStep.DECIDE_VALIDITY, decided)
                .orThrow();
    }

    @Test
    void aPaperThatApprovesTooManyIsInvalidAndTheMostApprovalsWinAboveHalfOfAllDeputies() {
        Terms terms = terms(2, 4, Secrecy.PAPER_TWO_TELLERS, Preset.MAJORITY_THEN_PLURALITY, false);
        Election ready = ready("projects-over", 4, terms);
        assertThat(elections.candidates(ready.id()))
                .extracting(Elections.Candidate::label)
                .containsExactly("演示项目1", "演示项目2", "演示项目3", "演示项目4");
        Election counted = ballots.counted(
                ballots.voted(ready, 50, 50), line(20, "YYAN"), line(16, "YAXN"), line(13, "AYAA"), line(1, "YYYA"));
        Election.Result result = counted.outcome().orElseThrow();
        assertThat(result.threshold()).isEqualTo(31);
        assertThat(result.valid()).isEqualTo(49);
        assertThat(result.invalid()).isEqualTo(1);
        assertThat(labels(result.elected())).containsExactly("演示项目1", "演示项目2");
        assertThat(result.tallies()).extracting(PersonTally::approve).containsExactly(36L, 33L, 0L, 0L);
        assertThat(result.tallies()).extracting(PersonTally::oppose).containsExactly(0L, 0L, 0L, 36L);
        assertThat(result.tallies()).extracting(PersonTally::illegible).containsExactly(0L, 0L, 16L, 0L);
        assertThat(result.next()).isEqualTo("NONE");
        assertThat(result.explanation().zh()).contains("31", "全体代表", "选定2项");
        assertThat(elections.recount(counted.id())).isEqualTo(result);
        confirmed(counted);
        assertThat(codes(elections.follow(counted.id(), true))).containsExactly("assembly.election-nothing-follows");
        elections.take(counted.id(), ElectionStep.ANNOUNCE).orThrow();
        assertThat(codes(elections.take(counted.id(), ElectionStep.TAKE_OATH)))
                .containsExactly("assembly.election-state");
    }

    @Test
    void aTieAtTheLastPlaceIsVotedOnAgainAmongTheTiedAloneAndTheMostApprovalsDecideIt() {
        Terms terms = terms(2, 4, Secrecy.PAPER_TWO_TELLERS, Preset.MAJORITY_THEN_PLURALITY, false);
        Election counted = ballots.counted(
                ballots.voted(ready("projects-tie", 4, terms), 50, 50),
                line(17, "YYAA"),
                line(17, "YAYA"),
                line(16, "AYYA"));
        Election.Result result = counted.outcome().orElseThrow();
        assertThat(labels(result.elected())).containsExactly("演示项目1");
        assertThat(labels(result.tied())).containsExactly("演示项目2", "演示项目3");
        assertThat(result.next()).isEqualTo("REVOTE_TIED");
        assertThat(result.explanation().zh()).contains("演示项目2", "演示项目3", "其中1项再次投票");
        assertThat(codes(elections.follow(counted.id(), true)))
                .as("before the presidium has confirmed it")
                .containsExactly("assembly.election-nothing-follows");
        confirmed(counted);
        Election second = elections.follow(counted.id(), true).orThrow();
        assertThat(second.occasion()).isEqualTo(Occasion.REVOTE_TIE);
        assertThat(second.state()).isEqualTo(State.SCRUTINEERS_ADOPTED);
        assertThat(second.terms())
                .isEqualTo(terms(1, 2, Secrecy.PAPER_TWO_TELLERS, Preset.MAJORITY_THEN_PLURALITY, false));
        assertThat(second.title().zh()).isEqualTo("演示项目票决（再次投票）");
        Election again = ballots.counted(ballots.voted(second, 50, 50), line(20, "YA"), line(15, "AY"), line(15, "AA"));
        assertThat(labels(again.outcome().orElseThrow().elected())).containsExactly("演示项目2");
        assertThat(again.outcome().orElseThrow().blank()).isEqualTo(15);
        assertThat(elections.chain(counted.id())).extracting(Election::id).containsExactly(counted.id(), second.id());
    }

    @Test
    void placesThatNobodyFillsAreVotedOnAgainOrStayOpenAsTheMethodSays() {
        Terms again = terms(3, 4, Secrecy.PAPER_TWO_TELLERS, Preset.MAJORITY_THEN_PLURALITY, true);
        Election counted = ballots.counted(
                ballots.voted(ready("projects-open", 4, again), 50, 50), line(40, "YAAA"), line(10, "YYYA"));
        Election.Result result = counted.outcome().orElseThrow();
        assertThat(labels(result.elected())).containsExactly("演示项目1");
        assertThat(result.unfilled()).isEqualTo(2);
        assertThat(result.next()).isEqualTo("SUPPLEMENTARY");
        confirmed(counted);
        Election further = elections.follow(counted.id(), false).orThrow();
        assertThat(further.terms().seats()).isEqualTo(2);
        assertThat(further.state()).isEqualTo(State.SCRUTINEERS_ADOPTED);
        assertThat(elections.candidates(further.id()))
                .extracting(Elections.Candidate::label)
                .containsExactly("演示项目2", "演示项目3", "演示项目4");
        assertThat(further.title().zh()).isEqualTo("演示项目票决（再次票决）");

        Terms once = terms(3, 4, Secrecy.PAPER_TWO_TELLERS, Preset.MAJORITY_THEN_PLURALITY, false);
        Election left = ballots.counted(ballots.voted(ready("projects-left", 4, once), 50, 50), line(50, "YAAA"));
        assertThat(left.outcome().orElseThrow().next()).isEqualTo("NONE");
        assertThat(left.outcome().orElseThrow().explanation().zh()).contains("2项空缺");
    }

    @Test
    void votedOnEachForItselfAnElectronicPaperApprovesAsManyAsItLikes() {
        Terms terms = terms(3, 3, Secrecy.ELECTRONIC_UNRECORDED, Preset.EQUAL, false);
        Election ready = ready("projects-equal", 3, terms);
        Election counted = electronic(ready, 40, "YYN", "YNA");
        assertThat(labels(counted.outcome().orElseThrow().elected())).containsExactly("演示项目1", "演示项目2");
        assertThat(counted.outcome().orElseThrow().next()).isEqualTo("NONE");
    }

    /** All 50 vote, so many of them the first paper. */
    private Election electronic(Election ready, int first, String one, String other) {
        elections.issue(ready.id(), ready.body() + "-1", 0, List.of()).orThrow();
        elections.take(ready.id(), ElectionStep.OPEN_VOTING).orThrow();
        for (int i = 0; i < 50; i++) {
            UUID person = congress.bodies
                    .memberByNumber(ready.body(), "M" + (i + 1))
                    .orElseThrow()
                    .person();
            elections
                    .cast(ready.id(), person, new BallotPaper(i < first ? one : other, List.of(), false), "k" + i)
                    .orThrow();
        }
        elections.collect(ready.id(), 0, List.of()).orThrow();
        elections.take(ready.id(), ElectionStep.DECLARE_VALID).orThrow();
        return elections.take(ready.id(), ElectionStep.COUNT).orThrow();
    }

    @Test
    void numberedPapersGiveTheFirstOfTwoTwoPoints() {
        Terms terms = terms(2, 3, Secrecy.ELECTRONIC_UNRECORDED, Preset.RANK, false);
        Election ready = ready("projects-rank", 3, terms);
        Map<String, String> wrong = Map.of(
                "11A", "assembly.ballot-number-twice",
                "2AA", "assembly.ballot-number-missing",
                "13A", "assembly.ballot-numbers",
                "123", "assembly.ballot-numbers");
        wrong.forEach((marks, code) -> assertThat(
                        codes(Ruling.refused(elections.wouldRefuse(ready.id(), paper(marks)))))
                .as(marks)
                .containsExactly(code));
        assertThat(elections.wouldRefuse(ready.id(), paper("2A2")).getFirst().facts())
                .containsEntry("places", List.of(1, 3))
                .containsEntry("times", 2);
        assertThat(codes(Ruling.refused(elections.wouldRefuse(ready.id(), paper("2A2")))))
                .containsExactly("assembly.ballot-number-twice", "assembly.ballot-number-missing");
        assertThat(codes(Ruling.refused(elections.wouldRefuse(ready.id(), paper("YAA")))))
                .containsExactly("assembly.ballot-numbers-only");
        assertThat(elections.wouldRefuse(ready.id(), paper("AAA"))).isEmpty();
        Election counted = electronic(ready, 30, "2A1", "12A");
        Election.Result result = counted.outcome().orElseThrow();
        assertThat(result.tallies()).extracting(PersonTally::points).containsExactly(70L, 20L, 60L);
        assertThat(result.tallies()).extracting(PersonTally::approve).containsExactly(50L, 20L, 30L);
        assertThat(labels(result.elected())).containsExactly("演示项目1", "演示项目3");
        assertThat(new String(
                        scrutiny.export(counted.id(), Scrutiny.FileFormat.CSV).orThrow(), StandardCharsets.UTF_8))
                .contains("2,,1", "1,2,");
        assertThat(new String(
                        scrutiny.export(counted.id(), Scrutiny.FileFormat.BLT).orThrow(), StandardCharsets.UTF_8))
                .contains("1 3 1 0\n", "1 1 2 0\n");
        assertThat(codes(scrutiny.export(counted.id(), Scrutiny.FileFormat.CVR)))
                .containsExactly("assembly.batch-numbered");
    }

    private static BallotPaper paper(String marks) {
        return new BallotPaper(marks, List.of(), false);
    }

    @Test
    void moreReturnedThanIssuedVoidsTheVoteAndItIsRepeated() {
        Terms terms = terms(1, 2, Secrecy.PAPER_TWO_TELLERS, Preset.PLURALITY, false);
        Election voted = ballots.voted(ready("projects-void", 2, terms), 49, 50);
        assertThat(only(elections.take(voted.id(), ElectionStep.DECLARE_VALID))
                        .ground()
                        .orElseThrow()
                        .key())
                .isEqualTo("YC:projects.ballot");
        Election nothing = elections.take(voted.id(), ElectionStep.DECLARE_VOID).orThrow();
        assertThat(nothing.state()).isEqualTo(State.VOID);
        Election again =
                ballots.counted(ballots.voted(nothing, 50, 50), line(20, "YA"), line(10, "AY"), line(20, "NN"));
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(labels(again.outcome().orElseThrow().elected()))
                .as("the most approvals, however few")
                .containsExactly("演示项目1");
    }

    @Test
    void noPapersAreHandedOutWhileAnotherSecretVoteIsOpen() {
        Election ready = ready("projects-other", 2, terms(1, 2, Secrecy.PAPER_TWO_TELLERS, Preset.PLURALITY, false));
        UUID appraisal = appraisals
                .list(new Appraisals.NewAppraisal(
                        "projects-other-1",
                        new Bilingual("演示测评", "Demo appraisal"),
                        "test:other",
                        Appraisals.Form.ELECTRONIC,
                        List.of(new Appraisals.NewItem("演示工作", ""))))
                .orThrow()
                .id();
        appraisals.open(appraisal).orThrow();
        assertThat(codes(elections.issue(ready.id(), "projects-other-1", 50, List.of())))
                .containsExactly("assembly.choice-unfinished");
    }

    @Test
    void aMethodThatCannotBeIsRefusedWithEveryReason() {
        ballots.meeting("projects-draft", 3, 3);
        String body = "projects-draft";
        Secrecy paper = Secrecy.PAPER_TWO_TELLERS;
        assertThat(codes(elections.choosing(plan(body, 4, terms(4, 4, paper, Preset.PLURALITY, false)))))
                .containsExactly("assembly.projects-choose");
        assertThat(codes(elections.choosing(plan(body, 4, terms(3, 4, paper, Preset.EQUAL, false)))))
                .containsExactly("assembly.projects-choose-equal");
        assertThat(codes(elections.choosing(plan(body, 36, terms(10, 36, paper, Preset.RANK, false)))))
                .containsExactly("assembly.projects-number");
        Elections.Item twice = new Elections.Item(UUID.randomUUID(), "演示项目", "");
        Terms odd = Terms.ofProjects(0, 2, paper, new Choosing(Preset.PLURALITY, Basis.YES_NO, false));
        assertThat(codes(elections.choosing(new Elections.Choosing(
                        "nowhere", new Bilingual(" ", " "), List.of(twice, twice), odd, "", "test"))))
                .containsExactly(
                        "assembly.body.unknown",
                        "assembly.title-length",
                        "assembly.projects-label",
                        "assembly.election-method-length",
                        "assembly.projects-choose",
                        "assembly.projects-base");

        UUID id = elections
                .choosing(plan(body, 4, terms(2, 4, paper, Preset.PLURALITY, false)))
                .orThrow()
                .id();
        assertThat(codes(elections.redraft(id, terms(5, 4, paper, Preset.PLURALITY, false), "办法")))
                .containsExactly("assembly.projects-choose");
        Terms equal = terms(4, 4, paper, Preset.EQUAL, true);
        assertThat(elections.redraft(id, equal, "办法").orThrow().terms()).isEqualTo(equal);
        assertThat(codes(elections.redraft(id, Ballots.terms(org.yicheng.count.Office.DEPUTY, 2, 1, paper), "办法")))
                .as("persons on a paper of projects")
                .containsExactly("assembly.projects-preset-missing");
    }

    @Test
    void onThePhoneThePaperIsCheckedInTheOrderOfItsNumbers() throws Exception {
        Terms terms = terms(2, 3, Secrecy.ELECTRONIC_UNRECORDED, Preset.RANK, false);
        Election ready = ready("projects-phone", 3, terms);
        elections.issue(ready.id(), ready.body() + "-1", 0, List.of()).orThrow();
        elections.take(ready.id(), ElectionStep.OPEN_VOTING).orThrow();
        UUID person =
                congress.bodies.memberByNumber(ready.body(), "M1").orElseThrow().person();
        String token = congress.memberToken(ready.body(), person);
        String path = "/elections/" + ready.id() + "/ballot";
        assertThat(shown(get(path), token)).contains("data-ranking=\"2\"", "名单第3号", "按先后次序点项目");
        String check =
                shown(post(path).param("mark-1", "2").param("mark-2", "A").param("mark-3", "1"), token);
        assertThat(check).contains("没有排的1项", "value=\"2A1\"");
        assertThat(check.indexOf("演示项目3")).isLessThan(check.indexOf("演示项目1")).isPositive();
        assertThat(shown(post(path).param("mark-1", "1").param("mark-3", "1"), token))
                .contains("第1位填了2项：1、3号项目");
        assertThat(shown(post(path), token)).contains("各项都按弃权计");
    }

    private String shown(MockHttpServletRequestBuilder request, String token) throws Exception {
        return web.perform(request.with(csrf())
                        .header("Authorization", "Bearer " + token)
                        .header("Accept-Language", "zh-CN"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
