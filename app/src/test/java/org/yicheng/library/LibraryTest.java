package org.yicheng.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Member;
import org.yicheng.home.PlatformClock;
import org.yicheng.library.Documents.Draft;
import org.yicheng.library.Documents.Held;
import org.yicheng.library.Documents.NewDocument;
import org.yicheng.library.Documents.Upload;
import org.yicheng.library.Reading.Answer;
import org.yicheng.party.Accounts;
import org.yicheng.party.Caller;
import org.yicheng.party.Role;
import org.yicheng.record.Journal;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.Http;
import org.yicheng.testing.Printed;
import org.yicheng.testing.YichengTest;

/** Documents of a congress of six in two delegations: given out, read, revised, taken back, searched. */
@YichengTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryTest {

    private static final String BODY = "library";
    private static final Instant MORNING = Instant.parse("2024-01-26T01:00:00Z");

    @Autowired
    Documents documents;

    @Autowired
    Reading reading;

    @Autowired
    Bodies bodies;

    @Autowired
    Congress congress;

    @Autowired
    Accounts accounts;

    @Autowired
    Journal journal;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private final List<Caller> members = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private Caller secretariat = Caller.PUBLIC;
    private String secretariatToken = "";

    @BeforeAll
    void meet() {
        at(MORNING);
        List<UUID> people = congress.congress(BODY, 6);
        congress.congress("elsewhere", 2);
        for (UUID person : people) {
            Accounts.Account account =
                    accounts.create(Accounts.Kind.MEMBER, "member-" + person, "演示", Optional.of(person), true);
            accounts.giveRole(account.id(), Role.MEMBER, BODY);
            tokens.add(accounts.issueToken(account.id(), Instant.now().plus(Duration.ofHours(1))));
            members.add(accounts.callerOf(tokens.getLast()).orElseThrow());
        }
        secretariatToken = staff(Role.SECRETARIAT, BODY);
        secretariat = accounts.callerOf(secretariatToken).orElseThrow();
    }

    @AfterAll
    void backToToday() {
        at(Instant.now());
    }

    private String staff(Role role, String body) {
        String login = role + "-" + body + "-" + UUID.randomUUID();
        Accounts.Account account = accounts.create(Accounts.Kind.DEVICE, login, login, Optional.empty(), true);
        accounts.giveRole(account.id(), role, body);
        return accounts.issueToken(account.id(), Instant.now().plus(Duration.ofHours(1)));
    }

    private void at(Instant instant) {
        ((PlatformClock) clock).set(instant);
    }

    private static <T> T as(Caller caller, Supplier<T> work) {
        AtomicReference<T> answer = new AtomicReference<>();
        caller.<RuntimeException>run(() -> answer.set(work.get()));
        return answer.get();
    }

    private Held make(Document.Kind kind, String title, String text) {
        return make(kind, Document.Secrecy.INTERNAL, Draft.of(title, text));
    }

    private Held make(Document.Kind kind, Document.Secrecy secrecy, Draft draft) {
        return as(
                secretariat,
                () -> documents
                        .create(new NewDocument(BODY, "", kind, "", "演示代表大会", secrecy, true), draft)
                        .orThrow());
    }

    private Publication give(Held held, int version, Audience... audience) {
        return as(
                secretariat,
                () -> documents
                        .publish(held.document().id(), version, List.of(audience), Optional.empty())
                        .orThrow());
    }

    private Version revise(Held held, int basedOn, String text) {
        return as(
                secretariat,
                () -> documents
                        .revise(
                                held.document().id(),
                                basedOn,
                                Draft.of(held.newest().title(), text))
                        .orThrow());
    }

    private Answer open(Caller reader, Held held) {
        return as(reader, () -> reading.open(held.document().id(), 0));
    }

    private List<String> titles(Caller reader, String q) {
        return as(reader, () -> reading.list(new Reading.Filter(q, "", false), 0, 200)).rows().stream()
                .map(line -> line.entry().title())
                .toList();
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    @Test
    void onlyTheAudienceSeesADocumentAndOnlyFromItsHour() {
        Held held = make(Document.Kind.BULLETIN, "长安区简报", "演示");
        assertThat(open(members.get(0), held)).isInstanceOf(Answer.Nothing.class);
        Instant evening = clock.instant().plus(Duration.ofHours(2));
        as(
                secretariat,
                () -> documents
                        .publish(
                                held.document().id(), 1, List.of(new Audience.OfGroup(BODY, "A")), Optional.of(evening))
                        .orThrow());
        assertThat(open(members.get(0), held)).isInstanceOf(Answer.Nothing.class);
        at(evening.plusSeconds(2));
        assertThat(open(members.get(0), held)).isInstanceOf(Answer.Here.class);
        assertThat(open(members.get(1), held)).isInstanceOf(Answer.Nothing.class);
        assertThat(open(Caller.PUBLIC, held)).isInstanceOf(Answer.Nothing.class);
        assertThat(titles(members.get(0), "")).contains("长安区简报");
        assertThat(titles(members.get(1), "")).doesNotContain("长安区简报");
        assertThat(Http.get(port, "/documents/" + held.document().id(), tokens.get(1))
                        .status())
                .isEqualTo(404);
        assertThat(Http.get(port, "/documents/" + held.document().id(), "").status())
                .isEqualTo(303);
    }

    @Test
    void aSuspendedMemberLosesTheDocumentsWithTheMandate() {
        Held held = make(Document.Kind.REFERENCE, "只给在任的代表", "演示");
        give(held, 1, new Audience.Members(BODY));
        Caller fifth = members.get(4);
        assertThat(open(fifth, held)).isInstanceOf(Answer.Here.class);
        bodies.changeStatus(BODY, "M5", Member.MandateStatus.SUSPENDED, clock.instant(), "演示")
                .orThrow();
        assertThat(open(fifth, held)).isInstanceOf(Answer.Nothing.class);
        assertThat(titles(fifth, "")).doesNotContain("只给在任的代表");
        bodies.changeStatus(BODY, "M5", Member.MandateStatus.IN_OFFICE, clock.instant(), "演示")
                .orThrow();
    }

    @Test
    void theFirstOpeningLeavesOneReceiptAndOneActPerVersion() {
        Held held = make(Document.Kind.GUIDE, "须知甲", "第一版");
        give(held, 1, new Audience.Members(BODY));
        UUID id = held.document().id();
        Caller reader = members.get(2);
        assertThat(as(reader, () -> reading.opened(id, 1, Optional.empty()))).isTrue();
        assertThat(as(reader, () -> reading.opened(id, 1, Optional.empty()))).isFalse();
        assertThat(as(reader, () -> reading.opened(id, 2, Optional.empty()))).isFalse();
        assertThat(as(Caller.PUBLIC, () -> reading.opened(id, 1, Optional.empty())))
                .isFalse();
        assertThat(journal.latest(
                        new Journal.ActFilter("library.document.open", "document:" + id, Optional.empty(), 10)))
                .hasSize(1)
                .allSatisfy(act -> assertThat(act.actor()).isEqualTo(reader.actor()));
        List<Documents.OfGroup> groups = documents.readBy(id, 1);
        assertThat(groups).extracting(Documents.OfGroup::expected).containsExactly(3, 3);
        assertThat(groups).extracting(Documents.OfGroup::opened).containsExactlyInAnyOrder(1, 0);
    }

    @Test
    void aKeptPageLeavesNoReceiptAndAReadOneDoes() {
        Held held = make(Document.Kind.GUIDE, "须知乙", "演示");
        give(held, 1, new Audience.Members(BODY));
        UUID id = held.document().id();
        String path = "/documents/" + id;
        assertThat(kept(path, tokens.get(3))).isEqualTo(200);
        assertThat(documents.readBy(id, 1))
                .allSatisfy(group -> assertThat(group.opened()).isZero());
        assertThat(Http.get(port, path, tokens.get(3)).status()).isEqualTo(200);
        assertThat(documents.readBy(id, 1).stream()
                        .mapToInt(Documents.OfGroup::opened)
                        .sum())
                .isEqualTo(1);
    }

    private int kept(String path, String token) {
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            return client.send(
                            java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://localhost:" + port + path))
                                    .header("Authorization", "Bearer " + token)
                                    .header("X-Keep", "1")
                                    .build(),
                            java.net.http.HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aReaderSeesTheNewestVersionGivenAndIsToldThatItChanged() {
        Held held = make(Document.Kind.REPORT, "报告甲", "会议提前十五分钟签到。");
        give(held, 1, new Audience.Members(BODY));
        UUID id = held.document().id();
        as(members.get(0), () -> reading.opened(id, 1, Optional.empty()));
        revise(held, 1, "会议提前二十分钟签到。");
        assertThat(open(members.get(0), held))
                .isInstanceOfSatisfying(
                        Answer.Here.class,
                        here -> assertThat(here.open().version().number()).isEqualTo(1));
        give(held, 2, new Audience.OfGroup(BODY, "A"));
        assertThat(open(members.get(0), held)).isInstanceOfSatisfying(Answer.Here.class, here -> {
            assertThat(here.open().version().number()).isEqualTo(2);
            assertThat(here.open().versions()).containsExactly(2, 1);
            assertThat(here.open().lastRead()).isEqualTo(1);
        });
        assertThat(as(members.get(1), () -> reading.open(id, 2))).isInstanceOf(Answer.Nothing.class);
        String page = Http.get(port, "/documents/" + id + "/compare?from=1&to=2", tokens.get(0))
                .text();
        assertThat(page).contains("<del>", "十五", "<ins>", "二十");
        assertThat(Http.get(port, "/documents/" + id + "/compare?from=1&to=2", tokens.get(1))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aRecalledDocumentIsGoneForItsReadersAndTheActStays() {
        Held held = make(Document.Kind.DRAFT_RESOLUTION, "发错的草案", "独一无二的词句");
        Publication given = give(held, 1, new Audience.Members(BODY));
        UUID id = held.document().id();
        assertThat(titles(members.get(0), "独一无二")).containsExactly("发错的草案");
        assertThat(codes(as(secretariat, () -> documents.recall(given.id(), " "))))
                .containsExactly("library.reason-length");
        as(secretariat, () -> documents.recall(given.id(), "文本有误").orThrow());
        assertThat(codes(as(secretariat, () -> documents.recall(given.id(), "再收一次"))))
                .containsExactly("library.recalled-already");
        assertThat(titles(members.get(0), "独一无二")).isEmpty();
        Http.Answer page = Http.get(port, "/documents/" + id, tokens.get(0));
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.text()).contains("文本有误").doesNotContain("独一无二");
        assertThat(open(Caller.PUBLIC, held)).isInstanceOf(Answer.Nothing.class);
        assertThat(as(members.get(0), () -> reading.keepable(300)))
                .noneMatch(entry -> entry.document().id().equals(id));
        assertThat(documents.byId(id).orElseThrow().publications().getFirst().recall())
                .map(Publication.Recall::reason)
                .contains("文本有误");
        assertThat(journal.latest(new Journal.ActFilter("library.document", "document:" + id, Optional.empty(), 10)))
                .extracting(org.yicheng.record.Act::verb)
                .containsExactly("library.document.recall", "library.document.publish", "library.document.create");
    }

    @Test
    void aNoteIsForItsWriterAloneAndNeverInTheRecord() {
        Held held = make(Document.Kind.REPORT, "报告乙", "演示");
        give(held, 1, new Audience.Members(BODY));
        UUID id = held.document().id();
        long acts = journal.count(Journal.ActFilter.any(1));
        as(members.get(0), () -> reading.note(id, "问问就业的数字").orThrow());
        assertThat(journal.count(Journal.ActFilter.any(1))).isEqualTo(acts);
        assertThat(as(members.get(0), () -> reading.note(id))).isEqualTo("问问就业的数字");
        assertThat(as(members.get(2), () -> reading.note(id))).isEmpty();
        assertThat(as(secretariat, () -> reading.note(id))).isEmpty();
        assertThat(Http.get(port, "/documents/" + id, tokens.get(2)).text()).doesNotContain("问问就业");
        assertThat(codes(as(members.get(0), () -> reading.note(id, "长".repeat(5_001)))))
                .containsExactly("library.note-length");
        assertThat(codes(as(Caller.PUBLIC, () -> reading.note(id, "路人")))).containsExactly("library.document.unknown");
        as(members.get(0), () -> reading.note(id, " ").orThrow());
        assertThat(jdbc.queryForObject("select count(*) from library.note where document = ?", Integer.class, id))
                .isZero();
    }

    @Test
    void secrecyBoundsTheAudienceAndThePhone() {
        Held secret = make(Document.Kind.REFERENCE, Document.Secrecy.WORK_SECRET, Draft.of("座次安排", "演示"));
        Ruling<Publication> everybody = as(
                secretariat,
                () -> documents.publish(
                        secret.document().id(), 1, List.of(new Audience.Everybody()), Optional.empty()));
        assertThat(codes(everybody)).containsExactly("library.not-for-everybody");
        give(secret, 1, new Audience.Members(BODY));
        assertThat(titles(members.get(0), "")).contains("座次安排");
        assertThat(as(members.get(0), () -> reading.keepable(300)))
                .noneMatch(entry -> entry.title().equals("座次安排"));
        Held open = make(Document.Kind.PROCLAMATION, Document.Secrecy.OPEN, Draft.of("公告一", "演示"));
        give(open, 1, new Audience.Everybody());
        assertThat(titles(Caller.PUBLIC, "")).contains("公告一").doesNotContain("座次安排");
    }

    @Test
    void wrongAudiencesAndTimesAreRefusedAllAtOnce() {
        Held held = make(Document.Kind.BULLETIN, "简报乙", "演示");
        Ruling<Publication> wrong = as(
                secretariat,
                () -> documents.publish(
                        held.document().id(),
                        7,
                        List.of(new Audience.OfGroup(BODY, "Z"), new Audience.Members("elsewhere")),
                        Optional.of(clock.instant().minusSeconds(1))));
        assertThat(codes(wrong))
                .containsExactly(
                        "library.version-not-there",
                        "library.group-not-there",
                        "library.audience-not-own",
                        "library.from-when");
        assertThat(codes(
                        as(secretariat, () -> documents.publish(held.document().id(), 1, List.of(), Optional.empty()))))
                .containsExactly("library.audience-count");
        assertThat(documents.byId(held.document().id()).orElseThrow().publications())
                .isEmpty();
    }

    @Test
    void twoClerksDoNotOverwriteEachOther() {
        Held held = make(Document.Kind.GUIDE, "须知丙", "第一版");
        UUID id = held.document().id();
        revise(held, 1, "甲的改动");
        Ruling<Version> late = as(secretariat, () -> documents.revise(id, 1, Draft.of("须知丙", "乙的改动")));
        assertThat(codes(late)).containsExactly("library.version-stale");
        assertThat(codes(as(secretariat, () -> documents.revise(id, 2, Draft.of("须知丙", "甲的改动")))))
                .containsExactly("library.version-unchanged");
        assertThat(documents.versions(id)).extracting(Version::text).containsExactly("甲的改动", "第一版");
    }

    @Test
    void aNumberIsUsedOnceWithinAKind() {
        NewDocument first =
                new NewDocument(BODY, "", Document.Kind.BULLETIN, "第3期", "大会", Document.Secrecy.INTERNAL, true);
        as(secretariat, () -> documents.create(first, Draft.of("简报三", "演示")).orThrow());
        assertThat(codes(as(secretariat, () -> documents.create(first, Draft.of("又一个三", "演示")))))
                .containsExactly("library.number-taken");
        assertThat(jdbc.queryForObject("select count(*) from library.version where title = '又一个三'", Integer.class))
                .isZero();
    }

    @Test
    void searchFindsChineseAndEnglishAndNothingThatIsNotThere() {
        Held report =
                make(Document.Kind.REPORT, "检索用报告", "人民群众票决民生实事项目。\n大会议程通过后公布。\nThe Budget of 2024 is balanced（ＡＢＣ）。");
        give(report, 1, new Audience.Members(BODY));
        Caller reader = members.get(0);
        for (String q : List.of("民生实事", "票", "budget", "BUD", "2024", "abc", "民生 budget", "检索用", "udge", "民\u0000生")) {
            assertThat(titles(reader, q)).as(q).contains("检索用报告");
        }
        // 人民、民大、大会 all occur, but not 人民大会 as it stands.
        for (String q : List.of("人民大会", "budgets", "民生 没有", "%", "_", "'; drop table")) {
            assertThat(titles(reader, q)).as(q).doesNotContain("检索用报告");
        }
        assertThat(titles(Caller.PUBLIC, "民生实事")).isEmpty();
        Reading.Line line = as(reader, () -> reading.list(new Reading.Filter("abc", "", false), 0, 10)).rows().stream()
                .filter(one -> one.entry().title().equals("检索用报告"))
                .findFirst()
                .orElseThrow();
        assertThat(line.passages().getFirst().spans())
                .filteredOn(Comparison.Span::marked)
                .extracting(Comparison.Span::text)
                .containsExactly("ＡＢＣ");
    }

    @Test
    void theTextOfAnAttachedFileIsFoundAndTheFileComesBackByteForByte() throws IOException {
        byte[] word = docx("附件里写着湿地保护条例");
        Held held = make(
                Document.Kind.REFERENCE,
                Document.Secrecy.INTERNAL,
                new Draft("带附件的材料", "", Optional.of(new Upload("C:\\temp\\材料\".exe", word)), ""));
        assertThat(held.newest().attachment()).hasValueSatisfying(file -> {
            assertThat(file.type()).contains("wordprocessingml");
            assertThat(file.name()).isEqualTo("材料.docx");
        });
        give(held, 1, new Audience.OfGroup(BODY, "B"));
        assertThat(titles(members.get(1), "湿地保护")).containsExactly("带附件的材料");
        Http.Answer file = Http.get(port, "/documents/" + held.document().id() + "/file", tokens.get(1));
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.content()).isEqualTo(word);
        assertThat(Http.get(port, "/documents/" + held.document().id() + "/file", tokens.get(0))
                        .status())
                .isEqualTo(404);
    }

    private static byte[] docx(String text) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText(text);
            document.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void aFileIsJudgedByItsContent() {
        byte[] page = "<script>alert(1)</script>\u0000".getBytes(StandardCharsets.UTF_8);
        Ruling<Held> made = as(
                secretariat,
                () -> documents.create(
                        new NewDocument(BODY, "", Document.Kind.REFERENCE, "", "大会", Document.Secrecy.INTERNAL, true),
                        new Draft("", "", Optional.of(new Upload("a.pdf", page)), "")));
        assertThat(codes(made)).containsExactly("library.title-length", "library.file-kind");
    }

    @Test
    void thePaperHasItsTextAndItsDigest() {
        Held held = make(Document.Kind.VOTING_METHOD, "表决办法甲", "一、方式\n采用无记名按表决器的方式。\n（一）一人一器");
        give(held, 1, new Audience.Members(BODY));
        Http.Answer pdf = Http.get(port, "/documents/" + held.document().id() + "/print.pdf", tokens.get(0));
        assertThat(pdf.type()).isEqualTo("application/pdf");
        Printed printed = Printed.of(pdf.content());
        assertThat(printed.onA4()).isTrue();
        assertThat(printed.unprinted()).isEmpty();
        assertThat(printed.text()).contains("内部", "演示代表大会", "表决办法甲", "一、方式", "采用无记名按表决器的方式。", "（一）一人一器");
    }

    @Test
    void anotherBodysSecretariatReachesNothing() {
        Held held = make(Document.Kind.GUIDE, "须知丁", "演示");
        String other = staff(Role.SECRETARIAT, "elsewhere");
        UUID id = held.document().id();
        for (String path : List.of(
                "/documents/" + id + "/manage",
                "/documents/" + id,
                "/documents/" + id + "/versions/new",
                "/documents/" + id + "/versions/1/print.pdf",
                "/api/v1/documents/" + id + "/receipts",
                "/api/v1/documents/" + id + "/versions")) {
            assertThat(Http.get(port, path, other).status()).as(path).isEqualTo(404);
            assertThat(Http.get(port, path, secretariatToken).status())
                    .as(path)
                    .isEqualTo(path.equals("/documents/" + id) ? 404 : 200);
        }
        assertThat(Http.get(port, "/bodies/" + BODY + "/documents", other).status())
                .isEqualTo(403);
        assertThat(Http.get(port, "/documents/" + id + "/manage", tokens.get(0)).status())
                .isEqualTo(403);
    }

    @Test
    void openingsReportedLaterKeepTheirHourWithinReason() {
        Held held = make(Document.Kind.BULLETIN, "简报丙", "演示");
        give(held, 1, new Audience.Members(BODY));
        UUID id = held.document().id();
        Instant given = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        at(given.plus(Duration.ofHours(3)));
        as(members.get(0), () -> reading.opened(id, 1, Optional.of(given.plusSeconds(60))));
        as(members.get(1), () -> reading.opened(id, 1, Optional.of(given.minus(Duration.ofDays(9)))));
        assertThat(jdbc.queryForList("select at from library.receipt where document = ? order by at", Instant.class, id)
                        .getFirst())
                .isEqualTo(given.plusSeconds(60));
        assertThat(Set.copyOf(
                        jdbc.queryForList("select account from library.receipt where document = ?", UUID.class, id)))
                .hasSize(2);
    }
}
