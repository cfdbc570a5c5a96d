package org.yicheng.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yicheng.bench.Hall;
import org.yicheng.walk.Visit.Window;

/** The main walk with Tab, Shift+Tab, Enter, Space and arrows alone; no press of a mouse, no touch. */
@ExtendWith(Walk.class)
class KeyboardTest {

    private static final String SITTING = "sjz-npc-15-5-preliminary";

    @Test
    void aVisitorStepsIntoTheSecretariatAndReachesTheRoster(Visit visit) {
        Page page = visit.go(visit.window(Window.DESK), "/demo");
        Keyboard keyboard = new Keyboard(page);
        keyboard.press("Tab");
        assertThat(keyboard.isAt("a.skip"))
                .as("the first stop skips to the content")
                .isTrue();
        keyboard.press("Enter").press("Tab");
        assertThat(keyboard.isAt("main *"))
                .as("the stop after it is in the content")
                .isTrue();
        keyboard.to("button[name=who][value=secretariat]").follow("Enter");
        assertThat(page.locator("header .tools")).containsText("演示");

        visit.go(page, "/sessions/sjz-npc-15-5");
        keyboard.to("main a[href$='/roster']").follow("Enter");
        keyboard.to("main input[type=search], main input[name=q]").type("S0001").follow("Enter");
        assertThat(page.locator("main")).containsText("S0001");
        assertThat(visit.faults()).isEmpty();
    }

    @Test
    void anAdministratorMakesADeviceAndItSignsIn(Visit visit) {
        Page page = visit.go(visit.as("administrator", Window.DESK), "/accounts");
        Keyboard keyboard = new Keyboard(page);
        keyboard.to("#f-kind").press("ArrowDown");
        assertThat(page.locator("#f-kind")).hasValue("DEVICE");
        keyboard.to("#f-login").type("keyboard-gate").to("#f-name").type("键盘签到口");
        keyboard.to("form[action='/accounts'] button").follow("Enter");
        String token = page.locator(".secret code").innerText();

        Page device = visit.go(visit.window(Window.PHONE), "/login");
        new Keyboard(device).to("#f-token").type(token).follow("Enter");
        assertThat(device.locator("header .tools")).containsText("键盘签到口");
        assertThat(visit.faults()).isEmpty();
    }

    @Test
    void aVoteGoesFromThePutToTheDeclaredResult(Visit visit) throws IOException {
        Hall hall = Hall.build(visit.platform().port(), 4);
        String question = hall.listQuestion("ELECTRONIC_UNRECORDED");
        Page chair = visit.with(hall.chair(), Window.DESK);
        Keyboard desk = new Keyboard(visit.go(chair, "/chair/" + hall.sitting()));
        desk.to("button[name=do][value=put]").follow("Enter");
        desk.to("button[name=do][value=vote]").follow("Space");

        Page phone = visit.with(hall.members().getFirst(), Window.PHONE);
        Keyboard delegate = new Keyboard(visit.go(phone, "/vote/" + question));
        delegate.to("button[value=FOR]").press("Space");
        assertThat(phone.locator("[data-word]")).containsText("已记录：赞成");
        delegate.press("ArrowDown");
        assertThat(delegate.isAt("button[value=AGAINST]")).isTrue();
        delegate.press("ArrowUp").press("ArrowUp");
        assertThat(delegate.isAt("button[value=ABSTAIN]")).as("arrows go round").isTrue();
        delegate.backTo("button[value=AGAINST]").press("Enter");
        assertThat(phone.locator("[data-word]")).containsText("已记录：反对");

        Page plain = visit.with(hall.members().get(1), Window.PHONE.withoutScript());
        new Keyboard(visit.go(plain, "/vote/" + question))
                .to("button[value=FOR]")
                .follow("Enter");
        assertThat(plain.locator("[data-word]")).containsText("已记录：赞成");

        desk.to("a.button-grave").follow("Enter");
        desk.to("button[name=do][value=close]").follow("Enter");
        desk.to("button[name=do][value=declare]").follow("Enter");
        assertThat(chair.locator("main")).containsText("未获通过");
        var votes = hall.question(question).path("outcome").path("votes");
        assertThat(votes.path("votesFor").asInt()).isEqualTo(1);
        assertThat(votes.path("against").asInt()).isEqualTo(1);
        assertThat(votes.path("notPressed").asInt()).isEqualTo(2);
        assertThat(visit.faults()).isEmpty();
    }

    @Test
    void theGateTakesCardsAndTurnsItsDirection(Visit visit) throws IOException {
        Hall hall = Hall.build(visit.platform().port(), 3);
        Page gate = visit.go(visit.with(hall.chair(), Window.DESK), "/gate/" + hall.sitting() + "?gate=1");
        Keyboard keyboard = new Keyboard(gate);
        keyboard.to("a[href*='direction=OUT']").follow("Enter");
        keyboard.to("#f-card").type(hall.firstCard()).press("Enter");
        assertThat(gate.locator("main.gate-yes")).isVisible();
        keyboard.to("a[href*='direction=IN']").follow("Enter");
        assertThat(hall.present()).isEqualTo(2);
        keyboard.to("#f-card").type("NO-SUCH-CARD").press("Enter");
        assertThat(gate.locator("main.gate-no")).isVisible();
        keyboard.to("#f-card").type(hall.firstCard()).to("form button").press("Space");
        assertThat(gate.locator("main.gate-yes")).isVisible();
        assertThat(hall.present()).isEqualTo(3);
        assertThat(visit.faults()).isEmpty();
    }

    @ParameterizedTest(name = "{1} for {0}, {2} × {3}")
    @CsvSource({
        "'', /, 1440, 900",
        "'', /login, 360, 640",
        "'', /demo, 1440, 600",
        "'', /sessions/sjz-npc-15-5/public, 360, 640",
        "secretariat, /sessions/sjz-npc-15-5, 1440, 600",
        "secretariat, /sessions/sjz-npc-15-5/roster/import, 1440, 600",
        "secretariat, /tasks, 768, 600",
        "chair, /chair/" + SITTING + ", 1440, 600",
        "gate, /gate/" + SITTING + "?gate=1, 1440, 900",
        "administrator, /accounts, 1440, 600",
        "auditor, /record, 1440, 600",
        "S0100, /me, 360, 640",
        "S0001, /sessions/sjz-npc-15-5/presidium, 360, 640"
    })
    void everyStopOfAPageIsSeenThereAndBack(String who, String path, int width, int height, Visit visit) {
        Window window = new Window(width, height, "zh-CN", true);
        Page page = visit.go(who.isEmpty() ? visit.window(window) : visit.signedIn(who, window), path);
        page.waitForLoadState();
        assertThat(new Keyboard(page).throughThePage()).hasSizeGreaterThan(1);
    }

    /** The notice of a lost connection stays at the top of the window: what has the focus must not lie under it. */
    @Test
    void theNoticeOfALostConnectionHidesNoFocus(Visit visit) throws IOException {
        Hall hall = Hall.build(visit.platform().port(), 3);
        hall.openQuestion("ELECTRONIC_UNRECORDED");
        Page chair = visit.with(hall.chair(), new Window(1440, 420, "zh-CN", true));
        // Cut off for certain: a window that is only told to be offline keeps a stream that is open already.
        chair.route(url -> url.contains("/live?"), Route::abort);
        visit.go(chair, "/chair/" + hall.sitting());
        assertThat(chair.locator(".live-lost")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(40_000));
        assertThat(new Keyboard(chair).throughThePage()).hasSizeGreaterThan(5);
    }
}
