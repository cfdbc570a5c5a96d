package org.yicheng.proposals.pages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.matter.Window;
import org.yicheng.matter.Windows;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Filings;
import org.yicheng.proposals.Inadmissible;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.Place;
import org.yicheng.proposals.Proposals;
import org.yicheng.proposals.Screenings;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;
import org.yicheng.web.Worded;

/** What a body decides for itself about filings, and proposals that a clerk enters. */
@Controller
public class ProposalPages {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Proposals proposals;
    private final Screenings screenings;
    private final FilingScope scope;
    private final Bodies bodies;
    private final Windows windows;
    private final Pages pages;

    ProposalPages(
            Proposals proposals,
            Screenings screenings,
            FilingScope scope,
            Bodies bodies,
            Windows windows,
            Pages pages) {
        this.proposals = proposals;
        this.screenings = screenings;
        this.scope = scope;
        this.bodies = bodies;
        this.windows = windows;
        this.pages = pages;
    }

    /** @param intake from when and until when a proposal is one of the session, once it is set */
    public record PlaceView(Body body, Place place, Optional<Window> intake, List<Refusal> reasons) implements Worded {

        public boolean cppcc() {
            return body.kind() == Body.Kind.CPPCC;
        }

        @Override
        public String wordsOf() {
            return body.id();
        }
    }

    public record EnterView(Body body, Map<String, String> form, List<Refusal> reasons) implements Worded {

        @Override
        public String wordsOf() {
            return body.id();
        }
    }

    private static int status(List<Refusal> reasons) {
        return reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value();
    }

    private Body body(String body) {
        scope.body(body, Permission.MATTER_EXAMINE);
        return bodies.byId(body).orElseThrow();
    }

    @GetMapping("/bodies/{body}/filings/place")
    @Needs(Permission.MATTER_EXAMINE)
    View place(@PathVariable String body) {
        return place(body(body), List.of());
    }

    private View place(Body body, List<Refusal> reasons) {
        Optional<Window> intake = windows.newest(body.id(), Window.MOTION)
                .flatMap(session -> windows.of(session.subject(), Proposals.WINDOW));
        return pages.show(
                "proposals/place", new PlaceView(body, screenings.place(body.id()), intake, reasons), status(reasons));
    }

    @PostMapping("/bodies/{body}/filings/place")
    @Needs(Permission.MATTER_EXAMINE)
    Object change(@PathVariable String body, @RequestParam Map<String, String> form) {
        Body found = body(body);
        Set<Inadmissible.List> lists = new HashSet<>();
        Arrays.stream(Inadmissible.List.values())
                .filter(list -> form.containsKey("list-" + list))
                .forEach(lists::add);
        Place place = new Place(
                number(form.getOrDefault("monthsBefore", "")),
                number(form.getOrDefault("examiners", "")),
                form.containsKey("contact"),
                lists);
        return switch (screenings.change(found.id(), place)) {
            case Ruling.Refused<Place>(List<Refusal> reasons) -> place(found, reasons);
            case Ruling.Granted<Place> _ -> "redirect:/bodies/" + body + "/filings/place";
        };
    }

    /** What is no number is refused as out of range. */
    private static int number(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
    }

    @PostMapping("/bodies/{body}/filings/intake")
    @Needs(Permission.MATTER_EXAMINE)
    Object intake(
            @PathVariable String body,
            @RequestParam(defaultValue = "") String opening,
            @RequestParam(defaultValue = "") String until) {
        Body found = body(body);
        List<Refusal> faults = new ArrayList<>();
        Optional<LocalDate> day = read(opening, LocalDate::parse);
        Optional<Instant> end =
                read(until, text -> LocalDateTime.parse(text).atZone(ZONE).toInstant());
        if (day.isEmpty()) {
            faults.add(Refusal.at("opening", "proposals.not-a-day", "value", opening));
        }
        if (end.isEmpty()) {
            faults.add(Refusal.at("until", "proposals.not-a-minute", "value", until));
        }
        if (!faults.isEmpty()) {
            return place(found, faults);
        }
        return switch (proposals.intake(found.id(), day.orElseThrow(), end.orElseThrow())) {
            case Ruling.Refused<Window>(List<Refusal> reasons) -> place(found, reasons);
            case Ruling.Granted<Window> _ -> "redirect:/bodies/" + body + "/filings/place";
        };
    }

    private interface Reader<T> {
        T read(String text);
    }

    private static <T> Optional<T> read(String text, Reader<T> reader) {
        try {
            return Optional.of(reader.read(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @PostMapping("/filings/{id}/withdraw-under-seal")
    @Needs(Permission.MATTER_EXAMINE)
    String withdrawUnderSeal(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return "redirect:/filings/"
                + proposals.withdrawUnderSeal(id, reason).orThrow().id();
    }

    @GetMapping("/bodies/{body}/filings/enter")
    @Needs(Permission.MATTER_EXAMINE)
    View enter(@PathVariable String body) {
        return enter(body(body), Map.of(), List.of());
    }

    private View enter(Body body, Map<String, String> form, List<Refusal> reasons) {
        return pages.show("proposals/enter", new EnterView(body, form, reasons), status(reasons));
    }

    @PostMapping("/bodies/{body}/filings/enter")
    @Needs(Permission.MATTER_EXAMINE)
    Object entered(
            @PathVariable String body, @RequestParam Proposals.Mover mover, @RequestParam Map<String, String> form) {
        Body found = body(body);
        Map<Kind.Part, String> parts = new EnumMap<>(Kind.Part.class);
        Kind.PROPOSAL
                .parts()
                .forEach(part ->
                        parts.put(part, form.getOrDefault(part.name(), "").strip()));
        Filings.Text text = new Filings.Text(form.getOrDefault("title", "").strip(), parts);
        Proposals.Collective collective =
                new Proposals.Collective(mover, form.getOrDefault("name", "").strip());
        return switch (proposals.enter(found.id(), text, collective, form.containsKey("sealed"))) {
            case Ruling.Refused<Filing>(List<Refusal> reasons) -> enter(found, form, reasons);
            case Ruling.Granted<Filing>(Filing filing) -> "redirect:/filings/" + filing.id();
        };
    }
}
