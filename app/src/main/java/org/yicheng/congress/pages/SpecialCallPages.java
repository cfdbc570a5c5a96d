package org.yicheng.congress.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Member;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionKinds;
import org.yicheng.congress.Sessions;
import org.yicheng.congress.SpecialCall;
import org.yicheng.congress.SpecialCalls;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** Proposals to call a special session: deputies write, sign and hand in; clerks enter the standing committee's decision. */
@Controller
public class SpecialCallPages {

    private final SpecialCalls calls;
    private final Bodies bodies;
    private final Sessions sessions;
    private final SessionKinds kinds;
    private final Pages pages;

    SpecialCallPages(SpecialCalls calls, Bodies bodies, Sessions sessions, SessionKinds kinds, Pages pages) {
        this.calls = calls;
        this.bodies = bodies;
        this.sessions = sessions;
        this.kinds = kinds;
        this.pages = pages;
    }

    /** @param typed what was typed, kept when it was refused */
    public record CallsView(
            Optional<Body> body,
            List<SpecialCall> calls,
            boolean deputy,
            boolean clerk,
            Map<String, String> typed,
            List<Refusal> reasons) {}

    /**
     * @param own the caller's mandate in the body
     * @param sessions special sessions that are planned and not convened yet
     */
    public record CallView(
            Body body,
            SpecialCall call,
            Optional<UUID> own,
            List<Session> sessions,
            boolean deputy,
            boolean clerk,
            List<Refusal> reasons) {

        public boolean leads() {
            return !call.signers().isEmpty()
                    && own.equals(Optional.of(call.signers().getFirst().mandate()));
        }

        public boolean signed() {
            return call.signers().stream()
                    .anyMatch(signer -> signer.stands() && own.equals(Optional.of(signer.mandate())));
        }

        public boolean open() {
            return call.state() == SpecialCall.State.OPEN;
        }
    }

    @GetMapping("/special-calls")
    @Needs(Permission.MEMBER_DOCUMENTS)
    View all() {
        return all(Map.of(), List.of());
    }

    private View all(Map<String, String> typed, List<Refusal> reasons) {
        Optional<Body> body = body();
        CallsView view = new CallsView(
                body,
                body.map(found -> calls.ofBody(found.id())).orElse(List.of()),
                may(body, Permission.MATTER_FILE),
                may(body, Permission.SESSION_MOVE),
                typed,
                reasons);
        return pages.show("congress/specialcalls", view, status(reasons));
    }

    /** The congress in which one files or whose sessions one prepares. */
    private Optional<Body> body() {
        return sessions.all().stream()
                .map(Session::body)
                .distinct()
                .filter(id -> Caller.current().mayIn(id, Permission.MEMBER_DOCUMENTS))
                .flatMap(id -> bodies.byId(id).stream())
                .filter(found -> found.kind() == Body.Kind.CONGRESS)
                .findFirst();
    }

    private static boolean may(Optional<Body> body, Permission permission) {
        return body.filter(found -> Caller.current().mayIn(found.id(), permission))
                .isPresent();
    }

    private static int status(List<Refusal> reasons) {
        return (reasons.isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT).value();
    }

    @PostMapping("/special-calls")
    @Needs(Permission.MATTER_FILE)
    Object propose(@RequestParam Map<String, String> typed) {
        String body = inScope(Permission.MATTER_FILE);
        return begun(typed, calls.propose(body, typed.getOrDefault("title", ""), typed.getOrDefault("text", "")));
    }

    @PostMapping("/special-calls/of-committee")
    @Needs(Permission.SESSION_MOVE)
    Object ofCommittee(@RequestParam Map<String, String> typed) {
        String body = inScope(Permission.SESSION_MOVE);
        return begun(
                typed,
                calls.ofCommittee(
                        body,
                        typed.getOrDefault("title", ""),
                        typed.getOrDefault("text", ""),
                        typed.getOrDefault("reference", "")));
    }

    private String inScope(Permission permission) {
        Optional<Body> body = body();
        if (!may(body, permission)) {
            throw new AccessDeniedException(permission + " in a congress");
        }
        return body.orElseThrow().id();
    }

    private Object begun(Map<String, String> typed, Ruling<SpecialCall> ruling) {
        return switch (ruling) {
            case Ruling.Refused<SpecialCall>(List<Refusal> reasons) -> all(typed, reasons);
            case Ruling.Granted<SpecialCall>(SpecialCall call) -> DeskPages.seeOther("/special-calls/" + call.id());
        };
    }

    @GetMapping("/special-calls/{id}")
    @Needs(Permission.MEMBER_DOCUMENTS)
    View one(@PathVariable UUID id) {
        return one(known(id, Permission.MEMBER_DOCUMENTS), List.of());
    }

    private SpecialCall known(UUID id, Permission permission) {
        SpecialCall call = calls.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("congress.call-unknown", "value", id)));
        if (!Caller.current().mayIn(call.body(), permission)) {
            throw new AccessDeniedException(permission + " in " + call.body());
        }
        return call;
    }

    private View one(SpecialCall call, List<Refusal> reasons) {
        Optional<Body> body = bodies.byId(call.body());
        CallView view = new CallView(
                body.orElseThrow(),
                call,
                Caller.current()
                        .person()
                        .flatMap(person -> bodies.memberOf(call.body(), person))
                        .map(Member::mandate),
                sessions.all().stream()
                        .filter(session -> session.body().equals(call.body())
                                && session.state() == Session.State.PLANNED
                                && kinds.of(session).special())
                        .toList(),
                may(body, Permission.MATTER_FILE),
                may(body, Permission.SESSION_MOVE),
                reasons);
        return pages.show("congress/specialcall", view, status(reasons));
    }

    @PostMapping("/special-calls/{id}/{act:sign|take-back|hand-in|withdraw}")
    @Needs(Permission.MATTER_FILE)
    Object act(@PathVariable UUID id, @PathVariable String act) {
        known(id, Permission.MATTER_FILE);
        return after(
                id,
                switch (act) {
                    case "sign" -> calls.sign(id);
                    case "take-back" -> calls.takeBack(id);
                    case "hand-in" -> calls.handIn(id);
                    default -> calls.withdraw(id);
                });
    }

    @PostMapping("/special-calls/{id}/session")
    @Needs(Permission.SESSION_MOVE)
    Object back(@PathVariable UUID id, @RequestParam(defaultValue = "") String session) {
        known(id, Permission.SESSION_MOVE);
        return after(id, calls.back(id, session));
    }

    private Object after(UUID id, Ruling<SpecialCall> ruling) {
        return ruling instanceof Ruling.Refused<SpecialCall>(List<Refusal> reasons)
                ? one(known(id, Permission.MEMBER_DOCUMENTS), reasons)
                : DeskPages.seeOther("/special-calls/" + id);
    }
}
