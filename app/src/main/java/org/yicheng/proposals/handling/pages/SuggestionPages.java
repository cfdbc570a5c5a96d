package org.yicheng.proposals.handling.pages;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.proposals.handling.Handlings;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Pages;
import org.yicheng.web.Paging;

/** What deputies asked for and what came of it, for everybody (OL 42; DL 51(3)). */
@Controller
@Needs(Permission.PUBLIC_READ)
public class SuggestionPages {

    private static final int ON_A_PAGE = 20;

    private final Handlings handlings;
    private final Pages pages;

    SuggestionPages(Handlings handlings, Pages pages) {
        this.handlings = handlings;
        this.pages = pages;
    }

    public record ListView(List<Handling> items, long total, String words, Paging paging) {

        /** The address of the same list for other systems. */
        public String feed() {
            return SuggestionFeed.ADDRESS;
        }
    }

    /** @param named whether the author's name may be shown */
    public record OneView(Handling handling, boolean named) {}

    @GetMapping("/suggestions")
    View list(@RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "1") int page) {
        long total = handlings.publishedCount(words);
        String address = UriComponentsBuilder.fromPath("/suggestions")
                .queryParam("words", "{words}")
                .build(words)
                .toString();
        Paging paging = new Paging(page, ON_A_PAGE, total, address);
        return pages.show(
                "proposals/handling/public",
                new ListView(handlings.published(words, paging.offset(), ON_A_PAGE), total, words, paging));
    }

    @GetMapping("/suggestions/{id}")
    View one(@PathVariable UUID id) {
        Handling handling = handlings
                .byFiling(id)
                .filter(Handling::published)
                .orElseThrow(() -> new RefusedException(Refusal.plain("proposals.handling.unknown", "value", id)));
        return pages.show("proposals/handling/publicone", new OneView(handling, !handlings.concealed(id)));
    }
}
