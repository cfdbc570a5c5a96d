package org.yicheng.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.assembly.Congress;
import org.yicheng.catalogue.Catalogue.Alikes;
import org.yicheng.catalogue.Catalogue.Asked;
import org.yicheng.catalogue.Catalogue.Found;
import org.yicheng.catalogue.Catalogue.Way;
import org.yicheng.finding.Organ;
import org.yicheng.library.Audience;
import org.yicheng.library.Document;
import org.yicheng.library.Documents;
import org.yicheng.library.Documents.Draft;
import org.yicheng.library.Documents.Held;
import org.yicheng.library.Documents.NewDocument;
import org.yicheng.library.Publication;
import org.yicheng.party.Accounts;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.party.Role;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.Http;
import org.yicheng.testing.YichengTest;

/** What is put is found by those who may see it, by words and by meaning; what people correct is kept. */
@YichengTest(properties = "yicheng.catalogue.model=true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueTest {

    private static final String BODY = "catalogue";

    @Autowired
    Catalogue catalogue;

    @Autowired
    Corrections corrections;

    @Autowired
    Documents documents;

    @Autowired
    Accounts accounts;

    @Autowired
    Congress congress;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    private String token = "";
    private Caller secretariat = Caller.PUBLIC;
    private Caller member = Caller.PUBLIC;

    @BeforeAll
    void fill() throws IOException {
        List<UUID> people = congress.congress(BODY, 2);
        token = token(Accounts.Kind.DEVICE, Role.SECRETARIAT, Optional.empty());
        secretariat = accounts.callerOf(token).orElseThrow();
        member = accounts.callerOf(token(Accounts.Kind.MEMBER, Role.MEMBER, Optional.of(people.getFirst())))
                .orElseThrow();
        List<String> titles = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("../examples/finding/near-duplicates.tsv"))) {
            titles.add(line.split("\t")[2]);
        }
        transaction.executeWithoutResult(_ -> titles.stream()
                .skip(1)
                .forEach(title ->
                        catalogue.put(entry("title:" + title, title, Entry.Seen.everybody(), Entry.Side.NONE))));
        List<Organ> organs = Files.readAllLines(Path.of("../examples/finding/organs.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(cells -> Organ.of(cells[0], cells[1]))
                .toList();
        as(secretariat, () -> corrections.replace(organs).orThrow());
        catalogue.follow();
    }

    private String token(Accounts.Kind kind, Role role, Optional<UUID> person) {
        String login = role + "-" + UUID.randomUUID();
        Accounts.Account account = accounts.create(kind, login, login, person, true);
        accounts.giveRole(account.id(), role, BODY);
        return accounts.issueToken(account.id(), Instant.now().plus(Duration.ofHours(1)));
    }

    private static Entry entry(String id, String title, Entry.Seen seen, Entry.Side side) {
        return new Entry(
                id,
                id,
                "proposals.kind-SUGGESTION",
                BODY,
                Entry.Said.of(title, "演示正文"),
                seen,
                new Entry.Facts("/x", "", Optional.empty(), new Bilingual("已答复", "answered"), side, true));
    }

    private void put(Entry entry) {
        transaction.executeWithoutResult(_ -> catalogue.put(entry));
        catalogue.follow();
    }

    private static <T> T as(Caller caller, Supplier<T> work) {
        AtomicReference<T> answer = new AtomicReference<>();
        caller.<RuntimeException>run(() -> answer.set(work.get()));
        return answer.get();
    }

    private List<String> titles(Caller caller, String words) {
        return as(caller, () -> catalogue.search(new Asked(words, "", "", ""), 0, 20)).hits().stream()
                .map(hit -> hit.line().title().zh())
                .toList();
    }

    private static List<String> alike(Alikes alikes) {
        return alikes.entries().stream().map(one -> one.line().title().zh()).toList();
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    @Test
    void whatAsksForTheSameInOtherWordsIsFoundWithWhatBecameOfIt() {
        Alikes alikes = catalogue.similar("关于冬天家里供热不足的建议", List.of(), "");

        assertThat(alikes.way()).isEqualTo(Way.MODEL);
        assertThat(alike(alikes)).contains("关于解决部分小区暖气不热的提案", "关于提升集中供暖质量的建议");
        assertThat(alikes.entries()).allSatisfy(one -> {
            assertThat(one.score()).isGreaterThanOrEqualTo(Catalogue.SHOWN_FROM);
            assertThat(one.line().state().zh()).isEqualTo("已答复");
        });
        assertThat(alike(catalogue.similar("关于规范养犬行为的建议", List.of(), "title:关于规范养犬行为的建议")))
                .doesNotContain("关于规范养犬行为的建议");
    }

    @Test
    void aTextIsRoutedWithTheDutyAsReason() {
        assertThat(catalogue.route("关于规范养犬行为的建议").organs()).first().satisfies(organ -> {
            assertThat(organ.organ()).isEqualTo("市公安局");
            assertThat(organ.duty()).isEqualTo("养犬管理");
            assertThat(organ.decided()).isFalse();
        });
    }

    @Test
    void titlesAboutTheSameMakeATheme() {
        Catalogue.Themes themes = catalogue.themes("proposals.kind-SUGGESTION", BODY);

        assertThat(themes.way()).isEqualTo(Way.MODEL);
        assertThat(themes.themes())
                .anySatisfy(theme -> assertThat(theme.lines())
                        .extracting(line -> line.title().zh())
                        .contains("关于解决小区物业乱收费问题的提案", "关于规范物业服务企业收费行为的建议"));
    }

    @Test
    void demandFindsSupplyAndNotDemand() {
        put(entry("demand:1", "需要动力电池回收技术", Entry.Seen.everybody(), Entry.Side.DEMAND));
        put(entry("demand:2", "寻求动力电池回收技术", Entry.Seen.everybody(), Entry.Side.DEMAND));
        put(entry("supply:1", "提供废旧电池回收利用技术", Entry.Seen.everybody(), Entry.Side.SUPPLY));

        assertThat(catalogue.matches("demand:1").map(CatalogueTest::alike)).contains(List.of("提供废旧电池回收利用技术"));
        assertThat(catalogue.matches("title:关于规范养犬行为的建议")).isEmpty();
    }

    @Test
    void onlyThoseWhoMaySeeAnEntryFindIt() {
        put(entry("secret:1", "关于内部事项独角兽的建议", Entry.Seen.may(BODY, Permission.MATTER_EXAMINE), Entry.Side.NONE));

        assertThat(titles(secretariat, "独角兽")).hasSize(1);
        assertThat(titles(member, "独角兽")).isEmpty();
        assertThat(titles(Caller.PUBLIC, "独角兽")).isEmpty();
        assertThat(alike(as(member, () -> catalogue.similar("内部事项独角兽", List.of(), ""))))
                .doesNotContain("关于内部事项独角兽的建议");
        assertThat(as(Caller.PUBLIC, () -> catalogue.search(new Asked("独角兽", "", "", ""), 0, 20))
                        .total())
                .isZero();
        assertThat(Http.get(port, "/search?q=%E7%8B%AC%E8%A7%92%E5%85%BD", "").text())
                .doesNotContain("内部事项");
        assertThat(Http.get(port, "/search?q=%E7%8B%AC%E8%A7%92%E5%85%BD", token)
                        .text())
                .contains("<mark>独角兽</mark>");
    }

    private Held given(String title, String text, Audience audience) {
        Held held = as(
                secretariat,
                () -> documents
                        .create(
                                new NewDocument(
                                        BODY, "", Document.Kind.REPORT, "", "演示", Document.Secrecy.INTERNAL, true),
                                Draft.of(title, text))
                        .orThrow());
        as(
                secretariat,
                () -> documents
                        .publish(held.document().id(), 1, List.of(audience), Optional.empty())
                        .orThrow());
        return documents.byId(held.document().id()).orElseThrow();
    }

    @Test
    void aDocumentIsFoundByItsAudienceAndAtOnceNoLongerWhenItIsRecalled() {
        Held held = given("年度报告", "其中提到火星移民。", new Audience.Members(BODY));
        catalogue.follow();
        assertThat(titles(member, "火星移民")).containsExactly("年度报告");
        assertThat(titles(Caller.PUBLIC, "火星移民")).isEmpty();

        Publication given = held.publications().getFirst();
        as(secretariat, () -> documents.recall(given.id(), "发错了").orThrow());
        // Before the catalogue has followed.
        assertThat(titles(member, "火星移民")).isEmpty();
        catalogue.follow();
        assertThat(titles(member, "火星移民")).isEmpty();
        assertThat(jdbc.queryForObject(
                        "select words from catalogue.entry where id like ?",
                        String.class,
                        "document:" + held.document().id() + "%"))
                .isEmpty();
    }

    @Test
    void anEntryThatIsPutAgainOrRemovedIsFoundAsItIs() {
        put(entry("moved:1", "关于木卫二的建议", Entry.Seen.everybody(), Entry.Side.NONE));
        put(entry("moved:1", "关于木卫三的建议", Entry.Seen.everybody(), Entry.Side.NONE));
        assertThat(titles(member, "\"木卫二\"")).isEmpty();
        assertThat(titles(member, "\"木卫三\"")).hasSize(1);

        transaction.executeWithoutResult(_ -> catalogue.remove("moved:1"));
        catalogue.follow();
        assertThat(titles(member, "\"木卫三\"")).isEmpty();
    }

    @Test
    void whatPeopleCorrectIsKeptAndFollowed() {
        String text = "关于遛狗不牵绳的建议";
        String dogs = "title:关于规范养犬行为的建议";
        assertThat(as(secretariat, () -> catalogue.similar(text, List.of(), "")).entries())
                .extracting(one -> one.line().id())
                .contains(dogs);

        as(secretariat, () -> corrections.judge(text, dogs, false, "一个管人，一个管狗").orThrow());
        as(secretariat, () -> corrections.organ(text, "市城市管理综合行政执法局", "").orThrow());

        assertThat(catalogue.similar(text, List.of(), "").entries())
                .extracting(one -> one.line().id())
                .doesNotContain(dogs);
        assertThat(catalogue.route("关于遛狗不牵绳的建议").organs()).first().satisfies(organ -> {
            assertThat(organ.organ()).isEqualTo("市城市管理综合行政执法局");
            assertThat(organ.decided()).isTrue();
        });
        assertThat(corrections.after(0))
                .extracting(Correction::kind)
                .containsSubsequence(Correction.Kind.DIFFERENT, Correction.Kind.ORGAN);
        assertThat(Http.get(port, "/catalogue/corrections.tsv", token).text())
                .contains("DIFFERENT\t关于遛狗不牵绳的建议\t关于规范养犬行为的建议\t" + dogs);
    }

    @Test
    void aCorrectionThatSaysNothingKnownIsRefusedWithEveryReason() {
        long before = corrections.after(0).size();

        assertThat(codes(as(secretariat, () -> corrections.judge(" ", "nowhere", true, "长".repeat(201)))))
                .containsExactlyInAnyOrder(
                        "catalogue.text-length", "catalogue.note-length", "catalogue.entry-not-there");
        assertThat(codes(as(secretariat, () -> corrections.organ("关于供暖的建议", "市养犬局", ""))))
                .containsExactly("catalogue.organ-not-there");
        assertThat(codes(as(
                        secretariat,
                        () -> corrections.replace(
                                List.of(new Organ("市教育局", List.of("教育")), new Organ("市教育局", List.of()))))))
                .containsExactlyInAnyOrder("catalogue.organ-twice", "catalogue.duties-many");
        assertThat(corrections.after(0)).hasSize((int) before);
        assertThat(corrections.organs()).hasSize(34);
    }

    @Test
    void facetsCountWhatTheCallerMaySee() {
        Found found = as(Caller.PUBLIC, () -> catalogue.search(new Asked("供暖", "", "", ""), 0, 20));

        assertThat(found.facets().get("place"))
                .extracting(Catalogue.Count::value)
                .contains(BODY);
        assertThat(as(Caller.PUBLIC, () -> catalogue.search(new Asked("供暖", "library.entry", "", ""), 0, 20))
                        .total())
                .isZero();
    }

    @Test
    void theInterfaceAnswersAndRefuses() {
        String answer = Http.get(port, "/api/v1/catalogue/search?q=%E7%89%A9%E4%B8%9A", "")
                .text();
        assertThat(answer).contains("关于规范", "\"marked\":true");
        assertThat(Http.get(port, "/api/v1/catalogue/search?q=" + "a".repeat(101), "")
                        .status())
                .isEqualTo(400);
        assertThat(Http.get(port, "/api/v1/catalogue/similar?text=x", "").status())
                .isEqualTo(401);
        assertThat(Http.get(port, "/catalogue?text=%E5%85%BB%E7%8A%AC", token).text())
                .contains("市公安局", "养犬管理");
        assertThat(Http.get(port, "/catalogue/themes?kind=proposals.kind-SUGGESTION", token)
                        .text())
                .contains("关键词");
    }
}
