package org.yicheng.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yicheng.walk.Visit.Window;

/** Every main page as it must be on every screen, for every reader: WCAG 2.2 AA as far as a machine can tell. */
@ExtendWith(Walk.class)
class PagesTest {

    private static final int[] WIDTHS = {320, 360, 768, 1440, 1920};

    /** WCAG 2.2, 1.4.12: line height 1.5, paragraphs 2, letters 0.12 em, words 0.16 em; nothing may be lost. */
    private static final String SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
            + " word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";

    /** The texts with Chinese characters that stand in no element marked as Chinese. */
    private static final String UNMARKED = """
            () => {
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
              while (texts.nextNode()) {
                const text = texts.currentNode, holder = text.parentElement;
                if (/\\p{Script=Han}/u.test(text.data) && !holder.closest("script, style")
                    && !holder.closest("[lang]").lang.startsWith("zh")) {
                  found.push(holder.tagName + ": " + text.data.trim().slice(0, 60));
                }
              }
              return found;
            }""";

    private static final String SITTING = "sjz-npc-15-5-preliminary";

    /**
     * Who opens what; the empty name is somebody who has not signed in. The whole walk ({@code ./yicheng walk}) opens the
     * further pages too.
     */
    static Stream<Arguments> pages() {
        return "full".equals(System.getProperty("yicheng.walk"))
                ? Stream.of(mainPages(), furtherPages(), suggestionPages()).flatMap(pages -> pages)
                : mainPages();
    }

    private static Stream<Arguments> mainPages() {
        return Stream.of(
                Arguments.of("", "/"),
                Arguments.of("", "/login"),
                Arguments.of("", "/demo"),
                Arguments.of("", "/preferences"),
                Arguments.of("", "/sessions"),
                Arguments.of("", "/sessions/sjz-npc-15-5/public"),
                Arguments.of("", "/rules"),
                Arguments.of("", "/help"),
                Arguments.of("", "/no-such-page"),
                Arguments.of("secretariat", "/sessions/sjz-npc-15-5"),
                Arguments.of("secretariat", "/sessions/sjz-npc-15-5/roster"),
                Arguments.of("secretariat", "/sessions/sjz-npc-15-5/roster/import"),
                Arguments.of("secretariat", "/sessions/sjz-npc-15-5/registration"),
                Arguments.of("secretariat", "/sessions/sjz-npc-15-5/hall-codes"),
                Arguments.of("secretariat", "/sessions/sjz-npc-15-5/lists/PRESIDIUM"),
                Arguments.of("secretariat", "/sittings/" + SITTING + "/prepare"),
                Arguments.of("secretariat", "/matters/tasks"),
                Arguments.of("chair", "/chair/" + SITTING),
                Arguments.of("gate", "/gate/" + SITTING + "?gate=1"),
                Arguments.of("board", "/board/" + SITTING),
                Arguments.of("auditor", "/record"),
                Arguments.of("administrator", "/accounts"),
                Arguments.of("administrator", "/permissions"),
                Arguments.of("S0100", "/me"),
                Arguments.of("S0100", "/floor/" + SITTING),
                Arguments.of("S0001", "/me"),
                Arguments.of("S0001", "/sessions/sjz-npc-15-5/presidium"));
    }

    private static Stream<Arguments> furtherPages() {
        return Stream.of(
                Arguments.of("", "/documents"),
                Arguments.of("", "/search?q=%E4%BC%9A%E8%AE%AE"),
                Arguments.of("secretariat", "/search"),
                Arguments.of("secretariat", "/catalogue?text=%E5%85%BB%E7%8A%AC"),
                Arguments.of("secretariat", "/catalogue/themes?kind=library.entry"),
                Arguments.of("secretariat", "/catalogue/organs"),
                Arguments.of("", "/procedures"),
                Arguments.of("", "/procedures/suggestion"),
                Arguments.of("", "/holidays"),
                Arguments.of("", "/holidays/2024"),
                Arguments.of("administrator", "/holidays/import"),
                Arguments.of("secretariat", "/matters/tasks"),
                Arguments.of("secretariat", "/sittings/" + SITTING + "/seats"),
                Arguments.of("secretariat", "/sittings/" + SITTING + "/seats?block=A"),
                Arguments.of("secretariat", "/sittings/" + SITTING + "/seats/plan"),
                Arguments.of("secretariat", "/sittings/" + SITTING + "/gates"),
                Arguments.of("secretariat", "/sittings/" + SITTING + "/left-early"),
                Arguments.of("secretariat", "/bodies/sjz-npc-15/halls"),
                Arguments.of("secretariat", "/halls/demo-great-hall/edit"),
                Arguments.of("secretariat", "/bodies/sjz-npc-15/guests"),
                Arguments.of("secretariat", "/sessions/sjz-npc-15-5/delegations"),
                Arguments.of("secretariat", "/sessions/sjz-npc-15-5/inbox"),
                Arguments.of("secretariat", "/sessions/sjz-npc-15-5/bulletins"),
                Arguments.of("secretariat", "/sessions/sjz-npc-15-5/drafts"),
                Arguments.of("secretariat", "/sessions/sjz-npc-15-5/opinions"),
                Arguments.of("secretariat", "/sessions/new"),
                Arguments.of("secretariat", "/sessions/sjz-npc-15-5/mandates"),
                Arguments.of("secretariat", "/sessions/sjz-npc-15-5/mandates/S0100"),
                Arguments.of("secretariat", "/sessions/sjz-npc-15-5/duties"),
                Arguments.of("secretariat", "/bodies/sjz-npc-15/standing-committee"),
                Arguments.of("secretariat", "/bodies/sjz-npc-15/standing-committee/members"),
                Arguments.of("secretariat", "/bodies/sjz-npc-15/resignations"),
                Arguments.of("secretariat", "/sessions/sjz-npc-15-5/leave"),
                Arguments.of("S0100", "/me/leave"),
                Arguments.of("", "/sittings/" + SITTING + "/agenda"),
                Arguments.of("", "/sittings/" + SITTING + "/debate-rules"),
                Arguments.of("secretariat", "/sittings/" + SITTING + "/agenda/edit"),
                Arguments.of("secretariat", "/sittings/" + SITTING + "/motions/new"),
                Arguments.of("secretariat", "/sittings/" + SITTING + "/boards"),
                Arguments.of("chair", "/sittings/" + SITTING + "/debate/desk"),
                Arguments.of("S0100", "/sittings/" + SITTING + "/debate"),
                Arguments.of("board", "/board/" + SITTING + "/main"),
                Arguments.of("secretariat", "/bodies/sjz-npc-15/documents"),
                Arguments.of("secretariat", "/bodies/sjz-npc-15/documents/new"),
                Arguments.of("secretariat", "/sessions/sjz-npc-15-5/schedule"),
                Arguments.of("S0100", "/documents"),
                Arguments.of("S0100", "/sessions/sjz-npc-15-5/delegations"),
                Arguments.of("S0100", "/sessions/sjz-npc-15-5/my-words"),
                Arguments.of("secretariat", "/sessions/sjz-npc-15-5/elections"),
                Arguments.of("secretariat", "/demo/elections/nominating"),
                Arguments.of("teller1", "/demo/elections/entry"),
                Arguments.of("teller1", "/demo/elections/batch"),
                Arguments.of("scrutineer", "/demo/elections/scrutiny"),
                Arguments.of("board", "/board/demo-election-plenary"),
                Arguments.of("", "/demo/elections/result"),
                Arguments.of("S0001", "/demo/elections/nominate"),
                Arguments.of("S0001", "/demo/elections/ballot"));
    }

    private static Stream<Arguments> suggestionPages() {
        return Stream.of(
                Arguments.of("S0100", "/filings"),
                Arguments.of("S0100", "/filings/new?kind=MOTION"),
                Arguments.of("", "/demo/board"),
                Arguments.of("S0100", "/special-calls"),
                Arguments.of("secretariat", "/special-calls"),
                Arguments.of("secretariat", "/bodies/sjz-npc-15/filings/place"),
                Arguments.of("secretariat", "/filings/desk"),
                Arguments.of("secretariat", "/bodies/sjz-npc-15/filings/import"),
                Arguments.of("secretariat", "/handling/desk"),
                Arguments.of("secretariat", "/handling/promises"),
                Arguments.of("secretariat", "/handling/settings"),
                Arguments.of("secretariat", "/handling/statistics?by=GROUP"),
                Arguments.of("secretariat", "/handling/statistics/list?measure=REPLIED"),
                Arguments.of("secretariat", "/handling/themes"),
                Arguments.of("handler", "/handling"),
                Arguments.of("administrator", "/organs"),
                Arguments.of("", "/suggestions"),
                Arguments.of("", "/suggestions/summary"));
    }

    @ParameterizedTest(name = "{1} for {0}")
    @MethodSource("pages")
    void isSoundInBothLanguagesAtEveryWidth(String who, String path, Visit visit) {
        List<String> objections = new ArrayList<>();
        for (String language : List.of("zh-CN", "en")) {
            Page page = open(visit, who, path, Window.DESK.in(language));
            String lang = String.valueOf(page.evaluate("() => document.documentElement.lang"));
            if (!lang.equals(language)) {
                objections.add("asked for " + language + ", got " + lang);
            }
            if (language.equals("en")) {
                // Names, titles and quoted texts stay Chinese and say so (WCAG 2.2, 3.1.2).
                ((List<?>) page.evaluate(UNMARKED)).forEach(text -> objections.add("not marked as Chinese: " + text));
            }
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
        visit.faults().stream()
                .filter(fault -> !(path.equals("/no-such-page") && fault.contains("404")))
                .forEach(objections::add);
        assertThat(objections).isEmpty();
    }

    @Test
    void theRolesOfTheDemoHaveEnglishNamesOnEnglishPages(Visit visit) {
        for (var named : java.util.Map.of(
                        "secretariat", "Secretariat (demo)", "chair", "Chair (demo)", "S0001", "Delegate S0001 (demo)")
                .entrySet()) {
            Page page = open(visit, named.getKey(), "/account", Window.DESK.in("en"));
            assertThat(page.locator("a[href='/account']").first().innerText()).isEqualTo(named.getValue());
        }
        Page accounts = open(visit, "administrator", "/accounts", Window.DESK.in("en"));
        assertThat(accounts.locator("main").innerText()).contains("Hall board");
    }

    @ParameterizedTest(name = "{1} for {0}")
    @MethodSource("pages")
    void isSoundInElderMode(String who, String path, Visit visit) {
        List<String> objections = new ArrayList<>();
        Page page = open(visit, who, "/preferences", Window.PHONE);
        choose(page);
        visit.go(page, path);
        assertThat(page.evaluate("() => document.documentElement.dataset.mode")).isEqualTo("elder");
        note(objections, "elder at 360", visit.sideways(page));
        visit.axe(page).forEach(fault -> objections.add("elder axe " + fault));
        assertThat(objections).isEmpty();
    }

    @ParameterizedTest(name = "{1} for {0}")
    @MethodSource("pages")
    void answersWithoutScript(String who, String path, Visit visit) {
        Page page = open(visit, who, path, Window.DESK.withoutScript());
        assertThat(page.locator("main").innerText()).isNotBlank();
        assertThat(page.locator("h1").count()).isEqualTo(1);
    }

    /** The gate is pressed standing, at two metres; a delegate presses with a thumb. */
    @Test
    void buttonsAreAsLargeAsTheirPlaceNeeds(Visit visit) {
        Page gate = open(visit, "gate", "/gate/" + SITTING + "?gate=1", Window.DESK);
        assertThat(lowest(gate, ".gate-form .button")).isGreaterThanOrEqualTo(80);
        assertThat(lowest(gate, ".gate-form input, .gate-form a")).isGreaterThanOrEqualTo(48);
        for (String path : List.of("/me", "/floor/" + SITTING)) {
            Page delegate = open(visit, "S0100", path, Window.PHONE);
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

    private static Page open(Visit visit, String who, String path, Window window) {
        Page page = who.isEmpty() ? visit.window(window) : visit.signedIn(who, window);
        return visit.go(page, path);
    }

    private static void choose(Page page) {
        page.locator("input[name=mode][value=elder]").check();
        page.locator("form:has(input[name=mode]) button.button").click();
        page.waitForLoadState();
    }

    private static void note(List<String> objections, String where, int sideways) {
        if (sideways > 0) {
            objections.add(where + " scrolls sideways by " + sideways + " px");
        }
    }
}
