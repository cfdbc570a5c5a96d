package org.yicheng.walk;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.yicheng.bench.Platform;

/** One test's visit to the demo city: opens windows, and notes what no page of the product may do. */
final class Visit implements AutoCloseable {

    private static final AxeRunOptions OBJECTIONS = new AxeRunOptions();

    static {
        OBJECTIONS.setResultTypes(List.of("violations"));
    }

    private final Platform platform;
    private final Browser browser;
    private final Map<String, String> signedIn;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();

    Visit(Platform platform, Browser browser, Map<String, String> signedIn) {
        this.platform = platform;
        this.browser = browser;
        this.signedIn = signedIn;
    }

    Platform platform() {
        return platform;
    }

    /** A window of its own, with its own cookies. */
    Page window(Window window) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(window.width(), window.height())
                .setLocale(window.language())
                .setJavaScriptEnabled(window.script())
                .setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(20_000);
        contexts.add(context);
        if (!window.language().startsWith("zh")) {
            // Pages are Chinese until the reader chooses otherwise; the choice is a cookie.
            context.addCookies(List.of(new Cookie("language", window.language()).setUrl(platform.url("/"))));
        }
        Page page = context.newPage();
        page.onPageError(error -> faults.add("script: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("ERR_INTERNET_DISCONNECTED")) {
                faults.add("console: " + message.text() + " at " + page.url());
            }
        });
        page.onRequest(request -> {
            String url = request.url();
            if (!url.startsWith(platform.url("/")) && !url.startsWith("data:") && !url.startsWith("blob:")) {
                faults.add("asked a third party: " + url);
            }
        });
        return page;
    }

    /** A window in which the visitor has stepped into one of the demo city's roles. */
    Page as(String persona, Window window) {
        Page page = window(window);
        page.navigate(platform.url("/demo"));
        page.locator("button[name=who][value='" + persona + "']").click();
        page.waitForLoadState();
        return page;
    }

    /** A window of somebody who has stepped into a role before; only the first such window goes through the demo's page. */
    Page signedIn(String persona, Window window) {
        String token = signedIn.get(persona);
        if (token != null) {
            return with(token, window);
        }
        Page page = as(persona, window);
        page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("yicheng"))
                .findFirst()
                .ifPresent(cookie -> signedIn.put(persona, cookie.value));
        return page;
    }

    /** A window that carries a token, as after signing in. */
    Page with(String token, Window window) {
        Page page = window(window);
        page.context().addCookies(List.of(new Cookie("yicheng", token).setUrl(platform.url("/"))));
        return page;
    }

    Page go(Page page, String path) {
        page.navigate(platform.url(path));
        return page;
    }

    /** From its next page on this window is one of a reader in elder mode, which a cookie remembers. */
    void inElderMode(Page page) {
        page.context().addCookies(List.of(new Cookie("mode", "elder").setUrl(platform.url("/"))));
    }

    /** axe's objections to the page as it stands, one line each; empty when there are none. */
    List<String> axe(Page page) {
        if (page.frames().size() > 1) {
            throw new IllegalStateException("axe is run in the page alone and would not see its frames: " + page.url());
        }
        // Without frames nothing need be put together in a page of its own, and what axe approves of nobody reads.
        return new AxeBuilder(page)
                .setLegacyMode(true).options(OBJECTIONS).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + " at " + node.getTarget() + ": " + node.getHtml()))
                        .toList();
    }

    /** How many pixels the page is wider than its window. */
    int sideways(Page page) {
        return ((Number)
                        page.evaluate(
                                "() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"))
                .intValue();
    }

    /** Script errors, console errors and third-party requests of all windows so far. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
    }

    /** How a window is. */
    record Window(int width, int height, String language, boolean script) {

        static final Window DESK = new Window(1440, 900, "zh-CN", true);
        static final Window PHONE = new Window(360, 640, "zh-CN", true);
        static final Window BOARD = new Window(1920, 1080, "zh-CN", true);

        Window in(String other) {
            return new Window(width, height, other, script);
        }

        Window wide(int pixels) {
            return new Window(pixels, height, language, script);
        }

        Window withoutScript() {
            return new Window(width, height, language, false);
        }
    }
}
