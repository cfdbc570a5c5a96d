package org.yicheng.congress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Member;
import org.yicheng.document.Sheets;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Language;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.rule.Words;
import org.yicheng.testing.YichengTest;

/** A roster comes whole, whatever program wrote it; or not at all, with everything that is wrong with it. */
@YichengTest
class RostersTest {

    private static final Path EXAMPLE = Path.of("../examples/shijiazhuang-15-5/roster.csv");
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final AtomicInteger NEXT = new AtomicInteger();

    private static final String HEADER = String.join(",", Rosters.COLUMNS);
    private static final String GOOD = "S0001,𬭼志明,女,1983,汉族,CAQ,长安区,科教文卫,2021-09-01,,IN_OFFICE,,01-01,C1,";

    @Autowired
    Words words;

    @Autowired
    Bodies bodies;

    @Autowired
    Rosters rosters;

    @Autowired
    JdbcTemplate jdbc;

    private String body = "";

    @BeforeEach
    void addABody() {
        body = "roster-" + NEXT.incrementAndGet();
        bodies.add(new Body(
                body,
                Body.Kind.CONGRESS,
                new Bilingual("代表大会", "Congress"),
                new Bilingual("大会", "Congress"),
                "cn-city-congress",
                Optional.empty(),
                true));
    }

    private static byte[] utf8(String... rows) {
        return String.join("\r\n", rows).getBytes(StandardCharsets.UTF_8);
    }

    /** The good row with one cell written differently. */
    private static String row(Map<String, String> changes) {
        List<String> cells = new ArrayList<>(Arrays.asList(GOOD.split(",", -1)));
        changes.forEach((column, value) -> cells.set(Rosters.COLUMNS.indexOf(column), value));
        return String.join(",", cells);
    }

    private static List<Refusal> reasons(Ruling<?> ruling) {
        assertThat(ruling).isInstanceOf(Ruling.Refused.class);
        return ((Ruling.Refused<?>) ruling).reasons();
    }

    private static Tuple told(Refusal refusal) {
        return tuple(
                refusal.code(),
                refusal.facts().get("row"),
                refusal.facts().get("column"),
                refusal.facts().get("value"));
    }

    private int stored() {
        int members = bodies.membersOf(body).size();
        int groups = bodies.groupsOf(body).size();
        int people = jdbc.queryForObject("""
                        select (select count(*) from party.person) + (select count(*) from assembly.credential)
                             + (select count(*) from party.account)
                        """, Integer.class);
        return members + groups + people;
    }

    // ------------------------------------------------------------------ the same members, whatever wrote the file

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-8 with byte order mark", "GB18030", "XLSX"})
    void everyFileFormGivesTheSameMembers(String form) throws IOException {
        // Cards are unique in the whole platform: each form's deputies get cards of their own.
        String text = Files.readString(EXAMPLE).replaceAll("(?m),C(\\d{6})$", "," + body + "-$1");
        Rosters.Preview taken = rosters.take(body, written(text, form), true).orThrow();

        assertThat(taken.encoding()).isEqualTo(form.startsWith("UTF-8") ? "UTF-8" : form);
        assertThat(List.of(taken.rows(), taken.inOffice(), taken.former())).containsExactly(640, 633, 7);
        assertThat(bodies.membersOf(body).stream().map(RostersTest::line).sorted())
                .containsExactlyElementsOf(expected());
        assertThat(bodies.memberByNumber(body, "S0123").map(Member::name)).contains("𬭼志明");
    }

    private static byte[] written(String text, String form) {
        return switch (form) {
            case "UTF-8" -> text.getBytes(StandardCharsets.UTF_8);
            case "GB18030" -> text.getBytes(GB18030);
            case "XLSX" -> {
                List<List<String>> rows =
                        text.lines().map(line -> List.of(line.split(",", -1))).toList();
                yield Sheets.xlsx(rows.getFirst(), rows.subList(1, rows.size()));
            }
            default -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static String line(Member member) {
        return String.join(
                ",",
                member.number(),
                member.name(),
                member.group(),
                member.electingUnit(),
                member.from().toString(),
                member.to().map(LocalDate::toString).orElse(""),
                member.status() == Member.MandateStatus.IN_OFFICE ? "IN_OFFICE" : "TERMINATED",
                member.replaces().orElse(""),
                member.seat());
    }

    private static List<String> expected() throws IOException {
        return Files.readAllLines(EXAMPLE).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cell -> String.join(
                        ",",
                        cell[0],
                        cell[1],
                        cell[5],
                        cell[6],
                        cell[8],
                        cell[9],
                        cell[10].equals("IN_OFFICE") ? "IN_OFFICE" : "TERMINATED",
                        cell[11],
                        cell[12]))
                .sorted()
                .toList();
    }

    @Test
    void thePageExplainsEveryColumnOfTheFile() {
        for (Language language : Language.values()) {
            assertThat(Rosters.COLUMNS)
                    .allSatisfy(column -> assertThat(words.say(language, "congress.col-" + column))
                            .isNotBlank());
        }
    }

    @Test
    void aSpreadsheetThatKeepsDatesAndYearsAsNumbersIsReadTheSame() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet();
            write(sheet.createRow(0), Rosters.COLUMNS);
            Row row = sheet.createRow(1);
            write(row, List.of(row(Map.of("credential", body)).split(",", -1)));
            row.createCell(3).setCellValue(1983);
            XSSFCellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy/m/d"));
            row.createCell(8).setCellValue(LocalDate.of(2021, 9, 1));
            row.getCell(8).setCellStyle(day);

            rosters.take(body, bytes(book), true).orThrow();
        }
        assertThat(bodies.memberByNumber(body, "S0001").orElseThrow().from()).isEqualTo("2021-09-01");
    }

    private static void write(Row row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            row.createCell(i).setCellValue(cells.get(i));
        }
    }

    private static byte[] bytes(XSSFWorkbook book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    @Test
    void theOrderOfTheColumnsDoesNotMatter() {
        List<String> columns = new ArrayList<>(Rosters.COLUMNS).reversed();
        List<String> cells =
                new ArrayList<>(List.of(row(Map.of("credential", body)).split(",", -1))).reversed();
        rosters.take(body, utf8(String.join(",", columns), String.join(",", cells)), true)
                .orThrow();
        assertThat(bodies.membersOf(body)).extracting(Member::name).containsExactly("𬭼志明");
    }

    // ------------------------------------------------------------------ what is wrong, all at once

    @ParameterizedTest(name = "{0} = \"{1}\": {2}")
    @CsvSource(nullValues = "null", textBlock = """
                    deputy_id, '', congress.value-missing
                    name, '', congress.value-missing
                    credential, '', congress.value-missing
                    electing_unit, '', congress.value-missing
                    sex, 其他, congress.sex-unknown
                    birth_year, 83, congress.year-unknown
                    mandate_start, 2021-02-30, congress.date-unknown
                    mandate_start, '', congress.date-unknown
                    mandate_end, 昨天, congress.date-unknown
                    mandate_end, 2021-08-31, congress.end-before-start
                    status, ON_HOLIDAY, congress.status-unknown
                    status, '', congress.status-unknown
                    """)
    void aFaultNamesItsRowItsColumnItsValueAndItsRule(String column, String value, String code) {
        Ruling<Rosters.Preview> ruling = rosters.take(
                body,
                utf8(HEADER, row(Map.of("deputy_id", "S2", "credential", "C2")), row(Map.of(column, value))),
                true);
        assertThat(reasons(ruling)).extracting(RostersTest::told).containsExactly(tuple(code, 3, column, value));
        assertThat(reasons(ruling).getFirst().field()).contains(column);
    }

    @Test
    void allFaultsOfAllRowsComeAtOnceInTheirOrderAndNothingIsStored() {
        int before = stored();
        byte[] file = utf8(
                HEADER,
                GOOD,
                row(Map.of("credential", "C2", "mandate_start", "1.9.2021", "status", "?")),
                row(Map.of("deputy_id", "S3", "name", " ")),
                row(Map.of("deputy_id", "S4", "credential", "C4", "status", "TERMINATED")),
                row(Map.of("deputy_id", "S5", "credential", "C5", "replaces", "S9999")));

        List<Refusal> reasons = reasons(rosters.take(body, file, true));

        assertThat(reasons)
                .extracting(Refusal::code, refusal -> refusal.facts().get("row"), Refusal::field)
                .containsExactly(
                        tuple("congress.value-twice", 3, Optional.of("deputy_id")),
                        tuple("congress.date-unknown", 3, Optional.of("mandate_start")),
                        tuple("congress.status-unknown", 3, Optional.of("status")),
                        tuple("congress.value-twice", 4, Optional.of("credential")),
                        tuple("congress.value-missing", 4, Optional.of("name")),
                        tuple("congress.end-missing", 5, Optional.of("mandate_end")),
                        tuple("congress.replaced-unknown", 6, Optional.of("replaces")));
        assertThat(rosters.preview(body, file).orThrow().faults())
                .extracting(Rosters.Fault::reason)
                .containsExactlyElementsOf(reasons);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void oneBadRowAmongSixHundredStoresNothing() throws IOException {
        int before = stored();
        String text =
                Files.readString(EXAMPLE).replace(",2021-09-01,,IN_OFFICE,,05-03,", ",2021-13-01,,IN_OFFICE,,05-03,");
        assertThat(reasons(rosters.take(body, text.getBytes(StandardCharsets.UTF_8), true)))
                .extracting(RostersTest::told)
                .containsExactly(tuple("congress.date-unknown", 124, "mandate_start", "2021-13-01"));
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void looksCountRowsAsASpreadsheetDoesAlsoAfterBlankOnes() throws IOException {
        String bad = row(Map.of("name", ""));
        assertThat(reasons(rosters.take(body, utf8(HEADER, "", ",,,,,,,,,,,,,", bad, "", ""), true)))
                .extracting(RostersTest::told)
                .containsExactly(tuple("congress.value-missing", 4, "name", ""));
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet();
            write(sheet.createRow(0), Rosters.COLUMNS);
            write(sheet.createRow(3), List.of(bad.split(",", -1)));
            write(sheet.createRow(4), List.of("", " "));
            assertThat(reasons(rosters.take(body, bytes(book), true)))
                    .extracting(RostersTest::told)
                    .containsExactly(tuple("congress.value-missing", 4, "name", ""));
        }
    }

    @Test
    void theSameFileAgainIsRefusedRowByRow() {
        byte[] file = utf8(HEADER, row(Map.of("credential", body)));
        rosters.take(body, file, true).orThrow();
        int before = stored();
        assertThat(reasons(rosters.take(body, file, true)))
                .extracting(
                        Refusal::code,
                        Refusal::field,
                        refusal -> refusal.facts().get("row"))
                .containsExactly(
                        tuple("congress.already-there", Optional.of("deputy_id"), 2),
                        tuple("congress.card-taken", Optional.of("credential"), 2));
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void lookingStoresNothing() {
        int before = stored();
        Rosters.Preview looked = rosters.preview(body, utf8(HEADER, GOOD)).orThrow();
        assertThat(looked.faults()).isEmpty();
        assertThat(looked.first().getFirst().cells()).contains("𬭼志明");
        assertThat(stored()).isEqualTo(before);
    }

    // ------------------------------------------------------------------ files that are no roster

    @Test
    void aMissingColumnIsNamed() {
        Refusal missing = reasons(rosters.take(body, utf8("deputy_id,name", "S1,甲"), true))
                .getFirst();
        assertThat(missing.code()).isEqualTo("congress.columns-missing");
        assertThat(String.valueOf(missing.facts().get("columns")))
                .contains("mandate_start", "credential")
                .doesNotContain("name", "occupation_group");
    }

    @Test
    void aFileWithoutARowIsRefusedAsEmpty() {
        for (byte[] empty : List.of(new byte[0], utf8("\uFEFF"), utf8(HEADER), utf8(HEADER, "", ""))) {
            assertThat(reasons(rosters.take(body, empty, true)))
                    .extracting(Refusal::code)
                    .containsExactly("document.table-empty");
        }
    }

    @Test
    void aFileOfTooManyRowsIsRefusedAsOne() {
        String[] rows = new String[Sheets.MOST_ROWS + 2];
        Arrays.fill(rows, GOOD);
        rows[0] = HEADER;
        Refusal tooMany = reasons(rosters.take(body, utf8(rows), true)).getFirst();
        assertThat(tooMany.code()).isEqualTo("document.table-too-large");
        assertThat(tooMany.facts()).containsEntry("mostRows", 20_000);
    }

    @Test
    void whatIsNoTableIsRefusedNotBroken() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', (byte) 0xFF, (byte) 0xFF};
        assertThat(reasons(rosters.take(body, picture, true)))
                .extracting(Refusal::code)
                .containsExactly("document.encoding-unknown");
        byte[] zip = {'P', 'K', 3, 4, 0, 0, 0, 0};
        assertThat(reasons(rosters.take(body, zip, true)))
                .extracting(Refusal::code)
                .containsExactly("document.table-broken");
        assertThat(reasons(rosters.take("no-such-body", utf8(HEADER, GOOD), true)))
                .extracting(Refusal::code)
                .containsExactly("congress.body.unknown");
    }
}
