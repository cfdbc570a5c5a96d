package org.yicheng.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yicheng.assembly.Ballots.terms;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.assembly.Ballots;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.ElectionByRest;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Offices;
import org.yicheng.assembly.Secrecy;
import org.yicheng.assembly.VotingMode;
import org.yicheng.chain.Link;
import org.yicheng.chain.Verification;
import org.yicheng.count.Office;
import org.yicheng.home.PlatformClock;
import org.yicheng.matter.Windows;
import org.yicheng.party.Role;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.testing.Exported;
import org.yicheng.testing.Http;
import org.yicheng.testing.Printed;
import org.yicheng.testing.Rest;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.JsonNode;

/**
 * The twenty openings: what the systems in use today leave open, and where an assembly's decision can be doubted
 * because of it. Each test closes one by the REST interface or the pages alone; its name says which.
 */
@YichengTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwentyOpeningsTest {

    private static final String BODY = "openings";
    private static final String HALL = BODY + "-1";

    @Autowired
    Congress congress;

    @Autowired
    Ballots ballots;

    @Autowired
    Windows windows;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private Rest rest;
    private Offices house;
    private List<UUID> people = List.of();
    private UUID adopted = new UUID(0, 0);

    /** A congress of 60 with 50 present, N = 60: a quorum of 40, a majority of 31. */
    @BeforeAll
    void aCongressMeets() {
        rest = new Rest(port);
        people = ballots.meeting(BODY, 60, 50);
        adopted = ballots.adopted(BODY, people.subList(0, 50));
        house = new Offices(rest, congress, BODY);
    }

    @AfterAll
    void backToToday() {
        ((PlatformClock) clock).set(Instant.now());
    }

    // ---------------------------------------------------------------- meeting

    @Test
    void aPlenaryWithoutAQuorumCannotOpen() {
        house.passGate(house.sitting("short"), 0, 39, "IN");
        Rest.Problem refused = rest.refused(house.chair(), "/sittings/short/open");
        assertThat(refused.codes()).containsExactly("assembly.quorum-missing");
        assertThat(List.of(refused.fact("due"), refused.fact("present"), refused.fact("required")))
                .containsExactly(60L, 39L, 40L);
        assertThat(rest.get("", "/sittings/short").get("state").asString()).isEqualTo("SIGN_IN");
    }

    @Test
    void everyThresholdNamesItsArticle() {
        JsonNode rules = rest.get("", "/bodies/" + BODY + "/rules");
        JsonNode quorum = rules.get("quorum");
        assertThat(article(quorum.get("share").get("source"))).isEqualTo("OL:14(4)");
        JsonNode thresholds = rules.get("decision").get("thresholds");
        assertThat(thresholds.size()).isEqualTo(1);
        assertThat(article(thresholds.get(0).get("share").get("source"))).isEqualTo("OL:25");
        assertThat(thresholds.get(0).get("basis").asString()).isEqualTo("ALL_MEMBERS");
    }

    private static String article(JsonNode source) {
        return source.get("instrument").get("key").asString() + ":"
                + source.get("provision").asString();
    }

    @Test
    void whoIsPresentIsKnownForEveryInstantAlsoFromAGateThatWasCutOff() {
        String sitting = house.sitting("late-gate");
        OffsetDateTime first =
                clock.instant().atOffset(java.time.ZoneOffset.ofHours(8)).minusSeconds(60);
        Map<String, Object> late = new HashMap<>(house.event("late", Congress.card(BODY, 1), "IN"));
        late.put("at", first.plusSeconds(10).toInstant().toString());
        house.passGate(sitting, 0, 1, "IN");
        assertThat(house.gate(sitting, List.of(late)).get(0).get("effect").asString())
                .isEqualTo("COUNTED");
        assertThat(house.gate(sitting, List.of(late)).get(0).get("effect").asString())
                .isEqualTo("DUPLICATE");
        assertThat(house.roll(sitting).get("present").asInt()).isEqualTo(2);
        String then =
                "/sittings/" + sitting + "/roll?at=" + first.plusSeconds(20).toInstant();
        assertThat(rest.get("", then).get("present").asInt()).isEqualTo(1);
    }

    @Test
    void whoHasNotSignedInHasNoVote() {
        String question = house.voting(house.open("unsigned", 45), VotingMode.ELECTRONIC_UNRECORDED);
        Rest.Problem refused = rest.refused(
                congress.memberToken(BODY, people.get(55)),
                "/presses",
                Map.of("question", question, "mark", "FOR", "key", "k"));
        assertThat(refused.codes()).containsExactly("assembly.not-signed-in");
        assertThat(refused.rule()).isEqualTo("GB50799:12.2.9");
        assertThat(house.close(question).get("votes").get("votesFor").asInt()).isZero();
    }

    // ---------------------------------------------------------------- voting

    @Test
    void abstainingAndNotPressingCountAgainstAMajorityOfAll() {
        String question = house.voting(house.open("basis", 50), VotingMode.SHOW_OF_HANDS);
        JsonNode outcome = house.hands(question, 30, 0, 15, 5);
        assertThat(outcome.get("result").asString()).isEqualTo("REJECTED");
        assertThat(outcome.get("required").asInt()).isEqualTo(31);
        assertThat(outcome.get("explanation").get("zh").asString()).contains("全体代表60人的过半数，即31人", "还差1");
    }

    @Test
    void aRepeatedPressChangesNothingAndALaterOneReplacesIt() {
        String question = house.voting(house.open("presses", 40), VotingMode.ELECTRONIC_UNRECORDED);
        house.press(question, people.getFirst(), Mark.FOR, "a");
        assertThat(house.press(question, people.getFirst(), Mark.AGAINST, "a")
                        .get("mark")
                        .asString())
                .as("the same key again is the same press")
                .isEqualTo("FOR");
        house.press(question, people.getFirst(), Mark.AGAINST, "b");
        JsonNode votes = house.close(question).get("votes");
        assertThat(List.of(votes.get("votesFor").asInt(), votes.get("against").asInt()))
                .containsExactly(0, 1);
        assertThat(votes.get("notPressed").asInt()).isEqualTo(39);
    }

    @Test
    void aVoteWhoseKeypadsFailIsVoidAndTakenAgainByHands() {
        String question = house.voting(house.open("failed", 45), VotingMode.ELECTRONIC_UNRECORDED);
        house.press(question, people.getFirst(), Mark.FOR, "a");
        JsonNode again =
                rest.post(house.chair(), "/questions/" + question + "/by-hands-again", Map.of("reason", "停电（演示）"));
        JsonNode voided = rest.get("", "/questions/" + question).get("outcome");
        assertThat(voided.get("result").asString()).isEqualTo("VOID");
        assertThat(voided.get("reason").asString()).isEqualTo("DEVICES_FAILED");
        JsonNode outcome = house.hands(again.get("id").asString(), 31, 14, 0, 0);
        assertThat(outcome.get("result").asString()).isEqualTo("ADOPTED");
        assertThat(outcome.get("votes").get("votesFor").asInt())
                .as("no press is mixed in")
                .isEqualTo(31);
    }

    @Test
    void aDeclaredResultIsSupersededByARecordedActAndNeverChanged() {
        String question = house.voting(house.open("superseded", 50), VotingMode.SHOW_OF_HANDS);
        house.hands(question, 31, 19, 0, 0);
        house.declare(question);
        String path = "/questions/" + question + "/supersede";
        Map<String, Integer> recount = Map.of("votesFor", 30, "against", 20, "abstain", 0, "notPressed", 0);
        assertThat(rest.refused(house.chair(), path, Map.of("votes", recount, "reason", " "))
                        .codes())
                .containsExactly("assembly.reason-missing");
        rest.post(house.chair(), path, Map.of("votes", recount, "reason", "重新清点（演示）"));
        JsonNode history = rest.get("", "/questions/" + question + "/history");
        assertThat(StreamSupport.stream(history.spliterator(), false)
                        .map(one ->
                                one.get("version").asInt() + one.get("result").asString()))
                .containsExactlyInAnyOrder("1ADOPTED", "2REJECTED");
    }

    // ---------------------------------------------------------------- elections

    private Election nominating(int seats, int margin, Secrecy secrecy) {
        return ballots.nominating(BODY, terms(Office.DEPUTY, seats, margin, secrecy), adopted);
    }

    /** An election whose list is final: candidates M1, M2 … */
    private ElectionByRest election(int seats, int candidates, Secrecy secrecy) {
        Election election = nominating(seats, candidates - seats, secrecy);
        ballots.nominate(
                election,
                people,
                IntStream.rangeClosed(1, candidates).mapToObj(i -> "M" + i).toList());
        ballots.listed(election, adopted, List.of("M59", "M60"));
        return new ElectionByRest(house, election.id().toString());
    }

    private ElectionByRest onPaper(int seats, int candidates) {
        return election(seats, candidates, Secrecy.PAPER_TWO_TELLERS).voted(HALL, 50, 50);
    }

    @Test
    void aListOutsideTheLawfulMarginIsRefused() {
        Map<String, Object> terms = Map.of(
                "office",
                "DEPUTY",
                "seats",
                8,
                "margin",
                4,
                "writeIn",
                "ONLY_WITH_OPPOSITION",
                "secrecy",
                "PAPER_TWO_TELLERS",
                "newTerm",
                false,
                "membersOnly",
                false);
        Rest.Problem refused = rest.refused(
                house.clerk(),
                "/bodies/" + BODY + "/elections",
                Map.of(
                        "title",
                        Map.of("zh", "副市长", "en", "Vice-mayors"),
                        "occasion",
                        "FIRST",
                        "terms",
                        terms,
                        "method",
                        "演示选举办法"));
        assertThat(refused.codes()).containsExactly("assembly.election-margin-illegal");
        assertThat(refused.rule()).isEqualTo("OL:27");
        assertThat(List.of(refused.fact("least"), refused.fact("most"))).containsExactly(1L, 3L);
    }

    @Test
    void papersIssuedReturnedAndCountedAgree() {
        ElectionByRest election = election(1, 2, Secrecy.PAPER_TWO_TELLERS);
        Rest.Problem many = rest.refused(
                house.scrutineer(),
                election.path() + "/issue",
                Map.of("sitting", HALL, "issued", 51, "notReceived", List.of()));
        assertThat(many.words("zh-CN")).contains("不得超过到会50人");
        election.voted(HALL, 50, 49);
        JsonNode outcome = election.entered(
                        election.papers(40, List.of("M1=Y")),
                        election.papers(6, List.of("M1=Y", "M2=Y")),
                        election.papers(3, List.of()))
                .count();
        assertThat(outcome.get("valid").asInt() + outcome.get("invalid").asInt())
                .as("valid and invalid are the papers returned")
                .isEqualTo(49);
        assertThat(List.of(outcome.get("invalid").asInt(), outcome.get("blank").asInt()))
                .containsExactly(6, 3);
        outcome.get("tallies")
                .forEach(tally -> assertThat(IntStream.of(
                                        tally.get("approve").asInt(),
                                        tally.get("oppose").asInt(),
                                        tally.get("abstain").asInt(),
                                        tally.get("illegible").asInt())
                                .sum())
                        .isEqualTo(43));
        election.announced(adopted.toString());
        assertThat(rest.get("", election.path()).get("ballot").get("collected").asInt())
                .isEqualTo(49);
    }

    @Test
    void aTieIsSettledByTheRuleAndNotByTheOrder() {
        ElectionByRest election = onPaper(2, 3);
        JsonNode outcome = election.entered(
                        election.papers(18, List.of("M1=Y", "M2=Y")),
                        election.papers(18, List.of("M1=Y", "M3=Y")),
                        election.papers(14, List.of("M2=Y", "M3=Y")))
                .count();
        assertThat(flagged(outcome, "elected"))
                .as("36 for M1; 32 for M2 and for M3")
                .containsExactly("演示0");
        assertThat(flagged(outcome, "tied")).containsExactlyInAnyOrder("演示1", "演示2");
        assertThat(outcome.get("next").asString()).isEqualTo("REVOTE_TIED");
        assertThat(outcome.get("grounds").toString()).contains("\"29(1)\"");
        election.announced(adopted.toString());
        ElectionByRest again = election.followed().voted(HALL, 50, 50);
        JsonNode second = again.entered(again.papers(20, List.of("M2=Y")), again.papers(30, List.of("M3=Y")))
                .count();
        assertThat(flagged(second, "elected")).containsExactly("演示2");
        again.announced(adopted.toString());
    }

    private static List<String> flagged(JsonNode outcome, String flag) {
        return StreamSupport.stream(outcome.get("tallies").spliterator(), false)
                .filter(tally -> tally.get(flag).asBoolean())
                .map(tally -> tally.get("label").asString())
                .toList();
    }

    @Test
    void namesWrittenInAreCountedOnceTheScrutineersSayWhoIsMeant() {
        ElectionByRest election = onPaper(1, 2);
        election.entered(election.papers(35, List.of("M1=N", "M2=N"), "演示 6"), election.papers(15, List.of("M1=Y")));
        assertThat(rest.refused(house.scrutineer(), election.path() + "/count").codes())
                .containsExactly("assembly.election-names-open");
        JsonNode outcome = election.settled("演示6", "M7").count();
        assertThat(flagged(outcome, "elected")).containsExactly("演示6");
        assertThat(flagged(outcome, "writeIn")).containsExactly("演示6");
        election.announced(adopted.toString());
    }

    @Test
    void oneTellerAloneCountsNothingAndADifferenceIsShown() {
        ElectionByRest election = election(1, 2, Secrecy.PAPER_TWO_TELLERS).voted(HALL, 50, 2);
        election.preside("DECLARE_VALID");
        String batches = election.path() + "/batches";
        String first = house.token(Role.TELLER, "first");
        rest.post(first, batches, Map.of("form", "PAPERS", "size", 2));
        Map<String, Object> yes = election.papers(1, List.of("M1=Y"));
        Map<String, Object> no = election.papers(1, List.of("M1=N"));
        rest.put(first, batches + "/1/entry", Map.of("papers", List.of(yes, yes)));
        assertThat(rest.refused(house.scrutineer(), election.path() + "/count").codes())
                .contains("assembly.election-batches-open");
        String second = house.token(Role.TELLER, "second");
        JsonNode differs = rest.put(second, batches + "/1/entry", Map.of("papers", List.of(yes, no)));
        assertThat(differs.get("frozen").asBoolean()).isFalse();
        assertThat(differs.get("differences").size()).isEqualTo(1);
        assertThat(rest.put(second, batches + "/1/entry", Map.of("papers", List.of(yes, yes)))
                        .get("frozen")
                        .asBoolean())
                .isTrue();
        assertThat(election.count().get("valid").asInt()).isEqualTo(2);
        election.announced(adopted.toString());
    }

    @Test
    void noPaperLeadsToItsVoter() {
        ElectionByRest election = election(1, 2, Secrecy.ELECTRONIC_UNRECORDED);
        rest.post(
                house.scrutineer(),
                election.path() + "/issue",
                Map.of("sitting", HALL, "issued", 0, "notReceived", List.of()));
        election.preside("OPEN_VOTING");
        for (int voter = 0; voter < 4; voter++) {
            JsonNode box = rest.post(
                    congress.memberToken(BODY, people.get(voter)),
                    election.path() + "/ballots",
                    Map.of("marks", voter == 0 ? "NY" : "YN", "writeIns", List.of(), "key", "k" + voter));
            assertThat(box.toString()).doesNotContain("YN", "NY");
        }
        JsonNode receivers = rest.get(house.scrutineer(), election.path() + "/receivers");
        assertThat(receivers.toString()).as("who returned a paper, never which").doesNotContain("marks", "YN");
        rest.post(house.scrutineer(), election.path() + "/collect", Map.of("collected", 4, "notReturned", List.of()));
        election.preside("DECLARE_VALID");
        election.count();
        election.announced(adopted.toString());
        String papers = rest.text(house.clerk(), election.path() + "/papers?format=CSV");
        assertThat(papers.lines()).hasSize(5);
        people.subList(0, 4).forEach(person -> assertThat(papers).doesNotContain(person.toString()));
        assertThat(rest.text(auditor(), "/record/export"))
                .contains("assembly.election.count")
                .doesNotContain("\"YN\"", "\"NY\"");
    }

    // ---------------------------------------------------------------- deliberating and filing

    @Test
    void amendmentsAreVotedBeforeTheTextAndTheFurthestFirst() {
        String sitting = house.open("amended", 45);
        String motion = rest.post(
                        house.clerk(),
                        "/sittings/" + sitting + "/motions",
                        Map.of(
                                "title",
                                Map.of("zh", "决议（草案）", "en", "Resolution (draft)"),
                                "proposer",
                                "主席团",
                                "signers",
                                0,
                                "paragraphs",
                                List.of("新建口袋公园十二处", "改造老旧小区一百个"),
                                "demo",
                                true))
                .get("id")
                .asString();
        move(motion, "list");
        amended(
                motion,
                Map.of("change", "REPLACE", "from", 1, "to", 1, "paragraphs", List.of("新建口袋公园十五处"), "reason", ""));
        amended(motion, Map.of("change", "DELETE", "from", 1, "to", 1, "paragraphs", List.of(), "reason", ""));
        assertThat(decided(motion, sitting, 20)).startsWith("debate:amendment:");
        assertThat(decided(motion, sitting, 31)).startsWith("debate:amendment:");
        move(motion, "deliberated");
        assertThat(decided(motion, sitting, 31)).doesNotStartWith("debate:amendment:");
        JsonNode text = rest.get("", "/motions/" + motion);
        assertThat(text.get("motion").get("state").asString()).isEqualTo("ADOPTED");
        assertThat(text.get("text").get(0).get("text").asString())
                .as("the deletion, the furthest, fell first; then the replacement was adopted")
                .isEqualTo("新建口袋公园十五处");
    }

    private void move(String motion, String move) {
        rest.post(
                house.clerk(),
                "/motions/" + motion + "/moves",
                Map.of("move", move, "saying", Map.of("reason", "理由", "consent", "主席团会议", "signers", 0)));
    }

    private void amended(String motion, Map<String, Object> change) {
        String id = rest.post(
                        house.clerk(),
                        "/motions/" + motion + "/paper-amendments",
                        Map.of(
                                "amendment",
                                change,
                                "members",
                                IntStream.rangeClosed(1, 10)
                                        .mapToObj(i -> "M" + i)
                                        .toList()))
                .get("id")
                .asString();
        rest.post(house.clerk(), "/amendments/" + id + "/admit", Map.of("yes", true, "consent", "主席团会议"));
    }

    /** The next vote of a motion, taken by hands; says what was voted on. */
    private String decided(String motion, String sitting, int yes) {
        JsonNode question = rest.post(
                house.clerk(),
                "/motions/" + motion + "/next-vote",
                Map.of("sitting", sitting, "mode", "SHOW_OF_HANDS"));
        String id = question.get("id").asString();
        rest.post(house.chair(), "/questions/" + id + "/put");
        rest.post(house.chair(), "/questions/" + id + "/open");
        house.hands(id, yes, 45 - yes, 0, 0);
        house.declare(id);
        return question.get("subject").asString();
    }

    @Test
    void speakingTimeIsKeptAndAThirdSpeechIsRefused() {
        String sitting = house.open("speeches", 45);
        String item = house.topic(sitting);
        String member = congress.memberToken(BODY, people.getFirst());
        Map<String, Object> request = Map.of("item", item, "kind", "SPEECH", "side", "FOR", "about", "");
        for (String limit : List.of("PT10M", "PT5M")) {
            String speech = rest.post(member, "/sittings/" + sitting + "/speeches", request)
                    .get("id")
                    .asString();
            JsonNode given = rest.post(house.chair(), "/speeches/" + speech + "/give");
            assertThat(given.get("clock").get("limit").asString()).isEqualTo(limit);
            rest.post(house.chair(), "/speeches/" + speech + "/end");
        }
        Rest.Problem third = rest.refused(member, "/sittings/" + sitting + "/speeches", request);
        assertThat(third.codes()).containsExactly("debate.spoken-often-enough");
        assertThat(third.rule()).startsWith("SH:");
    }

    @Test
    void aMotionOneSecondLateIsKeptAndOfferedAsASuggestion() {
        String subject = "congress-session:" + BODY;
        Instant deadline = Instant.now().plusSeconds(7_200).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        transaction.executeWithoutResult(_ -> {
            windows.open(subject, "motion", BODY, clock.instant(), Citation.of(Law.SHANGHAI, 24));
            windows.end(subject, "motion", deadline, Citation.of(Law.GUANGDONG, 12));
        });
        String lead = congress.memberToken(BODY, people.getFirst());
        JsonNode draft = rest.post(
                lead,
                "/filings",
                Map.of(
                        "body",
                        BODY,
                        "kind",
                        "MOTION",
                        "title",
                        "演示议案",
                        "parts",
                        Map.of("CASE", "演示案由", "BASIS", "演示案据", "PLAN", "演示方案")));
        String path = "/filings/" + draft.get("id").asString();
        String hash = draft.get("textHash").asString();
        for (int signer = 1; signer < 10; signer++) {
            rest.post(congress.memberToken(BODY, people.get(signer)), path + "/signatures", Map.of("textHash", hash));
        }
        assertThat(rest.refused(
                                congress.memberToken(BODY, people.get(10)),
                                path + "/signatures",
                                Map.of("textHash", "0".repeat(hash.length())))
                        .codes())
                .as("a signature stands for the text that was signed")
                .containsExactly("proposals.text-changed");
        ((PlatformClock) clock).set(deadline.plusSeconds(1));
        JsonNode late = rest.post(lead, path + "/submit", Map.of("oneMatter", true));
        assertThat(late.get("state").asString()).isEqualTo("OFFERED");
        assertThat(late.get("shortfall").asString()).isEqualTo("LATE");
        assertThat(rest.post(lead, path + "/as-suggestion").get("kind").asString())
                .isEqualTo("SUGGESTION");
        ((PlatformClock) clock).set(Instant.now());
    }

    // ---------------------------------------------------------------- keeping

    @Test
    void theMinutesAreMadeFromTheRecord() {
        String sitting = house.open("minutes", 50);
        String question = house.voting(sitting, VotingMode.SHOW_OF_HANDS);
        house.hands(question, 40, 6, 4, 0);
        house.declare(question);
        rest.post(house.chair(), "/sittings/" + sitting + "/close");
        Http.Answer minutes = Http.get(port, "/sittings/" + sitting + "/minutes.pdf", house.clerk());
        assertThat(minutes.status()).isEqualTo(200);
        assertThat(Printed.of(minutes.content()).text())
                .contains("应出席代表60名，实际出席代表50名，符合法定人数。", "《地方组织法》第十四条", "赞成40人，反对6人，弃权4人", "通过。");
    }

    @Test
    void everythingIsSaidInChineseFirstAndInEnglishToo() {
        String sitting = house.sitting("languages");
        String board = house.token(Role.BOARD, "");
        assertThat(rest.page(board, "/board/" + sitting, "fr")).contains("lang=\"zh-CN\"", "全体会议大屏");
        assertThat(rest.page(board, "/board/" + sitting + "?lang=en", "en")).contains("lang=\"en\"", "Plenary");
        Rest.Problem refused = rest.refused(house.chair(), "/sittings/" + sitting + "/open");
        assertThat(refused.words("zh-CN")).contains("应出席60人", "《地方组织法》第十四条第四款");
        assertThat(refused.words("en")).contains("60 expected", "Organic Law, art. 14(4)");
    }

    @Test
    void everyActIsInARecordThatAnybodyCanVerify() {
        String question = house.voting(house.open("recorded", 40), VotingMode.SHOW_OF_HANDS);
        house.hands(question, 31, 9, 0, 0);
        house.declare(question);
        String export = rest.text(auditor(), "/record/export");
        List<Link> links = Exported.links(export);
        assertThat(Verification.of(links.iterator())).isInstanceOf(Verification.Sound.class);
        assertThat(links.stream()
                        .filter(link -> link.subject().equals("question:" + question))
                        .map(Link::verb))
                .contains("assembly.question.put", "assembly.question.open", "assembly.question.declare");
        String forged = export.replace("question:" + question, "question:" + UUID.randomUUID());
        assertThat(Verification.of(Exported.links(forged).iterator())).isInstanceOf(Verification.Broken.class);
    }

    private String auditor() {
        return congress.token("*", Role.AUDITOR);
    }
}
