package org.yicheng.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.SignInEvent;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.VotingMode;
import org.yicheng.document.Output;
import org.yicheng.document.Prints;
import org.yicheng.party.Accounts;
import org.yicheng.party.Role;
import org.yicheng.rule.Bilingual;
import org.yicheng.testing.Http;
import org.yicheng.testing.Printed;
import org.yicheng.testing.YichengTest;

/** The paper of a sitting, downloaded as the secretariat downloads it and read back. */
@YichengTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SittingPaperTest {

    private static final String BODY = "paper";
    private static final String SITTING = "paper-1";

    @Autowired
    Bodies bodies;

    @Autowired
    Rosters rosters;

    @Autowired
    Sittings sittings;

    @Autowired
    Questions questions;

    @Autowired
    Congress congress;

    @Autowired
    Accounts accounts;

    @Autowired
    Prints prints;

    @LocalServerPort
    int port;

    private String secretariat = "";

    @BeforeAll
    void liveASittingThrough() {
        bodies.add(new Body(
                BODY,
                Body.Kind.CONGRESS,
                new Bilingual("演示代表大会", "Congress"),
                new Bilingual("大会", "Congress"),
                "cn-city-congress",
                Optional.empty(),
                true));
        String[] names = {"洪少东", "𠮷田一", "欧阳少东", "王㐂", "高大富", "龚䶮", "高富", "张𬱟", "丁一"};
        StringBuilder roster = new StringBuilder(String.join(",", Rosters.COLUMNS));
        for (int i = 0; i < names.length; i++) {
            roster.append("\nP%d,%s,,,,CAQ,长安区,,2021-09-01,,IN_OFFICE,,,PC%d".formatted(i, names[i], i));
        }
        rosters.take(BODY, roster.toString().getBytes(StandardCharsets.UTF_8), true)
                .orThrow();
        congress.sitting(SITTING, BODY);
        sittings.namePresiding(SITTING, "李𠮷").orThrow();
        for (int i = 0; i < 7; i++) {
            sittings.signInByHand(SITTING, "PC" + i, SignInEvent.Direction.IN, "演示");
        }
        sittings.open(SITTING).orThrow();
        UUID question = questions
                .list(new Questions.NewQuestion(
                        SITTING,
                        Question.Kind.RESOLUTION,
                        new Bilingual("关于表彰䶮𬱟二位同志的决定", "Commendation"),
                        "",
                        "test:paper",
                        VotingMode.ELECTRONIC_UNRECORDED))
                .id();
        questions.put(question).orThrow();
        questions.open(question).orThrow();
        for (int i = 0; i < 6; i++) {
            UUID person = bodies.memberByNumber(BODY, "P" + i).orElseThrow().person();
            questions
                    .press(question, person, i < 5 ? Mark.FOR : Mark.AGAINST, "k")
                    .join()
                    .orThrow();
        }
        questions.close(question).orThrow();
        questions.declare(question).orThrow();
        sittings.close(SITTING).orThrow();
        secretariat = token(Role.SECRETARIAT, BODY);
    }

    private String token(Role role, String scope) {
        String login = role + "-" + scope;
        Accounts.Account account = accounts.create(Accounts.Kind.DEVICE, login, login, Optional.empty(), true);
        accounts.giveRole(account.id(), role, scope);
        return accounts.issueToken(account.id(), Instant.now().plus(Duration.ofHours(1)));
    }

    private Http.Answer answer(String name, String token) {
        return Http.get(port, "/sittings/" + SITTING + "/" + name, token);
    }

    private Printed printed(String name) {
        Http.Answer answer = answer(name, secretariat);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).isEqualTo("application/pdf");
        Printed printed = Printed.of(answer.content());
        assertThat(printed.onA4()).isTrue();
        assertThat(printed.unprinted()).isEmpty();
        assertThat(characters(printed.text()))
                .as("no radical stands for a character")
                .noneMatch(point -> point >= 0x2E80 && point <= 0x2FDF);
        assertThat(printed.text()).contains("演示：", "核验码：", "内容SHA-256：");
        return printed;
    }

    @Test
    void theSignInSheetHasEveryNameInStrokeOrderWithItsMark() {
        String text = printed("sign-in-sheet.pdf").text();
        assertThat(text).contains("应到9名，实到7名，法定人数6名");
        assertThat(text.substring(text.indexOf("（9名）")))
                .containsSubsequence("丁一", "王㐂√", "𠮷田一√", "张𬱟", "欧阳少东√", "洪少东√", "高富√", "高大富√", "龚䶮√");
        assertThat(text).doesNotContain("丁一√", "张𬱟√");
    }

    @Test
    void theMinutesTellWhoWasThereWhatWasDecidedAndOnWhatGround() {
        assertThat(printed("minutes.pdf").text())
                .contains(
                        "主持：李𠮷",
                        "应出席代表9名，实际出席代表7名，符合法定人数。",
                        "《地方组织法》第十四条",
                        "一、关于表彰䶮𬱟二位同志的决定",
                        "赞成5人，反对1人，弃权0人，未按表决器1人。通过。",
                        "须有全体代表5名以上赞成");
    }

    @Test
    void theResultSheetHasItsFiguresAndPlacesForTheTellersNames() {
        assertThat(printed("questions/1/result.pdf").text()).contains("关于表彰䶮𬱟二位同志的决定", "须达到全体代表9人的过半数，即5人", "总监票人：");
    }

    @Test
    void theCommuniqueSaysWhoWasThereAndWhatWasDone() {
        assertThat(printed("communique.pdf").text())
                .contains("应出席会议代表9名，实际出席代表7名，符合法定人数。会议由李𠮷主持。", "会议表决通过了关于表彰䶮𬱟二位同志的决定。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"minutes", "sign-in-sheet", "communique", "questions/1/result"})
    void everySheetIsAWordDocumentTooWithTheSameWords(String name) throws IOException {
        Http.Answer answer = answer(name + ".docx", secretariat);
        assertThat(answer.type()).isEqualTo(Output.DOCX.mediaType());
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(answer.content()));
                XWPFWordExtractor reader = new XWPFWordExtractor(document)) {
            String word = reader.getText().replaceAll("[\\s\\p{Z}—0-9]+", "");
            String pdf = printed(name + ".pdf").text().replaceAll("[—0-9]+", "");
            assertThat(characters(word)).isEqualTo(characters(pdf.replace("/", "")));
        }
    }

    private static Set<Integer> characters(String text) {
        return text.codePoints().boxed().collect(Collectors.toSet());
    }

    @Test
    void aPrintedSheetIsFoundByItsCodeAndItsFileByItsBytes() {
        byte[] first = answer("minutes.pdf", secretariat).content();
        assertThat(answer("minutes.pdf", secretariat).content())
                .as("the same file again")
                .isEqualTo(first);
        Prints.Print found = prints.byFile(first).orElseThrow();
        assertThat(Printed.of(first).text()).contains(found.code(), found.sha256());
        assertThat(Http.get(port, "/verify?code=" + found.code().toLowerCase(Locale.ROOT), "")
                        .text())
                .contains("此件由本平台印发", found.title(), found.sha256());
        byte[] changed = first.clone();
        changed[changed.length / 2]++;
        assertThat(prints.byFile(changed)).isEmpty();
    }

    @Test
    void thePaperOfAnotherBodysSittingIsNotHandedOut() {
        String other = token(Role.SECRETARIAT, "another-body");
        for (String name : List.of("sign-in-sheet.pdf", "minutes.docx", "communique.pdf", "questions/1/result.pdf")) {
            assertThat(answer(name, other).status()).as(name).isEqualTo(403);
        }
        assertThat(answer("questions/7/result.pdf", secretariat).status()).isEqualTo(404);
    }
}
