package org.yicheng.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.yicheng.assembly.BallotPaper;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Nominations;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Scrutiny;
import org.yicheng.assembly.Secrecy;
import org.yicheng.assembly.SignInEvent;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.count.Occasion;
import org.yicheng.count.Office;
import org.yicheng.count.WriteInRule;
import org.yicheng.document.Papers;
import org.yicheng.party.Accounts;
import org.yicheng.party.Role;
import org.yicheng.record.Journal;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;

/** An election in its session: every step where and by whom the law has it, from the draft to the oath. */
@YichengTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SessionElectionTest {

    private static final String BODY = "city-npc";
    private static final String SESSION = "city-npc-1";
    private static final int MEMBERS = 60;

    @Autowired
    Congress congress;

    @Autowired
    Bodies bodies;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionElections own;

    @Autowired
    Sittings sittings;

    @Autowired
    Questions questions;

    @Autowired
    Elections elections;

    @Autowired
    Nominations nominations;

    @Autowired
    Scrutiny scrutiny;

    @Autowired
    Papers papers;

    @Autowired
    Accounts accounts;

    @Autowired
    Journal journal;

    @Autowired
    Clock clock;

    private List<UUID> people = List.of();
    private UUID election = new UUID(0, 0);

    @BeforeAll
    void openTheSession() {
        people = congress.congress(BODY, MEMBERS);
        for (int i = 0; i < MEMBERS; i++) {
            accounts.create(
                    Accounts.Kind.MEMBER, Congress.card(BODY, i), "M" + (i + 1), Optional.of(people.get(i)), true);
        }
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
        take(SessionStep.CONVENE);
        take(SessionStep.PREPARE);
        sessions.propose(SESSION, org.yicheng.congress.Office.PRESIDIUM, 0, numbers(1, 10))
                .orThrow();
        sessions.propose(SESSION, org.yicheng.congress.Office.SECRETARY_GENERAL, 0, List.of("M1"))
                .orThrow();
        take(SessionStep.REGISTER);
        Sitting preliminary = sessions.preparePreliminary(
                        SESSION, clock.instant(), wordings(Decision.PRESIDIUM, Decision.AGENDA))
                .orThrow();
        open(preliminary, 50);
        decideAll(preliminary, 50);
        sittings.close(preliminary.id()).orThrow();
        sessions.propose(SESSION, org.yicheng.congress.Office.EXECUTIVE_CHAIR, 1, List.of("M2"))
                .orThrow();
        presidium(wordings(Decision.SCHEDULE, Decision.ROTA));
        Sitting plenary = sessions.preparePlenary(SESSION, 1, clock.instant()).orThrow();
        sittings.namePresiding(
                        plenary.id(),
                        bodies.memberByNumber(BODY, "M2").orElseThrow().name())
                .orThrow();
        sittings.openSignIn(plenary.id()).orThrow();
        signIn(plenary.id(), 50);
        sittings.open(plenary.id()).orThrow();
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "M" + i).toList();
    }

    private void take(SessionStep step) {
        sessions.take(SESSION, step).orThrow();
    }

    private static List<Sessions.Wording> wordings(Decision... decisions) {
        return Arrays.stream(decisions)
                .map(one -> new Sessions.Wording(one, new Bilingual(one.name(), one.name()), "演示文本"))
                .toList();
    }

    private void open(Sitting sitting, int present) {
        sittings.namePresiding(sitting.id(), "主持人").orThrow();
        sittings.openSignIn(sitting.id()).orThrow();
        signIn(sitting.id(), present);
        sittings.open(sitting.id()).orThrow();
    }

    private void signIn(String sitting, int present) {
        Instant now = clock.instant();
        sittings.signIn(
                sitting,
                IntStream.range(0, present)
                        .mapToObj(i -> new SignInEvent(
                                sitting + i, now, Congress.card(BODY, i), SignInEvent.Direction.IN, "GATE-1", i))
                        .toList());
    }

    private void decideAll(Sitting sitting, int voters) {
        for (Question question : questions.ofSitting(sitting.id())) {
            if (question.state() == Question.State.LISTED) {
                decide(question.id(), voters, Mark.FOR);
            }
        }
    }

    private void decide(UUID question, int voters, Mark mark) {
        questions.put(question).orThrow();
        questions.open(question).orThrow();
        people.subList(0, voters).stream()
                .map(person -> questions.press(question, person, mark, "k"))
                .toList()
                .forEach(answer -> answer.join().orThrow());
        questions.close(question).orThrow();
        questions.declare(question).orThrow();
    }

    /** A presidium meeting that decides what it is asked, and closes. */
    private void presidium(List<Sessions.Wording> wordings) {
        Sitting meeting =
                sessions.preparePresidium(SESSION, clock.instant(), wordings).orThrow();
        open(meeting, 10);
        decideAll(meeting, 10);
        sittings.close(meeting.id()).orThrow();
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    private String plenary() {
        return SESSION + "-plenary-1";
    }

    private UUID asked(ElectionMatter matter, String sitting) {
        return own.ask(SESSION, sitting, matter, List.of(election)).orThrow().id();
    }

    @Test
    @Order(1)
    void thePlenaryAdoptsTheMethodAfterThePresidiumReferredItsDraft() {
        Election drafted = own.draft(
                        SESSION,
                        new Bilingual("演示市人民检察院检察长", "Chief procurator"),
                        Occasion.FIRST,
                        new Election.Terms(
                                Office.PRINCIPAL,
                                1,
                                Optional.of(1),
                                WriteInRule.ONLY_WITH_OPPOSITION,
                                Secrecy.ELECTRONIC_UNRECORDED,
                                false,
                                false),
                        "演示选举办法",
                        true)
                .orThrow();
        election = drafted.id();
        assertThat(codes(own.ask(SESSION, SESSION + "-presidium-1", ElectionMatter.METHOD, List.of(election))))
                .contains("congress.election-meeting");
        assertThat(codes(own.ask(SESSION, plenary(), ElectionMatter.VALIDITY, List.of(election))))
                .contains("congress.election-meeting", "congress.election-not-there");
        UUID early = asked(ElectionMatter.METHOD, plenary());
        decide(early, 50, Mark.FOR);
        assertThat(elections.byId(election).orElseThrow().state())
                .as("the presidium has not referred the draft")
                .isEqualTo(Election.State.METHOD_DRAFTED);
        assertThat(codes(elections.decided(election, ElectionStep.ADOPT_METHOD, early)))
                .containsExactly("congress.decision-missing");
        presidium(wordings(Decision.ELECTION_METHOD));
        UUID rejected = asked(ElectionMatter.METHOD, plenary());
        decide(rejected, 50, Mark.AGAINST);
        assertThat(elections.byId(election).orElseThrow().state()).isEqualTo(Election.State.METHOD_DRAFTED);
        decide(asked(ElectionMatter.METHOD, plenary()), 31, Mark.FOR);
        assertThat(elections.byId(election).orElseThrow().state()).isEqualTo(Election.State.METHOD_ADOPTED);
    }

    @Test
    @Order(2)
    void theScrutineersArePassedByThePlenaryAndGetTheirRole() {
        elections.take(election, ElectionStep.OPEN_NOMINATIONS).orThrow();
        nominations
                .ofPresidium(election, List.of(new Nominations.Nominee(Optional.of("M5"), Optional.empty(), "演示候选人情况")))
                .orThrow();
        elections.take(election, ElectionStep.DISCUSS).orThrow();
        elections.take(election, ElectionStep.SETTLE_LIST).orThrow();
        scrutiny.propose(election, List.of("M20", "M21"), List.of("M20"), true).orThrow();
        UUID elsewhere = questions.ofSitting(plenary()).getFirst().id();
        assertThat(codes(elections.decided(election, ElectionStep.ADOPT_SCRUTINEERS, elsewhere)))
                .contains("congress.election-other-question");
        decide(asked(ElectionMatter.SCRUTINEERS, plenary()), 50, Mark.FOR);
        assertThat(elections.byId(election).orElseThrow().state()).isEqualTo(Election.State.SCRUTINEERS_ADOPTED);
        UUID account = accounts.byPerson(people.get(19)).orElseThrow().id();
        assertThat(accounts.roles(List.of(account)).get(account))
                .anyMatch(grant ->
                        grant.role() == Role.SCRUTINEER && grant.scope().equals(BODY));
    }

    @Test
    @Order(3)
    void thePresidiumConfirmsTheResultBeforeTheChairAnnouncesItInThePlenary() {
        elections.issue(election, plenary(), 0, List.of()).orThrow();
        elections.take(election, ElectionStep.OPEN_VOTING).orThrow();
        for (int i = 0; i < 40; i++) {
            elections
                    .cast(election, people.get(i), new BallotPaper("Y", List.of(), false), "k" + i)
                    .orThrow();
        }
        elections.collect(election, 0, List.of()).orThrow();
        elections.take(election, ElectionStep.DECLARE_VALID).orThrow();
        Election counted = elections.take(election, ElectionStep.COUNT).orThrow();
        assertThat(counted.outcome().orElseThrow().threshold()).isEqualTo(31);
        assertThat(codes(elections.take(election, ElectionStep.ANNOUNCE))).containsExactly("assembly.election-state");
        sittings.pause(plenary()).orThrow();
        Sitting meeting = sessions.preparePresidium(SESSION, clock.instant(), wordings(Decision.LIVELIHOOD_HEARD))
                .orThrow();
        open(meeting, 10);
        UUID question = own.ask(SESSION, meeting.id(), ElectionMatter.VALIDITY, List.of(election))
                .orThrow()
                .id();
        decide(question, 10, Mark.FOR);
        assertThat(elections.byId(election).orElseThrow().state()).isEqualTo(Election.State.VALIDITY_DECIDED);
        assertThat(codes(elections.take(election, ElectionStep.ANNOUNCE)))
                .containsExactly("congress.election-in-plenary");
        sittings.resume(plenary()).orThrow();
        assertThat(elections.take(election, ElectionStep.ANNOUNCE).orThrow().state())
                .isEqualTo(Election.State.ANNOUNCED);
    }

    @Test
    @Order(4)
    void theProclamationNamesWhoIsElectedAndTheOathWaitsForTheApprovalAbove() {
        Papers.Paper paper = own.proclaim(election).orThrow();
        assertThat(paper.title()).contains("公");
        assertThat(paper.html()).contains("选举演示4为演示市人民检察院检察长").contains("现予公告");
        assertThat(paper.audience()).isEqualTo(Papers.Audience.PUBLIC);
        assertThat(codes(own.proclaim(election))).containsExactly("assembly.election-state");
        Ruling<Election> early = elections.take(election, ElectionStep.TAKE_OATH);
        assertThat(codes(early)).containsExactly("congress.election-approval-missing");
        assertThat(((Ruling.Refused<?>) early)
                        .reasons()
                        .getFirst()
                        .ground()
                        .orElseThrow()
                        .key())
                .isEqualTo("OL:11(6)");
        own.approve(election, "演示省人常〔2024〕1号").orThrow();
        assertThat(elections.take(election, ElectionStep.TAKE_OATH).orThrow().state())
                .isEqualTo(Election.State.OATH);
        assertThat(journal.firstFault()).isEmpty();
    }

    @Test
    @Order(5)
    void seatsLeftAreFilledInThisSessionOnlyIfThePlenaryDecidesIt() {
        Election.Terms terms = new Election.Terms(
                Office.DEPUTY,
                2,
                Optional.of(1),
                WriteInRule.ONLY_WITH_OPPOSITION,
                Secrecy.ELECTRONIC_UNRECORDED,
                false,
                false);
        election = own.draft(SESSION, new Bilingual("副市长", "Vice-mayors"), Occasion.FIRST, terms, "办法", false)
                .orThrow()
                .id();
        decide(asked(ElectionMatter.METHOD, plenary()), 50, Mark.FOR);
        elections.take(election, ElectionStep.OPEN_NOMINATIONS).orThrow();
        nominations.ofPresidium(election, List.of(nominee("M5"), nominee("M6"))).orThrow();
        UUID joint = nominations
                .begin(election, people.get(30), nominee("M7"))
                .orThrow()
                .id();
        for (int i = 31; i < 50; i++) {
            nominations.sign(joint, people.get(i)).orThrow();
        }
        nominations.submit(joint, people.get(30)).orThrow();
        elections.take(election, ElectionStep.DISCUSS).orThrow();
        elections.take(election, ElectionStep.SETTLE_LIST).orThrow();
        scrutiny.propose(election, List.of("M20"), List.of("M20"), true).orThrow();
        decide(asked(ElectionMatter.SCRUTINEERS, plenary()), 50, Mark.FOR);
        elections.issue(election, plenary(), 0, List.of()).orThrow();
        elections.take(election, ElectionStep.OPEN_VOTING).orThrow();
        for (int i = 0; i < 50; i++) {
            String marks = i < 20 ? "YYA" : "YAY";
            elections
                    .cast(election, people.get(i), new BallotPaper(marks, List.of(), false), "k" + i)
                    .orThrow();
        }
        elections.collect(election, 0, List.of()).orThrow();
        elections.take(election, ElectionStep.DECLARE_VALID).orThrow();
        elections.take(election, ElectionStep.COUNT).orThrow();
        Sitting meeting = sittings.ofSubject("congress-session:" + SESSION).stream()
                .filter(one -> one.kind() == Sitting.Kind.PRESIDIUM && one.state() == Sitting.State.OPEN)
                .findFirst()
                .orElseThrow();
        decide(
                own.ask(SESSION, meeting.id(), ElectionMatter.VALIDITY, List.of(election))
                        .orThrow()
                        .id(),
                10,
                Mark.FOR);
        assertThat(codes(elections.follow(election, true)))
                .containsExactly("congress.election-supplementary-undecided");
        decide(asked(ElectionMatter.SUPPLEMENTARY, plenary()), 50, Mark.FOR);
        assertThat(elections.follow(election, true).orThrow().occasion()).isEqualTo(Occasion.SUPPLEMENTARY);
    }

    @Test
    @Order(6)
    void anAnnouncedResultIsAnnulledWithAReasonAndTheNextOneIsChainedToIt() {
        Election.Terms terms = new Election.Terms(
                Office.PRINCIPAL,
                1,
                Optional.empty(),
                WriteInRule.ONLY_WITH_OPPOSITION,
                Secrecy.ELECTRONIC_UNRECORDED,
                false,
                false);
        election = own.draft(SESSION, new Bilingual("演示院长", "President"), Occasion.FIRST, terms, "办法", false)
                .orThrow()
                .id();
        decide(asked(ElectionMatter.METHOD, plenary()), 50, Mark.FOR);
        elections.take(election, ElectionStep.OPEN_NOMINATIONS).orThrow();
        nominations.ofPresidium(election, List.of(nominee("M5"))).orThrow();
        elections.take(election, ElectionStep.DISCUSS).orThrow();
        elections.take(election, ElectionStep.SETTLE_LIST).orThrow();
        scrutiny.propose(election, List.of("M20"), List.of("M20"), true).orThrow();
        decide(asked(ElectionMatter.SCRUTINEERS, plenary()), 50, Mark.FOR);
        String meeting = sittings.ofSubject("congress-session:" + SESSION).stream()
                .filter(one -> one.kind() == Sitting.Kind.PRESIDIUM && one.state() == Sitting.State.OPEN)
                .findFirst()
                .orElseThrow()
                .id();
        announced(meeting, 40);
        Papers.Paper first = own.proclaim(election).orThrow();
        assertThat(codes(own.ask(SESSION, meeting, ElectionMatter.SUPERSEDING, List.of(election))))
                .containsExactly("congress.election-reason");
        decide(
                own.ask(SESSION, meeting, ElectionMatter.SUPERSEDING, List.of(election), "清点有误（演示）")
                        .orThrow()
                        .id(),
                10,
                Mark.FOR);
        assertThat(elections.byId(election).orElseThrow().state()).isEqualTo(Election.State.VOID);
        Elections.Superseded superseded = elections.superseded(election).getFirst();
        assertThat(superseded.because()).contains("清点有误（演示）");
        assertThat(superseded.result().tallies().getFirst().approve()).isEqualTo(40);
        announced(meeting, 45);
        Election now = elections.byId(election).orElseThrow();
        assertThat(now.attempt()).isEqualTo(2);
        assertThat(now.outcome().orElseThrow().tallies().getFirst().approve()).isEqualTo(45);
        // The first proclamation does not stand for the second.
        assertThat(codes(elections.take(election, ElectionStep.PROCLAIM)))
                .containsExactly("congress.election-no-proclamation");
        Papers.Paper second = own.proclaim(election).orThrow();
        assertThat(second.version()).isEqualTo(first.version() + 1);
        assertThat(second.html()).contains("选举结果已由主席团撤销，以本公告为准");
        assertThat(elections.superseded(election)).containsExactly(superseded);
    }

    /** Papers on a dismissal take the session's way: plenary, presidium, plenary; no proclamation of somebody elected. */
    @Test
    @Order(7)
    void papersOnADismissalAreConfirmedByThePresidiumAndAnnouncedInThePlenary() {
        UUID ballot = elections
                .dismissal(new Elections.Dismissing(
                        BODY,
                        new Bilingual("关于罢免演示某的罢免案", "Dismissal"),
                        "演示某，副市长",
                        "演示理由",
                        sessions.byId(SESSION).orElseThrow().subject()))
                .orThrow()
                .id();
        assertThat(own.of(SESSION)).extracting(Election::id).contains(ballot);
        scrutiny.propose(ballot, List.of("M20", "M21"), List.of("M20"), true).orThrow();
        decide(ask(ElectionMatter.SCRUTINEERS, plenary(), ballot), 50, Mark.FOR);
        elections.issue(ballot, plenary(), 50, List.of()).orThrow();
        elections.take(ballot, ElectionStep.OPEN_VOTING).orThrow();
        elections.collect(ballot, 49, List.of()).orThrow();
        elections.take(ballot, ElectionStep.DECLARE_VALID).orThrow();
        int batch = scrutiny.open(ballot, Scrutiny.Form.COUNTS, 49).orThrow().number();
        for (String teller : List.of("一", "二")) {
            scrutiny.enter(
                            ballot,
                            batch,
                            teller,
                            List.of(
                                    new Scrutiny.Line(31, new BallotPaper("Y", List.of(), false)),
                                    new Scrutiny.Line(18, new BallotPaper("N", List.of(), false))))
                    .orThrow();
        }
        elections.take(ballot, ElectionStep.COUNT).orThrow();
        String meeting = sittings.ofSubject("congress-session:" + SESSION).stream()
                .filter(one -> one.kind() == Sitting.Kind.PRESIDIUM && one.state() == Sitting.State.OPEN)
                .findFirst()
                .orElseThrow()
                .id();
        UUID confirmed = ask(ElectionMatter.VALIDITY, meeting, ballot);
        assertThat(questions.byId(confirmed).orElseThrow().title().zh()).startsWith("确认表决结果有效");
        decide(confirmed, 10, Mark.FOR);
        sittings.pause(plenary()).orThrow();
        assertThat(codes(elections.take(ballot, ElectionStep.ANNOUNCE)))
                .containsExactly("congress.election-in-plenary");
        sittings.resume(plenary()).orThrow();
        Election announced = elections.take(ballot, ElectionStep.ANNOUNCE).orThrow();
        assertThat(announced.outcome().orElseThrow().explanation().zh()).contains("赞成罢免31票", "罢免案通过");
        assertThat(codes(own.proclaim(ballot))).containsExactly("assembly.dismissal-no-step");
    }

    private UUID ask(ElectionMatter matter, String sitting, UUID ballot) {
        return own.ask(SESSION, sitting, matter, List.of(ballot)).orThrow().id();
    }

    /** Votes, counts, confirms in the presidium and announces in the plenary. */
    private void announced(String meeting, int votes) {
        elections.issue(election, plenary(), 0, List.of()).orThrow();
        elections.take(election, ElectionStep.OPEN_VOTING).orThrow();
        for (int i = 0; i < votes; i++) {
            elections
                    .cast(election, people.get(i), new BallotPaper("Y", List.of(), false), "v" + votes + i)
                    .orThrow();
        }
        elections.collect(election, 0, List.of()).orThrow();
        elections.take(election, ElectionStep.DECLARE_VALID).orThrow();
        elections.take(election, ElectionStep.COUNT).orThrow();
        decide(
                own.ask(SESSION, meeting, ElectionMatter.VALIDITY, List.of(election))
                        .orThrow()
                        .id(),
                10,
                Mark.FOR);
        elections.take(election, ElectionStep.ANNOUNCE).orThrow();
    }

    private static Nominations.Nominee nominee(String member) {
        return new Nominations.Nominee(Optional.of(member), Optional.empty(), "演示候选人情况");
    }
}
