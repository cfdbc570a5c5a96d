package org.yicheng.congress.pages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.LeaveRequests;
import org.yicheng.congress.LeaveRequests.Request;
import org.yicheng.congress.Session;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;
import org.yicheng.web.Worded;

/** Leave: asked for on the member's phone, decided at the secretariat's desk. */
@Controller
public class LeavePages {

    private final LeaveRequests leave;
    private final Leading leading;
    private final Sittings sittings;
    private final SessionScope scope;
    private final Pages pages;

    LeavePages(LeaveRequests leave, Leading leading, Sittings sittings, SessionScope scope, Pages pages) {
        this.leave = leave;
        this.leading = leading;
        this.sittings = sittings;
        this.scope = scope;
        this.pages = pages;
    }

    /** All requests of a session, with the sittings a request can be for. */
    public record LeaveView(
            Session session, List<Request> requests, List<Sitting> sittings, boolean decides, List<Refusal> reasons)
            implements OfSession {}

    @GetMapping("/sessions/{id}/leave")
    @Needs(Permission.SIGN_IN_MANUAL)
    View list(@PathVariable String id) {
        return show(scope.session(id, Permission.SIGN_IN_MANUAL), List.of());
    }

    private View show(Session session, List<Refusal> reasons) {
        return pages.show(
                "congress/leave",
                new LeaveView(session, leave.of(session.id()), open(session), true, reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    private List<Sitting> open(Session session) {
        return sittings.ofSubject(session.subject()).stream()
                .filter(sitting -> sitting.body().equals(session.body())
                        && sitting.closedAt().isEmpty())
                .toList();
    }

    @PostMapping("/sessions/{id}/leave")
    @Needs(Permission.SIGN_IN_MANUAL)
    View enter(
            @PathVariable String id,
            @RequestParam String member,
            @RequestParam(defaultValue = "") String sitting,
            @RequestParam(defaultValue = "") String reason) {
        Session session = scope.session(id, Permission.SIGN_IN_MANUAL);
        return show(session, faults(leave.enter(id, member.strip(), optional(sitting), reason.strip())));
    }

    @PostMapping("/sessions/{id}/leave/{request}")
    @Needs(Permission.SIGN_IN_MANUAL)
    View decide(
            @PathVariable String id,
            @PathVariable UUID request,
            @RequestParam("do") String act,
            @RequestParam(defaultValue = "") String answer) {
        Session session = scope.session(id, Permission.SIGN_IN_MANUAL);
        boolean here =
                leave.byId(request).filter(found -> found.session().equals(id)).isPresent();
        if (!here) {
            throw new RefusedException(Refusal.plain("congress.leave.unknown", "value", request));
        }
        return show(session, faults(leave.decide(request, act.equals("approve"), answer.strip())));
    }

    private static List<Refusal> faults(Ruling<Request> ruling) {
        return ruling instanceof Ruling.Refused<Request>(List<Refusal> reasons) ? reasons : List.of();
    }

    private static Optional<String> optional(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty());
    }

    /**
     * The member's own page.
     *
     * @param session the session leave is asked for; empty if the member has none
     */
    public record MineView(
            Optional<Session> session, List<Request> requests, List<Sitting> sittings, List<Refusal> reasons)
            implements Worded {
        @Override
        public String wordsOf() {
            return session.map(Session::body).orElse("");
        }
    }

    @GetMapping("/me/leave")
    @Needs(Permission.VOTE)
    View mine() {
        return mine(List.of());
    }

    private View mine(List<Refusal> reasons) {
        Optional<Session> session = session();
        return pages.show(
                "congress/myleave",
                new MineView(
                        session,
                        session.map(found -> leave.own(found.id(), person())).orElse(List.of()),
                        session.map(this::open).orElse(List.of()),
                        reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    /** The newest session of a body the caller is a member of. */
    private Optional<Session> session() {
        return leading.forMember(one -> Caller.current().mayIn(one.body(), Permission.VOTE));
    }

    private static UUID person() {
        return Caller.current()
                .person()
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.no-mandate", "question", "")));
    }

    @PostMapping("/me/leave")
    @Needs(Permission.VOTE)
    View ask(@RequestParam(defaultValue = "") String sitting, @RequestParam(defaultValue = "") String reason) {
        String id = session()
                .map(Session::id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("congress.session.unknown", "value", "—")));
        return mine(faults(leave.ask(id, person(), optional(sitting), reason.strip())));
    }

    @PostMapping("/me/leave/{request}/withdraw")
    @Needs(Permission.VOTE)
    View withdraw(@PathVariable UUID request) {
        return mine(faults(leave.withdraw(request, person())));
    }
}
