package org.yicheng.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yicheng.walk.Visit.Window;

/**
 * Walks the tutorial "Open a congress" and makes the pictures of the docs: {@code ./yicheng screenshots}. Each picture
 * comes in English ({@code desk.png}) and in Chinese ({@code desk.zh-CN.png}), but the board only as the hall sees it.
 */
@ExtendWith(Walk.class)
@EnabledIfSystemProperty(named = "yicheng.walk", matches = "screenshots")
class Screenshots {

    private static final List<String> LANGUAGES = List.of("en", "zh-CN");
    private static final String SESSION = "/sessions/sjz-npc-15-5";
    private static final String SITTING = "sjz-npc-15-5-preliminary";
    private static final Window PAGE = new Window(1280, 960, "zh-CN", true);

    /** A deputy of the roster whom no gate has seen. */
    private static final String LATE_CARD = "C139595";

    private static final Pattern NEARLY_ALL_PRESSED = Pattern.compile("58[0-9] pressed");

    @Test
    void ofTheTutorial(Visit visit) {
        atThreeOClock(visit);
        Map<String, Page> desk = windows(visit, "secretariat", PAGE);
        desk.values().forEach(page -> assertThat(page.locator("main")).containsText("582"));
        shoot(desk, "desk");
        gate(visit);

        Map<String, Page> chair = windows(visit, "chair", PAGE);
        Page acting = chair.get("en");
        press(acting, "open");
        openVote(acting);
        onThePhone(visit);
        duringTheVote(visit, chair);
        declare(acting);
        shoot(show(visit, windows(visit, "", PAGE), SESSION + "/public"), "public");

        openVote(acting);
        declare(acting);
        Page board = visit.as("board", Window.BOARD);
        assertThat(board.locator(".board-rows")).isVisible();
        shoot(board, "board.png", 1);
        show(visit, desk, SESSION + "/presidium").values().forEach(Screenshots::toTheNames);
        shoot(desk, "presidium");
        shoot(show(visit, windows(visit, "auditor", PAGE), "/record?check=true"), "record");
        assertThat(visit.faults()).isEmpty();
    }

    /** The planned hour: all who come have come, and the roll stands still for half an hour. */
    private static void atThreeOClock(Visit visit) {
        Page demo = visit.go(visit.window(PAGE), "/demo");
        for (String minutes : List.of("5", "1", "1", "1")) {
            demo.locator("button[name=minutes][value='" + minutes + "']").click();
            demo.waitForLoadState();
        }
        Page watching = visit.as("board", Window.BOARD);
        assertThat(watching.locator("body")).containsText("582");
        watching.context().close();
    }

    private static void gate(Visit visit) {
        windows(visit, "gate", PAGE).forEach((language, gate) -> {
            pass(gate);
            assertThat(gate.locator("main")).containsText("583");
            shoot(gate, file("gate", language), 1);
            // Out again, so that the other language too sees somebody who comes in.
            visit.go(gate, "/gate/" + SITTING + "?gate=1&direction=OUT");
            pass(gate);
        });
        pass(visit.as("gate", PAGE));
    }

    private static void pass(Page gate) {
        gate.locator("#f-card").fill(LATE_CARD);
        gate.locator("#f-card").press("Enter");
        assertThat(gate.locator("main.gate-yes")).isVisible();
    }

    private static void openVote(Page chair) {
        press(chair, "put");
        press(chair, "vote");
    }

    private static void onThePhone(Visit visit) {
        windows(visit, "S0100", Window.PHONE).forEach((language, phone) -> {
            phone.locator("a[href^='/vote/']").first().click();
            phone.locator("button[value=FOR]").click();
            assertThat(phone.locator("button[value=FOR]")).hasAttribute("aria-checked", "true");
            assertThat(phone.locator("[data-word]")).containsText(language.equals("en") ? "Recorded" : "已记录");
            shoot(phone, file("phone-vote", language), 2);
        });
    }

    private static void duringTheVote(Visit visit, Map<String, Page> chair) {
        show(visit, chair, "/chair/" + SITTING).values().forEach(page -> {
            page.setViewportSize(PAGE.width(), 1240);
            assertThat(page.locator("[data-part=body]").first()).containsText("583");
        });
        shoot(chair, "chair");
    }

    /** Waits for the members whom the demo plays, then closes the vote and declares its result. */
    private static void declare(Page chair) {
        assertThat(chair.locator("[data-part=body]").first())
                .containsText(NEARLY_ALL_PRESSED, new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        chair.locator("a.button-grave").click();
        press(chair, "close");
        press(chair, "declare");
    }

    private static void toTheNames(Page page) {
        page.locator("section").last().evaluate("section => section.scrollIntoView()");
    }

    private static void press(Page chair, String verb) {
        Locator button = chair.locator("button[name=do][value=" + verb + "]");
        button.click();
        assertThat(button).hasCount(0);
    }

    private static Map<String, Page> show(Visit visit, Map<String, Page> pages, String path) {
        pages.values().forEach(page -> visit.go(page, path));
        return pages;
    }

    /** One window a language; the empty name is somebody who has not signed in. */
    private static Map<String, Page> windows(Visit visit, String who, Window window) {
        return LANGUAGES.stream().collect(Collectors.toMap(language -> language, language -> {
            Window own = window.in(language);
            return who.isEmpty() ? visit.window(own) : visit.as(who, own);
        }));
    }

    private static void shoot(Map<String, Page> pages, String name) {
        pages.forEach((language, page) -> shoot(page, file(name, language), 1));
    }

    private static String file(String name, String language) {
        return name + (language.equals("en") ? "" : "." + language) + ".png";
    }

    /** What the window shows, with so many dots a pixel. */
    private static void shoot(Page page, String file, int dots) {
        page.waitForLoadState();
        JsonObject clip = new JsonObject();
        clip.addProperty("x", 0);
        clip.addProperty("y", (Number) page.evaluate("() => Math.round(window.scrollY)"));
        clip.addProperty("width", page.viewportSize().width);
        clip.addProperty("height", page.viewportSize().height);
        clip.addProperty("scale", dots);
        JsonObject what = new JsonObject();
        what.add("clip", clip);
        CDPSession browser = page.context().newCDPSession(page);
        String picture =
                browser.send("Page.captureScreenshot", what).get("data").getAsString();
        browser.detach();
        try {
            Path folder = Files.createDirectories(Project.resolve("docs/images"));
            Files.write(folder.resolve(file), Base64.getDecoder().decode(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
