package org.yicheng.debate.pages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.VotingMode;
import org.yicheng.debate.AgendaItem;
import org.yicheng.debate.Agendas;
import org.yicheng.debate.Debating;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Faults;
import org.yicheng.web.Pages;

/** The agenda for everybody, and its editor for the secretariat. */
@Controller
public class AgendaPages {

    private final Agendas agendas;
    private final Debating debating;
    private final DebateViews views;
    private final DebateScope scope;
    private final Pages pages;

    AgendaPages(Agendas agendas, Debating debating, DebateViews views, DebateScope scope, Pages pages) {
        this.agendas = agendas;
        this.debating = debating;
        this.views = views;
        this.scope = scope;
        this.pages = pages;
    }

    /** What a form says of an item; blank numbers mean none. */
    record ItemForm(
            AgendaItem.Kind kind,
            String title,
            @org.jspecify.annotations.Nullable String titleEn,
            @org.jspecify.annotations.Nullable String content,
            @org.jspecify.annotations.Nullable Integer minutes,
            @org.jspecify.annotations.Nullable Integer groupMinutes,
            boolean consent,
            @org.jspecify.annotations.Nullable UUID motion,
            @org.jspecify.annotations.Nullable UUID parent) {

        Agendas.Draft draft() {
            return new Agendas.Draft(
                    kind,
                    new Bilingual(title.strip(), titleEn == null ? "" : titleEn.strip()),
                    content == null ? "" : content.strip(),
                    minutes == null ? 0 : minutes,
                    groupMinutes == null ? 0 : groupMinutes,
                    consent,
                    Optional.ofNullable(motion));
        }
    }

    @GetMapping("/sittings/{sitting}/agenda")
    @Needs(Permission.PUBLIC_READ)
    View agenda(@PathVariable String sitting) {
        Sitting held = scope.sitting(sitting, Permission.PUBLIC_READ);
        return pages.show("debate/agenda", views.agenda(held, Faults.NONE));
    }

    @PostMapping("/sittings/{sitting}/agenda/{item}/take-out")
    @Needs(Permission.VOTE)
    ResponseEntity<Void> takeOut(@PathVariable String sitting, @PathVariable UUID item) {
        scope.sitting(sitting, Permission.VOTE);
        scope.item(item, Permission.VOTE);
        agendas.takeOut(item).orThrow();
        return to("/sittings/" + sitting + "/agenda");
    }

    @GetMapping("/sittings/{sitting}/agenda/edit")
    @Needs(Permission.SITTING_PREPARE)
    View edit(@PathVariable String sitting) {
        return pages.show(
                "debate/agendaedit", views.agenda(scope.sitting(sitting, Permission.SITTING_PREPARE), Faults.NONE));
    }

    @PostMapping("/sittings/{sitting}/agenda/edit")
    @Needs(Permission.SITTING_PREPARE)
    Object add(@PathVariable String sitting, @ModelAttribute ItemForm form) {
        Sitting held = scope.sitting(sitting, Permission.SITTING_PREPARE);
        Ruling<AgendaItem> ruling = agendas.add(sitting, Optional.ofNullable(form.parent()), form.draft());
        return ruling instanceof Ruling.Refused<AgendaItem>(var reasons)
                ? pages.show("debate/agendaedit", views.agenda(held, new Faults(reasons)), 409)
                : to("/sittings/" + sitting + "/agenda/edit");
    }

    @PostMapping("/sittings/{sitting}/agenda/edit/{item}")
    @Needs(Permission.SITTING_PREPARE)
    ResponseEntity<Void> move(@PathVariable String sitting, @PathVariable UUID item, @RequestParam("do") String act) {
        scope.sitting(sitting, Permission.SITTING_PREPARE);
        scope.item(item, Permission.SITTING_PREPARE);
        switch (act) {
            case "up" -> agendas.shift(item, -1).orThrow();
            case "down" -> agendas.shift(item, 1).orThrow();
            case "drop" -> agendas.drop(item).orThrow();
            default -> throw new IllegalArgumentException("no such act: " + act);
        }
        return to("/sittings/" + sitting + "/agenda/edit");
    }

    @PostMapping("/sittings/{sitting}/consent")
    @Needs(Permission.SITTING_PREPARE)
    ResponseEntity<Void> consent(@PathVariable String sitting, @RequestParam VotingMode mode) {
        scope.sitting(sitting, Permission.SITTING_PREPARE);
        agendas.listConsent(sitting, mode).orThrow();
        return to("/sittings/" + sitting + "/agenda/edit");
    }

    /** One item with its history. */
    public record ItemView(
            Sitting sitting,
            AgendaItem item,
            List<AgendaItem> others,
            List<org.yicheng.debate.Motion> motions,
            List<History.Line> history,
            Faults faults) {}

    @GetMapping("/sittings/{sitting}/agenda/edit/{id}")
    @Needs(Permission.SITTING_PREPARE)
    View item(@PathVariable String sitting, @PathVariable("id") UUID item) {
        scope.item(item, Permission.SITTING_PREPARE);
        return itemPage(scope.sitting(sitting, Permission.SITTING_PREPARE), item, Faults.NONE, 200);
    }

    private View itemPage(Sitting held, UUID item, Faults faults, int status) {
        return pages.show(
                "debate/item",
                new ItemView(
                        held,
                        agendas.byId(item).orElseThrow(),
                        agendas.ofSitting(held.id()),
                        views.agenda(held, Faults.NONE).motions(),
                        views.history("item:" + item),
                        faults),
                status);
    }

    @PostMapping("/sittings/{sitting}/agenda/edit/{item}/text")
    @Needs(Permission.SITTING_PREPARE)
    Object change(
            @PathVariable String sitting,
            @PathVariable UUID item,
            @RequestParam int version,
            @ModelAttribute ItemForm form) {
        Sitting held = scope.sitting(sitting, Permission.SITTING_PREPARE);
        AgendaItem old = scope.item(item, Permission.SITTING_PREPARE);
        Ruling<AgendaItem> ruling = agendas.change(item, version, form.draft());
        if (ruling instanceof Ruling.Granted<AgendaItem> && !old.parent().equals(Optional.ofNullable(form.parent()))) {
            ruling = agendas.hang(item, Optional.ofNullable(form.parent()));
        }
        return ruling instanceof Ruling.Refused<AgendaItem>(var reasons)
                ? itemPage(held, item, new Faults(reasons), 409)
                : to("/sittings/" + sitting + "/agenda/edit");
    }

    /** The rules of debate, each with its ground. */
    @GetMapping("/sittings/{sitting}/debate-rules")
    @Needs(Permission.PUBLIC_READ)
    View rules(@PathVariable String sitting) {
        Sitting held = scope.sitting(sitting, Permission.PUBLIC_READ);
        return pages.show("debate/rules", new RulesView(held, debating.rules(held.body())));
    }

    static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", path)
                .build();
    }
}
