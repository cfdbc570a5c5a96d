package org.yicheng.livelihood;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.yicheng.assembly.BallotPaper;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Scrutiny;
import org.yicheng.assembly.Secrecy;
import org.yicheng.assembly.SignInEvent;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Decision;
import org.yicheng.congress.ElectionMatter;
import org.yicheng.congress.Office;
import org.yicheng.congress.SessionElections;
import org.yicheng.congress.SessionStep;
import org.yicheng.congress.Sessions;
import org.yicheng.count.Basis;
import org.yicheng.count.projects.DeputiesBallot.Preset;
import org.yicheng.home.PlatformClock;
import org.yicheng.livelihood.Project.State;
import org.yicheng.livelihood.Projects.Step;
import org.yicheng.livelihood.Projects.Taken;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.party.Organ;
import org.yicheng.party.Organs;
import org.yicheng.record.Journal;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.Rest;
import org.yicheng.testing.YichengTest;

/** The deputies' ballot on a list, from the presidium's referral to the second ballot, the annulment and the plan. */
@YichengTest
@Import(Congress.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BallotTest {

    private static final String BODY = "ballot-npc";
    private static final String SESSION = "ballot-npc-1";
    private static final int MEMBERS = 30;
    private static final int PRESENT = 24;

    @Autowired
    Congress congress;

    @Autowired
    Bodies bodies;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionElections ofSession;

    @Autowired
    Sittings sittings;

    @Autowired
    Questions questions;

    @Autowired
    Elections elections;

    @Autowired
    Scrutiny scrutiny;

    @Autowired
    Journal journal;

    @Autowired
    Rounds rounds;

    @Autowired
    Projects projects;

    @Autowired
    Ballots ballots;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Organs organs;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private List<UUID> people = List.of();
    private UUID round = new UUID(0, 0);
    private UUID ballot = new UUID(0, 0);

    @BeforeAll
    void listedAndInSession() {
        ((PlatformClock) clock).set(Instant.parse("2024-01-26T01:00:00Z"));
        people = congress.congress(BODY, MEMBERS);
        LocalDate today = LocalDate.now(clock);
        sessions.plan(new Sessions.NewSession(
                        SESSION,
                        BODY,
                        1,
                        new Bilingual("演示市第一届人民代表大会第一次会议", "First session"),
                        new Bilingual("市一届人大一次会议", "Session 1"),
                        today,
                        today,
                        "大礼堂",
                        true))
                .orThrow();
        sessions.take(SESSION, SessionStep.CONVENE).orThrow();
        sessions.take(SESSION, SessionStep.PREPARE).orThrow();
        sessions.propose(SESSION, Office.PRESIDIUM, 0, numbers(10)).orThrow();
        sessions.propose(SESSION, Office.SECRETARY_GENERAL, 0, List.of("M1")).orThrow();
        sessions.take(SESSION, SessionStep.REGISTER).orThrow();
        round = rounds.call(
                        BODY,
                        new Rounds.Call(2024, "zhejiang", LocalDate.of(2023, 8, 1), LocalDate.of(2023, 9, 14), "演示公告"))
                .orThrow()
                .id();
        for (int i = 1; i <= 4; i++) {
            UUID project = projects.propose(round, new Projects.Draft("演示项目" + i, "一百处", "市演示局", 100_00L, List.of()))
                    .orThrow()
                    .id();
            projects.screen(project, all()).orThrow();
        }
    }

    private static Map<Criterion, Project.Check> all() {
        Map<Criterion, Project.Check> checks = new EnumMap<>(Criterion.class);
        Arrays.stream(Criterion.values()).forEach(one -> checks.put(one, new Project.Check(true, "")));
        return checks;
    }

    private static List<String> numbers(int most) {
        return IntStream.rangeClosed(1, most).mapToObj(i -> "M" + i).toList();
    }

    private static List<Sessions.Wording> wordings(Decision... decisions) {
        return Arrays.stream(decisions)
                .map(one -> new Sessions.Wording(one, new Bilingual(one.name(), one.name()), "演示文本"))
                .toList();
    }

    private void open(Sitting sitting, int present) {
        sittings.namePresiding(
                        sitting.id(),
                        bodies.memberByNumber(BODY, "M2").orElseThrow().name())
                .orThrow();
        sittings.openSignIn(sitting.id()).orThrow();
        Instant now = clock.instant();
        sittings.signIn(
                sitting.id(),
                IntStream.range(0, present)
                        .mapToObj(i -> new SignInEvent(
                                sitting.id() + i, now, Congress.card(BODY, i), SignInEvent.Direction.IN, "GATE-1", i))
                        .toList());
        sittings.open(sitting.id()).orThrow();
    }

    private void decide(UUID question, int voters) {
        questions.put(question).orThrow();
        questions.open(question).orThrow();
        people.subList(0, voters).stream()
                .map(person -> questions.press(question, person, Mark.FOR, "k"))
                .toList()
                .forEach(answer -> answer.join().orThrow());
        questions.close(question).orThrow();
        questions.declare(question).orThrow();
    }

    private void meet(Sitting meeting, int present) {
        open(meeting, present);
        for (Question question : questions.ofSitting(meeting.id())) {
            if (question.kind() == Question.Kind.HEARING) {
                questions.put(question.id()).orThrow();
                questions.note(question.id()).orThrow();
            } else {
                decide(question.id(), present);
            }
        }
        sittings.close(meeting.id()).orThrow();
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    private static Ballots.Plan plan(int choose) {
        return new Ballots.Plan(
                choose, Preset.MAJORITY_THEN_PLURALITY, Basis.ALL_MEMBERS, Secrecy.ELECTRONIC_UNRECORDED, false, "");
    }

    private List<State> states() {
        return projects.of(round).stream().map(Project::state).toList();
    }

    private String plenary() {
        return SESSION + "-plenary-1";
    }

    private Election at(UUID id) {
        return elections.byId(id).orElseThrow();
    }

    @Test
    @Order(1)
    void theMethodIsDraftedOnceForASessionThatCanHoldTheBallot() {
        assertThat(codes(ballots.draft(round, "elsewhere", plan(2))))
                .containsExactly("livelihood.unlisted", "livelihood.ballot-plenary");
        projects.take(round, new Taken(Step.LIST, LocalDate.of(2023, 12, 20), "演示第1次常务会议"))
                .orThrow();
        assertThat(codes(ballots.redraft(round, plan(2)))).containsExactly("livelihood.ballot-none");
        Sitting preliminary = sessions.preparePreliminary(
                        SESSION, clock.instant(), wordings(Decision.PRESIDIUM, Decision.AGENDA))
                .orThrow();
        meet(preliminary, PRESENT);
        sessions.propose(SESSION, Office.EXECUTIVE_CHAIR, 1, List.of("M2")).orThrow();
        sessions.preparePlenary(SESSION, 1, clock.instant()).orThrow();
        assertThat(codes(ballots.draft(round, plenary(), plan(4)))).containsExactly("assembly.projects-choose");
        Election drafted = ballots.draft(round, plenary(), plan(3)).orThrow();
        ballot = drafted.id();
        assertThat(drafted.method()).contains("候选项目4项", "应选3项", "差额1项", "电子票", "全体代表过半数", "公告");
        assertThat(codes(ballots.draft(round, plenary(), plan(2)))).containsExactly("livelihood.ballot-there");
        assertThat(ballots.redraft(round, plan(2)).orThrow().method()).contains("应选2项", "差额2项");
        assertThat(codes(deliveries.plan(round, delivery("演示项目1"), steps())))
                .as("the deputies have not voted")
                .containsExactly("livelihood.delivery-of-round");
    }

    @Test
    @Order(2)
    void thePresidiumsReferralGivesTheListToAllDeputies() {
        projects.take(round, new Taken(Step.HEAR, LocalDate.of(2024, 1, 5), "演示常务委员会第2次会议"))
                .orThrow();
        meet(presidium(Decision.SCHEDULE, Decision.ROTA, Decision.LIVELIHOOD_HEARD), 10);
        assertThat(states()).as("heard, not referred").containsOnly(State.LISTED);
        open(sittings.byId(plenary()).orElseThrow(), PRESENT);
        decide(asked(ElectionMatter.METHOD, plenary()), PRESENT);
        assertThat(at(ballot).state()).isEqualTo(Election.State.METHOD_ADOPTED);
        assertThat(codes(ballots.redraft(round, plan(1)))).containsExactly("assembly.election-state");
        assertThat(codes(elections.take(ballot, ElectionStep.TAKE_LIST))).containsExactly("livelihood.undeliberated");
        sittings.pause(plenary()).orThrow();
        meet(presidium(Decision.LIVELIHOOD_REFERRED), 10);
        sittings.resume(plenary()).orThrow();
        assertThat(states()).containsOnly(State.DELIBERATED);
        Taken referred = projects.taken(round).getLast();
        assertThat(referred.session()).contains(SESSION);
        assertThat(referred.record()).contains("主席团");
        assertThat(referred.day()).isEqualTo(LocalDate.of(2024, 1, 26));
        elections.take(ballot, ElectionStep.TAKE_LIST).orThrow();
        assertThat(elections.candidates(ballot))
                .extracting(Elections.Candidate::label)
                .containsExactly("演示项目1", "演示项目2", "演示项目3", "演示项目4");
    }

    private Sitting presidium(Decision... decisions) {
        return sessions.preparePresidium(SESSION, clock.instant(), wordings(decisions))
                .orThrow();
    }

    private UUID asked(ElectionMatter matter, String sitting) {
        return ofSession
                .ask(SESSION, sitting, matter, List.of(ballot))
                .orThrow()
                .id();
    }

    /** All present vote, these papers in turn; the presidium confirms and the chair announces. */
    private void announced(String... papers) {
        elections.issue(ballot, plenary(), 0, List.of()).orThrow();
        elections.take(ballot, ElectionStep.OPEN_VOTING).orThrow();
        for (int i = 0; i < PRESENT; i++) {
            elections
                    .cast(ballot, people.get(i), new BallotPaper(papers[i % papers.length], List.of(), false), "k" + i)
                    .orThrow();
        }
        elections.collect(ballot, 0, List.of()).orThrow();
        elections.take(ballot, ElectionStep.DECLARE_VALID).orThrow();
        elections.take(ballot, ElectionStep.COUNT).orThrow();
        decidedByPresidium(ElectionMatter.VALIDITY, "");
        elections.take(ballot, ElectionStep.ANNOUNCE).orThrow();
    }

    private void decidedByPresidium(ElectionMatter matter, String reason) {
        sittings.pause(plenary()).orThrow();
        Sitting meeting = presidium();
        ofSession.ask(SESSION, meeting.id(), matter, List.of(ballot), reason).orThrow();
        meet(meeting, 10);
        sittings.resume(plenary()).orThrow();
    }

    @Test
    @Order(3)
    void whatIsAnnouncedBecomesTheStateOfTheProjectsAndATieIsVotedOnAgain() {
        scrutiny.propose(ballot, List.of("M20"), List.of("M20"), true).orThrow();
        decide(asked(ElectionMatter.SCRUTINEERS, plenary()), PRESENT);
        announced("YYAA", "YAYA", "AYYA");
        assertThat(at(ballot).outcome().orElseThrow().threshold()).isEqualTo(16);
        assertThat(states()).containsExactly(State.TIED, State.TIED, State.TIED, State.NOT_CHOSEN);
        assertThat(ofSession.proclaim(ballot).orThrow().html()).contains("没有选定项目");

        ballot = elections.follow(ballot, true).orThrow().id();
        announced("YYA", "YYA", "YAY");
        assertThat(states()).containsExactly(State.CHOSEN, State.CHOSEN, State.NOT_CHOSEN, State.NOT_CHOSEN);
        assertThat(ballots.of(round)).hasSize(2);
        assertThat(ballots.determining(projects.of(round).getFirst())
                        .orElseThrow()
                        .id())
                .isEqualTo(ballot);
        String page = new Rest(port).page("", "/livelihood/rounds/" + round, "zh-CN");
        assertThat(page).contains("代表票决结果", "票决选定", "再次投票");
    }

    @Test
    @Order(4)
    void anAnnulledResultLeavesTheProjectsAsTheBallotBeforeLeftThem() {
        assertThat(ofSession.proclaim(ballot).orThrow().html()).contains("演示项目1（赞成24票）", "演示项目2（赞成16票）");
        decidedByPresidium(ElectionMatter.SUPERSEDING, "清点有误（演示）");
        assertThat(states()).containsExactly(State.TIED, State.TIED, State.TIED, State.NOT_CHOSEN);
        announced("YAY", "YAY", "YYA");
        assertThat(states()).containsExactly(State.CHOSEN, State.NOT_CHOSEN, State.CHOSEN, State.NOT_CHOSEN);
        assertThat(ofSession.proclaim(ballot).orThrow().html())
                .contains("已由主席团撤销", "选定以下2项", "演示项目1（赞成24票）", "演示项目3（赞成16票）");
    }

    private static Delivery.Plan delivery(String title) {
        return new Delivery.Plan(
                title,
                "演示公告",
                "organ-ballot",
                new Delivery.Goal("一百处", 100, "处"),
                LocalDate.of(2024, 12, 31),
                List.of(new Delivery.Source("市级财政", 100_00)),
                "演示保障");
    }

    private static List<Deliveries.Step> steps() {
        return List.of(new Deliveries.Step("完工", 100, LocalDate.of(2024, 11, 30)));
    }

    @Test
    @Order(5)
    void aPlanIsMadeOfAProjectThatWasChosenAndOnce() {
        organs.add(new Organ("organ-ballot", new Bilingual("市演示局甲", "Demo bureau A"), false, true))
                .orThrow();
        List<UUID> ids = projects.of(round).stream().map(Project::id).toList();
        assertThat(deliveries.unplanned(round)).extracting(Project::number).containsExactly(1, 3);
        assertThat(codes(deliveries.planChosen(round, ids.get(1), delivery("演示项目2"), steps())))
                .containsExactly("livelihood.delivery-not-chosen");
        deliveries.planChosen(round, ids.getFirst(), delivery("演示项目1"), steps()).orThrow();
        assertThat(codes(deliveries.planChosen(round, ids.getFirst(), delivery("演示项目1"), steps())))
                .containsExactly("livelihood.delivery-planned");
        assertThat(deliveries.unplanned(round)).extracting(Project::number).containsExactly(3);
        assertThat(codes(deliveries.planChosen(UUID.randomUUID(), ids.get(2), delivery("演示项目3"), steps())))
                .as("of another round")
                .containsExactly("livelihood.project.unknown");
        assertThat(journal.firstFault()).isEmpty();
    }
}
