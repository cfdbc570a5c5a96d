package org.yicheng.congress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.yicheng.assembly.Ballots;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Secrecy;
import org.yicheng.count.Occasion;
import org.yicheng.count.Office;
import org.yicheng.count.WriteInRule;
import org.yicheng.library.Document;
import org.yicheng.library.Documents;
import org.yicheng.party.Role;
import org.yicheng.rule.Bilingual;
import org.yicheng.testing.YichengTest;

/** What was said once is not asked for again: an uploaded roster, the draft of an agenda or a schedule. */
@YichengTest
@Import({Congress.class, Ballots.class})
class NothingIsTypedTwiceTest {

    private static final Pattern KEPT = Pattern.compile("name=\"kept\" value=\"([0-9a-f-]{36})\"");

    @Autowired
    Congress congress;

    @Autowired
    Ballots ballots;

    @Autowired
    Sessions sessions;

    @Autowired
    Schedules schedules;

    @Autowired
    Documents documents;

    @Autowired
    Elections elections;

    @Autowired
    MockMvc web;

    @Autowired
    Clock clock;

    private String page(RequestBuilder request) throws Exception {
        return web.perform(request).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private RequestBuilder look(String token, String id, String number, String kept, byte[] file) {
        var request = multipart("/sessions/new/check");
        if (file.length > 0) {
            request.file(new MockMultipartFile("file", "委员名册.csv", "text/csv", file));
        }
        return request.param("kind", "cn-cppcc-plenary")
                .param("id", id)
                .param("bodyNameZh", "政协演示市委员会")
                .param("nameZh", "一次会议")
                .param("number", number)
                .param("reportIn", "2024-01-20")
                .param("opening", "2024-01-21")
                .param("place", "演示礼堂")
                .param("rosterFrom", "FILE")
                .param("kept", kept)
                .param("fileName", kept.isEmpty() ? "" : "委员名册.csv")
                .header("Authorization", "Bearer " + token);
    }

    @Test
    void aRefusedSessionKeepsItsFileForTheSecondTryWhateverItsIdBecomes() throws Exception {
        congress.congress("kept-body", 1);
        String clerk = congress.token("kept-body", Role.SECRETARIAT);
        byte[] roster = "number,name\nW1,演示甲\nW2,演示乙\n".getBytes(StandardCharsets.UTF_8);
        String refused = page(look(clerk, "坏的编号", "x", "", roster));
        assertThat(refused).contains("委员名册.csv", "不必重新选择", "政协演示市委员会", "演示礼堂");
        Matcher kept = KEPT.matcher(refused);
        assertThat(kept.find()).isTrue();
        String again = page(look(clerk, "kept-cppcc-1", "1", kept.group(1), new byte[0]));
        assertThat(again).contains("政协演示市委员会").doesNotContain("还不能进行");
        assertThat(again).contains(kept.group(1));
    }

    private Session session(String body) {
        congress.congress(body, 4);
        return sessions.plan(new Sessions.NewSession(
                        body + "-1",
                        body,
                        1,
                        new Bilingual("一次会议", "Session 1"),
                        new Bilingual("一次会议", "Session 1"),
                        LocalDate.now(clock),
                        LocalDate.now(clock),
                        "演示",
                        true))
                .orThrow();
    }

    @Test
    void theAgendasTextBeginsWithTheDraftAmongTheDocuments() throws Exception {
        Session session = session("draft-agenda");
        String clerk = congress.token("draft-agenda", Role.SECRETARIAT);
        String path = "/sessions/" + session.id() + "/meetings/preliminary";
        assertThat(page(get(path).header("Authorization", "Bearer " + clerk))).doesNotContain("全文取自");
        documents
                .create(
                        new Documents.NewDocument(
                                session.body(),
                                session.subject(),
                                Document.Kind.AGENDA,
                                "",
                                "演示市人大常委会",
                                Document.Secrecy.OPEN,
                                true),
                        Documents.Draft.of("大会议程（草案）", "一、听取和审议演示报告；\n二、选举。"))
                .orThrow();
        assertThat(page(get(path).header("Authorization", "Bearer " + clerk)))
                .contains("一、听取和审议演示报告；", "全文取自文件办理中的草案“大会议程（草案）”");
    }

    @Test
    void theSchedulesTextBeginsWithTheDraftedSchedule() throws Exception {
        Session session = session("draft-schedule");
        schedules
                .propose(
                        session.id(),
                        List.of(new Schedules.Item(
                                clock.instant().plus(Duration.ofHours(1)), new Bilingual("演示全体会议", "Plenary"), "演示礼堂")))
                .orThrow();
        String clerk = congress.token("draft-schedule", Role.SECRETARIAT);
        assertThat(page(get("/sessions/" + session.id() + "/meetings/presidium")
                        .header("Authorization", "Bearer " + clerk)))
                .contains("演示全体会议（演示礼堂）", "全文取自拟定的日程");
    }

    /** OL 30, R16, R17: more candidates than seats, or as many. */
    @Test
    void aByElectionsPageSaysThatTheNumberMayBeEqualOrGreater() throws Exception {
        var people = ballots.meeting("slate-words", 30, 30);
        var adopted = ballots.adopted("slate-words", people);
        Election.Terms terms = new Election.Terms(
                Office.DEPUTY,
                2,
                Optional.empty(),
                WriteInRule.ONLY_WITH_OPPOSITION,
                Secrecy.PAPER_TWO_TELLERS,
                false,
                false);
        Election election = ballots.nominating(
                new Elections.NewElection(
                        "slate-words",
                        new Bilingual("副市长", "Vice-mayors"),
                        Occasion.BY_ELECTION,
                        terms,
                        "演示选举办法",
                        "test:slate-words"),
                adopted);
        String clerk = congress.token("slate-words", Role.SECRETARIAT);
        assertThat(page(get("/elections/" + election.id()).header("Authorization", "Bearer " + clerk)))
                .contains("不少于2名", "也可以与应选人数相等")
                .doesNotContain("法定候选人数：2名。");
    }
}
