package org.yicheng.proposals.handling.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
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
import org.yicheng.proposals.handling.Handling;
import org.yicheng.proposals.handling.Handling.Commitment;
import org.yicheng.proposals.handling.Handlings;
import org.yicheng.proposals.handling.ReplyScheme;
import org.yicheng.proposals.handling.Setting;
import org.yicheng.proposals.handling.pages.HandlingLists.Part;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

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
            LocalDate today) {}

    @GetMapping("/handling")
    @Needs(Permission.MATTER_HANDLE)
    View inbox(
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "OPEN") String part,
            @RequestParam(defaultValue = "") String words) {
        List<Organ> own = organs.ofCaller(Permission.MATTER_HANDLE);
        Optional<Organ> shown = own.stream()
                .filter(one -> organ.isBlank() || one.id().equals(organ))
                .findFirst();
        Map<String, String> places = own.stream()
                .collect(
                        Collectors.toMap(Organ::id, one -> one.name().zh(), (a, _) -> a, java.util.LinkedHashMap::new));
        List<Handling> all = shown.map(one -> one.coordinates() ? checked(one.id()) : handlings.ofOrgan(one.id()))
                .orElse(List.of());
        return list(false, shown.map(Organ::id).orElse(""), places, all, part, words);
    }

    /** What the coordinating organ has in hand, and what waits for its check. */
    private List<Handling> checked(String organ) {
        List<Handling> all = new java.util.ArrayList<>(handlings.ofOrgan(organ));
        handlings.atGovernment().stream()
                .filter(one -> all.stream()
                        .noneMatch(
                                other -> other.filing().id().equals(one.filing().id())))
                .forEach(all::add);
        return all;
    }

    @GetMapping("/handling/desk")
    @Needs(Permission.MATTER_EXAMINE)
    View desk(
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "OPEN") String part,
            @RequestParam(defaultValue = "") String words) {
        Map<String, String> places = examined();
        String shown = places.containsKey(body)
                ? body
                : places.keySet().stream().findFirst().orElse("");
        return list(true, shown, places, shown.isEmpty() ? List.of() : handlings.ofBody(shown), part, words);
    }

    private Map<String, String> examined() {
        return filings.bodies().stream()
                .filter(body -> Caller.current().mayIn(body, Permission.MATTER_EXAMINE))
                .flatMap(body -> bodies.byId(body).stream())
                .collect(Collectors.toMap(
                        Body::id, one -> one.shortName().zh(), (a, _) -> a, java.util.LinkedHashMap::new));
    }

    private View list(
            boolean office, String place, Map<String, String> places, List<Handling> all, String part, String words) {
        Part shown = java.util.Arrays.stream(Part.values())
                .filter(one -> one.name().equals(part))
                .findFirst()
                .orElse(Part.OPEN);
        Map<Part, Long> counts = new EnumMap<>(Part.class);
        for (Part one : Part.values()) {
            counts.put(one, all.stream().filter(one::holds).count());
        }
        List<Handling> found = all.stream()
                .filter(shown::holds)
                .filter(handling -> HandlingLists.found(handling, words))
                .toList();
        Map<String, Long> named = new java.util.LinkedHashMap<>();
        counts.forEach((one, n) -> named.put(one.name(), n));
        return pages.show(
                "proposals/handling/list",
                new ListView(
                        office, place, places, shown.name(), named, words, lists.items(found), LocalDate.now(clock)));
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
            List<Refusal> reasons) {}

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
                .collect(Collectors.toMap(
                        Body::id, one -> one.shortName().zh(), (a, _) -> a, java.util.LinkedHashMap::new));
    }

    private View settings(String body, Setting setting, List<Refusal> reasons) {
        return pages.show(
                "proposals/handling/settings",
                new SettingsView(
                        examinable(),
                        body,
                        setting,
                        procedures.byId("suggestion").orElseThrow().places(),
                        handlings.schemes(),
                        reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
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
