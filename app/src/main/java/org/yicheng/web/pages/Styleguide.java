package org.yicheng.web.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.web.Pages;

/** Every component once, for those who build pages and for the tests that look at them. */
@Controller
@Needs(Permission.PUBLIC_READ)
class Styleguide {

    private static final Guide GUIDE = new Guide();

    private final Pages pages;

    Styleguide(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/styleguide")
    View all() {
        return pages.show("web/guide/styleguide", GUIDE);
    }

    @GetMapping("/styleguide/ballot")
    View ballot() {
        return pages.show("web/guide/ballot", GUIDE);
    }

    @GetMapping("/styleguide/gate")
    View gate() {
        return pages.show("web/guide/gate", GUIDE);
    }

    @GetMapping("/styleguide/board")
    View board() {
        return pages.show("web/guide/board", GUIDE);
    }

    @GetMapping("/styleguide/board-result")
    View boardResult() {
        return pages.show("web/guide/boardresult", GUIDE);
    }
}
