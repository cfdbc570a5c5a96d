package org.yicheng.proposals.handling.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.matter.Procedure;
import org.yicheng.matter.Procedures;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Organ;
import org.yicheng.party.Organs;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Filings;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.proposals.handling.Handling.Commitment;
import org.yicheng.proposals.handling.Handlings;
import org.yicheng.proposals.handling.Line;
import org.yicheng.proposals.handling.ReplyScheme;
import org.yicheng.proposals.handling.Setting;
import org.yicheng.proposals.handling.pages.HandlingLists.Part;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;
import org.yicheng.web.Paging;
import org.yicheng.web.Worded;

/** An organ's inbox, the office's desk, the register of promises, what a body's rules are. */
@Controller
public class DeskListPages {

    private final Handlings handlings;
    private final Filings filings;
    private final HandlingScope scope;
    private final Organs organs;
    private final Bodies bodies;
    private final Procedures procedures;
    private final HandlingLists lists;
    private final Clock clock;
    private final Pages pages;

    DeskListPages(
            Handlings handlings,
            Filings filings,
            HandlingScope scope,
            Organs organs,
            Bodies bodies,
            Procedures procedures,
            HandlingLists lists,
            Clock clock,
            Pages pages) {
        this.handlings = handlings;
        this.filings = filings;
        this.scope = scope;
        this.organs = organs;
        this.bodies = bodies;
        this.procedures = procedures;
        this.lists = lists;
        this.clock = clock;
        this.pages = pages;
    }

    /**
     * @param places whose list can be shown: the caller's organs, or the bodies whose suggestions the caller examines
     * @param counts how many each part holds
     */
    public record ListView(
            boolean office,
            String place,
            Map<String, String> places,
            String part,
            Map<String, Long> counts,
            String words,
            List<Item> items,
            Paging paging,
            LocalDate today,
            Kind kind)
            implements Worded {

        @Override
        public String wordsOf() {
            return office ? place : "";
        }

        /** The words of proposals where they differ from those of suggestions. */
        public String key(String words) {
            return kind == Kind.PROPOSAL ? words + "-PROPOSAL" : words;
        }
    }

    @GetMapping("/handling")
    @Needs(Permission.MATTER_HANDLE)
    View inbox(
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "OPEN") String part,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "1") int page) {
        List<Organ> own = organs.ofCaller(Permission.MATTER_HANDLE);
        Optional<Organ> shown = own.stream()
                .filter(one -> organ.isBlank() || one.id().equals(organ))
                .findFirst();
        Map<String, String> places = own.stream()
                .collect(Collectors.toMap(Organ::id, one -> one.name().zh(), (a, _) -> a, LinkedHashMap::new));
        List<Line> all = shown.map(one -> one.coordinates() ? checked(one.id()) : handlings.linesOfOrgan(one.id()))
                .orElse(List.of());
        return list(new Shown(false, shown.map(Organ::id).orElse(""), places), all, new Asked(part, words, page));
    }

    /** What the coordinating organ has in hand, and what waits for its check. */
    private List<Line> checked(String organ) {
        List<Line> all = new ArrayList<>(handlings.linesOfOrgan(organ));
        handlings.linesAtGovernment().stream()
                .filter(one -> all.stream().noneMatch(other -> other.filing().equals(one.filing())))
                .forEach(all::add);
        return all;
    }

    @GetMapping("/handling/desk")
    @Needs(Permission.MATTER_EXAMINE)
    View desk(
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "OPEN") String part,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "1") int page) {
        Map<String, String> places = examined();
        String shown = places.containsKey(body)
                ? body
                : places.keySet().stream().findFirst().orElse("");
        List<Line> all = shown.isEmpty() ? List.of() : handlings.linesOfBody(shown);
        return list(new Shown(true, shown, places), all, new Asked(part, words, page));
    }

    private Map<String, String> examined() {
        return filings.bodies().stream()
                .filter(body -> Caller.current().mayIn(body, Permission.MATTER_EXAMINE))
                .flatMap(body -> bodies.byId(body).stream())
                .collect(Collectors.toMap(Body::id, one -> one.shortName().zh(), (a, _) -> a, LinkedHashMap::new));
    }

    /** Whose list. */
    private record Shown(boolean office, String place, Map<String, String> places) {}

    /** Which of it. */
    private record Asked(String part, String words, int page) {}

    private View list(Shown shown, List<Line> all, Asked asked) {
        Part part = Arrays.stream(Part.values())
                .filter(one -> one.name().equals(asked.part()))
                .findFirst()
                .orElse(Part.OPEN);
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Part one : Part.values()) {
            counts.put(one.name(), all.stream().filter(one::holds).count());
        }
        List<Line> found = all.stream()
                .filter(part::holds)
                .filter(line -> HandlingLists.found(line, asked.words()))
                .toList();
        String address = UriComponentsBuilder.fromPath(shown.office() ? "/handling/desk" : "/handling")
                .queryParam(shown.office() ? "body" : "organ", "{place}")
                .queryParam("part", part.name())
                .queryParam("words", "{words}")
                .build(shown.place(), asked.words())
                .toString();
        Paging paging = new Paging(asked.page(), Paging.ROWS, found.size(), address);
        return pages.show(
                "proposals/handling/list",
                new ListView(
                        shown.office(),
                        shown.place(),
                        shown.places(),
                        part.name(),
                        counts,
                        asked.words(),
                        lists.items(found, paging),
                        paging,
                        LocalDate.now(clock),
                        shown.office() ? kind(shown.place()) : Kind.SUGGESTION));
    }

    /** @param filings the items of the promises, by their ids */
    public record PromisesView(List<Commitment> promises, Map<UUID, Filing> filings, LocalDate today) {

        public boolean late(Commitment promise) {
            return promise.state() == Handling.Promise.OPEN && today.isAfter(promise.due());
        }
    }

    @GetMapping("/handling/promises")
    @Needs(Permission.MATTER_HANDLE)
    View promises() {
        List<String> own = organs.ofCaller(Permission.MATTER_HANDLE).stream()
                .map(Organ::id)
                .toList();
        List<Commitment> all = filings.bodies().stream()
                .flatMap(body -> handlings.commitments(body).stream()
                        .filter(one ->
                                Caller.current().mayIn(body, Permission.MATTER_EXAMINE) || own.contains(one.organ())))
                .toList();
        return pages.show(
                "proposals/handling/promises",
                new PromisesView(
                        all, filings.byIds(all.stream().map(Commitment::filing).toList()), LocalDate.now(clock)));
    }

    public record SettingsView(
            Map<String, String> bodies,
            String body,
            Setting setting,
            List<Procedure.Place> places,
            List<ReplyScheme> schemes,
            Kind kind,
            List<Refusal> reasons)
            implements Worded {

        @Override
        public String wordsOf() {
            return body;
        }
    }

    @GetMapping("/handling/settings")
    @Needs(Permission.MATTER_EXAMINE)
    View settings(@RequestParam(defaultValue = "") String body) {
        Map<String, String> all = examinable();
        String shown =
                all.containsKey(body) ? body : all.keySet().stream().findFirst().orElse("");
        return settings(shown, handlings.setting(shown), List.of());
    }

    /** Bodies whose rules the caller may set: congresses and CPPCCs. */
    private Map<String, String> examinable() {
        return Stream.concat(
                        filings.bodies().stream(),
                        Caller.current().grants().stream().map(Caller.Grant::scope))
                .distinct()
                .filter(body -> Caller.current().mayIn(body, Permission.MATTER_EXAMINE))
                .flatMap(body -> bodies.byId(body).stream())
                .collect(Collectors.toMap(Body::id, one -> one.shortName().zh(), (a, _) -> a, LinkedHashMap::new));
    }

    private View settings(String body, Setting setting, List<Refusal> reasons) {
        return pages.show(
                "proposals/handling/settings",
                new SettingsView(
                        examinable(),
                        body,
                        setting,
                        procedures
                                .byId(Setting.procedureOf(kind(body)))
                                .orElseThrow()
                                .places(),
                        handlings.schemes(),
                        kind(body),
                        reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    private Kind kind(String body) {
        return bodies.byId(body).map(found -> Setting.handledIn(found.kind())).orElse(Kind.SUGGESTION);
    }

    @PostMapping("/handling/settings")
    @Needs(Permission.MATTER_EXAMINE)
    Object set(
            @RequestParam String body,
            @RequestParam String place,
            @RequestParam String scheme,
            @RequestParam Map<String, String> form) {
        scope.body(body);
        Setting setting =
                new Setting(place, scheme, form.containsKey("everySigner"), form.containsKey("governmentCheck"));
        return handlings.set(body, setting) instanceof Ruling.Refused<Setting>(List<Refusal> reasons)
                ? settings(body, setting, reasons)
                : "redirect:/handling/settings?body=" + body;
    }
}
