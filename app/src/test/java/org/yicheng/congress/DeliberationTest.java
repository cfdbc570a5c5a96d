package org.yicheng.congress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Credential;
import org.yicheng.assembly.Group;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.NewMember;
import org.yicheng.assembly.SignInEvent.Direction;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.deliberation.Bulletins;
import org.yicheng.congress.deliberation.Bulletins.Bulletin;
import org.yicheng.congress.deliberation.Bulletins.Move;
import org.yicheng.congress.deliberation.Changes;
import org.yicheng.congress.deliberation.Delegations;
import org.yicheng.congress.deliberation.Delegations.Post;
import org.yicheng.congress.deliberation.Drafts;
import org.yicheng.congress.deliberation.Notes;
import org.yicheng.congress.deliberation.Notes.Note;
import org.yicheng.congress.deliberation.Opinions;
import org.yicheng.document.Wording;
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

/** Two delegations meet: notes, bulletins and the digest, each guard tried where it has to refuse. */
@YichengTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeliberationTest {

    private static final String BODY = "talks-npc-1";
    private static final String SESSION = "talks-npc-1-1";
    private static final String MEETING = SESSION + "-d01-1";

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
    Bulletins bulletins;

    @Autowired
    Opinions opinions;

    @Autowired
    MockMvc web;

    @Autowired
    Clock clock;

    private final Map<String, UUID> people = new HashMap<>();
    private final UUID noteId = UUID.randomUUID();
    private Optional<UUID> draft = Optional.empty();

    /** M1…M6 in 长安区, M7…M12 in 正定县; M5 and M6 bear one name. */
    @BeforeAll
    void addTheCongress() {
        bodies.add(new Body(
                BODY,
                Body.Kind.CONGRESS,
                new Bilingual("演示市第一届人民代表大会", "1st Congress"),
                new Bilingual("演示市人大", "Congress"),
                "cn-city-congress",
                Optional.empty(),
                true));
        bodies.addGroups(List.of(new Group(BODY, "A", "长安区", 1), new Group(BODY, "B", "正定县", 2)));
        List<NewMember> members = new ArrayList<>();
        List<Credential> cards = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            String number = "M" + i;
            Person person = new Person(
                    UUID.randomUUID(),
                    i == 5 || i == 6 ? "演示同名" : "演示" + number,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    true);
            persons.add(List.of(person));
            people.put(number, person.id());
            Accounts.Account account =
                    accounts.create(Accounts.Kind.MEMBER, "talk-" + number, number, Optional.of(person.id()), true);
            accounts.giveRole(account.id(), Role.MEMBER, BODY);
            members.add(new NewMember(
                    number,
                    person.id(),
                    i <= 6 ? "A" : "B",
                    i <= 6 ? "长安区" : "正定县",
                    Member.MandateStatus.IN_OFFICE,
                    LocalDate.of(2021, 9, 1),
                    Optional.empty(),
                    Optional.empty(),
                    ""));
            cards.add(new Credential("TALK-" + i, person.id(), Credential.Status.ACTIVE));
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
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    private Caller as(String member) {
        return new Caller(
                accounts.byPerson(people.get(member)).map(Accounts.Account::id),
                Optional.ofNullable(people.get(member)),
                member,
                true,
                Set.of());
    }

    private String token(String member) {
        return accounts.issueToken(
                accounts.byPerson(people.get(member)).orElseThrow().id(),
                Clock.systemUTC().instant().plus(Duration.ofHours(1)));
    }

    private String staff(Role role, String scope) {
        String login = "talk-" + role + "-" + System.nanoTime();
        var account = accounts.create(Accounts.Kind.STAFF, login, login, Optional.empty(), true);
        accounts.giveRole(account.id(), role, scope);
        return accounts.issueToken(account.id(), Clock.systemUTC().instant().plus(Duration.ofHours(1)));
    }

    private int status(HttpMethod method, String path, String token, String body) throws Exception {
        return web.perform(request(method, path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private int get(String path, String token) throws Exception {
        return status(HttpMethod.GET, path, token, "");
    }

    private static Notes.Typed typed(UUID id, int version, String speaker, String words) {
        return new Notes.Typed(
                id, version, speaker, "", "", "关于政府工作报告", Optional.empty(), Notes.Kind.SUGGESTION, words, "");
    }

    // ------------------------------------------------------------------ delegations

    @Test
    @Order(1)
    void delegationsAreFormedFromTheRosterAndFollowIt() {
        assertThat(delegations.of(SESSION)).isEmpty();
        assertThat(delegations.form(SESSION).orThrow()).isEqualTo(2);
        assertThat(delegations.of(SESSION))
                .extracting(Delegations.Delegation::key, one -> one.members().size())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("d01", 6), org.assertj.core.groups.Tuple.tuple("d02", 6));

        bodies.changeStatus(BODY, "M12", Member.MandateStatus.TERMINATED, clock.instant(), "辞职")
                .orThrow();
        delegations.form(SESSION).orThrow();
        assertThat(delegations.byKey(SESSION, "d02").orElseThrow().members()).hasSize(5);
        assertThat(delegations.ofPerson(SESSION, people.get("M1")))
                .extracting(Delegations.Delegation::key)
                .containsExactly("d01");
    }

    @Test
    @Order(2)
    void nobodyIsInTwoGroupsAndANameThatTwoBearIsAskedFor() {
        assertThat(codes(delegations.formGroup(SESSION, "d01", "第一小组", List.of("演示同名"))))
                .containsExactly("congress.several-named");
        assertThat(delegations
                        .formGroup(SESSION, "d01", "第一小组", List.of("M1", "M2", "M5"))
                        .orThrow()
                        .key())
                .isEqualTo("d01-g1");
        assertThat(codes(delegations.formGroup(SESSION, "d01", "第二小组", List.of("M1", "M3"))))
                .containsExactly("congress.in-a-group");
    }

    @Test
    @Order(3)
    void aMeetingOpensWithMoreThanHalfAndChoosesItsHeadByMoreThanHalfOfAll() {
        assertThat(delegations
                        .schedule(SESSION, "d01", clock.instant(), "长安厅")
                        .orThrow()
                        .id())
                .isEqualTo(MEETING);
        assertThat(codes(delegations.schedule(SESSION, "d01", clock.instant(), "长安厅")))
                .containsExactly("congress.sitting-twice");
        delegations.openSignIn(SESSION, MEETING).orThrow();
        sittings.namePresiding(MEETING, "临时召集人").orThrow();
        signIn(1, 3);
        assertThat(codes(sittings.open(MEETING))).containsExactly("assembly.quorum-missing");
        assertThat(codes(notes.save(MEETING, typed(UUID.randomUUID(), 0, "M1", "早了"))))
                .containsExactly("congress.meeting-not-opened");
        signIn(4, 4);
        sittings.open(MEETING).orThrow();

        assertThat(codes(delegations.choose(SESSION, MEETING, new Delegations.Choice(Post.HEAD, List.of("M1"), 3))))
                .containsExactly("congress.not-chosen");
        assertThat(codes(delegations.choose(SESSION, MEETING, new Delegations.Choice(Post.CONVENER, List.of("M1"), 5))))
                .containsExactly("congress.wrong-post", "congress.more-than-present");
        assertThat(delegations
                        .choose(SESSION, MEETING, new Delegations.Choice(Post.HEAD, List.of("M1"), 4))
                        .orThrow()
                        .presides()
                        .orElseThrow()
                        .member()
                        .number())
                .isEqualTo("M1");
        delegations.noteTaker(SESSION, "d01", "M2", true).orThrow();
        delegations.noteTaker(SESSION, "d02", "M8", true).orThrow();
    }

    private void signIn(int from, int to) {
        for (int i = from; i <= to; i++) {
            assertThat(sittings.signInByHand(MEETING, "TALK-" + i, Direction.IN, "点名")
                            .refusal())
                    .isEmpty();
        }
    }

    // ------------------------------------------------------------------ notes

    @Test
    @Order(4)
    void aNoteIsStoredOnceHoweverOftenItIsSentAndNeverWrittenOverUnseen() {
        Note first = notes.save(MEETING, typed(noteId, 0, "M3", "建议增加学位。")).orThrow();
        assertThat(first.version()).isEqualTo(1);
        assertThat(first.speaker().name()).isEqualTo("演示M3");
        assertThat(notes.save(MEETING, typed(noteId, 0, "M3", "建议增加学位。"))
                        .orThrow()
                        .version())
                .isEqualTo(1);
        assertThat(notes.save(MEETING, typed(noteId, 1, "M3", "建议增加小学学位。"))
                        .orThrow()
                        .version())
                .isEqualTo(2);
        Ruling<Note> late = notes.save(MEETING, typed(noteId, 1, "M3", "别的话。"));
        assertThat(codes(late)).containsExactly("congress.note-stale");
        assertThat(((Ruling.Refused<Note>) late).reasons().getFirst().facts())
                .containsEntry("version", 2)
                .containsEntry("words", "建议增加小学学位。");
        assertThat(notes.history(noteId)).extracting(Notes.Version::words).containsExactly("建议增加学位。", "建议增加小学学位。");
    }

    @Test
    @Order(5)
    void everythingThatIsWrongWithANoteIsSaidAtOnce() {
        Drafts.Draft listed = drafts.list(SESSION, Drafts.Kind.DRAFT, "选举办法（草案）", "第一段。\n\n第二段，共八名。\n第三段。")
                .orThrow();
        draft = Optional.of(listed.id());
        Notes.Typed bad = new Notes.Typed(
                UUID.randomUUID(),
                0,
                "演示同名",
                "",
                listed.id().toString(),
                "",
                Optional.of(4),
                Notes.Kind.AMENDMENT,
                " ",
                "");
        assertThat(codes(notes.save(MEETING, bad)))
                .containsExactly(
                        "congress.several-named",
                        "congress.paragraph-range",
                        "congress.note-words",
                        "congress.wording-missing");
        Note amendment = notes.save(
                        MEETING,
                        new Notes.Typed(
                                UUID.randomUUID(),
                                0,
                                "M5",
                                "",
                                listed.id().toString(),
                                "",
                                Optional.of(2),
                                Notes.Kind.AMENDMENT,
                                "名额少了。",
                                "第二段，共九名。"))
                .orThrow();
        assertThat(amendment.place()).isEqualTo(2);
        assertThat(amendment.about().textVersion()).contains(1);
    }

    @Test
    @Order(6)
    void aNoteTakerOfAnotherDelegationIsRefusedAndDelegatesReadTheirOwnOnly() throws Exception {
        String path = "/api/v1/sessions/" + SESSION + "/sittings/" + MEETING + "/notes";
        String body = "{\"version\":0,\"speaker\":\"M4\",\"topic\":\"报告\",\"kind\":\"OPINION\",\"words\":\"意见。\"}";
        assertThat(status(HttpMethod.PUT, path + "/" + UUID.randomUUID(), token("M8"), body))
                .isEqualTo(403);
        assertThat(status(HttpMethod.PUT, path + "/" + UUID.randomUUID(), token("M3"), body))
                .isEqualTo(403);
        assertThat(status(HttpMethod.PUT, path + "/" + UUID.randomUUID(), token("M2"), body))
                .isEqualTo(200);

        String stale = "{\"version\":1,\"speaker\":\"M3\",\"topic\":\"报告\",\"kind\":\"OPINION\",\"words\":\"别的。\"}";
        assertThat(status(HttpMethod.PUT, path + "/" + noteId, token("M2"), stale))
                .isEqualTo(412);

        String page = "/sessions/" + SESSION + "/delegations/d01/meetings/1";
        assertThat(get(path, token("M3"))).isEqualTo(200);
        assertThat(get(page, token("M3"))).isEqualTo(200);
        assertThat(get(path, token("M9"))).isEqualTo(403);
        assertThat(get(page, token("M9"))).isEqualTo(403);
        assertThat(get("/sessions/" + SESSION + "/notes/" + noteId, token("M9")))
                .isEqualTo(403);
        assertThat(get("/sessions/" + SESSION + "/inbox", token("M1"))).isEqualTo(403);
        assertThat(status(HttpMethod.POST, path + "/hand", token("M2"), "{}")).isEqualTo(403);
        // What was not handed in yet is the delegation's own.
        assertThat(get(path, staff(Role.SECRETARIAT, BODY))).isEqualTo(403);
    }

    @Test
    @Order(7)
    void onlyTheSpeakerConfirmsAndCorrectsTheOwnWords() {
        as("M4").run(() -> assertThat(codes(notes.confirm(noteId, 2))).containsExactly("congress.not-your-words"));
        as("M3").run(() -> {
            assertThat(notes.confirm(noteId, 2).orThrow().confirmedNow()).isTrue();
            Note corrected = notes.correct(noteId, 2, "建议增加中小学学位。", "").orThrow();
            assertThat(corrected.version()).isEqualTo(3);
            assertThat(corrected.confirmedNow()).isTrue();
            assertThat(codes(notes.correct(noteId, 2, "旧的。", ""))).containsExactly("congress.note-stale");
        });
    }

    @Test
    @Order(8)
    void notesAreHandedInByTheHeadWhenTheMeetingIsOver() throws Exception {
        String path = "/api/v1/sessions/" + SESSION + "/sittings/" + MEETING + "/notes";
        assertThat(codes(notes.hand(MEETING))).containsExactly("congress.meeting-not-closed");
        sittings.close(MEETING).orThrow();
        assertThat(status(HttpMethod.POST, path + "/hand", token("M1"), "{}")).isEqualTo(200);
        assertThat(codes(notes.save(MEETING, typed(UUID.randomUUID(), 0, "M4", "晚了。"))))
                .containsExactly("congress.notes-handed");
        assertThat(get(path, staff(Role.SECRETARIAT, BODY))).isEqualTo(200);
        assertThat(notes.handed(SESSION, "", "", "")).hasSize(3);
        assertThat(notes.handed(SESSION, "", "", "AMENDMENT")).hasSize(1);
        Delegations.Figures figures = delegations.figures(SESSION).getFirst();
        assertThat(List.of(figures.meetings(), figures.speakers(), figures.notes(), figures.handed()))
                .containsExactly(1, 3, 3, 1);
    }

    // ------------------------------------------------------------------ bulletins

    private Bulletin draftBulletin(String title, Bulletins.Reach reach, List<UUID> taken) {
        Bulletin made = bulletins
                .create(SESSION, new Bulletins.NewBulletin(title, Bulletins.Basis.DELEGATION, "d01", reach))
                .orThrow();
        return bulletins.take(made.id(), 1, taken).orThrow();
    }

    private Bulletin approved(Bulletin made) {
        Bulletin sent = bulletins.move(made.id(), made.version(), Move.SEND, "").orThrow();
        return bulletins.move(sent.id(), sent.version(), Move.APPROVE, "").orThrow();
    }

    @Test
    @Order(9)
    void aBulletinKeepsItsSourceIsApprovedAndOnlyThenReadByDelegates() throws Exception {
        Bulletin made = draftBulletin("长安区代表团审议发言", Bulletins.Reach.DEPUTIES, List.of(noteId));
        as("M3").run(() -> notes.correct(noteId, 3, "建议增加初中学位。", "").orThrow());
        assertThat(codes(bulletins.move(made.id(), made.version(), Move.SEND, "")))
                .containsExactly("congress.excerpt-outdated");
        Bulletin abridged = bulletins
                .abridge(made.id(), made.version(), made.excerpts().getFirst().id(), "增加初中学位。")
                .orThrow();
        assertThat(abridged.excerpts().getFirst().source().words()).isEqualTo("建议增加初中学位。");
        assertThat(bulletins.edits(abridged.excerpts().getFirst().id())).hasSize(2);

        Bulletin sent =
                bulletins.move(made.id(), abridged.version(), Move.SEND, "").orThrow();
        String path = "/sessions/" + SESSION + "/bulletins/" + made.id();
        assertThat(get(path, token("M9"))).isEqualTo(403);
        String move = "{\"version\":" + sent.version() + "}";
        String secretariat = staff(Role.SECRETARIAT, BODY);
        assertThat(status(HttpMethod.POST, "/api/v1" + path + "/approval/APPROVE", secretariat, move))
                .isEqualTo(403);
        assertThat(status(HttpMethod.POST, "/api/v1" + path + "/moves/PUBLISH", secretariat, move))
                .isEqualTo(409);
        assertThat(status(
                        HttpMethod.POST,
                        "/api/v1" + path + "/approval/APPROVE",
                        staff(Role.SECRETARY_GENERAL, BODY),
                        move))
                .isEqualTo(200);
        Bulletin published =
                bulletins.move(made.id(), sent.version() + 1, Move.PUBLISH, "").orThrow();
        assertThat(published.number()).contains(1);
        assertThat(get(path, token("M9"))).isEqualTo(200);
        as("M3").run(() ->
                assertThat(codes(notes.correct(noteId, 4, "再改。", ""))).containsExactly("congress.note-published"));

        byte[] pdf = web.perform(request(HttpMethod.GET, path + "/bulletin.pdf")
                        .header("Authorization", "Bearer " + token("M9")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(Printed.of(pdf).text()).contains("简报", "第一期", "大会秘书处编", "演示M3代表说：增加初中学位。", "抄送：全体代表");

        bulletins.move(made.id(), published.version(), Move.RECALL, "有误").orThrow();
        assertThat(get(path, token("M9"))).isEqualTo(403);
    }

    @Test
    @Order(10)
    void publishedAtTheSameMomentTheyAreNumberedWithoutGaps() throws Exception {
        List<Bulletin> waiting = IntStream.range(0, 12)
                .mapToObj(i -> approved(draftBulletin("并发第" + i, Bulletins.Reach.PRESIDIUM, List.of(noteId))))
                .toList();
        List<Callable<Ruling<Bulletin>>> jobs = new ArrayList<>();
        for (Bulletin one : waiting) {
            // Twice each: the second is refused and must not take a number with it.
            jobs.add(() -> bulletins.move(one.id(), one.version(), Move.PUBLISH, ""));
            jobs.add(() -> bulletins.move(one.id(), one.version(), Move.PUBLISH, ""));
        }
        int granted = 0;
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (Future<Ruling<Bulletin>> future : pool.invokeAll(jobs)) {
                granted += future.get() instanceof Ruling.Granted<Bulletin> ? 1 : 0;
            }
        }
        assertThat(granted).isEqualTo(12);
        assertThat(bulletins.of(SESSION).stream()
                        .flatMap(one -> one.number().stream())
                        .sorted())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 13).boxed().toList());
        assertThat(get(
                        "/sessions/" + SESSION + "/bulletins/"
                                + waiting.getFirst().id(),
                        token("M9")))
                .isEqualTo(403);
    }

    // ------------------------------------------------------------------ digest and drafts

    @Test
    @Order(11)
    void everyOpinionIsAnsweredWithAReasonAndTheDraftReturnsWithItsChangesMarked() throws Exception {
        UUID id = draft.orElseThrow();
        Opinions.OfSubject subject = opinions.digest(SESSION).stream()
                .filter(one -> one.item().equals(draft))
                .findFirst()
                .orElseThrow();
        Opinions.OfParagraph part = subject.parts().getFirst();
        assertThat(part.paragraph()).contains(2);
        assertThat(part.text()).isEqualTo("第二段，共八名。");
        assertThat(part.delegations()).containsExactly(Map.entry("长安区代表团", 1));
        UUID note = part.opinions().getFirst().note().id();

        assertThat(codes(opinions.answer(note, 0, Opinions.Result.NOT_ADOPTED, " ", Optional.of(2))))
                .containsExactly("congress.answer-reason", "congress.answer-version");
        drafts.revise(id, 1, "第一段。\n第二段，共九名。\n第三段。", "吸收长安区代表团意见").orThrow();
        assertThat(codes(drafts.revise(id, 1, "第一段。", "旧稿"))).containsExactly("congress.draft-stale");
        opinions.answer(note, 0, Opinions.Result.ADOPTED, "", Optional.of(2)).orThrow();
        assertThat(codes(opinions.answer(note, 0, Opinions.Result.NOT_ADOPTED, "理由", Optional.empty())))
                .containsExactly("congress.answer-stale");
        assertThat(opinions.answerTo(note).orElseThrow().textVersion()).contains(2);

        List<Changes.Paragraph> changes = Changes.between(
                drafts.text(id, 1).orElseThrow().paragraphs(),
                drafts.text(id).orElseThrow().paragraphs());
        assertThat(changes).filteredOn(Changes.Paragraph::changed).hasSize(1);
        assertThat(changes.get(1).pieces())
                .filteredOn(piece -> piece.fate() == Wording.Fate.ADDED)
                .extracting(Wording.Run::text)
                .allMatch(text -> text.contains("九"));

        assertThat(get("/sessions/" + SESSION + "/opinions", token("M9"))).isEqualTo(403);
        assertThat(get("/sessions/" + SESSION + "/opinions", staff(Role.SECRETARIAT, BODY)))
                .isEqualTo(200);
        String page = web.perform(request(HttpMethod.GET, "/sessions/" + SESSION + "/drafts/" + id)
                        .header("Authorization", "Bearer " + token("M9")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("<del>", "<ins>", "九");
    }

    @Test
    @Order(12)
    void everyPageOfTheMeetingsOpensForThoseItIsFor() throws Exception {
        String secretariat = staff(Role.SECRETARIAT, BODY);
        for (String page : List.of(
                "delegations",
                "delegations.csv",
                "delegations/d01",
                "delegations/d01-g1",
                "delegations/d01/meetings/1",
                "delegations/d01/meetings/1/record.pdf",
                "inbox",
                "bulletins",
                "drafts",
                "opinions.pdf",
                "notes/" + noteId)) {
            assertThat(get("/sessions/" + SESSION + "/" + page, secretariat))
                    .as(page)
                    .isEqualTo(200);
        }
        for (String page : List.of("delegations", "delegations/d01", "my-words", "bulletins", "drafts")) {
            assertThat(get("/sessions/" + SESSION + "/" + page, token("M3")))
                    .as(page)
                    .isEqualTo(200);
        }
        Sitting sitting = sittings.byId(MEETING).orElseThrow();
        assertThat(sitting.subject()).isEqualTo(Delegations.subject(SESSION));
    }
}
