package org.yicheng.congress.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.RuleSet;
import org.yicheng.assembly.SignInEvent.Direction;
import org.yicheng.assembly.SignInReceipt;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.VotingMode;
import org.yicheng.congress.Committees;
import org.yicheng.congress.Decision;
import org.yicheng.congress.Office;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionKind;
import org.yicheng.congress.SessionKinds;
import org.yicheng.congress.Sessions;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** One meeting of a session from the secretariat's side: questions, who presides, signing in by hand, leave. */
@Controller
public class SittingPages {

    private static final int LONGEST_TITLE = 200;

    private final Sessions sessions;
    private final Sittings sittings;
    private final Questions questions;
    private final Bodies bodies;
    private final Committees committees;
    private final SessionKinds kinds;
    private final DraftTexts drafts;
    private final SessionScope scope;
    private final MeetingPages meetings;
    private final Pages pages;

    SittingPages(
            Sessions sessions,
            Sittings sittings,
            Questions questions,
            Bodies bodies,
            Committees committees,
            SessionKinds kinds,
            DraftTexts drafts,
            SessionScope scope,
            MeetingPages meetings,
            Pages pages) {
        this.sessions = sessions;
        this.sittings = sittings;
        this.questions = questions;
        this.bodies = bodies;
        this.committees = committees;
        this.kinds = kinds;
        this.drafts = drafts;
        this.scope = scope;
        this.meetings = meetings;
        this.pages = pages;
    }

    /**
     * @param chairs who may preside over this meeting: the executive chairs of this plenary in the order of their group,
     *     a committee's chair and vice-chairs; empty where anybody may be named
     * @param presiding who presides over plenaries in this kind of session
     * @param open decisions of the session that this meeting can still take
     * @param begun what their texts begin with
     */
    public record PrepareView(
            Session session,
            Sitting sitting,
            Body body,
            RuleSet rules,
            List<Question> questions,
            List<Member> chairs,
            SessionKind.Presiding presiding,
            List<Decision> open,
            Map<Decision, DraftTexts.Text> begun,
            List<Refusal> reasons)
            implements OfSession {

        /** Who presides is named before the meeting; once it runs this is no longer offered. */
        public boolean presidingOpen() {
            return sitting.state() == Sitting.State.SCHEDULED || sitting.state() == Sitting.State.SIGN_IN;
        }

        public boolean over() {
            return sitting.state() == Sitting.State.CLOSED || sitting.state() == Sitting.State.POSTPONED;
        }
    }

    @GetMapping("/sittings/{sitting}/prepare")
    @Needs(Permission.DESK_READ)
    View prepare(@PathVariable String sitting) {
        SessionScope.Held held = scope.sitting(sitting, Permission.DESK_READ);
        return prepare(held, List.of());
    }

    private View prepare(SessionScope.Held held, List<Refusal> reasons) {
        Session session = held.session();
        Sitting sitting = held.sitting();
        List<Decision> open = open(session, sitting);
        PrepareView view = new PrepareView(
                session,
                sitting,
                bodies.byId(sitting.body()).orElseThrow(),
                bodies.rules(sitting.body()),
                questions.ofSitting(sitting.id()),
                chairs(session, sitting),
                kinds.of(session).presiding(),
                open,
                drafts.of(session, open),
                reasons);
        return pages.show("congress/prepare", view, reasons.isEmpty() ? 200 : HttpStatus.CONFLICT.value());
    }

    private List<Member> chairs(Session session, Sitting sitting) {
        if (sitting.kind() != Sitting.Kind.PLENARY) {
            return List.of();
        }
        return switch (kinds.of(session).presiding()) {
            case PRESIDIUM ->
                sessions.seats(session.id(), Office.EXECUTIVE_CHAIR).stream()
                        .filter(seat -> seat.group() == sitting.number())
                        .map(Sessions.Seat::member)
                        .toList();
            case COMMITTEE_CHAIR ->
                bodies.byId(session.body()).flatMap(Body::parent).stream()
                        .flatMap(parent -> committees.seats(parent).stream())
                        .filter(seat -> seat.post().presides())
                        .map(Committees.Seat::member)
                        .filter(member -> member.status() == Member.MandateStatus.IN_OFFICE)
                        .toList();
            case STANDING_COMMITTEE, CHAIR -> List.of();
        };
    }

    /** Decisions of this kind of meeting that are neither taken nor waiting in its list. */
    private List<Decision> open(Session session, Sitting sitting) {
        Set<String> waiting = questions.ofSitting(sitting.id()).stream()
                .filter(question -> question.outcome().isEmpty() && question.state() != Question.State.WITHDRAWN)
                .map(Question::subject)
                .collect(Collectors.toSet());
        Set<Decision> made = sessions.decided(session.id()).stream()
                .filter(decided ->
                        decided.result().equals("ADOPTED") || decided.result().equals("NOTED"))
                .map(Sessions.Decided::what)
                .collect(Collectors.toSet());
        return kinds.of(session).decisions().stream()
                .filter(decision ->
                        decision.sitting().name().equals(sitting.kind().name()))
                .filter(decision -> !made.contains(decision) && !waiting.contains(session.subject(decision)))
                .toList();
    }

    @PostMapping("/sittings/{sitting}/prepare/presiding")
    @Needs(Permission.SITTING_PREPARE)
    Object presiding(@PathVariable String sitting, @RequestParam(defaultValue = "") String presiding) {
        SessionScope.Held held = scope.sitting(sitting, Permission.SITTING_PREPARE);
        if (presiding.isBlank() || presiding.length() > LONGEST_TITLE) {
            return prepare(held, List.of(Refusal.at("presiding", "congress.presiding-missing")));
        }
        return back(held, sittings.namePresiding(sitting, presiding.strip()));
    }

    private Object back(SessionScope.Held held, Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? prepare(held, reasons)
                : DeskPages.seeOther("/sittings/" + held.sitting().id() + "/prepare");
    }

    @PostMapping("/sittings/{sitting}/prepare/decisions")
    @Needs(Permission.SITTING_PREPARE)
    Object ask(
            @PathVariable String sitting,
            @RequestParam Decision decision,
            @RequestParam(defaultValue = "") String text) {
        SessionScope.Held held = scope.sitting(sitting, Permission.SITTING_PREPARE);
        Session session = held.session();
        Sessions.Wording wording = new Sessions.Wording(decision, meetings.title(session, decision), text.strip());
        return back(held, sessions.ask(session.id(), sitting, wording));
    }

    @PostMapping("/sittings/{sitting}/prepare/questions")
    @Needs(Permission.SITTING_PREPARE)
    Object list(
            @PathVariable String sitting,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text,
            @RequestParam Question.Kind kind,
            @RequestParam VotingMode mode) {
        SessionScope.Held held = scope.sitting(sitting, Permission.SITTING_PREPARE);
        String name = title.strip();
        if (name.isEmpty() || name.length() > LONGEST_TITLE) {
            return prepare(
                    held,
                    List.of(Refusal.at(
                            "title", "assembly.title-length", "value", name.length(), "most", LONGEST_TITLE)));
        }
        questions.list(new Questions.NewQuestion(
                sitting,
                kind,
                new Bilingual(name, name),
                text.strip(),
                "congress-item:" + held.session().id(),
                mode));
        return DeskPages.seeOther("/sittings/" + sitting + "/prepare");
    }

    @PostMapping("/sittings/{sitting}/prepare/open-sign-in")
    @Needs(Permission.SITTING_MOVE)
    Object openSignIn(@PathVariable String sitting) {
        SessionScope.Held held = scope.sitting(sitting, Permission.SITTING_MOVE);
        return back(held, sittings.openSignIn(sitting));
    }

    /** Signing in by hand, and leave: one form each, with a deputy and a reason. */
    public record HandView(
            Session session,
            Sitting sitting,
            String act,
            String q,
            List<Member> found,
            Optional<SignInReceipt> receipt,
            List<Refusal> reasons)
            implements OfSession {}

    @GetMapping("/sessions/{id}/sittings/{sitting}/{act:by-hand|leave}")
    @Needs(Permission.SIGN_IN_MANUAL)
    View hand(
            @PathVariable String id,
            @PathVariable String sitting,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String q) {
        SessionScope.Held held = scope.sitting(sitting, Permission.SIGN_IN_MANUAL);
        return hand(held, act, q, Optional.empty(), List.of());
    }

    private View hand(
            SessionScope.Held held, String act, String q, Optional<SignInReceipt> receipt, List<Refusal> reasons) {
        String asked = q.strip();
        List<Member> found = asked.isEmpty()
                ? List.of()
                : bodies.membersOf(held.sitting().body()).stream()
                        .filter(member -> member.status() != Member.MandateStatus.TERMINATED)
                        .filter(member -> member.number().equalsIgnoreCase(asked)
                                || member.name().contains(asked)
                                || bodies.card(asked)
                                        .filter(card -> card.person().equals(member.person()))
                                        .isPresent())
                        .limit(20)
                        .toList();
        return pages.show(
                "congress/hand",
                new HandView(held.session(), held.sitting(), act, asked, found, receipt, reasons),
                reasons.isEmpty() ? 200 : HttpStatus.CONFLICT.value());
    }

    @PostMapping("/sessions/{id}/sittings/{sitting}/by-hand")
    @Needs(Permission.SIGN_IN_MANUAL)
    View signIn(
            @PathVariable String id,
            @PathVariable String sitting,
            @RequestParam String member,
            @RequestParam Direction direction,
            @RequestParam(defaultValue = "") String reason) {
        SessionScope.Held held = scope.sitting(sitting, Permission.SIGN_IN_MANUAL);
        if (reason.isBlank()) {
            return hand(
                    held,
                    "by-hand",
                    member,
                    Optional.empty(),
                    List.of(Refusal.at("reason", "congress.reason-missing")));
        }
        Member found = member(held, member);
        String card = bodies.activeCardOf(found.person())
                .orElseThrow(
                        () -> new RefusedException(Refusal.at("member", "congress.no-active-card", "value", member)))
                .code();
        SignInReceipt receipt = sittings.signInByHand(sitting, card, direction, reason.strip());
        return hand(
                held,
                "by-hand",
                "",
                Optional.of(receipt),
                receipt.refusal().map(List::of).orElse(List.of()));
    }

    private Member member(SessionScope.Held held, String number) {
        return bodies.memberByNumber(held.sitting().body(), number)
                .orElseThrow(
                        () -> new RefusedException(Refusal.at("member", "assembly.member.unknown", "value", number)));
    }

    @PostMapping("/sessions/{id}/sittings/{sitting}/leave")
    @Needs(Permission.SIGN_IN_MANUAL)
    Object leave(
            @PathVariable String id,
            @PathVariable String sitting,
            @RequestParam String member,
            @RequestParam(defaultValue = "") String reason) {
        SessionScope.Held held = scope.sitting(sitting, Permission.SIGN_IN_MANUAL);
        if (reason.isBlank()) {
            return hand(
                    held, "leave", member, Optional.empty(), List.of(Refusal.at("reason", "congress.reason-missing")));
        }
        return sittings.grantLeave(sitting, member, reason.strip()) instanceof Ruling.Refused<Member> refused
                ? hand(held, "leave", member, Optional.empty(), refused.reasons())
                : ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(java.net.URI.create(
                                "/sessions/" + held.session().id()))
                        .build();
    }
}
