package org.yicheng.proposals.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.matter.Window;
import org.yicheng.matter.Windows;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Filings;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** The secretariat's desk: what was received, registered, examined; the report to the presidium. */
@Controller("proposalsDeskPages")
public class DeskPages {

    private final Filings filings;
    private final FilingScope scope;
    private final Sittings sittings;
    private final Windows windows;
    private final Pages pages;

    DeskPages(Filings filings, FilingScope scope, Sittings sittings, Windows windows, Pages pages) {
        this.filings = filings;
        this.scope = scope;
        this.sittings = sittings;
        this.windows = windows;
        this.pages = pages;
    }

    /**
     * @param proposed what the rules propose for what is registered
     * @param meetings presidium meetings to which the report can still go
     */
    public record DeskView(
            Optional<Window> window,
            List<Filing> filings,
            Map<UUID, Filing.Opinion> proposed,
            List<Sitting> meetings,
            List<Refusal> reasons) {

        public long examined() {
            return filings.stream()
                    .filter(filing -> filing.state() == Filing.State.EXAMINED)
                    .count();
        }
    }

    @GetMapping("/filings/desk")
    @Needs(Permission.MATTER_EXAMINE)
    View desk() {
        return desk(List.of());
    }

    private View desk(List<Refusal> reasons) {
        Optional<Window> window = Caller.current().grants().stream()
                .map(Caller.Grant::scope)
                .flatMap(body -> windows.newest(body, Window.MOTION).stream())
                .findFirst();
        List<Filing> received =
                window.map(found -> filings.ofSession(found.subject())).orElse(List.of());
        Map<UUID, Filing.Opinion> proposed = received.stream()
                .filter(filing -> filing.state() == Filing.State.REGISTERED)
                .collect(Collectors.toMap(Filing::id, filings::proposed));
        List<Sitting> meetings = window.map(found -> sittings.ofSubject(found.subject())).orElse(List.of()).stream()
                .filter(sitting -> sitting.kind() == Sitting.Kind.PRESIDIUM
                        && sitting.closedAt().isEmpty())
                .toList();
        return pages.show(
                "proposals/desk",
                new DeskView(window, received, proposed, meetings, reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    @PostMapping("/filings/{id}/register")
    @Needs(Permission.MATTER_EXAMINE)
    Object register(@PathVariable UUID id) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return after(filings.register(id));
    }

    @PostMapping("/filings/{id}/examine")
    @Needs(Permission.MATTER_EXAMINE)
    Object examine(
            @PathVariable UUID id,
            @RequestParam Filing.Outcome outcome,
            @RequestParam(defaultValue = "") String reason) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return after(filings.examine(id, new Filing.Opinion(outcome, reason.strip())));
    }

    @PostMapping("/filings/{id}/answer")
    @Needs(Permission.MATTER_EXAMINE)
    Object answer(@PathVariable UUID id, @RequestParam(defaultValue = "") String text) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return after(filings.answer(id, text));
    }

    @PostMapping("/filings/desk/report")
    @Needs(Permission.MATTER_EXAMINE)
    Object report(@RequestParam(defaultValue = "") String sitting) {
        Optional<Sitting> found = sittings.byId(sitting);
        if (found.isEmpty()) {
            return desk(List.of(Refusal.at("sitting", "assembly.sitting.unknown", "value", sitting)));
        }
        windows.of(found.get().subject(), Window.MOTION)
                .ifPresent(window -> scope.body(window.body(), Permission.MATTER_EXAMINE));
        return switch (filings.report(found.get().subject(), sitting)) {
            case Ruling.Refused<Question>(List<Refusal> reasons) -> desk(reasons);
            case Ruling.Granted<Question>(Question question) -> "redirect:/sittings/" + question.sitting() + "/prepare";
        };
    }

    private Object after(Ruling<Filing> ruling) {
        return ruling instanceof Ruling.Refused<Filing>(List<Refusal> reasons)
                ? desk(reasons)
                : "redirect:/filings/desk";
    }
}
