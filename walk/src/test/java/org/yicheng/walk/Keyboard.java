package org.yicheng.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A visitor with a keyboard and nothing else. Wherever the focus comes to rest it must be seen: outlined, in the window
 * and under nothing (WCAG 2.2, 2.4.7 and 2.4.11).
 */
final class Keyboard {

    private static final int MOST_STOPS = 400;

    /** What is wrong with the focus as it stands; empty when it is seen or on no control. */
    private static final String UNSEEN = """
            () => {
              const at = document.activeElement;
              if (!at || at === document.body) { return ''; }
              const style = getComputedStyle(at), box = at.getClientRects()[0], wrong = [];
              if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) { wrong.push('not outlined'); }
              if (!box || box.width < 2 || box.height < 2) { return at.outerHTML.slice(0, 120) + ': no place'; }
              // A region that is read by scrolling may be higher than the window; a control may not be cut off.
              const high = box.height > innerHeight / 2, most = high ? Math.min(box.bottom, innerHeight) : box.bottom;
              const first = high ? Math.max(box.top, 0) : box.top;
              for (const [right, down] of [[.5, .5], [.02, .5], [.98, .5], [.5, .08], [.5, .92]]) {
                const x = box.left + box.width * right, y = first + (most - first) * down;
                const top = document.elementFromPoint(x, y);
                if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) { wrong.push('out of the window'); break; }
                if (!top || !at.contains(top)) { wrong.push('under ' + (top ? top.outerHTML.slice(0, 80) : 'nothing')); break; }
              }
              return wrong.length ? at.outerHTML.slice(0, 120) + ': ' + wrong.join(', ') : '';
            }
            """;

    /** A name for the control that has the focus, the same each time; empty for none. */
    private static final String NAME = """
            () => {
              const at = document.activeElement;
              if (!at || at === document.body) { return ''; }
              const all = [...document.querySelectorAll('*')];
              return all.indexOf(at) + ' ' + at.tagName + ' ' + (at.id || at.name || at.getAttribute('href') || '');
            }
            """;

    private final Page page;
    private final AtomicInteger arrivals = new AtomicInteger();

    Keyboard(Page page) {
        this.page = page;
        page.onFrameNavigated(_ -> arrivals.incrementAndGet());
    }

    /** Goes forward to a control by Tab. */
    Keyboard to(String selector) {
        return go("Tab", selector);
    }

    /** Goes back to a control by Shift+Tab. */
    Keyboard backTo(String selector) {
        return go("Shift+Tab", selector);
    }

    private Keyboard go(String key, String selector) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            if (isAt(selector)) {
                return this;
            }
            press(key);
        }
        throw new AssertionError("no way by " + key + " to " + selector + " on " + page.url());
    }

    boolean isAt(String selector) {
        return (Boolean) page.evaluate("wanted => document.activeElement.matches(wanted)", selector);
    }

    /** Presses a key; where the focus then is, it must be seen. */
    Keyboard press(String key) {
        page.keyboard().press(key);
        seen();
        return this;
    }

    /** Presses a key that leads to another page, and waits for it. */
    Keyboard follow(String key) {
        int before = arrivals.get();
        page.keyboard().press(key);
        page.waitForCondition(() -> arrivals.get() > before);
        page.waitForLoadState();
        seen();
        return this;
    }

    Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }

    private void seen() {
        assertThat(page.evaluate(UNSEEN)).as(page.url()).isEqualTo("");
    }

    /**
     * Walks through the whole page and back: every stop is seen, none holds the focus, and both ways have the same stops.
     *
     * @return the stops, in order
     */
    List<String> throughThePage() {
        List<String> there = round("Tab");
        List<String> back = round("Shift+Tab");
        assertThat(there).as(page.url()).doesNotHaveDuplicates();
        assertThat(back).as(page.url()).containsExactlyInAnyOrderElementsOf(there);
        return there;
    }

    private List<String> round(String key) {
        page.evaluate("() => { document.activeElement.blur(); window.scrollTo(0, 0); }");
        List<String> stops = new ArrayList<>();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            press(key);
            String name = String.valueOf(page.evaluate(NAME));
            if (stops.contains(name)) {
                break;
            }
            if (!name.isEmpty()) {
                stops.add(name);
            }
        }
        return stops;
    }
}
