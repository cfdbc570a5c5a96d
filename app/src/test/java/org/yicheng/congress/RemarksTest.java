package org.yicheng.congress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Credential;
import org.yicheng.assembly.Group;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.NewMember;
import org.yicheng.assembly.Remarks;
import org.yicheng.assembly.SignInEvent.Direction;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.deliberation.Delegations;
import org.yicheng.congress.deliberation.Drafts;
import org.yicheng.congress.deliberation.Notes;
import org.yicheng.congress.deliberation.Notes.Note;
import org.yicheng.congress.deliberation.Opinions;
import org.yicheng.livelihood.Criterion;
import org.yicheng.livelihood.Project;
import org.yicheng.livelihood.Projects;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;
import org.yicheng.party.Accounts;
import org.yicheng.party.Caller;
import org.yicheng.party.Person;
import org.yicheng.party.Persons;
import org.yicheng.party.Role;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.Printed;
import org.yicheng.testing.YichengTest;

/** Candidates of the livelihood projects are given to the deputies, who speak to each of them in their delegations. */
@YichengTest
class RemarksTest {

    private static final String BODY = "remarks-npc-1";
    private static final String SESSION = "remarks-npc-1-1";
    private static final String WORDS = "建议说明由谁管护。";

    @Autowired
    Bodies bodies;

    @Autowired
    Persons persons;

    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    @Autowired
    Sittings sittings;

    @Autowired
    Delegations delegations;

    @Autowired
    Notes notes;

    @Autowired
    Drafts drafts;

    @Autowired
    Opinions opinions;

    @Autowired
    Remarks remarks;

    @Autowired
    Rounds rounds;

    @Autowired
    Projects projects;

    @Autowired
    MockMvc web;

    @Autowired
    Clock clock;

    private final Map<String, Person> people = new HashMap<>();

    @Test
    void aRemarkNamesTheCandidateItIsAboutAndIsReadThereByThoseWhoMay() throws Exception {
        congress();
        Round round = screened();
        assertThat(drafts.choices(SESSION)).isEmpty();
        refer(round);
        List<Drafts.Draft> candidates = drafts.choices(SESSION);
        assertThat(candidates).extracting(Drafts.Draft::title).containsExactly("社区食堂（演示）", "口袋公园（演示）");
        assertThat(drafts.of(SESSION)).as("reading lists nothing").isEmpty();
        String meeting = meeting();

        notes.save(meeting, on(candidates.getFirst(), "M4", Notes.Kind.AMENDMENT, "新增一百处，由街道管护。"))
                .orThrow();
        assertThat(drafts.of(SESSION))
                .as("the whole list stands among the items")
                .isEqualTo(drafts.choices(SESSION));
        theOwnWordsAreSentBySomebodyOfTheMeeting(meeting, candidates.getLast());
        String page =
                "/sessions/" + SESSION + "/drafts/" + candidates.getFirst().id();
        assertThat(body(page, token("M3"))).contains(WORDS, "新增一百处，由街道管护。");
        assertThat(body(page, token("M5"))).as("another delegation").doesNotContain(WORDS);
        assertThat(body("/sessions/" + SESSION + "/my-words", token("M3"))).contains("民生实事候选项目", "口袋公园（演示）");

        String subject = candidates.getFirst().subject();
        assertThat(remarks.tallies(List.of(subject))).as("not handed in yet").isEmpty();
        sittings.close(meeting).orThrow();
        notes.hand(meeting).orThrow();
        assertThat(remarks.tallies(List.of(subject))).containsExactly(Map.entry(subject, new Remarks.Tally(1, 1)));
        as("M3").run(() -> assertThat(
                        codes(notes.send(meeting, on(candidates.getLast(), "", Notes.Kind.SUGGESTION, ""))))
                .containsExactly("congress.notes-handed"));
        whatWasHandedInIsReadWhereTheCandidateIs(round);
        theSecretariatPrintsWhatWasSaidOnEach();
        theSameOverRest(meeting, projects.of(round.id()).getFirst());
    }

    private void theOwnWordsAreSentBySomebodyOfTheMeeting(String meeting, Drafts.Draft about) {
        as("M5").run(() -> assertThat(codes(notes.send(meeting, on(about, "M3", Notes.Kind.SUGGESTION, ""))))
                .containsExactly("congress.not-of-this-meeting"));
        as("M3").run(() -> {
            Notes.Typed typed = on(about, "M4", Notes.Kind.SUGGESTION, "");
            Note sent = notes.send(meeting, typed).orThrow();
            assertThat(notes.send(meeting, typed).orThrow()).as("sent again").isEqualTo(sent);
            assertThat(sent.speaker().number()).as("whoever sends it").isEqualTo("M3");
            assertThat(sent.confirmedNow()).isTrue();
            assertThat(notes.history(sent.id())).extracting(Notes.Version::way).containsExactly("SENT_BY_SPEAKER");
            assertThat(notes.openTo(SESSION, people.get("M3").id()))
                    .extracting(Sitting::id)
                    .containsExactly(meeting);
        });
    }

    private void whatWasHandedInIsReadWhereTheCandidateIs(Round round) throws Exception {
        String secretariat = staff();
        Project first = projects.of(round.id()).getFirst();
        assertThat(body("/livelihood/projects/" + first.id() + "/desk", secretariat))
                .contains("各代表团已提交1条", "新增一百处，由街道管护。", "长安区代表团");
        assertThat(body("/livelihood/rounds/" + round.id() + "/projects", secretariat))
                .contains("desk#h-remarks");
    }

    private void theSecretariatPrintsWhatWasSaidOnEach() throws Exception {
        assertThat(opinions.onReferred(SESSION))
                .extracting(Opinions.OfSubject::total)
                .containsExactly(1, 1);
        String path = "/sessions/" + SESSION + "/opinions/referred.pdf";
        byte[] pdf = get(path, staff()).getContentAsByteArray();
        assertThat(Printed.of(pdf).text()).contains("候选项目审议意见汇总", "社区食堂（演示）（1条", "由街道管护");
        assertThat(get(path, token("M5")).getStatus()).isEqualTo(403);
    }

    private void theSameOverRest(String meeting, Project first) throws Exception {
        String api = "/api/v1/sessions/" + SESSION;
        assertThat(get(api + "/opinions/referred", staff()).getStatus()).isEqualTo(200);
        assertThat(body("/api/v1/livelihood/projects/" + first.id() + "/remarks", staff()))
                .contains(WORDS, "\"remarks\":1");
        String late = "{\"id\":\"%s\",\"sitting\":\"%s\",\"topic\":\"报告\",\"kind\":\"OPINION\",\"words\":\"意见。\"}"
                .formatted(UUID.randomUUID(), meeting);
        assertThat(web.perform(request(HttpMethod.POST, api + "/my-words")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(late)
                                .header("Authorization", "Bearer " + token("M3")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(409);
    }

    // ------------------------------------------------------------------ the congress and its candidates

    /** M1…M4 in 长安区, M5 and M6 in 正定县. */
    private void congress() {
        Bilingual name = new Bilingual("演示市第一届人民代表大会", "1st Congress");
        bodies.add(new Body(BODY, Body.Kind.CONGRESS, name, name, "cn-city-congress", Optional.empty(), true));
        bodies.addGroups(List.of(new Group(BODY, "A", "长安区", 1), new Group(BODY, "B", "正定县", 2)));
        List<NewMember> members = new ArrayList<>();
        List<Credential> cards = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            String number = "M" + i;
            Person person = new Person(
                    UUID.randomUUID(), "演示" + number, Optional.empty(), Optional.empty(), Optional.empty(), true);
            persons.add(List.of(person));
            people.put(number, person);
            Accounts.Account account =
                    accounts.create(Accounts.Kind.MEMBER, "remark-" + number, number, Optional.of(person.id()), true);
            accounts.giveRole(account.id(), Role.MEMBER, BODY);
            members.add(new NewMember(
                    number,
                    person.id(),
                    i <= 4 ? "A" : "B",
                    i <= 4 ? "长安区" : "正定县",
                    Member.MandateStatus.IN_OFFICE,
                    LocalDate.of(2021, 9, 1),
                    Optional.empty(),
                    Optional.empty(),
                    ""));
            cards.add(new Credential("REMARK-" + i, person.id(), Credential.Status.ACTIVE));
        }
        bodies.enrol(BODY, members).orThrow();
        bodies.issueCards(cards);
        sessions.plan(new Sessions.NewSession(
                        SESSION,
                        BODY,
                        1,
                        new Bilingual("演示市第一届人民代表大会第一次会议", "First session"),
                        new Bilingual("第一次会议", "First session"),
                        LocalDate.of(2030, 1, 1),
                        LocalDate.of(2030, 1, 2),
                        "会堂",
                        true))
                .orThrow();
        delegations.form(SESSION).orThrow();
    }

    private Round screened() {
        LocalDate today = LocalDate.now(clock);
        Round round = rounds.call(
                        BODY,
                        new Rounds.Call(
                                today.getYear() + 1, "general", today.minusDays(60), today.minusDays(20), "演示公告"))
                .orThrow();
        Map<Criterion, Project.Check> met = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            met.put(criterion, new Project.Check(true, ""));
        }
        for (String title : List.of("社区食堂（演示）", "口袋公园（演示）")) {
            Project project = projects.propose(
                            round.id(), new Projects.Draft(title, "新增一百处（演示）", "市演示局", 100L, List.of()))
                    .orThrow();
            projects.screen(project.id(), met).orThrow();
        }
        return round;
    }

    private void refer(Round round) {
        LocalDate today = LocalDate.now(clock);
        for (Projects.Step step : List.of(Projects.Step.LIST, Projects.Step.HEAR, Projects.Step.DELIBERATE)) {
            projects.take(round.id(), new Projects.Taken(step, today, "演示会议", Optional.of(SESSION)))
                    .orThrow();
        }
    }

    private String meeting() {
        String meeting = delegations
                .schedule(SESSION, "d01", clock.instant(), "演示会议室")
                .orThrow()
                .id();
        delegations.openSignIn(SESSION, meeting).orThrow();
        for (int i = 1; i <= 4; i++) {
            sittings.signInByHand(meeting, "REMARK-" + i, Direction.IN, "点名");
        }
        sittings.namePresiding(meeting, "演示M1").orThrow();
        sittings.open(meeting).orThrow();
        return meeting;
    }

    private static Notes.Typed on(Drafts.Draft item, String speaker, Notes.Kind kind, String wording) {
        return new Notes.Typed(
                UUID.randomUUID(), 0, speaker, "", item.id().toString(), "", Optional.empty(), kind, WORDS, wording);
    }

    // ------------------------------------------------------------------ who asks

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    private UUID account(String member) {
        return accounts.byPerson(people.get(member).id()).orElseThrow().id();
    }

    private Caller as(String member) {
        return new Caller(
                Optional.of(account(member)), Optional.of(people.get(member).id()), member, true, Set.of());
    }

    private String token(String member) {
        return token(account(member));
    }

    private String token(UUID account) {
        return accounts.issueToken(account, Clock.systemUTC().instant().plus(Duration.ofHours(1)));
    }

    private String staff() {
        String login = "remark-staff-" + System.nanoTime();
        UUID account = accounts.create(Accounts.Kind.STAFF, login, login, Optional.empty(), true)
                .id();
        accounts.giveRole(account, Role.SECRETARIAT, BODY);
        return token(account);
    }

    private MockHttpServletResponse get(String path, String token) throws Exception {
        return web.perform(request(HttpMethod.GET, path).header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse();
    }

    private String body(String path, String token) throws Exception {
        return get(path, token).getContentAsString(StandardCharsets.UTF_8);
    }
}
