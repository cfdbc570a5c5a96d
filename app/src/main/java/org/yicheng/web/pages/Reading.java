package org.yicheng.web.pages;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.web.Pages;
import org.yicheng.web.Rulebook;

/** Pages to read: help, accessibility, rules and their sources. */
@Controller
@Needs(Permission.PUBLIC_READ)
class Reading {

    private final Pages pages;
    private final ObjectProvider<Rulebook> rulebooks;

    Reading(Pages pages, ObjectProvider<Rulebook> rulebooks) {
        this.pages = pages;
        this.rulebooks = rulebooks;
    }

    @GetMapping("/help")
    View help() {
        return pages.show("web/help", List.of());
    }

    @GetMapping("/accessibility")
    View accessibility() {
        return pages.show("web/accessibility", List.of());
    }

    @GetMapping("/rules")
    View rules() {
        return pages.show("web/rules", RulesView.of(rulebooks.orderedStream().toList()));
    }
}
