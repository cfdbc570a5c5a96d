package org.yicheng.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yicheng.walk.Visit.Window;

/** Documents in the browser: drafted and given out by a clerk, read on a phone with and without network, taken back. */
@ExtendWith(Walk.class)
class DocumentsTest {

    private static final String DESK = "/bodies/sjz-npc-15/documents";

    /** A document published to all members; leaves the secretariat on its page. */
    private static void publish(Visit visit, Page desk, String title) {
        visit.go(desk, DESK + "/new");
        desk.locator("#f-title").fill(title);
        desk.locator("#f-text").fill("一、总则\n这是一段演示文本。");
        desk.locator("form.form button.button").click();
        assertThat(desk.locator("h1")).containsText(title);
        give(desk);
    }

    private static void give(Page desk) {
        desk.locator("input[name=audience][value='MEMBERS:sjz-npc-15']").check();
        desk.locator("form[action$='/publish'] button").click();
        desk.waitForLoadState();
    }

    private static Page phone(Visit visit, String member) {
        Page phone = visit.as(member, Window.PHONE);
        kept(visit.go(phone, "/documents"));
        return phone;
    }

    private static void kept(Page phone) {
        phone.waitForFunction("() => document.documentElement.dataset.kept !== undefined");
    }

    private static com.microsoft.playwright.Locator line(Page phone, String title) {
        return phone.locator(".doc-line a", new Page.LocatorOptions().setHasText(title));
    }

    @Test
    void whatWasKeptCanBeReadWithoutNetworkAndARecalledCopyGoes(Visit visit) {
        String title = "离线件" + UUID.randomUUID();
        Page desk = visit.as("secretariat", Window.DESK);
        publish(visit, desk, title);
        Page phone = phone(visit, "S0100");

        phone.context().setOffline(true);
        visit.go(phone, "/documents");
        assertThat(phone.locator("[data-keep]")).containsText("没有网络");
        line(phone, title).click();
        assertThat(phone.locator("article.reading")).containsText("这是一段演示文本");
        String here = phone.url();
        phone.locator("textarea[name=note]").fill("离线写的笔记");
        phone.locator("form[data-note] button").click();
        assertThat(phone.locator("[data-note-word]")).containsText("已存在本机");
        desk.reload();
        assertThat(desk.locator("main")).containsText("已阅0人");

        phone.context().setOffline(false);
        phone.reload();
        kept(phone);
        assertThat(phone.locator("[data-note-word]")).containsText("笔记已保存");
        desk.reload();
        assertThat(desk.locator("main")).containsText("已阅1人");

        desk.locator("a[href*='/recall/']").first().click();
        desk.locator("#f-reason").fill("发错了");
        desk.locator("button.button-grave").click();
        assertThat(desk.locator("main")).containsText("发错了");
        kept(visit.go(phone, "/documents"));
        assertThat(line(phone, title)).hasCount(0);

        phone.context().setOffline(true);
        phone.navigate(here);
        assertThat(phone.locator("h1")).containsText("没有保存在本机");
        phone.context().setOffline(false);
        phone.navigate(here);
        assertThat(phone.locator("h1")).containsText("此件已收回");
    }

    @Test
    void signingOutTakesTheCopiesAlong(Visit visit) {
        Page phone = phone(visit, "S0003");
        phone.locator("form[action='/logout'] button").click();
        phone.waitForURL(url -> !url.endsWith("/documents"));
        Object left = phone.evaluate("() => caches.has('yicheng-documents-1')");
        assertThat(left).isEqualTo(false);
    }

    @Test
    void readingComparingAndManagingAreSoundPages(Visit visit) {
        List<String> objections = new ArrayList<>();
        for (String language : List.of("zh-CN", "en")) {
            Page desk = visit.as("secretariat", Window.DESK.in(language));
            publish(visit, desk, "对照件" + UUID.randomUUID());
            String document = desk.url().replaceAll("^https?://[^/]+", "").replaceAll("/manage.*", "");
            visit.go(desk, document + "/versions/new");
            desk.locator("#f-text").fill("一、总则\n这是改过的一段演示文本。\n二、附则");
            desk.locator("form.form button.button").click();
            give(desk);
            for (String path : List.of(
                    document, document + "/manage", document + "/compare?from=1&to=2", document + "/versions/new")) {
                visit.go(desk, path);
                visit.axe(desk).forEach(fault -> objections.add(language + " " + path + " axe " + fault));
                for (int width : new int[] {320, 360, 1440}) {
                    desk.setViewportSize(width, 900);
                    if (visit.sideways(desk) > 0) {
                        objections.add(language + " at " + width + " " + path + " scrolls sideways");
                    }
                }
            }
            visit.go(desk, document + "/compare?from=1&to=2");
            assertThat(desk.locator("ins").first()).containsText("改过");
        }
        assertThat(objections).isEmpty();
        assertThat(visit.faults()).isEmpty();
    }
}
