package org.yicheng.congress.pages;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.AreaCode;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Mandates;
import org.yicheng.assembly.Mandates.Ground;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.OtherMandates;
import org.yicheng.assembly.OtherOffices;
import org.yicheng.congress.Absences;
import org.yicheng.congress.ByElections;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionKinds;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** The register of mandates: changes with their grounds, vacancies, absences, dual mandates, duties. */
@Controller
public class MandatePages {

    private final Mandates mandates;
    private final OtherOffices offices;
    private final OtherMandates others;
    private final Absences absences;
    private final ByElections elections;
    private final DutySheet sheet;
    private final Bodies bodies;
    private final SessionKinds kinds;
    private final SessionScope scope;
    private final Pages pages;
    private final Clock clock;

    MandatePages(
            Mandates mandates,
            OtherOffices offices,
            OtherMandates others,
            Absences absences,
            ByElections elections,
            DutySheet sheet,
            Bodies bodies,
            SessionKinds kinds,
            SessionScope scope,
            Pages pages,
            Clock clock) {
        this.mandates = mandates;
        this.offices = offices;
        this.others = others;
        this.absences = absences;
        this.elections = elections;
        this.sheet = sheet;
        this.bodies = bodies;
        this.kinds = kinds;
        this.scope = scope;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * The register.
     *
     * @param due members that count now
     * @param now what the forms propose as the instant of effect
     * @param congress whether the Deputies Law applies
     */
    public record RegisterView(
            Session session,
            int due,
            List<Absences.Absence> absences,
            List<Member> vacancies,
            List<Mandates.Dual> dual,
            List<OtherMandates.Other> others,
            Optional<AreaCode> area,
            List<Mandates.Change> changes,
            LocalDateTime now,
            boolean congress,
            List<Refusal> reasons)
            implements OfSession {}

    @GetMapping("/sessions/{id}/mandates")
    @Needs(Permission.ROSTER_READ)
    View register(@PathVariable String id) {
        return show(scope.session(id, Permission.ROSTER_READ), List.of());
    }

    private View show(Session session, List<Refusal> reasons) {
        String body = session.body();
        return pages.show(
                "congress/mandates",
                new RegisterView(
                        session,
                        bodies.due(body, clock.instant()),
                        absences.of(body),
                        mandates.vacancies(body),
                        mandates.dual(body),
                        others.of(body),
                        others.area(body),
                        mandates.changes(body),
                        now(),
                        kinds.of(session).congress(),
                        reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), clock.getZone())
                .withSecond(0)
                .withNano(0);
    }

    /** One member's changes and the forms that make the next one. */
    public record ChangeView(
            Session session,
            Member member,
            List<Mandates.Change> changes,
            List<OtherOffices.OtherOffice> offices,
            List<OtherMandates.Other> others,
            Optional<AreaCode> area,
            List<Ground> suspending,
            List<Ground> ending,
            String proposed,
            LocalDateTime now,
            boolean congress,
            List<Refusal> reasons)
            implements OfSession {}

    @GetMapping("/sessions/{id}/mandates/{number}")
    @Needs(Permission.CREDENTIAL_CHANGE)
    View change(@PathVariable String id, @PathVariable String number, @RequestParam(defaultValue = "") String ground) {
        return change(scope.session(id, Permission.CREDENTIAL_CHANGE), number, ground, List.of());
    }

    private View change(Session session, String number, String proposed, List<Refusal> reasons) {
        Member member = bodies.memberByNumber(session.body(), number)
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.member.unknown", "value", number)));
        boolean congress = kinds.of(session).congress();
        return pages.show(
                "congress/mandate",
                new ChangeView(
                        session,
                        member,
                        mandates.changes(session.body()).stream()
                                .filter(change -> change.number().equals(number))
                                .toList(),
                        congress ? offices.held(session.body(), number) : List.of(),
                        congress ? others.held(session.body(), number) : List.of(),
                        others.area(session.body()),
                        Arrays.stream(Ground.values()).filter(Ground::suspends).toList(),
                        Arrays.stream(Ground.values())
                                .filter(Ground::ends)
                                .filter(one -> congress != (one == Ground.BY_LAWS))
                                .toList(),
                        proposed,
                        now(),
                        congress,
                        reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    @PostMapping("/sessions/{id}/mandates/{number}")
    @Needs(Permission.CREDENTIAL_CHANGE)
    Object change(
            @PathVariable String id,
            @PathVariable String number,
            @RequestParam("do") String act,
            @RequestParam(defaultValue = "CAUSE_GONE") Ground ground,
            @RequestParam String effective,
            @RequestParam(defaultValue = "") String decision) {
        Session session = scope.session(id, Permission.CREDENTIAL_CHANGE);
        Instant at = instant(effective);
        Ruling<Mandates.Change> ruling = switch (act) {
            case "suspend" -> mandates.suspend(session.body(), number, ground, at, decision);
            case "resume" -> mandates.resume(session.body(), number, at, decision);
            case "end" -> mandates.end(session.body(), number, ground, at, decision);
            default -> throw new IllegalArgumentException("no such act: " + act);
        };
        return ruling instanceof Ruling.Refused<Mandates.Change>(List<Refusal> reasons)
                ? change(session, number, "", reasons)
                : seeOther("/sessions/" + id + "/mandates");
    }

    @PostMapping("/sessions/{id}/mandates/{number}/other-offices")
    @Needs(Permission.CREDENTIAL_CHANGE)
    Object otherOffice(
            @PathVariable String id,
            @PathVariable String number,
            @RequestParam OtherOffices.Organ organ,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String givesUp) {
        Session session = scope.session(id, Permission.CREDENTIAL_CHANGE);
        return afterOffice(session, number, offices.enter(session.body(), number, organ, title, !givesUp.isEmpty()));
    }

    @PostMapping("/sessions/{id}/mandates/{number}/other-offices/{office}")
    @Needs(Permission.CREDENTIAL_CHANGE)
    Object otherOffice(
            @PathVariable String id,
            @PathVariable String number,
            @PathVariable UUID office,
            @RequestParam("do") String act) {
        Session session = scope.session(id, Permission.CREDENTIAL_CHANGE);
        return afterOffice(
                session,
                number,
                act.equals("end") ? offices.end(session.body(), office) : offices.declare(session.body(), office));
    }

    @PostMapping("/sessions/{id}/mandates/area")
    @Needs(Permission.CREDENTIAL_CHANGE)
    Object area(@PathVariable String id, @RequestParam(defaultValue = "") String code) {
        Session session = scope.session(id, Permission.CREDENTIAL_CHANGE);
        return others.locate(session.body(), code) instanceof Ruling.Refused<AreaCode>(List<Refusal> reasons)
                ? show(session, reasons)
                : seeOther("/sessions/" + id + "/mandates");
    }

    @PostMapping("/sessions/{id}/mandates/{number}/other-mandates")
    @Needs(Permission.CREDENTIAL_CHANGE)
    Object otherMandate(
            @PathVariable String id,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String title) {
        Session session = scope.session(id, Permission.CREDENTIAL_CHANGE);
        return afterOffice(session, number, others.declare(session.body(), number, code, title));
    }

    @PostMapping("/sessions/{id}/mandates/{number}/other-mandates/{other}/end")
    @Needs(Permission.CREDENTIAL_CHANGE)
    Object endOther(@PathVariable String id, @PathVariable String number, @PathVariable UUID other) {
        Session session = scope.session(id, Permission.CREDENTIAL_CHANGE);
        return afterOffice(session, number, others.end(session.body(), other));
    }

    private Object afterOffice(Session session, String number, Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? change(session, number, "", reasons)
                : seeOther("/sessions/" + session.id() + "/mandates/" + number);
    }

    private static ResponseEntity<Void> seeOther(String path) {
        return DeskPages.seeOther(path);
    }

    /** The minute is what a form sends; a change of this very minute counts from now. */
    private Instant instant(String text) {
        try {
            LocalDateTime typed = LocalDateTime.parse(text);
            return typed.equals(now())
                    ? clock.instant()
                    : typed.atZone(clock.getZone()).toInstant();
        } catch (DateTimeException e) {
            throw new RefusedException(Refusal.at("effective", "congress.time-unknown", "value", text));
        }
    }

    @PostMapping("/sessions/{id}/mandates/{number}/successor")
    @Needs(Permission.CREDENTIAL_CHANGE)
    Object succeed(@PathVariable String id, @PathVariable String number, @RequestParam Map<String, String> form) {
        Session session = scope.session(id, Permission.CREDENTIAL_CHANGE);
        ByElections.Elected elected = new ByElections.Elected(
                form.getOrDefault("name", "").strip(),
                Optional.of(form.getOrDefault("sex", "")).filter(one -> !one.isEmpty()),
                form.getOrDefault("newNumber", "").strip(),
                form.getOrDefault("card", "").strip(),
                "");
        Instant at = instant(form.getOrDefault("effective", ""));
        try {
            elections
                    .fill(session.body(), number, elected, at, form.getOrDefault("decision", ""))
                    .orThrow();
        } catch (RefusedException refused) {
            return show(session, refused.reasons());
        }
        return seeOther("/sessions/" + id + "/mandates");
    }

    /** Duties of every member in this session. */
    public record DutiesView(Session session, List<String> further, List<DutySheet.Row> rows) implements OfSession {}

    @GetMapping("/sessions/{id}/duties")
    @Needs(Permission.ROSTER_READ)
    View duties(@PathVariable String id) {
        Session session = scope.session(id, Permission.ROSTER_READ);
        return pages.show("congress/duties", new DutiesView(session, sheet.further(), sheet.rows(session)));
    }

    @GetMapping(path = "/sessions/{id}/duties", params = "format")
    @Needs(Permission.ROSTER_READ)
    ResponseEntity<byte[]> dutiesFile(@PathVariable String id, @RequestParam String format) {
        Session session = scope.session(id, Permission.ROSTER_READ);
        return sheet.file(session, sheet.rows(session), format);
    }
}
