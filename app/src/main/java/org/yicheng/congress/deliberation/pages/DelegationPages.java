package org.yicheng.congress.deliberation.pages;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Session;
import org.yicheng.congress.deliberation.Delegations;
import org.yicheng.congress.deliberation.Delegations.Delegation;
import org.yicheng.congress.deliberation.Delegations.Figures;
import org.yicheng.congress.deliberation.Notes;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** The delegations of a session: who leads them, their groups, their meetings and figures. */
@Controller
public class DelegationPages {

    private final Delegations delegations;
    private final Notes notes;
    private final Sittings sittings;
    private final Places places;
    private final Pages pages;
    private final Clock clock;

    DelegationPages(Delegations delegations, Notes notes, Sittings sittings, Places places, Pages pages, Clock clock) {
        this.delegations = delegations;
        this.notes = notes;
        this.sittings = sittings;
        this.places = places;
        this.pages = pages;
        this.clock = clock;
    }

    /** @param mayForm whether the caller forms the delegations @param edits whether the caller works on bulletins */
    public record ListView(Session session, List<Figures> figures, boolean mayForm, boolean edits, boolean deputy) {

        public int meetings() {
            return figures.stream().mapToInt(Figures::meetings).sum();
        }

        public int speakers() {
            return figures.stream().mapToInt(Figures::speakers).sum();
        }

        public int members() {
            return figures.stream()
                    .mapToInt(one -> one.delegation().members().size())
                    .sum();
        }

        public int notes() {
            return figures.stream().mapToInt(Figures::notes).sum();
        }
    }

    @GetMapping("/sessions/{session}/delegations")
    @Needs(Permission.DELEGATION_READ)
    View list(@PathVariable("session") String id) {
        Session session = places.member(id);
        Caller caller = Caller.current();
        return pages.show(
                "congress/deliberation/delegations",
                new ListView(
                        session,
                        delegations.figures(id),
                        caller.mayIn(session.body(), Permission.SITTING_PREPARE),
                        caller.mayIn(session.body(), Permission.BULLETIN_EDIT),
                        caller.person().isPresent()));
    }

    /** The delegations of the newest session that the caller belongs to. */
    @GetMapping("/delegations")
    @Needs(Permission.DELEGATION_READ)
    ResponseEntity<Void> newest() {
        return places.newest()
                .map(session -> seeOther("/sessions/" + session.id() + "/delegations"))
                .orElseGet(() -> seeOther("/sessions"));
    }

    @GetMapping(path = "/sessions/{session}/delegations.csv", produces = "text/csv")
    @Needs(Permission.DELEGATION_READ)
    ResponseEntity<byte[]> table(@PathVariable("session") String id) {
        places.member(id);
        List<List<String>> rows = delegations.figures(id).stream()
                .map(one -> List.of(
                        one.delegation().name(),
                        "" + one.delegation().members().size(),
                        "" + one.meetings(),
                        "" + one.speakers(),
                        "" + one.notes(),
                        "" + one.handed()))
                .toList();
        List<String> header = List.of("代表团", "代表人数", "会议次数", "发言人数", "发言条数", "已提交会议");
        return ResponseEntity.ok()
                .contentType(org.springframework.http.MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"" + id + "-delegations.csv\"")
                .body(org.yicheng.document.Sheets.csv(header, rows));
    }

    @PostMapping("/sessions/{session}/delegations")
    @Needs(Permission.SITTING_PREPARE)
    ResponseEntity<Void> form(@PathVariable("session") String id) {
        places.session(id, Permission.SITTING_PREPARE);
        delegations.form(id).orThrow();
        return seeOther("/sessions/" + id + "/delegations");
    }

    /** A meeting with what it led to. */
    public record Held(Sitting sitting, int present, int due, boolean handed) {}

    /**
     * @param reads whether the caller reads the notes of this delegation
     * @param prepares whether the caller forms groups and appoints note-takers
     * @param leads whether the caller calls meetings
     * @param typed what was typed, kept when it was refused
     */
    public record OneView(
            Session session,
            Delegation delegation,
            List<Member> noteTakers,
            List<Held> meetings,
            boolean reads,
            boolean prepares,
            boolean leads,
            String proposed,
            Map<String, String> typed,
            List<Refusal> reasons) {

        public String path() {
            return "/sessions/" + session.id() + "/delegations/" + delegation.key();
        }

        public String typed(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    @GetMapping("/sessions/{session}/delegations/{key}")
    @Needs(Permission.DELEGATION_READ)
    View one(@PathVariable("session") String id, @PathVariable String key) {
        return one(places.known(id), key, Map.of(), List.of());
    }

    private View one(Session session, String key, Map<String, String> typed, List<Refusal> reasons) {
        Delegation delegation = places.delegation(session, key, Permission.DELEGATION_READ);
        List<Held> meetings = delegations.sittings(session.id()).stream()
                .filter(sitting -> sitting.body().equals(delegation.body()))
                .map(this::held)
                .toList();
        OneView view = new OneView(
                session,
                delegation,
                delegations.noteTakers(delegation.body()),
                meetings,
                true,
                places.may(session, delegation, Permission.SITTING_PREPARE),
                places.may(session, delegation, Permission.SITTING_MOVE),
                LocalDateTime.ofInstant(clock.instant(), clock.getZone())
                        .plusHours(1)
                        .withMinute(0)
                        .withSecond(0)
                        .withNano(0)
                        .toString(),
                typed,
                reasons);
        return pages.show(
                "congress/deliberation/delegation", view, reasons.isEmpty() ? 200 : HttpStatus.CONFLICT.value());
    }

    private Held held(Sitting sitting) {
        var roll = sitting.openedAt()
                .map(at -> sittings.roll(sitting.id(), sitting.closedAt().orElseGet(clock::instant)))
                .orElseGet(() -> sittings.roll(sitting.id()));
        return new Held(
                sitting,
                sitting.openedAt().isPresent() ? sittings.everPresent(sitting.id()) : roll.present(),
                roll.due(),
                notes.handing(sitting.id()).isPresent());
    }

    @PostMapping("/sessions/{session}/delegations/{key}/groups")
    @Needs(Permission.SITTING_PREPARE)
    Object formGroup(
            @PathVariable("session") String id,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String members) {
        Session session = places.known(id);
        Delegation delegation = places.delegation(session, key, Permission.SITTING_PREPARE);
        return answer(
                session,
                delegation,
                delegations.formGroup(id, key, name, words(members)),
                Map.of("name", name, "members", members));
    }

    private Object answer(Session session, Delegation delegation, Ruling<?> ruling, Map<String, String> typed) {
        return switch (ruling) {
            case Ruling.Refused<?> refused -> one(session, delegation.key(), typed, refused.reasons());
            case Ruling.Granted<?> _ -> seeOther("/sessions/" + session.id() + "/delegations/" + delegation.key());
        };
    }

    /** Names or numbers as typed: by lines, commas or 、. */
    static List<String> words(String text) {
        return Arrays.stream(text.split("[\\r\\n,，、;；\\t]+"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .limit(1_000)
                .collect(Collectors.toList());
    }

    @PostMapping("/sessions/{session}/delegations/{key}/note-takers")
    @Needs(Permission.SITTING_PREPARE)
    Object noteTaker(
            @PathVariable("session") String id,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String member,
            @RequestParam(defaultValue = "true") boolean appointed) {
        Session session = places.known(id);
        Delegation delegation = places.delegation(session, key, Permission.SITTING_PREPARE);
        return answer(session, delegation, delegations.noteTaker(id, key, member, appointed), Map.of("member", member));
    }

    @PostMapping("/sessions/{session}/delegations/{key}/meetings")
    @Needs(Permission.SITTING_MOVE)
    Object schedule(
            @PathVariable("session") String id,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String plannedAt,
            @RequestParam(defaultValue = "") String hall) {
        Session session = places.known(id);
        Delegation delegation = places.delegation(session, key, Permission.SITTING_MOVE);
        Ruling<Sitting> ruling = delegations.schedule(id, key, instant(plannedAt), hall);
        return answer(session, delegation, ruling, Map.of("hall", hall));
    }

    private Instant instant(String text) {
        try {
            return LocalDateTime.parse(text).atZone(clock.getZone()).toInstant();
        } catch (DateTimeParseException e) {
            throw new RefusedException(Refusal.at("plannedAt", "congress.time-unknown", "value", text));
        }
    }

    static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
