package org.yicheng.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yicheng.bench.Platform;
import org.yicheng.walk.Visit.Window;

/**
 * A congress held by its pages alone, from an empty installation to its closing, by people who press what the screens
 * offer: accounts, session and roster, preliminary meeting, presidium, a plenary with an election on paper, its validity,
 * proclamation and oath. Part of {@code ./yicheng walk} alone. No address is typed but the sign-in's, the desk's and the gate's own.
 */
class CongressByHandTest {

    private static final String BODY = "hand-npc-1";
    private static final String SESSION = "/sessions/hand-npc-1-2";
    private static final int MEMBERS = 30;
    private static final String OWN_PASSWORD = "by-hand-2026-yicheng";

    @TempDir
    Path folder;

    private Visit visit;
    /** The meeting that people are in. */
    private String sitting = "";

    private final Map<String, Page> staff = new HashMap<>();

    @Test
    void aCongressGoesFromAnEmptyInstallationToItsClosing() throws IOException {
        Path program = Chromium.needed();
        Path home = Platform.newHome();
        try (Platform platform = Platform.start(home, "-XX:TieredStopAtLevel=1");
                Chromium chromium = new Chromium(program);
                Visit opened = new Visit(platform, chromium.browser(), new HashMap<>())) {
            visit = opened;
            administratorSignsIn(home.resolve("data/first-sign-in.txt"));
            theSecretariatCreatesTheSession();
            thePreliminaryMeetingElectsThePresidium();
            thePresidiumDecides();
            thePlenaryElects();
            thePresidiumConfirmsAndTheResultIsAnnounced();
            theSessionCloses();
            // The two refusals that this walk asks for, and nothing else.
            assertThat(visit.faults())
                    .hasSize(2)
                    .allMatch(fault -> fault.endsWith("/sessions/new/check") || fault.endsWith("/joint-nominees"));
        } finally {
            Platform.remove(home);
        }
    }

    // ------------------------------------------------------------ people

    private void administratorSignsIn(Path note) throws IOException {
        String password = Files.readString(note)
                .lines()
                .filter(line -> line.contains("First password"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
        staff.put("admin", signedInFirst("admin", password));
    }

    private Page signedInFirst(String login, String password) {
        Page page = visit.go(visit.window(Window.DESK), "/login");
        var form = page.locator("form:has([name=password])");
        form.locator("[name=login]").fill(login);
        form.locator("[name=password]").fill(password);
        form.locator("button").click();
        page.waitForURL(visit.platform().url("/account"));
        var change = page.locator("form[action='/account/password']");
        change.locator("[name=old]").fill(password);
        change.locator("[name=password]").fill(OWN_PASSWORD);
        change.locator("button").click();
        Authenticator.of(page);
        page.locator("form[action='/account/passkeys'] [name=label]").fill("会务组笔记本");
        page.locator("form[action='/account/passkeys'] button").click();
        assertThat(page.locator("main")).not().containsText("首次登录还没有完成");
        return page;
    }

    private Page newStaff(String login, String name, String role, String scope) {
        Page administrator = visit.go(staff.get("admin"), "/accounts");
        administrator.locator("main [name=login]").fill(login);
        administrator.locator("main [name=name]").fill(name);
        press(administrator, "建立账号");
        String password = administrator.locator(".secret code").innerText();
        administrator.locator("main [name=role]").selectOption(role);
        administrator.locator("main [name=scope]").selectOption(scope);
        press(administrator, "授予角色");
        Page page = signedInFirst(login, password);
        staff.put(login, page);
        return page;
    }

    // ------------------------------------------------------------ the session

    private void theSecretariatCreatesTheSession() throws IOException {
        Page clerk = newStaff("clerk", "大会秘书处（演示）", "SECRETARIAT", "*");
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        visit.go(clerk, "/");
        press(clerk, "会议");
        press(clerk, "新建会议");
        clerk.locator("[name=nameZh]").fill("演示市第一届人民代表大会第二次会议");
        clerk.locator("[name=number]").fill("2");
        clerk.locator("[name=id]").fill("hand-npc-1-2");
        clerk.locator("[name=opening]").fill(today.toString());
        clerk.locator("[name=reportIn]").fill(today.toString());
        clerk.locator("[name=place]").fill("演示会堂");
        clerk.locator("[name=bodyNameZh]").fill("演示市第一届人民代表大会");
        clerk.locator("[name=file]").setInputFiles(roster());
        press(clerk, "核对");
        // The schedule of such a session begins the day before: said at once, and the file is kept.
        assertThat(clerk.locator("main")).containsText("请把报到日期提前");
        clerk.locator("[name=reportIn]").fill(today.minusDays(1).toString());
        press(clerk, "核对");
        assertThat(clerk.locator("main")).containsText("20人");
        press(clerk, "建立会议");
        assertThat(clerk.locator("h1")).containsText("拟召开");
        newStaff("chair", "主持人（演示）", "CHAIR", BODY);
        newStaff("teller-1", "计票人一（演示）", "TELLER", BODY);
        newStaff("teller-2", "计票人二（演示）", "TELLER", BODY);
        newStaff("scrutineer", "总监票人（演示）", "SCRUTINEER", BODY);
        newStaff("gate", "一号门（演示）", "GATE", BODY);
        press(desk(), "召集会议");
        press(desk(), "开始筹备");
        list("拟定主席团名单", numbers(1, 9));
        list("拟定秘书长人选", numbers(1, 1));
        press(desk(), "开始报到");
    }

    /** Thirty invented deputies in three delegations. */
    private Path roster() throws IOException {
        String header =
                "deputy_id,name,sex,birth_year,ethnicity,delegation,electing_unit,occupation_group,mandate_start,"
                        + "mandate_end,status,replaces,seat,credential\n";
        String digits = "一二三四五六七八九十";
        return Files.writeString(
                folder.resolve("roster.csv"),
                header
                        + IntStream.rangeClosed(1, MEMBERS)
                                .mapToObj(i -> "D%03d,%s,女,1980,汉族,%s,%s,工人农民专技,2021-09-01,,IN_OFFICE,,,C%03d"
                                        .formatted(
                                                i,
                                                "甲乙丙".charAt((i - 1) / 10) + "演" + digits.charAt((i - 1) % 10),
                                                "T" + (i - 1) / 10,
                                                List.of("东区", "西区", "南区").get((i - 1) / 10),
                                                i))
                                .collect(Collectors.joining("\n")));
    }

    private static String numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj("D%03d"::formatted).collect(Collectors.joining("、"));
    }

    private Page desk() {
        return visit.go(staff.get("clerk"), SESSION);
    }

    private void list(String step, String members) {
        press(desk(), step);
        Page clerk = staff.get("clerk");
        clerk.locator("[name=members]").fill(members);
        press(clerk, "保存名单");
    }

    private void thePreliminaryMeetingElectsThePresidium() {
        Page clerk = desk();
        press(clerk, "安排预备会议");
        clerk.locator("[name=text-AGENDA]").fill("一、听取政府工作报告；二、选举");
        press(clerk, "安排会议");
        open("预备会议", "常务委员会主任（演示）", 27);
        byHands(27, 0);
        byHands(26, 1);
        press(chair(), "结束会议");
        assertThat(desk().locator("h1")).containsText("主席团已产生");
    }

    private void thePresidiumDecides() {
        for (Map.Entry<String, String> one : Map.of(
                        "常务主席", numbers(1, 3), "副秘书长", numbers(4, 5), "执行主席分组名单", numbers(1, 2))
                .entrySet()) {
            Page clerk = desk();
            press(clerk, "各项名单");
            clerk.locator("main table a:text-is('" + one.getKey() + "')").click();
            if (clerk.locator("[name=group]").count() > 0) {
                clerk.locator("[name=group]").fill("1");
            }
            clerk.locator("[name=members]").fill(one.getValue());
            press(clerk, "保存名单");
        }
        draftElection();
        Page clerk = desk();
        press(clerk, "安排主席团会议");
        clerk.locator("[name=ask-LIVELIHOOD_HEARD]").uncheck();
        clerk.locator("[name=ask-LIVELIHOOD_REFERRED]").uncheck();
        for (String text : List.of("SCHEDULE", "MOTION_DEADLINE", "ELECTION_METHOD")) {
            clerk.locator("[name=text-" + text + "]").fill("见草案（演示）");
        }
        clerk.locator("[name=deadline]")
                .fill(LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1) + "T12:00");
        press(clerk, "安排会议");
        assertThat(clerk.locator("h1")).containsText("主席团第一次会议");
        open("主席团第一次会议", "常务委员会主任（演示）", 8);
        for (int item = 0; item < 6; item++) {
            byHands(8, 0);
        }
        press(chair(), "结束会议");
    }

    private void draftElection() {
        Page clerk = desk();
        press(clerk, "选举");
        clerk.locator("[name=title]").fill("演示市人民代表大会常务委员会委员");
        clerk.locator("[name=office]").selectOption("STANDING_COMMITTEE_MEMBER");
        clerk.locator("[name=occasion]").selectOption("BY_ELECTION");
        clerk.locator("[name=seats]").fill("2");
        clerk.locator("[name=membersOnly]").check();
        clerk.locator("[name=method]").fill("无记名投票，获得全体代表过半数赞成票的始得当选。");
        press(clerk, "起草选举办法");
    }

    // ------------------------------------------------------------ the election

    private void thePlenaryElects() {
        Page clerk = desk();
        press(clerk, "安排全体会议");
        press(clerk, "安排会议");
        listed();
        open("第一次全体会议", "", 27);
        byHands(27, 0);
        nominate();
        listed();
        byHands(27, 0);
        ballot();
    }

    /** Takes the election's next question into the meeting. */
    private void listed() {
        Page clerk = desk();
        press(clerk, "选举");
        press(clerk, "列入会次");
    }

    private Page election(String who) {
        Page page = visit.go(staff.get(who), "/");
        page.locator("main a[href*='/elections'], main a[href='" + SESSION + "']")
                .first()
                .click();
        if (!page.url().contains("/elections")) {
            press(page, "选举");
        }
        press(page, "常务委员会委员");
        return page;
    }

    private void nominate() {
        Page clerk = election("clerk");
        press(clerk, "开始提名");
        clerk.locator("[name=nominees]").fill("D010 候选人情况（演示）\nD020 候选人情况（演示）");
        press(clerk, "保存提名");
        clerk.locator("summary:has-text('登记书面联合提名')").click();
        clerk.locator("[name=nominee]").fill("D030 候选人情况（演示）");
        clerk.locator("[name=members]").fill(numbers(1, 19));
        clerk.locator("[name=reference]").fill("联提1号（演示）");
        press(clerk, "登记联合提名");
        assertThat(clerk.locator("#summary")).containsText("还差1名");
        clerk.locator("[name=members]").fill(numbers(1, 20));
        press(clerk, "登记联合提名");
        press(clerk, "结束提名");
        press(clerk, "确定正式候选人名单");
        clerk.locator("[name=members]").fill("D006 D016 D026");
        clerk.locator("[name=chiefs]").fill("D006");
        clerk.locator("[name=noRelatives]").check();
        press(clerk, "提出监票人名单");
    }

    private void ballot() {
        Page scrutineer = election("scrutineer");
        press(scrutineer, "监票台");
        scrutineer.locator("[name=issued]").fill("27");
        press(scrutineer, "确认发出");
        press(election("chair"), "开始投票");
        scrutineer = election("scrutineer");
        press(scrutineer, "监票台");
        scrutineer.locator("[name=collected]").fill("27");
        press(scrutineer, "报告收回张数");
        press(election("chair"), "宣布投票有效");
        for (String teller : List.of("teller-1", "teller-2")) {
            Page page = election(teller);
            press(page, "选票录入");
            if (page.locator("[name=size]").count() > 0) {
                page.locator("[name=size]").fill("27");
                page.locator("[name=form]").selectOption("COUNTS");
                press(page, "开始一捆");
            } else {
                page.locator("main table a:text-is('1')").click();
            }
            page.locator("[name=count-1]").fill("20");
            page.locator("[name=marks-1]").fill("112");
            page.locator("[name=count-2]").fill("7");
            page.locator("[name=marks-2]").fill("121");
            press(page, "提交本捆");
        }
        scrutineer = election("scrutineer");
        press(scrutineer, "监票台");
        press(scrutineer, "计票");
        assertThat(scrutineer.locator("main")).containsText("应选名额已选足");
    }

    private void thePresidiumConfirmsAndTheResultIsAnnounced() {
        press(chair(), "暂停会议");
        Page clerk = desk();
        press(clerk, "安排主席团会议");
        clerk.locator("[name^=ask-]").all().forEach(asked -> asked.uncheck());
        press(clerk, "安排会议");
        listed();
        open("主席团第二次会议", "主席团常务主席（演示）", 8);
        byHands(8, 0);
        press(chair(), "结束会议");
        sitting = "第一次全体会议";
        press(chair(), "继续会议");
        press(election("chair"), "宣布选举结果");
        press(chair(), "结束会议");
    }

    private void theSessionCloses() {
        Page clerk = desk();
        press(clerk, "选举");
        press(clerk, "发布公告");
        press(election("clerk"), "记录已宣誓");
        clerk = desk();
        press(clerk, "闭会");
        press(clerk, "闭会");
        assertThat(desk().locator("h1")).containsText("闭会");
        Page everybody = visit.go(visit.window(Window.PHONE), SESSION + "/public");
        assertThat(everybody.locator("main")).containsText("选举演示市人民代表大会常务委员会委员");
        assertThat(visit.sideways(everybody)).isZero();
        press(everybody, "公告");
        assertThat(everybody.locator("main")).containsText("选举乙演十、丙演十");
    }

    // ------------------------------------------------------------ meetings

    /** Sign-in opens, members pass the gate, the chair opens the meeting. */
    private void open(String meeting, String presiding, int present) {
        sitting = meeting;
        Page clerk = desk();
        clerk.locator("main tr:has-text('" + meeting + "') a:text-is('事项')")
                .first()
                .click();
        if (presiding.isEmpty()) {
            clerk.locator("select[name=presiding]").selectOption("甲演一");
        } else {
            clerk.locator("[name=presiding]").fill(presiding);
        }
        press(clerk, "确定主持人");
        press(clerk, "开放签到");
        Page gate = visit.go(staff.get("gate"), "/");
        press(gate, sitting + "：签到门");
        for (int card = 1; card <= present; card++) {
            gate.locator("#f-card").fill("C%03d".formatted(card));
            gate.locator("#f-card").press("Enter");
            assertThat(gate.locator("main.gate-yes")).isVisible();
            gate.waitForLoadState();
        }
        press(chair(), "宣布开会");
    }

    private Page chair() {
        Page chair = visit.go(staff.get("chair"), "/");
        press(chair, sitting + "：主持人席");
        return chair;
    }

    /** The chair puts the next item to a show of hands; two tellers enter what they counted. */
    private void byHands(int inFavour, int abstaining) {
        press(chair(), "提付第");
        press(staff.get("chair"), "改为举手表决");
        press(staff.get("chair"), "开始表决");
        for (String name : List.of("teller-1", "teller-2")) {
            Page teller = visit.go(staff.get(name), "/");
            teller.locator("nav a:text-is('待办')").click();
            press(teller, "录入举手人数");
            teller.locator("[name=for]").fill("" + inFavour);
            teller.locator("[name=against]").fill("0");
            teller.locator("[name=abstain]").fill("" + abstaining);
            teller.locator("[name=notPressed]").fill("0");
            press(teller, "录入人数");
            assertThat(teller.locator("main")).containsText("您录入的：赞成" + inFavour);
        }
        Page chair = chair();
        press(chair, "结束表决");
        press(chair, "结束表决");
        press(chair, "宣布结果");
        assertThat(chair.locator("main")).containsText("通过");
    }

    /** Presses the button or follows the link with these words in the page's own part. */
    private static void press(Page page, String words) {
        page.locator("main button:has-text('%1$s'):visible, main a:has-text('%1$s'):visible".formatted(words))
                .first()
                .click();
        page.waitForLoadState();
    }
}
