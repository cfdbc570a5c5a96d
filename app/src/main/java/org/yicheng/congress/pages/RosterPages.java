package org.yicheng.congress.pages;

import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Credential;
import org.yicheng.assembly.Group;
import org.yicheng.assembly.Member;
import org.yicheng.congress.Arrivals;
import org.yicheng.congress.Rosters;
import org.yicheng.congress.Session;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.party.Person;
import org.yicheng.party.Persons;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Pages;
import org.yicheng.web.Paging;

/** The roster: finding a deputy, the deputy's mandate and cards, hall codes for a delegation. */
@Controller
public class RosterPages {

    private final Bodies bodies;
    private final Persons persons;
    private final Rosters rosters;
    private final Arrivals arrivals;
    private final RosterSheet sheet;
    private final HallCodes codes;
    private final SessionScope scope;
    private final Pages pages;

    RosterPages(
            Bodies bodies,
            Persons persons,
            Rosters rosters,
            Arrivals arrivals,
            RosterSheet sheet,
            HallCodes codes,
            SessionScope scope,
            Pages pages) {
        this.bodies = bodies;
        this.persons = persons;
        this.rosters = rosters;
        this.arrivals = arrivals;
        this.sheet = sheet;
        this.codes = codes;
        this.scope = scope;
        this.pages = pages;
    }

    /**
     * The list: one page of what the filter lets through.
     *
     * @param importable a committee's members are elected from among the deputies, never read from a file
     */
    public record RosterView(
            Session session,
            RosterFilter filter,
            List<Group> groups,
            List<RosterSheet.Row> rows,
            Paging page,
            boolean importable)
            implements OfSession {}

    @GetMapping("/sessions/{id}/roster")
    @Needs(Permission.ROSTER_READ)
    View list(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String arrived,
            @RequestParam(defaultValue = "strokes") String order,
            @RequestParam(defaultValue = "1") int page) {
        Session session = scope.session(id, Permission.ROSTER_READ);
        RosterFilter filter = new RosterFilter(q, group, status, arrived, order);
        List<RosterSheet.Row> rows = sheet.rows(session, filter);
        Paging paging = new Paging(page, Paging.ROWS, rows.size(), "/sessions/" + id + "/roster?" + filter.query());
        return pages.show(
                "congress/roster",
                new RosterView(
                        session,
                        filter,
                        bodies.groupsOf(session.body()),
                        rows.subList((int) paging.offset(), (int) paging.last()),
                        paging,
                        bodies.byId(session.body())
                                .filter(body -> body.kind() != Body.Kind.STANDING_COMMITTEE)
                                .isPresent()));
    }

    @GetMapping(path = "/sessions/{id}/roster", params = "format")
    @Needs(Permission.ROSTER_READ)
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @RequestParam String format,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String arrived,
            @RequestParam(defaultValue = "strokes") String order) {
        Session session = scope.session(id, Permission.ROSTER_READ);
        return RosterApi.table(
                session, sheet.rows(session, new RosterFilter(q, group, status, arrived, order)), format);
    }

    /** One deputy. */
    public record MemberView(
            Session session,
            Member member,
            Optional<Person> person,
            List<Credential> cards,
            Optional<Arrivals.Arrival> arrival)
            implements OfSession {}

    @GetMapping("/sessions/{id}/members/{number}")
    @Needs(Permission.ROSTER_READ)
    View member(@PathVariable String id, @PathVariable String number) {
        Session session = scope.session(id, Permission.ROSTER_READ);
        Member member = member(session, number);
        return pages.show(
                "congress/member",
                new MemberView(
                        session,
                        member,
                        persons.byId(member.person()),
                        bodies.cardsOf(member.person()),
                        arrivals.of(id).stream()
                                .filter(arrival -> arrival.member().equals(number))
                                .findFirst()));
    }

    private Member member(Session session, String number) {
        return bodies.memberByNumber(session.body(), number)
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.member.unknown", "value", number)));
    }

    @PostMapping("/sessions/{id}/members/{number}/cards/{code}")
    @Needs(Permission.CREDENTIAL_CHANGE)
    ResponseEntity<Void> card(
            @PathVariable String id,
            @PathVariable String number,
            @PathVariable String code,
            @RequestParam Credential.Status status,
            @RequestParam(defaultValue = "") String reason) {
        Session session = scope.session(id, Permission.CREDENTIAL_CHANGE);
        Member member = member(session, number);
        if (reason.isBlank()) {
            throw new RefusedException(Refusal.at("reason", "congress.reason-missing"));
        }
        boolean own = bodies.card(code)
                .filter(card -> card.person().equals(member.person()))
                .isPresent();
        if (!own) {
            throw new RefusedException(Refusal.at("code", "assembly.card.unknown", "value", code));
        }
        bodies.changeCard(code, status, reason).orThrow();
        return DeskPages.seeOther("/sessions/" + id + "/members/" + number);
    }

    @PostMapping("/sessions/{id}/members/{number}/card")
    @Needs(Permission.CREDENTIAL_CHANGE)
    ResponseEntity<Void> reissue(
            @PathVariable String id,
            @PathVariable String number,
            @RequestParam String code,
            @RequestParam(defaultValue = "") String reason) {
        Session session = scope.session(id, Permission.CREDENTIAL_CHANGE);
        rosters.reissue(session.body(), number, code.strip(), reason).orThrow();
        return DeskPages.seeOther("/sessions/" + id + "/members/" + number);
    }

    /** Hall codes: first the question for which delegation, then the codes, this once. */
    public record CodesView(Session session, List<Group> groups, Optional<Group> group, List<HallCodes.Code> codes)
            implements OfSession {}

    @GetMapping("/sessions/{id}/hall-codes")
    @Needs(Permission.CREDENTIAL_CHANGE)
    View askCodes(@PathVariable String id) {
        Session session = scope.session(id, Permission.CREDENTIAL_CHANGE);
        return pages.show(
                "congress/hallcodes",
                new CodesView(session, bodies.groupsOf(session.body()), Optional.empty(), List.of()));
    }

    @PostMapping("/sessions/{id}/hall-codes")
    @Needs(Permission.CREDENTIAL_CHANGE)
    View codes(@PathVariable String id, @RequestParam String group) {
        Session session = scope.session(id, Permission.CREDENTIAL_CHANGE);
        List<Group> groups = bodies.groupsOf(session.body());
        Group chosen = groups.stream()
                .filter(one -> one.code().equals(group))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.at("group", "assembly.group.unknown", "value", group)));
        return pages.show(
                "congress/hallcodes",
                new CodesView(session, groups, Optional.of(chosen), codes.issue(session.body(), chosen.code())));
    }
}
