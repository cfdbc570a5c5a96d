package org.yicheng.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yicheng.walk.Visit.Window;

/** Every page as it must be on every screen, for every reader: WCAG 2.2 AA as far as a machine can tell. */
@ExtendWith(Walk.class)
class PagesTest {

    private static final int[] WIDTHS = {320, 360, 768, 1440, 1920};

    /** WCAG 2.2, 1.4.12: line height 1.5, paragraphs 2, letters 0.12 em, words 0.16 em; nothing may be lost. */
    private static final String SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
            + " word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";

    /** The texts with Chinese characters that stand in no element marked as Chinese; a drawing's title takes no mark. */
    private static final String UNMARKED = """
            () => {
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
              while (texts.nextNode()) {
                const text = texts.currentNode, holder = text.parentElement;
                if (/\\p{Script=Han}/u.test(text.data) && !holder.closest("script, style, svg title")
                    && !holder.closest("[lang]").getAttribute("lang").startsWith("zh")) {
                  found.push(holder.tagName + ": " + text.data.trim().slice(0, 60));
                }
              }
              return found;
            }""";

    /** Ids that more than one element bears. */
    private static final String REPEATED = """
            () => {
              const ids = [...document.querySelectorAll("[id]")].map(one => one.id);
              return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
            }""";

    private static final String MODE = "() => document.documentElement.dataset.mode";
    private static final String ELDER = "elder";
    private static final String SITTING = "sjz-npc-15-5-preliminary";

    /** In both languages at every width, in elder mode on a phone, and without script. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("org.yicheng.walk.Ways#all")
    void isSoundForEveryReader(Way way, Visit visit) {
        List<String> objections = new ArrayList<>();
        Page page = way.open(visit, Window.DESK);
        String found = Way.found(page);
        look(objections, visit, page, "zh-CN");
        inElderMode(objections, visit, page, found);

        Page english = way.open(visit, Window.DESK.in("en"), found);
        // Names, titles and quoted texts stay Chinese and say so (WCAG 2.2, 3.1.2).
        texts(english, UNMARKED).forEach(text -> objections.add("not marked as Chinese: " + text));
        look(objections, visit, english, "en");

        withoutScript(objections, way.open(visit, Window.DESK.withoutScript(), found));
        visit.faults().stream()
                .filter(fault -> !(found.equals("/no-such-page") && fault.contains("404")))
                .forEach(objections::add);
        assertThat(objections).as(found).isEmpty();
    }

    private static void look(List<String> objections, Visit visit, Page page, String language) {
        String lang = String.valueOf(page.evaluate("() => document.documentElement.lang"));
        if (!lang.equals(language)) {
            objections.add("asked for " + language + ", got " + lang);
        }
        texts(page, REPEATED).forEach(id -> objections.add(language + " has the id twice: " + id));
        visit.axe(page).forEach(fault -> objections.add(language + " axe " + fault));
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            note(objections, language + " at " + width, visit.sideways(page));
        }
        page.setViewportSize(320, 900);
        // As a reader's own style sheet would come: the page's content policy lets no other in.
        page.evaluate(
                "css => { const own = new CSSStyleSheet(); own.replaceSync(css);"
                        + " document.adoptedStyleSheets = [own]; }",
                SPACED);
        note(objections, language + " spaced at 320", visit.sideways(page));
    }

    private static void inElderMode(List<String> objections, Visit visit, Page page, String found) {
        visit.inElderMode(page);
        page.setViewportSize(Window.PHONE.width(), Window.PHONE.height());
        visit.go(page, found);
        if (!ELDER.equals(page.evaluate(MODE))) {
            objections.add("asked for elder mode, got " + page.evaluate(MODE));
        }
        note(objections, "elder at 360", visit.sideways(page));
        visit.axe(page).forEach(fault -> objections.add("elder axe " + fault));
    }

    private static void withoutScript(List<String> objections, Page page) {
        if (page.locator("main").innerText().isBlank()) {
            objections.add("without script nothing is said");
        }
        if (page.locator("h1").count() != 1) {
            objections.add("without script there are " + page.locator("h1").count() + " main headings");
        }
    }

    private static List<String> texts(Page page, String script) {
        return ((List<?>) page.evaluate(script)).stream().map(String::valueOf).toList();
    }

    /** The walk is worth no more than what it would object to. */
    @Test
    void whatIsWrongIsObjectedTo(Visit visit) {
        Page page = visit.go(visit.window(Window.DESK), "/help");
        page.evaluate("""
                () => {
                  const main = document.querySelector("main");
                  main.insertAdjacentHTML("beforeend", "<img src=/favicon.ico><p>pale</p><h6>deep</h6>");
                  main.lastElementChild.previousElementSibling.style = "color: #ccc; background: #fff";
                }""");
        assertThat(visit.axe(page))
                .anyMatch(fault -> fault.startsWith("image-alt at "))
                .anyMatch(fault -> fault.startsWith("color-contrast at "))
                .anyMatch(fault -> fault.startsWith("heading-order at "));
    }

    /** What the walk through the pages takes as a cookie is what the form of the preferences sets. */
    @Test
    void elderModeIsChosenWithTheFormOfThePreferences(Visit visit) {
        Page page = visit.go(visit.window(Window.PHONE), "/preferences");
        page.locator("input[name=mode][value=elder]").check();
        page.locator("form:has(input[name=mode]) button.button").click();
        page.waitForLoadState();
        assertThat(page.context().cookies())
                .anySatisfy(
                        cookie -> assertThat(cookie.name + "=" + cookie.value).isEqualTo("mode=elder"));
        assertThat(visit.go(page, "/").evaluate(MODE)).isEqualTo(ELDER);
    }

    @Test
    void theRolesOfTheDemoHaveEnglishNamesOnEnglishPages(Visit visit) {
        for (var named : java.util.Map.of(
                        "secretariat", "Secretariat (demo)", "chair", "Chair (demo)", "S0001", "Delegate S0001 (demo)")
                .entrySet()) {
            Page page = Way.to(named.getKey(), "/account").open(visit, Window.DESK.in("en"));
            assertThat(page.locator("a[href='/account']").first().innerText()).isEqualTo(named.getValue());
        }
        Page accounts = Way.to("administrator", "/accounts").open(visit, Window.DESK.in("en"));
        assertThat(accounts.locator("main").innerText()).contains("Hall board");
    }

    /** The gate is pressed standing, at two metres; a delegate presses with a thumb. */
    @Test
    void buttonsAreAsLargeAsTheirPlaceNeeds(Visit visit) {
        Page gate = Way.to("gate", "/gate/" + SITTING + "?gate=1").open(visit, Window.DESK);
        assertThat(lowest(gate, ".gate-form .button")).isGreaterThanOrEqualTo(80);
        assertThat(lowest(gate, ".gate-form input, .gate-form a")).isGreaterThanOrEqualTo(48);
        for (String path : List.of("/me", "/floor/" + SITTING)) {
            Page delegate = Way.to("S0100", path).open(visit, Window.PHONE);
            assertThat(lowest(delegate, "main button, main .button")).as(path).isGreaterThanOrEqualTo(48);
        }
    }

    /** Height of the lowest of these elements that are shown, in pixels; a page without any passes. */
    private static int lowest(Page page, String selector) {
        return ((Number) page.evaluate(
                        "selector => Math.min(1e6, ...[...document.querySelectorAll(selector)]"
                                + ".map(one => Math.round(one.getBoundingClientRect().height)).filter(height => height > 0))",
                        selector))
                .intValue();
    }

    private static void note(List<String> objections, String where, int sideways) {
        if (sideways > 0) {
            objections.add(where + " scrolls sideways by " + sideways + " px");
        }
    }
}
