package org.yicheng.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Credential;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.SignInEvent;
import org.yicheng.assembly.SignInReceipt;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Session.State;
import org.yicheng.document.Codes;
import org.yicheng.home.PlatformClock;
import org.yicheng.party.Accounts;
import org.yicheng.party.Caller;
import org.yicheng.party.Role;
import org.yicheng.record.Journal;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.Http;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reported session lived through: every guard is tried when it has to refuse, then everything as it was. */
@YichengTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SessionTest {

    private static final String BODY = "sjz-npc-15";
    private static final String SESSION = "sjz-npc-15-5";
    private static final Path EXAMPLE = Path.of("../examples/shijiazhuang-15-5");
    private static final Instant DEADLINE = Instant.parse("2024-01-28T04:00:00Z");

    @Autowired
    Bodies bodies;

    @Autowired
    Rosters rosters;

    @Autowired
    Sessions sessions;

    @Autowired
    Schedules schedules;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Sittings sittings;

    @Autowired
    Questions questions;

    @Autowired
    Journal journal;

    @Autowired
    Clock clock;

    @Autowired
    Accounts accounts;

    @LocalServerPort
    int port;

    private List<String> presidium = List.of();

    @BeforeAll
    void addTheCongress() throws IOException {
        at("2024-01-26T13:00:00+08:00");
        bodies.add(new Body(
                BODY,
                Body.Kind.CONGRESS,
                new Bilingual("石家庄市第十五届人民代表大会", "15th People's Congress"),
                new Bilingual("市十五届人大", "15th Congress"),
                "cn-city-congress",
                Optional.empty(),
                true));
        presidium = numbered(70);
    }

    /** S0001, S0010, S0019 …: every ninth deputy, as the example's presidium. */
    private static List<String> numbered(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "S%04d".formatted(1 + 9 * i))
                .toList();
    }

    @AfterAll
    void backToToday() {
        ((PlatformClock) clock).set(Instant.now());
    }

    private void at(String instant) {
        ((PlatformClock) clock).set(OffsetDateTime.parse(instant).toInstant());
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    private static Refusal only(Ruling<?> ruling) {
        assertThat(ruling).isInstanceOf(Ruling.Refused.class);
        List<Refusal> reasons = ((Ruling.Refused<?>) ruling).reasons();
        assertThat(reasons).hasSize(1);
        return reasons.getFirst();
    }

    private static Sessions.Wording wording(Decision decision) {
        return new Sessions.Wording(decision, new Bilingual(decision.name(), decision.name()), "演示文本");
    }

    private static List<Sessions.Wording> wordings(Decision.Sitting which) {
        return Arrays.stream(Decision.values())
                .filter(decision -> decision.sitting() == which)
                .map(SessionTest::wording)
                .toList();
    }

    @Test
    @Order(1)
    void anEmptyCongressIsNotConvened() {
        Ruling<Session> backwards = sessions.plan(plan(LocalDate.of(2024, 1, 27), LocalDate.of(2024, 1, 26)));
        assertThat(codes(backwards)).containsExactly("congress.opening-before-report-in");
        assertThat(sessions.plan(plan(LocalDate.of(2024, 1, 26), LocalDate.of(2024, 1, 27)))
                        .orThrow()
                        .state())
                .isEqualTo(State.PLANNED);
        Refusal empty = only(sessions.take(SESSION, SessionStep.CONVENE));
        assertThat(empty.code()).isEqualTo("congress.roster-empty");
        assertThat(empty.ground().orElseThrow().key()).isEqualTo("OL:15");
        assertThat(only(sessions.take(SESSION, SessionStep.REGISTER)).code()).isEqualTo("congress.session-state");
    }

    private static Sessions.NewSession plan(LocalDate reportIn, LocalDate opening) {
        return new Sessions.NewSession(
                SESSION,
                BODY,
                5,
                new Bilingual("第五次会议", "Fifth session"),
                new Bilingual("五次会议", "Fifth session"),
                reportIn,
                opening,
                "会堂（演示）",
                true);
    }

    @Test
    @Order(2)
    void theRosterComesWholeWith633Due() throws IOException {
        byte[] roster = Files.readAllBytes(EXAMPLE.resolve("roster.csv"));
        Rosters.Preview taken = rosters.take(BODY, roster, true).orThrow();
        assertThat(taken.rows()).isEqualTo(640);
        assertThat(taken.inOffice()).isEqualTo(633);
        assertThat(taken.former()).isEqualTo(7);
        assertThat(taken.delegations()).hasSize(23);
        assertThat(bodies.due(BODY, clock.instant())).isEqualTo(633);
        assertThat(bodies.card("C620651").map(Credential::status)).contains(Credential.Status.REVOKED);
        assertThat(rosters.take(BODY, roster, true)).isInstanceOf(Ruling.Refused.class);
        assertThat(bodies.membersOf(BODY)).hasSize(640);
    }

    @Test
    @Order(3)
    void reportingInWaitsForTheDrafts() {
        sessions.take(SESSION, SessionStep.CONVENE).orThrow();
        sessions.take(SESSION, SessionStep.PREPARE).orThrow();
        assertThat(codes(sessions.take(SESSION, SessionStep.REGISTER)))
                .containsExactly("congress.list-missing", "congress.list-missing");
        assertThat(codes(sessions.propose(SESSION, Office.PRESIDIUM, 0, List.of("S0001", "S0001", "S9999"))))
                .containsExactly("congress.listed-twice", "congress.not-in-office");
        sessions.propose(SESSION, Office.PRESIDIUM, 0, presidium).orThrow();
        assertThat(codes(sessions.propose(SESSION, Office.SECRETARY_GENERAL, 0, presidium.subList(0, 2))))
                .containsExactly("congress.one-secretary-general");
        sessions.propose(SESSION, Office.SECRETARY_GENERAL, 0, List.of("S0010")).orThrow();
        assertThat(codes(arrivals.arrive(SESSION, "S0001", true, true, "301")))
                .containsExactly("congress.session-state");
        sessions.take(SESSION, SessionStep.REGISTER).orThrow();
        assertThat(arrivals.arrive(SESSION, "S0001", true, false, "301")
                        .orThrow()
                        .room())
                .isEqualTo("301");
        arrivals.arrive(SESSION, "S0001", true, true, "302").orThrow();
        assertThat(arrivals.of(SESSION)).hasSize(1).first().matches(arrival -> arrival.card());
        assertThat(codes(arrivals.arrive(SESSION, "S0634", true, true, ""))).containsExactly("congress.not-in-office");
    }

    @Test
    @Order(4)
    void noPresidiumMeetingAndNoPlenaryBeforeThePresidiumExists() {
        assertThat(codes(sessions.preparePresidium(SESSION, clock.instant(), wordings(Decision.Sitting.PRESIDIUM))))
                .contains("congress.session-state", "congress.no-presidium", "congress.deadline-missing");
        Sitting plenary = sessions.preparePlenary(SESSION, 1, Instant.parse("2024-01-27T01:00:00Z"))
                .orThrow();
        sittings.namePresiding(plenary.id(), "魏建敏").orThrow();
        sittings.openSignIn(plenary.id()).orThrow();
        Ruling<Sitting> opening = sittings.open(plenary.id());
        assertThat(codes(opening)).contains("congress.session-state", "congress.no-executive-chair");
        assertThat(((Ruling.Refused<Sitting>) opening).reasons())
                .allSatisfy(reason -> assertThat(reason.ground()).isPresent());
        assertThat(codes(sessions.preparePlenary(SESSION, 1, clock.instant())))
                .containsExactly("congress.plenary-twice");
    }

    @Test
    @Order(5)
    void thePreliminaryMeetingHasAQuorumOf422AndSees582() throws IOException {
        Sitting meeting = sessions.preparePreliminary(
                        SESSION, Instant.parse("2024-01-26T07:00:00Z"), wordings(Decision.Sitting.PRELIMINARY))
                .orThrow();
        assertThat(codes(sessions.preparePreliminary(SESSION, clock.instant(), wordings(Decision.Sitting.PRELIMINARY))))
                .containsExactly("congress.sitting-twice");
        sittings.namePresiding(meeting.id(), "李雪荣").orThrow();
        at("2024-01-26T14:00:00+08:00");
        sittings.openSignIn(meeting.id()).orThrow();
        List<SignInEvent> events = events();
        at("2024-01-26T14:30:30+08:00");
        sittings.signIn(meeting.id(), until(events, "2024-01-26T14:30:30+08:00"));
        Refusal tooFew = only(sittings.open(meeting.id()));
        assertThat(tooFew.code()).isEqualTo("assembly.quorum-missing");
        assertThat(tooFew.facts()).containsEntry("due", 633).containsEntry("required", 422);
        assertThat(tooFew.ground().orElseThrow().key()).isEqualTo("OL:14(4)");
        at("2024-01-26T15:00:00+08:00");
        sittings.signIn(meeting.id(), until(events, "2024-01-26T15:00:00+08:00"));
        Roll roll = sittings.roll(meeting.id(), Instant.parse("2024-01-26T07:00:00Z"));
        assertThat(roll.due()).isEqualTo(633);
        assertThat(roll.present()).isEqualTo(582);
        assertThat(roll.required()).isEqualTo(422);
        sittings.open(meeting.id()).orThrow();
        assertThat(sessions.byId(SESSION).orElseThrow().state()).isEqualTo(State.PRELIMINARY);
    }

    private static List<SignInEvent> until(List<SignInEvent> events, String instant) {
        Instant last = OffsetDateTime.parse(instant).toInstant();
        return events.stream().filter(event -> !event.at().isAfter(last)).toList();
    }

    private static List<SignInEvent> events() throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        List<SignInEvent> events = new ArrayList<>();
        for (String line : Files.readAllLines(EXAMPLE.resolve("sign-in-preliminary.jsonl"))) {
            JsonNode node = json.readTree(line);
            events.add(new SignInEvent(
                    node.get("event_id").asString(),
                            OffsetDateTime.parse(node.get("t").asString()).toInstant(),
                    node.get("credential").asString(),
                            SignInEvent.Direction.valueOf(node.get("type").asString()),
                    node.get("source").asString(), events.size()));
        }
        return events;
    }

    @Test
    @Order(6)
    void aRejectedAgendaChangesNothingAndCanBePutAgain() {
        String meeting = SESSION + "-preliminary";
        Question election = question(meeting, Decision.PRESIDIUM);
        vote(election, 580, 0);
        Session elected = sessions.byId(SESSION).orElseThrow();
        assertThat(elected.state()).isEqualTo(State.PRELIMINARY);
        assertThat(elected.presidium()).contains(SESSION + "-presidium");
        assertThat(codes(sessions.propose(SESSION, Office.PRESIDIUM, 0, presidium)))
                .containsExactly("congress.list-decided");

        Question agenda = question(meeting, Decision.AGENDA);
        assertThat(vote(agenda, 316, 266).outcome().orElseThrow().required()).isEqualTo(317);
        assertThat(sessions.byId(SESSION).orElseThrow().state()).isEqualTo(State.PRELIMINARY);

        assertThat(codes(sessions.ask(SESSION, meeting, wording(Decision.SCHEDULE))))
                .containsExactly("congress.wrong-meeting");
        assertThat(codes(sessions.ask(SESSION, meeting, wording(Decision.PRESIDIUM))))
                .contains("congress.decided-already");
        vote(sessions.ask(SESSION, meeting, wording(Decision.AGENDA)).orThrow(), 317, 265);
        assertThat(sessions.byId(SESSION).orElseThrow().state()).isEqualTo(State.CONSTITUTED);
        sittings.close(meeting).orThrow();
    }

    private Question question(String sitting, Decision decision) {
        String subject = "congress:" + SESSION + ":" + decision;
        return questions.ofSitting(sitting).stream()
                .filter(question -> question.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    /** Puts, votes, closes, declares. */
    private Question vote(Question question, int yes, int no) {
        questions.put(question.id()).orThrow();
        questions.open(question.id()).orThrow();
        Set<String> present = Set.copyOf(sittings.presentMembers(question.sitting(), clock.instant()));
        List<UUID> people = bodies.membersOf(question.body()).stream()
                .filter(member -> present.contains(member.number()))
                .map(Member::person)
                .toList();
        IntStream.range(0, yes + no)
                .mapToObj(i -> questions.press(question.id(), people.get(i), i < yes ? Mark.FOR : Mark.AGAINST, "k"))
                .toList()
                .forEach(answer -> answer.join().orThrow());
        questions.close(question.id()).orThrow();
        return questions.declare(question.id()).orThrow();
    }

    @Test
    @Order(7)
    void aQuestionOfAForeignMeetingMeansNothingToTheSession() {
        // Whoever may list questions may write any subject; only the session's own meetings decide for it.
        bodies.add(new Body(
                "panel",
                Body.Kind.EXPERT_PANEL,
                new Bilingual("评审组", "Panel"),
                new Bilingual("评审组", "Panel"),
                "cn-presidium",
                Optional.empty(),
                true));
        Member one = bodies.memberByNumber(BODY, "S0001").orElseThrow();
        bodies.enrol(
                        "panel",
                        List.of(new org.yicheng.assembly.NewMember(
                                "P1",
                                one.person(),
                                "",
                                "",
                                Member.MandateStatus.IN_OFFICE,
                                LocalDate.of(2024, 1, 1),
                                Optional.empty(),
                                Optional.empty(),
                                "")))
                .orThrow();
        sittings.schedule(new Sittings.NewSitting(
                "panel-1",
                "panel",
                "test:panel",
                Sitting.Kind.PRESIDIUM,
                1,
                new Bilingual("评审", "Panel"),
                "",
                clock.instant()));
        sittings.namePresiding("panel-1", "组长").orThrow();
        sittings.openSignIn("panel-1").orThrow();
        sittings.signInByHand("panel-1", card("S0001"), SignInEvent.Direction.IN, "演示");
        sittings.open("panel-1").orThrow();
        Question forged = questions.list(new Questions.NewQuestion(
                "panel-1",
                Question.Kind.RESOLUTION,
                new Bilingual("x", "x"),
                "x",
                "congress:" + SESSION + ":MOTION_DEADLINE",
                org.yicheng.assembly.VotingMode.ELECTRONIC_UNRECORDED));
        vote(forged, 1, 0);
        assertThat(sessions.decided(SESSION))
                .extracting(Sessions.Decided::what)
                .containsExactly(Decision.PRESIDIUM, Decision.AGENDA);
    }

    private String card(String number) {
        return bodies.activeCardOf(
                        bodies.memberByNumber(BODY, number).orElseThrow().person())
                .orElseThrow()
                .code();
    }

    @Test
    @Order(8)
    void theFirstPresidiumMeetingDecidesWith65Of70() {
        assertThat(codes(sessions.proposeDeadline(SESSION, Instant.parse("2024-01-20T04:00:00Z"))))
                .containsExactly("congress.deadline-range");
        sessions.proposeDeadline(SESSION, DEADLINE).orThrow();
        assertThat(codes(sessions.preparePresidium(SESSION, clock.instant(), wordings(Decision.Sitting.PRESIDIUM))))
                .containsExactly("congress.list-missing", "congress.list-missing", "congress.list-missing");
        assertThat(codes(sessions.propose(SESSION, Office.STANDING_CHAIR, 0, List.of("S0002"))))
                .containsExactly("congress.not-of-the-presidium");
        sessions.propose(SESSION, Office.STANDING_CHAIR, 0, presidium.subList(0, 9))
                .orThrow();
        sessions.propose(SESSION, Office.EXECUTIVE_CHAIR, 1, presidium.subList(0, 12))
                .orThrow();
        sessions.propose(SESSION, Office.EXECUTIVE_CHAIR, 2, presidium.subList(12, 24))
                .orThrow();
        sessions.propose(SESSION, Office.DEPUTY_SECRETARY_GENERAL, 0, List.of("S0002", "S0012"))
                .orThrow();
        List<Schedules.Item> drafted = schedules
                .propose(
                        SESSION,
                        List.of(
                                new Schedules.Item(
                                        Instant.parse("2024-01-28T01:00:00Z"), new Bilingual("审议", "Deliberation"), ""),
                                new Schedules.Item(
                                        Instant.parse("2024-01-27T01:00:00Z"), new Bilingual("开幕会", "Opening"), "")))
                .orThrow();
        assertThat(drafted).extracting(item -> item.title().zh()).containsExactly("开幕会", "审议");
        Sitting meeting = sessions.preparePresidium(
                        SESSION, Instant.parse("2024-01-26T08:30:00Z"), wordings(Decision.Sitting.PRESIDIUM))
                .orThrow();
        sittings.namePresiding(meeting.id(), "李雪荣").orThrow();
        sittings.openSignIn(meeting.id()).orThrow();
        signIn(meeting.id(), presidium.subList(0, 65));
        Roll roll = sittings.roll(meeting.id());
        assertThat(List.of(roll.due(), roll.present(), roll.required())).containsExactly(70, 65, 47);
        sittings.open(meeting.id()).orThrow();
        for (Question question : questions.ofSitting(meeting.id())) {
            if (question.kind() == Question.Kind.HEARING) {
                questions.put(question.id()).orThrow();
                questions.note(question.id()).orThrow();
            } else {
                vote(question, 36, 29);
            }
        }
        sittings.close(meeting.id()).orThrow();
        assertThat(sessions.byId(SESSION).orElseThrow().motionDeadline()).contains(DEADLINE);
        assertThat(sessions.decided(SESSION)).hasSize(Decision.values().length);
    }

    private void signIn(String sitting, List<String> numbers) {
        List<SignInEvent> events = new ArrayList<>();
        for (String number : numbers) {
            events.add(new SignInEvent(
                    sitting + number,
                    clock.instant(),
                    card(number),
                    SignInEvent.Direction.IN,
                    "GATE-1",
                    events.size()));
        }
        assertThat(sittings.signIn(sitting, events))
                .allMatch(receipt -> receipt.effect() == SignInReceipt.Effect.COUNTED);
    }

    @Test
    @Order(9)
    void whatIsDecidedStays() {
        assertThat(codes(sessions.proposeDeadline(SESSION, DEADLINE.plusSeconds(1))))
                .containsExactly("congress.deadline-decided");
        Refusal fixed = only(schedules.propose(SESSION, schedules.of(SESSION)));
        assertThat(fixed.code()).isEqualTo("congress.schedule-decided");
        assertThat(fixed.ground().orElseThrow().key()).isEqualTo("SD:15");
        assertThat(codes(sessions.propose(SESSION, Office.EXECUTIVE_CHAIR, 1, presidium.subList(0, 2))))
                .containsExactly("congress.list-decided");
    }

    @Test
    @Order(10)
    void theFirstPlenaryOpensTheSessionOnlyUnderAnExecutiveChairOfItsGroup() {
        String plenary = SESSION + "-plenary-1";
        at("2024-01-27T09:00:00+08:00");
        signIn(
                plenary,
                bodies.membersOf(BODY).stream()
                        .filter(member -> member.status() == Member.MandateStatus.IN_OFFICE)
                        .map(Member::number)
                        .limit(422)
                        .toList());
        String ofSecondGroup =
                bodies.memberByNumber(BODY, presidium.get(13)).orElseThrow().name();
        sittings.namePresiding(plenary, ofSecondGroup).orThrow();
        assertThat(only(sittings.open(plenary)).facts())
                .containsEntry("number", 1)
                .containsEntry("presiding", ofSecondGroup);
        sittings.namePresiding(
                        plenary,
                        bodies.memberByNumber(BODY, "S0001").orElseThrow().name())
                .orThrow();
        sittings.open(plenary).orThrow();
        assertThat(sessions.byId(SESSION).orElseThrow().state()).isEqualTo(State.IN_SESSION);
        assertThat(codes(sessions.take(SESSION, SessionStep.CLOSE))).containsExactly("congress.sitting-still-open");
    }

    @Test
    @Order(11)
    void aLostCardIsReplacedAndTheOldOneNeverOpensAGateAgain() {
        String old = card("S0100");
        assertThat(codes(rosters.reissue(BODY, "S0100", "", "")))
                .containsExactly("congress.card-form", "congress.reason-missing");
        assertThat(codes(rosters.reissue(BODY, "S0100", old, "遗失"))).containsExactly("congress.card-taken-now");
        rosters.reissue(BODY, "S0100", "C-NEW-1", "遗失").orThrow();
        assertThat(card("S0100")).isEqualTo("C-NEW-1");
        SignInReceipt receipt = sittings.signInByHand(SESSION + "-plenary-1", old, SignInEvent.Direction.IN, "试");
        assertThat(receipt.refusal().map(Refusal::code)).contains("assembly.card-revoked");
    }

    @Test
    @Order(12)
    void aTemporaryPauseAClosingAndTheArchiveAreSteps() {
        sittings.close(SESSION + "-plenary-1").orThrow();
        sessions.take(SESSION, SessionStep.SUSPEND).orThrow();
        assertThat(codes(sessions.take(SESSION, SessionStep.CLOSE))).containsExactly("congress.session-state");
        sessions.take(SESSION, SessionStep.RESUME).orThrow();
        sessions.take(SESSION, SessionStep.CLOSE).orThrow();
        assertThat(codes(sessions.preparePlenary(SESSION, 2, clock.instant())))
                .containsExactly("congress.session-state");
        sessions.take(SESSION, SessionStep.ARCHIVE).orThrow();
        assertThat(sessions.possible(SESSION)).isEmpty();
        assertThat(sessions.entered(SESSION))
                .extracting(Sessions.Entered::state)
                .contains(State.CONSTITUTED, State.SUSPENDED, State.ARCHIVED);
        assertThat(journal.firstFault()).isEmpty();
    }

    @Test
    @Order(13)
    void theArchiveHoldsPageDataAndRecordAndTheHashOfEach() throws IOException {
        Map<String, byte[]> files = unzipped(Http.get(port, "/api/v1/sessions/" + SESSION + "/archive.zip", token()));
        assertThat(files)
                .containsKeys("index.html", "record.jsonl", "data/popolo.json", "data/session.json", "data/roster.csv");
        assertThat(text(files, "index.html")).contains("应出席633名，实际出席582名，法定人数422名。", "（演示）");
        assertThat(text(files, "data/" + SESSION + "-preliminary.akn.xml"))
                .contains("value=\"582\" refersTo=\"#present\"", "应出席633名，实际出席582名，符合法定人数。");
        assertThat(text(files, "data/popolo.json")).contains("\"option\" : \"abstain\"", "\"result\" : \"pass\"");
        List<String> sums = text(files, "SHA256SUMS").lines().toList();
        assertThat(sums).hasSize(files.size() - 1);
        for (String sum : sums) {
            assertThat(sum).startsWith(Codes.sha256(files.get(sum.substring(66))));
        }
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> unzipped(Http.Answer answer) throws IOException {
        assertThat(answer.status()).isEqualTo(200);
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.content()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private String token() {
        Accounts.Account account =
                accounts.create(Accounts.Kind.DEVICE, "archivist", "archivist", Optional.empty(), true);
        accounts.giveRole(account.id(), Role.SECRETARIAT, BODY);
        return accounts.issueToken(account.id(), Instant.now().plus(Duration.ofHours(1)));
    }

    /** A clerk as the caller, for tests that ask who may. */
    static Caller clerk() {
        return new Caller(
                Optional.of(UUID.randomUUID()),
                Optional.empty(),
                "会务组",
                true,
                Set.of(new Caller.Grant(Role.SECRETARIAT, BODY)));
    }
}
