package org.yicheng.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yicheng.walk.Visit.Window;

/** Passkeys in a real browser: a new account's second key, the next sign-in, and every "no". */
@ExtendWith(Walk.class)
class PasskeyTest {

    private static final String PASSWORD = "议而能成-then-deliver";

    /** Browsers before 2025 do not turn passkeys into JSON themselves. */
    private static final String WITHOUT_JSON = "delete PublicKeyCredential.parseCreationOptionsFromJSON;"
            + " delete PublicKeyCredential.parseRequestOptionsFromJSON; delete PublicKeyCredential.prototype.toJSON;";

    enum Engine {
        TODAYS,
        OF_2022
    }

    @ParameterizedTest
    @EnumSource
    void aPasskeyIsMadeOnTheAccountPageAndSignsIn(Engine engine, Visit visit) {
        String login = "passkey-" + engine.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Page page = newcomer(visit, login, engine);
        Authenticator device = Authenticator.of(page);

        register(page, "会务组笔记本");
        assertThat(page.locator("section[aria-labelledby=h-passkeys] table")).containsText("会务组笔记本");
        assertThat(device.passkeys()).isEqualTo(1);
        assertThat(page.locator("main")).not().containsText("初始密码");

        signOut(page);
        signInWithPasskey(visit, page);
        page.waitForURL(visit.platform().url("/rules"));
        assertThat(page.locator("header .tools")).containsText(login);
        visit.go(page, "/account");
        assertThat(page.locator("td[data-label=最近使用]")).not().hasText("—");
        assertThat(visit.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPasskeyThatIsNotOursOrNotThereIsRefusedInWords(Engine engine, Visit visit) {
        String login = "refused-" + engine.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Page page = newcomer(visit, login, engine);
        Authenticator device = Authenticator.of(page);
        register(page, "手机");
        assertThat(page.locator("section[aria-labelledby=h-passkeys] table")).containsText("手机");

        // The same device again: it says itself that it already holds one.
        register(page, "手机二");
        assertThat(said(page, "create")).containsText("设备没有给出通行密钥");
        assertThat(device.passkeys()).isEqualTo(1);

        // The only second key stays.
        page.locator("form[action='/account/passkeys/remove'] button").click();
        assertThat(page.locator("#summary")).isVisible();
        assertThat(page.locator("section[aria-labelledby=h-passkeys] table")).containsText("手机");

        signOut(page);
        device.wipe();
        device.addStranger();
        signInWithPasskey(visit, page);
        assertThat(page.locator("#summary")).containsText("这个通行密钥不能登录");
        assertThat(page.locator("header .tools")).not().containsText(login);

        device.wipe();
        signInWithPasskey(visit, page);
        assertThat(said(page, "get")).containsText("设备没有给出通行密钥");
        assertThat(page.locator("header .tools")).not().containsText(login);
    }

    /** Makes an account as the administrator does, and signs in for the first time with a password of its own. */
    private static Page newcomer(Visit visit, String login, Engine engine) {
        Page administrator = visit.go(visit.as("administrator", Window.DESK), "/accounts");
        administrator.locator("#f-login").fill(login);
        administrator.locator("#f-name").fill(login);
        administrator.locator("form[action='/accounts'] button").click();
        String first = administrator.locator(".secret code").innerText();

        Page page = visit.window(Window.DESK);
        if (engine == Engine.OF_2022) {
            page.addInitScript(WITHOUT_JSON);
        }
        visit.go(page, "/login");
        page.locator("#f-login").fill(login);
        page.locator("#f-password").fill(first);
        page.locator("form:has(#f-password) button").click();
        page.locator("#f-old").fill(first);
        page.locator("#f-password").fill(PASSWORD);
        page.locator("form[action='/account/password'] button").click();
        page.waitForLoadState();
        return page;
    }

    private static void register(Page page, String label) {
        page.locator("#f-label").fill(label);
        page.locator("form[data-passkey=create] button").click();
    }

    private static void signOut(Page page) {
        page.locator("form[action='/logout'] button").click();
        assertThat(page.locator("header .tools a[href='/login']")).isVisible();
    }

    private static void signInWithPasskey(Visit visit, Page page) {
        visit.go(page, "/login?next=/rules");
        page.locator("form[data-passkey=get] button").click();
    }

    private static Locator said(Page page, String kind) {
        return page.locator("form[data-passkey=" + kind + "] [data-said]");
    }
}
