package org.yicheng.debate.pages;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.VotingMode;
import org.yicheng.debate.Agendas;
import org.yicheng.debate.Speech;
import org.yicheng.debate.Speeches;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.web.Faults;
import org.yicheng.web.Pages;

/** The chair's debate desk and the member's phone. */
@Controller
class DebatePages {

    private final Agendas agendas;
    private final Speeches speeches;
    private final DebateViews views;
    private final DebateScope scope;
    private final Pages pages;

    DebatePages(Agendas agendas, Speeches speeches, DebateViews views, DebateScope scope, Pages pages) {
        this.agendas = agendas;
        this.speeches = speeches;
        this.views = views;
        this.scope = scope;
        this.pages = pages;
    }

    @GetMapping("/sittings/{sitting}/debate/desk")
    @Needs(Permission.FLOOR_MOVE)
    View desk(@PathVariable String sitting) {
        return pages.show("debate/desk", views.agenda(scope.sitting(sitting, Permission.FLOOR_MOVE), Faults.NONE));
    }

    @PostMapping("/sittings/{sitting}/debate/desk/items/{item}")
    @Needs(Permission.FLOOR_MOVE)
    ResponseEntity<Void> item(
            @PathVariable String sitting,
            @PathVariable UUID item,
            @RequestParam("do") String act,
            @RequestParam(defaultValue = "") String note) {
        scope.sitting(sitting, Permission.FLOOR_MOVE);
        scope.item(item, Permission.FLOOR_MOVE);
        switch (act) {
            case "call" -> agendas.call(sitting, item).orThrow();
            case "end" -> agendas.end(item).orThrow();
            case "note" -> agendas.note(item, note).orThrow();
            case "next" -> speeches.next(sitting, item).orThrow();
            case "close-list" -> speeches.close(item, true).orThrow();
            case "open-list" -> speeches.close(item, false).orThrow();
            default -> throw new IllegalArgumentException("no such act: " + act);
        }
        return desk(sitting, "");
    }

    @PostMapping("/sittings/{sitting}/debate/desk/speakers")
    @Needs(Permission.FLOOR_MOVE)
    ResponseEntity<Void> enter(
            @PathVariable String sitting,
            @RequestParam UUID item,
            @RequestParam String member,
            @RequestParam Speech.Kind kind,
            @RequestParam Speech.Side side,
            @RequestParam(defaultValue = "") String about) {
        scope.sitting(sitting, Permission.FLOOR_MOVE);
        speeches.enter(sitting, member.strip(), new Speeches.Request(item, kind, side, about))
                .orThrow();
        return desk(sitting, "#h-queue");
    }

    @PostMapping("/sittings/{sitting}/debate/desk/speeches/{speech}")
    @Needs(Permission.FLOOR_MOVE)
    ResponseEntity<Void> speech(
            @PathVariable String sitting,
            @PathVariable UUID speech,
            @RequestParam("do") String act,
            @RequestParam(defaultValue = "0") int place,
            @RequestParam(defaultValue = "") String ruling) {
        scope.sitting(sitting, Permission.FLOOR_MOVE);
        scope.speech(speech, Permission.FLOOR_MOVE);
        switch (act) {
            case "give" -> speeches.give(speech).orThrow();
            case "pause" -> speeches.pause(speech).orThrow();
            case "resume" -> speeches.resume(speech).orThrow();
            case "extend" -> speeches.extend(speech, 1).orThrow();
            case "end" -> speeches.end(speech).orThrow();
            case "withdraw" -> speeches.withdraw(speech).orThrow();
            case "place" -> speeches.place(speech, place).orThrow();
            case "rule" -> speeches.rule(speech, ruling).orThrow();
            case "appeal" ->
                speeches.appeal(speech, VotingMode.ELECTRONIC_UNRECORDED).orThrow();
            default -> throw new IllegalArgumentException("no such act: " + act);
        }
        return desk(sitting, "");
    }

    private static ResponseEntity<Void> desk(String sitting, String place) {
        return AgendaPages.to("/sittings/" + sitting + "/debate/desk" + place);
    }

    @GetMapping("/sittings/{sitting}/debate")
    @Needs(Permission.VOTE)
    View phone(@PathVariable String sitting) {
        return pages.show("debate/phone", views.agenda(scope.sitting(sitting, Permission.VOTE), Faults.NONE));
    }

    @PostMapping("/sittings/{sitting}/debate")
    @Needs(Permission.VOTE)
    Object ask(
            @PathVariable String sitting,
            @RequestParam UUID item,
            @RequestParam(defaultValue = "SPEECH") Speech.Kind kind,
            @RequestParam(defaultValue = "NEUTRAL") Speech.Side side,
            @RequestParam(defaultValue = "") String about) {
        Sitting held = scope.sitting(sitting, Permission.VOTE);
        var ruling = speeches.ask(sitting, DebateScope.person(), new Speeches.Request(item, kind, side, about));
        return ruling instanceof org.yicheng.rule.Ruling.Refused<Speech>(var reasons)
                ? pages.show("debate/phone", views.agenda(held, new Faults(reasons)), 409)
                : AgendaPages.to("/sittings/" + sitting + "/debate");
    }

    @PostMapping("/sittings/{sitting}/debate/{speech}/withdraw")
    @Needs(Permission.VOTE)
    ResponseEntity<Void> takeBack(@PathVariable String sitting, @PathVariable UUID speech) {
        scope.sitting(sitting, Permission.VOTE);
        scope.speech(speech, Permission.VOTE);
        speeches.withdraw(speech).orThrow();
        return AgendaPages.to("/sittings/" + sitting + "/debate");
    }
}
