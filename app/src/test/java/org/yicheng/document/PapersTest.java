package org.yicheng.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yicheng.document.Papers.Paper;
import org.yicheng.record.Journal;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.testing.Http;
import org.yicheng.testing.Printed;
import org.yicheng.testing.YichengTest;

/** Official papers: set with every name they hold, found again by their code, recalled in sight of everybody. */
@YichengTest
class PapersTest {

    private static final String GENUINE = "此件由本平台印发";
    private static final String RECALLED = "此件已收回，不再有效";

    private static final String KANGXI_RADICALS =
            IntStream.rangeClosed(0x2F00, 0x2FD5).mapToObj(Character::toString).collect(Collectors.joining());

    @Autowired
    Papers papers;

    @Autowired
    Typesetter typesetter;

    @Autowired
    Journal journal;

    @LocalServerPort
    int port;

    private static Papers.NewPaper paper(String subject, String html, Papers.Form form, Papers.Audience audience) {
        return new Papers.NewPaper(
                "notice", subject, "石人发〔2024〕1号", "石家庄市人民代表大会", "关于召开会议的通知", html, "秘书处", form, audience, true);
    }

    private Paper issued(String subject) {
        return papers.issue(paper(subject, "<p>𠮷㐂䶮𬱟。</p>", Papers.Form.GAZETTE, Papers.Audience.PUBLIC));
    }

    private String page(String path) {
        Http.Answer answer = Http.get(port, path, "");
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }

    // ------------------------------------------------------------------ printed

    @ParameterizedTest
    @CsvSource({"GAZETTE", "MINUTES", "SHEET"})
    void everyFormIsPrintedOnA4WithRareNamesAsShapes(Papers.Form form) {
        String html = "<h2>一、𠮷㐂䶮𬱟</h2><p>李𠮷、王㐂、龚䶮、张𬱟、𬭼志明。</p><table><tr><th>㐂</th><td><b>䶮</b></td></tr></table>";
        Paper paper = papers.issue(paper("print:" + form, html, form, Papers.Audience.PUBLIC));

        Printed printed = Printed.of(papers.pdf(paper.id()));

        assertThat(printed.onA4()).isTrue();
        assertThat(printed.unprinted()).isEmpty();
        assertThat(printed.text())
                .contains("关于召开会议的通知", "一、𠮷㐂䶮𬱟", "李𠮷、王㐂、龚䶮、张𬱟、𬭼志明。㐂䶮", "演示文本", paper.code(), paper.sha256());
    }

    /** A font draws 人 and the Kangxi radical ⼈ as one shape; search, archives and screen readers need 人. */
    @ParameterizedTest
    @CsvSource({"GAZETTE", "MINUTES", "SHEET"})
    void whatIsCopiedOutOfAPaperIsWhatWasWrittenIntoIt(Papers.Form form) {
        String radicals = Normalizer.normalize(KANGXI_RADICALS, Normalizer.Form.NFKC);
        String marks = "63～68（甲／乙）〈一〉《二》“三”‘四’……—a–b-c①·";
        Printed printed = Printed.of(papers.pdf(papers.issue(paper(
                        "copied:" + form,
                        "<h2>" + radicals + marks + "</h2><p>" + radicals + marks + "</p>",
                        form,
                        Papers.Audience.PUBLIC))
                .id()));
        assertThat(printed.unprinted()).isEmpty();
        assertThat(printed.text().replaceAll("—[0-9]+—", "")).containsSubsequence(radicals + marks, radicals + marks);
    }

    @Test
    void aRadicalThatWasTypedIsCopiedAsTheCharacterThatItLooksLike() {
        String xhtml = Sheet.plain("标题").paragraph("⼈民与人民").xhtml();
        assertThat(Printed.of(typesetter.pdf(xhtml)).text()).contains("人民与人民");
    }

    @Test
    void aBoldTitleHasTheCharactersThatOnlyTheLightFaceHas() {
        Printed printed =
                Printed.of(typesetter.pdf(Sheet.plain("关于龘字的决定").paragraph("正文").xhtml()));
        assertThat(printed.unprinted()).isEmpty();
        assertThat(printed.text()).contains("关于龘字的决定");
    }

    @Test
    void aLongPaperGoesOnOnFurtherPagesWithTheirNumbers() {
        String html = "<p>会议听取了工作报告，审议了各项议案。</p>".repeat(60);
        Paper paper = papers.issue(paper("print:long", html, Papers.Form.GAZETTE, Papers.Audience.PUBLIC));
        Printed printed = Printed.of(papers.pdf(paper.id()));
        assertThat(printed.onA4()).isTrue();
        assertThat(printed.pages()).hasSizeGreaterThan(2);
        assertThat(printed.text()).contains("—1—", "—2—", "—3—");
    }

    @Test
    void aCharacterThatNoFontHasIsNamedInsteadOfLeftOut() {
        String none = Character.toString(0x10FFFD);
        assertThatThrownBy(() -> typesetter.pdf(Sheet.plain("王" + none).xhtml()))
                .isInstanceOf(Typesetter.MissingGlyph.class)
                .hasMessageContaining(none);
    }

    // ------------------------------------------------------------------ verified

    @Test
    void anybodyFindsAPaperAgainByItsCodeWithItsHash() {
        Paper paper = issued("verify:found");
        assertThat(paper.code()).matches("[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}");
        assertThat(page("/verify?code=" + paper.code()))
                .contains(GENUINE, paper.sha256(), paper.title(), paper.issuer())
                .doesNotContain(RECALLED);
        assertThat(page("/verify?code=%20" + paper.code().toLowerCase(java.util.Locale.ROOT) + "%20"))
                .contains(paper.sha256());
    }

    @Test
    void theHashIsOfWhatThePaperSays() throws NoSuchAlgorithmException {
        Paper paper = issued("verify:hash");
        String text = String.join(
                "\n",
                paper.kind(),
                paper.subject(),
                paper.number(),
                paper.issuer(),
                paper.title(),
                paper.html(),
                paper.signedBy(),
                paper.issuedAt().toString());
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        assertThat(paper.sha256()).isEqualTo(HexFormat.of().formatHex(digest));
        assertThat(journal.latest(new Journal.ActFilter(
                                "document.paper.issue", "paper:" + paper.id(), java.util.Optional.empty(), 1))
                        .getFirst()
                        .facts())
                .containsEntry("sha256", paper.sha256());
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA-BBBB-CCCC", "%3Cscript%3E", "1"})
    void aCodeThatNobodyGaveFindsNothing(String code) {
        assertThat(page("/verify?code=" + code))
                .contains("没有核验码为")
                .doesNotContain(GENUINE)
                .doesNotContain("<script>");
    }

    @Test
    void aRecalledPaperSaysSoWhereverItIsSeen() {
        Paper paper = issued("verify:recalled");
        papers.recall(paper.id(), "印错");
        assertThat(page("/verify?code=" + paper.code()))
                .contains(RECALLED, paper.sha256())
                .doesNotContain(GENUINE);
        assertThat(page("/papers/" + paper.id())).contains(RECALLED);
        assertThat(Printed.of(papers.pdf(paper.id())).text()).contains(RECALLED);
        assertThat(journal.latest(new Journal.ActFilter(
                        "document.paper.recall", "paper:" + paper.id(), java.util.Optional.empty(), 1)))
                .hasSize(1);
    }

    @Test
    void aSecondIssueIsAVersionAndTheFirstStaysFindable() {
        Paper first = issued("verify:twice");
        Paper second = issued("verify:twice");
        assertThat(List.of(first.version(), second.version())).containsExactly(1, 2);
        assertThat(second.code()).isNotEqualTo(first.code());
        assertThat(papers.ofSubject("verify:twice")).extracting(Paper::id).containsExactly(second.id());
        assertThat(papers.byCode(first.code())).contains(first);
    }

    // ------------------------------------------------------------------ kept from others

    @ParameterizedTest
    @CsvSource({"MEMBERS", "SECRETARIAT"})
    void aPaperForSomeIsNotReadByEverybody(Papers.Audience audience) {
        UUID id = papers.issue(paper("kept:" + audience, "<p>内部。</p>", Papers.Form.SHEET, audience))
                .id();
        for (String path : List.of("/papers/" + id, "/papers/" + id + ".pdf", "/api/v1/papers/" + id)) {
            Http.Answer answer = Http.get(port, path, "");
            assertThat(answer.status()).as(path).isIn(302, 303, 401, 403);
            assertThat(answer.text()).doesNotContain("内部。");
        }
        assertThat(page("/api/v1/papers?subject=kept:" + audience)).isEqualTo("[]");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    <script>x</script>           | document.element-unknown
                    <p onclick="x">y</p>         | document.attribute-unknown
                    <p>open                      | document.text-broken
                    <p>&unknown;</p>             | document.text-broken
                    """)
    void aBodyThatIsMoreThanPlainTextIsRefused(String html, String code) {
        assertThatThrownBy(() -> papers.issue(paper("refused", html, Papers.Form.SHEET, Papers.Audience.PUBLIC)))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Refusal::code)
                                .containsExactly(code));
        assertThat(papers.ofSubject("refused")).isEmpty();
    }
}
