package org.yicheng.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Group;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.NewMember;
import org.yicheng.document.RowFault;
import org.yicheng.document.Sheets;
import org.yicheng.matter.Window;
import org.yicheng.matter.Windows;
import org.yicheng.party.Person;
import org.yicheng.party.Persons;
import org.yicheng.party.Role;
import org.yicheng.proposals.Filing.State;
import org.yicheng.record.Journal;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Language;
import org.yicheng.rule.Law;
import org.yicheng.rule.Words;
import org.yicheng.testing.YichengTest;

/** Filings from a table: looked at first, then taken whole or not at all; what the desk exports is read again. */
@YichengTest
@Import(Congress.class)
class FilingImportTest {

    private static final String HEADER =
            "kind,number,title,lead,signers,mover,received,CASE,BASIS,PLAN,SITUATION,ADVICE\n";

    @Autowired
    Imports imports;

    @Autowired
    Filings filings;

    @Autowired
    Screenings screenings;

    @Autowired
    Proposals proposals;

    @Autowired
    Congress congress;

    @Autowired
    Bodies bodies;

    @Autowired
    Persons persons;

    @Autowired
    Windows windows;

    @Autowired
    Journal journal;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc web;

    @Autowired
    Words words;

    @Autowired
    Clock clock;

    private Instant now() {
        return clock.instant();
    }

    /** A congress of 120 whose deadline for motions was an hour ago. */
    private String congress(String body) {
        congress.congress(body, 120);
        return inSession(body);
    }

    private String inSession(String body) {
        transaction.executeWithoutResult(_ -> {
            windows.open(
                    "test:" + body,
                    Window.MOTION,
                    body,
                    now().minus(Duration.ofDays(2)),
                    Citation.of(Law.SHANGHAI, 24));
            windows.end(
                    "test:" + body, Window.MOTION, now().minus(Duration.ofHours(1)), Citation.of(Law.GUANGDONG, 12));
        });
        return congress.token(body, Role.SECRETARIAT);
    }

    private List<Filing> received(String body) {
        return filings.ofSession("test:" + body);
    }

    private static byte[] file(String rows) {
        return (HEADER + rows).getBytes(StandardCharsets.UTF_8);
    }

    private static String members(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "M" + i).collect(Collectors.joining(" "));
    }

    private MockHttpServletResponse ask(AbstractMockHttpServletRequestBuilder<?> request, String token)
            throws Exception {
        return web.perform(request.header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse send(String address, byte[] content, String token) throws Exception {
        return web.perform(multipart(address)
                        .file(new MockMultipartFile("file", "filings.csv", "text/csv", content))
                        .header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private static List<String> told(List<RowFault> faults) {
        return faults.stream()
                .map(fault -> fault.row() + " " + fault.reason().field().orElse("") + " "
                        + fault.reason().code())
                .toList();
    }

    @Test
    void everyFaultOfEveryRowNamesItsColumnAtOnce() {
        congress("import-faults");
        String future = now().plus(Duration.ofHours(1)).toString();
        List<RowFault> faults = imports.preview(
                        "import-faults",
                        file("申请,,演示,M1,,,,,,,有,要\n"
                                + "建议,x,,M1,M1 M1 M999,," + future + ",,,,有,\n"
                                + "议案,,演示,,,GOVERNMENT,2024-01-27,因,据,,,\n"
                                + "SUGGESTION,7,演示甲,M1,,,昨天,因,,,有,要\n"
                                + "SUGGESTION,7,演示甲,M1,,COURT,,,,,有,要\n"
                                + "INQUIRY,,演示乙,M2,,PRESIDIUM,,,,,,\n"))
                .orThrow()
                .faults();
        assertThat(told(faults))
                .containsExactly(
                        "2 kind proposals.import-kind",
                        "3 number proposals.import-number",
                        "3 received proposals.import-future",
                        "3 signers proposals.import-signer-twice",
                        "3 signers proposals.member-unknown",
                        "3 title proposals.title-length",
                        "3 ADVICE proposals.part-missing",
                        "4 PLAN proposals.part-missing",
                        "4 received proposals.import-received-time",
                        "5 received proposals.import-received",
                        "5 CASE proposals.import-part-not-here",
                        "6 mover proposals.import-mover",
                        "6 number proposals.import-number-taken",
                        "6 title proposals.import-there",
                        "7 ADDRESSEE proposals.part-missing",
                        "7 QUESTION proposals.part-missing",
                        "7  proposals.deputies-only",
                        "7 lead proposals.import-lead-and-mover");
        assertThat(faults.getFirst().reason().facts()).containsEntry("value", "申请");
        assertThat(received("import-faults")).isEmpty();
    }

    @Test
    void aTableWithoutItsColumnsIsRefusedWhole() throws Exception {
        String clerk = congress("import-columns");
        MockHttpServletResponse refused = send(
                "/api/v1/bodies/import-columns/filings/import/preview",
                "标题,title,领衔人\n演示,演示,M1\n".getBytes(StandardCharsets.UTF_8),
                clerk);
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(text(refused)).contains("proposals.import-columns-missing", "proposals.import-columns-twice");
        String rows = "SUGGESTION,,演示,M1,,,,,,,有,要\n".repeat(Imports.MOST_ROWS + 1);
        assertThat(text(send("/api/v1/bodies/import-columns/filings/import/preview", file(rows), clerk)))
                .contains("proposals.import-rows");
    }

    @Test
    void aCleanFileIsShownFirstThenTakenWholeAndNeverTwice() throws Exception {
        String clerk = congress("import-pages");
        byte[] file = file("建议,,关于甲的建议（演示）,M3,M4 M5,,,,,,有（演示）,要（演示）\n" + "建议,,关于乙的建议（演示）,M4,,,,,,,有（演示）,要（演示）\n");
        MockHttpServletResponse looked = send("/bodies/import-pages/filings/import/preview", file, clerk);
        assertThat(looked.getStatus()).isEqualTo(200);
        assertThat(text(looked)).contains("可以导入2件", "关于甲的建议（演示）", "3人联名");
        assertThat(received("import-pages")).isEmpty();
        Matcher kept = Pattern.compile("name=\"kept\" value=\"([^\"]+)\"").matcher(text(looked));
        assertThat(kept.find()).isTrue();
        MockHttpServletResponse taken =
                ask(post("/bodies/import-pages/filings/import").param("kept", kept.group(1)), clerk);
        assertThat(text(taken)).contains("已导入2件");
        assertThat(received("import-pages"))
                .extracting(Filing::state)
                .containsExactly(State.SUBMITTED, State.SUBMITTED);
        Filing first = received("import-pages").stream()
                .filter(filing -> filing.title().contains("甲"))
                .findFirst()
                .orElseThrow();
        assertThat(first.signatures()).extracting(Filing.Signature::number).containsExactly("M3", "M4", "M5");
        assertThat(first.standing()).isEqualTo(3);
        assertThat(journal.latest(new Journal.ActFilter("", "filing:" + first.id(), Optional.empty(), 10)))
                .singleElement()
                .satisfies(act -> assertThat(act.verb()).isEqualTo("proposals.import"))
                .satisfies(
                        act -> assertThat(act.facts()).containsEntry("row", "2").containsEntry("member", "M3"));
        MockHttpServletResponse again = send("/bodies/import-pages/filings/import/preview", file, clerk);
        assertThat(again.getStatus()).isEqualTo(400);
        assertThat(text(again)).contains("有2处不符合要求", "已经收到");
        assertThat(received("import-pages")).hasSize(2);
    }

    @Test
    void oneFaultAndNothingIsSaved() throws Exception {
        String clerk = congress("import-whole");
        MockHttpServletResponse refused = send(
                "/api/v1/bodies/import-whole/filings/import",
                file("建议,,演示甲,M3,,,,,,,有,要\n建议,,演示乙,M300,,,,,,,有,要\n"),
                clerk);
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(text(refused)).contains("rows.3.lead", "proposals.member-unknown", "M300");
        assertThat(received("import-whole")).isEmpty();
    }

    @Test
    void aMotionIsInTimeByTheHourOfItsPaperAndItsNumberStaysTaken() throws Exception {
        String clerk = congress("import-motions");
        Instant inTime = now().minus(Duration.ofMinutes(61));
        Instant late = now().minus(Duration.ofMinutes(59));
        String rows = "MOTION,12,在时（演示）,M1," + members(1, 10) + ",," + inTime + ",因,据,案,,\n"
                + "MOTION,,过时（演示）,M2," + members(3, 12) + ",," + late + ",因,据,案,,\n"
                + "MOTION,,人少（演示）,M3," + members(4, 11) + ",," + inTime + ",因,据,案,,\n"
                + "MOTION,,机关（演示）,,,人民政府," + inTime + ",因,据,案,,\n";
        assertThat(send("/api/v1/bodies/import-motions/filings/import", file(rows), clerk)
                        .getStatus())
                .isEqualTo(200);
        Map<String, Filing> taken =
                received("import-motions").stream().collect(Collectors.toMap(Filing::title, filing -> filing));
        assertThat(taken.get("在时（演示）").state()).isEqualTo(State.REGISTERED);
        assertThat(taken.get("在时（演示）").number()).contains(12);
        assertThat(taken.get("过时（演示）").shortfall()).contains("LATE");
        assertThat(taken.get("人少（演示）").shortfall()).contains("TOO_FEW_SIGNERS");
        assertThat(taken.get("机关（演示）").mover()).isEqualTo("GOVERNMENT");
        MockHttpServletResponse registered =
                ask(post("/api/v1/filings/" + taken.get("机关（演示）").id() + "/register"), clerk);
        assertThat(text(registered)).contains("\"number\":13");
        assertThat(text(send(
                        "/api/v1/bodies/import-motions/filings/import/preview",
                        file("MOTION,12,又一件（演示）,M1," + members(1, 10) + ",," + inTime + ",因,据,案,,\n"),
                        clerk)))
                .contains("proposals.import-number-taken");
        assertThat(text(send(
                        "/api/v1/bodies/import-motions/filings/import/preview",
                        file("MOTION,14,又过时（演示）,M1," + members(1, 10) + ",," + late + ",因,据,案,,\n"),
                        clerk)))
                .contains("proposals.import-number-short");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void whatTheDeskExportsIsReadAgain(String format) throws Exception {
        String from = "import-from-" + format;
        String to = "import-to-" + format;
        String clerk = congress(from);
        String other = congress(to);
        Instant inTime = now().minus(Duration.ofMinutes(90));
        String rows = "SUGGESTION,,关于甲的建议（演示）,M3,M4 M5,,," + ",,,=1+1（演示）,\"一、这样。\n二、那样，\"\"好\"\"。\"\n"
                + "SUGGESTION,4,'=号（演示）,M6,,,,,,,-有,'要\n"
                + "MOTION,,关于丙的议案（演示）,M1," + members(1, 10) + ",," + inTime + ",因,据,案,,\n"
                + "SUGGESTION,,撤回的（演示）,M9,,,,,,,有,要\n";
        assertThat(send("/api/v1/bodies/" + from + "/filings/import", file(rows), clerk)
                        .getStatus())
                .isEqualTo(200);
        Filing withdrawn = received(from).stream()
                .filter(filing -> filing.title().startsWith("撤回"))
                .findFirst()
                .orElseThrow();
        withdraw(from, withdrawn);
        byte[] exported = ask(get("/filings/desk/export?body=" + from + "&format=" + format), clerk)
                .getContentAsByteArray();
        Imports.Preview preview = imports.preview(to, exported).orThrow();
        assertThat(told(preview.faults())).isEmpty();
        assertThat(preview.left()).extracting(Imports.LeftOut::state).containsExactly(State.WITHDRAWN);
        assertThat(send("/api/v1/bodies/" + to + "/filings/import", exported, other)
                        .getStatus())
                .isEqualTo(200);
        assertThat(lines(to)).isEqualTo(lines(from)).hasSize(3);
    }

    private void withdraw(String body, Filing filing) throws Exception {
        Member lead = bodies.memberByNumber(body, "M9").orElseThrow();
        MockHttpServletResponse done = ask(
                post("/api/v1/filings/" + filing.id() + "/withdraw")
                        .contentType("application/json")
                        .content("{\"reason\":\"演示\"}"),
                congress.memberToken(body, lead.person()));
        assertThat(done.getStatus()).isEqualTo(200);
    }

    /** What is the same wherever it was imported to. */
    private List<String> lines(String body) {
        return received(body).stream()
                .filter(filing -> filing.state() != State.WITHDRAWN)
                .map(filing -> Stream.of(
                                filing.kind(),
                                filing.number(),
                                filing.title(),
                                filing.textHash(),
                                filing.state(),
                                filing.received(),
                                filing.signatures().stream()
                                        .map(Filing.Signature::number)
                                        .toList())
                        .map(Object::toString)
                        .collect(Collectors.joining(" ")))
                .sorted()
                .toList();
    }

    @Test
    void proposalsOfACppccNameTheirCollective() throws Exception {
        String body = "import-cppcc";
        bodies.add(new Body(
                body,
                Body.Kind.CPPCC,
                new Bilingual("演示政协", "CPPCC"),
                new Bilingual("政协", "CPPCC"),
                "cn-city-congress",
                Optional.empty(),
                true));
        bodies.addGroups(List.of(new Group(body, "JJ", "经济界", 1)));
        UUID person = UUID.randomUUID();
        persons.add(List.of(new Person(person, "演示委员", Optional.empty(), Optional.empty(), Optional.empty(), true)));
        bodies.enrol(
                        body,
                        List.of(new NewMember(
                                "P1",
                                person,
                                "JJ",
                                "经济界",
                                Member.MandateStatus.IN_OFFICE,
                                java.time.LocalDate.of(2022, 1, 1),
                                Optional.empty(),
                                Optional.empty(),
                                "")))
                .orThrow();
        String clerk = inSession(body);
        String header = "类别,标题,领衔人,提出机关,提出单位名称,情况和问题,分析,建议\n";
        List<RowFault> faults = imports.preview(
                        body,
                        (header + "提案,演示甲,,党派,,有,因,要\n提案,演示乙,P1,界别,教育界,有,因,要\n建议,演示丙,P1,,,有,,要\n")
                                .getBytes(StandardCharsets.UTF_8))
                .orThrow()
                .faults();
        assertThat(told(faults))
                .containsExactly(
                        "2 mover_name proposals.mover-name-length",
                        "3 mover_name proposals.not-own-sector",
                        "3  proposals.plenary-only",
                        "4 kind proposals.kind-not-here");
        byte[] clean = (header + "提案,演示甲,,党派,演示党派市委会,有,因,要\n提案,演示乙,P1,,,有,因,要\n").getBytes(StandardCharsets.UTF_8);
        assertThat(send("/api/v1/bodies/" + body + "/filings/import", clean, clerk)
                        .getStatus())
                .isEqualTo(200);
        Filing sealed = received(body).stream()
                .filter(filing -> filing.title().equals("演示甲"))
                .findFirst()
                .orElseThrow();
        assertThat(proposals.of(sealed).collective())
                .contains(new Proposals.Collective(Proposals.Mover.PARTY, "演示党派市委会"));
        byte[] exported = ask(get("/filings/desk/export?body=" + body), clerk).getContentAsByteArray();
        assertThat(new String(exported, StandardCharsets.UTF_8)).contains("PARTY,演示党派市委会");
    }

    @Test
    void wherePlacesAskForAContactARowNeedsOne() {
        congress("import-contact");
        transaction.executeWithoutResult(_ -> screenings
                .change("import-contact", new Place(3, 2, true, Place.USUAL.lists()))
                .orThrow());
        assertThat(told(imports.preview("import-contact", file("SUGGESTION,,演示,M1,,,,,,,有,要\n"))
                        .orThrow()
                        .faults()))
                .containsExactly("2 contact proposals.contact-missing");
    }

    @Test
    void everyColumnHasOneNameInEachLanguageAndTheEmptyTableIsRead() throws Exception {
        String clerk = congress("import-template");
        for (Language language : Language.values()) {
            assertThat(Imports.COLUMNS.stream().map(column -> words.say(language, Imports.word(column))))
                    .doesNotHaveDuplicates();
            for (String format : List.of("csv", "xlsx")) {
                MockHttpServletResponse template = ask(
                        get("/bodies/import-template/filings/import/template?lang=" + language + "&format=" + format),
                        clerk);
                assertThat(template.getStatus()).isEqualTo(200);
                assertThat(send(
                                        "/api/v1/bodies/import-template/filings/import/preview",
                                        template.getContentAsByteArray(),
                                        clerk)
                                .getStatus())
                        .isEqualTo(400); // no rows
            }
            byte[] csv = ask(
                            get("/api/v1/bodies/import-template/filings/import/template?format=csv&lang=" + language),
                            clerk)
                    .getContentAsByteArray();
            String filled = new String(csv, StandardCharsets.UTF_8) + "SUGGESTION,,演示" + language + ",M1\n";
            Imports.Preview preview = imports.preview("import-template", filled.getBytes(StandardCharsets.UTF_8))
                    .orThrow();
            assertThat(preview.ignored()).isEmpty();
            assertThat(told(preview.faults()))
                    .containsExactly("2 SITUATION proposals.part-missing", "2 ADVICE proposals.part-missing");
        }
    }

    @Test
    void theExampleIsTakenAsItStands() throws IOException {
        congress("import-example");
        String example = Files.readString(Path.of("../examples/filings/filings.csv"))
                .replaceAll("S0*(\\d+)", "M$1")
                .replaceAll(
                        "2024-01-26 [0-9:]{8}",
                        now().minus(Duration.ofMinutes(90)).toString());
        Imports.Preview preview = imports.preview("import-example", example.getBytes(StandardCharsets.UTF_8))
                .orThrow();
        assertThat(told(preview.faults())).isEmpty();
        assertThat(preview.entries())
                .extracting(Imports.Entry::becomes)
                .containsExactly(State.SUBMITTED, State.SUBMITTED, State.SUBMITTED);
    }

    @Test
    void whatLooksLikeAFormulaComesBackAsItWas() {
        assertThat(Sheets.csv(List.of("a"), List.of(List.of("=x"), List.of("'=x"), List.of("-5"))))
                .satisfies(csv -> assertThat(Sheets.read(csv).orThrow().rows())
                        .extracting(line -> line.get("a"))
                        .containsExactly("=x", "'=x", "-5"));
    }
}
