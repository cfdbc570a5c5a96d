package org.yicheng.livelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.yicheng.assembly.Congress;
import org.yicheng.catalogue.Catalogue;
import org.yicheng.home.PlatformClock;
import org.yicheng.livelihood.Wish.Channel;
import org.yicheng.livelihood.Wish.State;
import org.yicheng.livelihood.Wishes.Asked;
import org.yicheng.livelihood.Wishes.Draft;
import org.yicheng.party.Role;
import org.yicheng.record.Act;
import org.yicheng.record.Journal;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.Rest;
import org.yicheng.testing.YichengTest;

/** From the call to what everybody reads. */
@YichengTest
@Import(Congress.class)
class WishTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 8, 1);
    private static final LocalDate LAST = LocalDate.of(2023, 8, 30);
    private static final Draft BENCH = new Draft("演示路增设公交候车亭", "演示路公交站没有候车亭，下雨天老人没有地方避雨，建议增设。", "演示路", "13800001234");

    @Autowired
    Rounds rounds;

    @Autowired
    Wishes wishes;

    @Autowired
    Congress congress;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Journal journal;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    @LocalServerPort
    int port;

    @BeforeEach
    void inTheCall() {
        at("2023-08-10T09:00:00+08:00");
    }

    private void at(String text) {
        ((PlatformClock) clock).set(Instant.parse(text.replace("+08:00", "Z")).minusSeconds(8 * 3600));
    }

    private Round round(String body) {
        congress.congress(body, 3);
        return rounds.call(body, new Rounds.Call(2024, "jinghong", FIRST, LAST, "演示公告"))
                .orThrow();
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    @Test
    void aCallOfThirtyDaysStandsAndOneOf29DoesNot() {
        congress.congress("call-days", 3);
        var short29 = rounds.call("call-days", new Rounds.Call(2024, "jinghong", FIRST, LAST.minusDays(1), "演示公告"));

        assertThat(short29).isInstanceOfSatisfying(Ruling.Refused.class, refused -> {
            Refusal reason = (Refusal) refused.reasons().getFirst();
            assertThat(reason.code()).isEqualTo("livelihood.call-short");
            assertThat(reason.ground().orElseThrow().key()).isEqualTo("JHL:6");
            assertThat(reason.facts())
                    .containsEntry("days", 29L)
                    .containsEntry("least", 30)
                    .containsEntry("earliest", LAST);
        });
        assertThat(rounds.call("call-days", new Rounds.Call(2024, "jinghong", FIRST, LAST, "演示公告")))
                .isInstanceOf(Ruling.Granted.class);
        assertThat(codes(rounds.call("call-days", new Rounds.Call(2024, "nowhere", FIRST, LAST, " "))))
                .containsExactly("livelihood.place-unknown", "livelihood.year-taken", "livelihood.notice-length");
    }

    @Test
    void aCallIsMadeLongerNeverShorter() {
        Round round = round("call-longer");
        assertThat(codes(rounds.prolong(round.id(), LAST))).containsExactly("livelihood.prolong");
        assertThat(rounds.prolong(round.id(), LAST.plusDays(1)).orThrow().closes())
                .isEqualTo(LAST.plusDays(1));
        at("2023-09-01T00:00:00+08:00");
        assertThat(codes(rounds.prolong(round.id(), LAST.plusDays(9)))).containsExactly("livelihood.prolong");
    }

    @Test
    void aWishIsTakenFromTheFirstToTheLastDayOfTheCall() {
        Round round = round("call-window");
        for (String inside : List.of("2023-08-01T00:00:00+08:00", "2023-08-30T23:59:59+08:00")) {
            at(inside);
            assertThat(wishes.submit(round.id(), BENCH)).as(inside).isInstanceOf(Ruling.Granted.class);
        }
        at("2023-07-31T23:59:59+08:00");
        assertThat(codes(wishes.submit(round.id(), BENCH))).containsExactly("livelihood.call-ahead");
        at("2023-08-31T00:00:00+08:00");
        assertThat(codes(wishes.submit(round.id(), BENCH))).containsExactly("livelihood.call-over");
        assertThat(wishes.enter(round.id(), Channel.LETTER, LAST, BENCH))
                .as("a letter of the last day is entered the day after")
                .isInstanceOf(Ruling.Granted.class);
    }

    @Test
    void everythingWrongWithAWishIsSaidAtOnce() {
        Round round = round("wish-faults");
        Draft bad = new Draft("灯", "请联系张某，电话138 0000 1234，身份证110101199003070011", "x".repeat(101), "");
        assertThat(codes(wishes.submit(round.id(), bad)))
                .containsExactly("livelihood.wish-length", "livelihood.wish-length", "livelihood.wish-personal");
    }

    @Test
    void theCodeOfTheReceiptFindsItHoweverItIsWritten() {
        Round round = round("wish-code");
        Wishes.Submitted submitted = wishes.submit(round.id(), BENCH).orThrow();
        assertThat(submitted.code()).matches("[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}");
        assertThat(wishes.byCode(
                        submitted.code().toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                .map(Wish::id)
                .hasValue(submitted.wish().id());
        assertThat(wishes.byCode("AAAA-AAAA-AAAA")).isEmpty();
    }

    @Test
    void whatIsAcceptedIsPublicAndWhatIsRefusedSaysWhyToWhoAsked() {
        Round round = round("wish-course");
        Wish first = wishes.submit(round.id(), BENCH).orThrow().wish();
        Wish second = wishes.submit(round.id(), BENCH).orThrow().wish();
        assertThat(wishes.of(round.id(), Asked.PUBLIC, 0, 10)).isEmpty();

        wishes.accept(first.id()).orThrow();
        assertThat(codes(wishes.accept(first.id()))).containsExactly("livelihood.wish-accepted");
        assertThat(codes(wishes.refuse(second.id(), " "))).containsExactly("livelihood.wish-length");
        wishes.refuse(second.id(), "不属于本市事权").orThrow();

        assertThat(wishes.of(round.id(), Asked.PUBLIC, 0, 10))
                .extracting(Wish::number)
                .containsExactly(1);
        assertThat(wishes.byId(second.id())).map(Wish::reason).hasValue("不属于本市事权");
    }

    @Test
    void wishesThatAreAlikeStandTogetherAndCountOnce() {
        Round round = round("wish-groups");
        Wish lead = wishes.submit(round.id(), BENCH).orThrow().wish();
        Wish same = wishes.submit(round.id(), BENCH).orThrow().wish();
        Wish third = wishes.submit(round.id(), BENCH).orThrow().wish();
        assertThat(codes(wishes.join(same.id(), lead.id())))
                .as("only an accepted one leads")
                .containsExactly("livelihood.wish-lead");
        wishes.accept(lead.id()).orThrow();
        assertThat(wishes.join(same.id(), lead.id()).orThrow().state()).isEqualTo(State.ACCEPTED);
        assertThat(codes(wishes.join(third.id(), same.id())))
                .as("none that itself stands with another leads")
                .containsExactly("livelihood.wish-lead");
        assertThat(codes(wishes.join(lead.id(), lead.id())))
                .containsExactly("livelihood.wish-lead", "livelihood.wish-leads");
        assertThat(codes(wishes.refuse(lead.id(), "重复"))).containsExactly("livelihood.wish-leads");

        assertThat(wishes.count(round.id(), Asked.PUBLIC)).isEqualTo(1);
        assertThat(wishes.byId(lead.id())).map(Wish::joined).hasValue(1);
        assertThat(wishes.part(same.id()).orThrow().lead()).isEmpty();
        assertThat(wishes.count(round.id(), Asked.PUBLIC)).isEqualTo(2);
    }

    @Test
    void theCatalogueShowsTheClerkWhatIsAlike() {
        Round round = round("wish-alike");
        Wish lead = wishes.submit(round.id(), BENCH).orThrow().wish();
        wishes.accept(lead.id()).orThrow();
        Wish same = wishes.submit(round.id(), BENCH).orThrow().wish();
        catalogue.follow();
        String page = new Rest(port)
                .page(
                        congress.token("wish-alike", Role.SECRETARIAT),
                        "/livelihood/wishes/" + same.id() + "/desk",
                        "zh-CN");
        assertThat(page).contains("内容相近的公开心愿", lead.id().toString());
    }

    @Test
    void nobodyReadsTheContactUnrecordedAndNoActHoldsIt() {
        Round round = round("wish-contact");
        Wish wish = wishes.submit(round.id(), BENCH).orThrow().wish();
        wishes.accept(wish.id()).orThrow();
        assertThat(wish.maskedContact()).isEqualTo("13*******34");
        assertThat(wishes.contact(wish.id()).orThrow()).isEqualTo("13800001234");
        List<Act> acts = journal.latest(
                new Journal.ActFilter("livelihood.", "livelihood-wish:" + wish.id(), Optional.empty(), 10));
        assertThat(acts).extracting(Act::verb).contains("livelihood.wish.contact");
        assertThat(acts).allSatisfy(act -> assertThat(act.facts().toString()).doesNotContain("138"));

        Rest rest = new Rest(port);
        for (String path :
                List.of("/livelihood/rounds/" + round.id(), "/livelihood/wishes/" + wish.id(), "/livelihood")) {
            assertThat(rest.page("", path, "zh-CN")).as(path).doesNotContain("1380", "13*");
        }
        assertThat(rest.get("", "/livelihood/rounds/" + round.id() + "/wishes").toString())
                .contains(BENCH.title())
                .doesNotContain("1380", "contact\"");
    }

    private MockHttpServletResponse submit(Round round, String stamp, Map<String, String> more, String address)
            throws Exception {
        var form = post("/livelihood/rounds/" + round.id() + "/wish")
                .param("title", BENCH.title())
                .param("text", BENCH.text())
                .param("where", BENCH.where())
                .param("contact", BENCH.contact())
                .param("stamp", stamp);
        more.forEach(form::param);
        return web.perform(form.with(csrf()).with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                }))
                .andReturn()
                .getResponse();
    }

    private String stamp(Round round) throws Exception {
        String page = web.perform(get("/livelihood/rounds/" + round.id() + "/wish"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        Matcher stamp = Pattern.compile("name=\"stamp\" value=\"([^\"]+)\"").matcher(page);
        assertThat(stamp.find()).isTrue();
        return stamp.group(1);
    }

    @Test
    void thePublicFormGivesAReceiptAndKeepsMachinesOut() throws Exception {
        Round round = round("wish-form");
        String stamp = stamp(round);
        assertThat(submit(round, stamp, Map.of(), "192.0.2.1").getContentAsString(StandardCharsets.UTF_8))
                .contains("提交得太快");
        at("2023-08-10T09:00:06+08:00");
        assertThat(submit(round, stamp, Map.of("homepage", "http://x"), "192.0.2.1")
                        .getStatus())
                .isEqualTo(409);
        assertThat(submit(round, stamp + "0", Map.of(), "192.0.2.1").getContentAsString(StandardCharsets.UTF_8))
                .contains("内容已保留", BENCH.text());
        String receipt = submit(round, stamp, Map.of(), "192.0.2.1").getContentAsString(StandardCharsets.UTF_8);
        Matcher code = Pattern.compile("<code>([^<]+)</code>").matcher(receipt);
        assertThat(code.find()).isTrue();
        assertThat(wishes.byCode(code.group(1))).isPresent();
        assertThat(wishes.count(round.id(), new Asked(Optional.empty(), false))).isEqualTo(1);
    }

    @Test
    void fiveWishesAnHourComeFromOneNetworkAndOthersAreNotKeptWaiting() throws Exception {
        Round round = round("wish-pace");
        String stamp = stamp(round);
        at("2023-08-10T09:00:06+08:00");
        for (int i = 1; i <= 5; i++) {
            assertThat(submit(round, stamp, Map.of(), "2001:db8:0:1::" + i).getStatus())
                    .isEqualTo(200);
        }
        MockHttpServletResponse sixth = submit(round, stamp, Map.of(), "2001:db8:0:1::6");
        assertThat(sixth.getStatus()).isEqualTo(409);
        assertThat(sixth.getContentAsString(StandardCharsets.UTF_8)).contains("过于频繁", "每60分钟最多5次");
        assertThat(submit(round, stamp, Map.of(), "2001:db8:0:2::1").getStatus())
                .isEqualTo(200);
    }

    @Test
    void restDoesWhatThePagesDo() {
        congress.congress("wish-rest", 3);
        Rest rest = new Rest(port);
        String clerk = congress.token("wish-rest", Role.SECRETARIAT);
        String round = rest.post(
                        clerk,
                        "/bodies/wish-rest/livelihood/rounds",
                        Map.of(
                                "year",
                                2024,
                                "place",
                                "general",
                                "opens",
                                "2023-08-01",
                                "closes",
                                "2023-08-30",
                                "notice",
                                "演示公告"))
                .get("id")
                .asString();
        var receipt = rest.post(
                clerk,
                "/livelihood/rounds/" + round + "/wishes",
                Map.of(
                        "channel",
                        "PHONE",
                        "came",
                        "2023-08-02",
                        "title",
                        BENCH.title(),
                        "text",
                        BENCH.text(),
                        "where",
                        "",
                        "contact",
                        ""));
        String wish = receipt.get("wish").get("id").asString();
        assertThat(rest.get("", "/livelihood/receipts/" + receipt.get("code").asString())
                        .get("state")
                        .asString())
                .isEqualTo("RECEIVED");
        rest.post(clerk, "/livelihood/wishes/" + wish + "/accept");
        assertThat(rest.get("", "/livelihood/rounds/" + round + "/wishes").size())
                .isEqualTo(1);
        assertThat(rest.refused(clerk, "/livelihood/wishes/" + UUID.randomUUID() + "/accept")
                        .status())
                .isEqualTo(404);
    }
}
