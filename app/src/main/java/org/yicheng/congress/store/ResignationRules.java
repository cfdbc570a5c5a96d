package org.yicheng.congress.store;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.AreaCode;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.OtherMandates;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Committees;
import org.yicheng.congress.Resignation;
import org.yicheng.congress.Resignation.Competence;
import org.yicheng.congress.Resignation.Kind;
import org.yicheng.congress.Resignation.Office;
import org.yicheng.congress.Resignation.State;
import org.yicheng.congress.Resignations.Letter;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.home.PlatformClock;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;

/** What stands against a step of a resignation; every reason at once. */
@Component
class ResignationRules {

    static final Citation OFFICES = Citation.of(Law.ORGANIC, "32(1)");
    static final Citation DEPUTIES = Citation.of(Law.ELECTORAL, "55(1)");
    static final Citation COUNTY_DEPUTIES = Citation.of(Law.ELECTORAL, "55(2)");

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_REFERENCE = 200;

    /** A congress meets from the constitution of its presidium until it closes. */
    private static final Set<Session.State> MEETING = EnumSet.of(
            Session.State.PRELIMINARY, Session.State.CONSTITUTED, Session.State.IN_SESSION, Session.State.SUSPENDED);

    private static final Set<State> OPEN = EnumSet.of(State.FILED, State.PUT, State.ACCEPTED);

    private final ResignationRows rows;
    private final Bodies bodies;
    private final Committees committees;
    private final Sessions sessions;
    private final Sittings sittings;
    private final Questions questions;
    private final OtherMandates areas;
    private final Clock clock;

    ResignationRules(
            ResignationRows rows,
            Bodies bodies,
            Committees committees,
            Sessions sessions,
            Sittings sittings,
            Questions questions,
            OtherMandates areas,
            Clock clock) {
        this.rows = rows;
        this.bodies = bodies;
        this.committees = committees;
        this.sessions = sessions;
        this.sittings = sittings;
        this.questions = questions;
        this.areas = areas;
        this.clock = clock;
    }

    /** Where the decision on it stands. */
    Citation ground(Resignation resignation) {
        return switch (resignation.kind()) {
            case OFFICE -> OFFICES;
            case UPPER_DEPUTY -> DEPUTIES;
            case DEPUTY -> ownCommittee(resignation.body()) ? COUNTY_DEPUTIES : DEPUTIES;
        };
    }

    /** Deputies of a county resign to their own standing committee, others to that of the congress that elected them. */
    private boolean ownCommittee(String body) {
        return areas.area(body)
                .filter(area -> area.level() == AreaCode.Level.COUNTY)
                .isPresent();
    }

    List<Refusal> againstFiling(String body, Letter letter) {
        List<Refusal> reasons = new ArrayList<>();
        if (bodies.byId(body)
                .filter(found -> found.kind() == Body.Kind.CONGRESS)
                .isEmpty()) {
            reasons.add(Refusal.at("body", OFFICES, "congress.call-no-congress", "value", body));
            return reasons;
        }
        if ((letter.kind() == Kind.OFFICE) != letter.office().isPresent()) {
            reasons.add(Refusal.at("office", OFFICES, "congress.resignation-office"));
        }
        boolean rostered = rostered(letter);
        if (rostered) {
            reasons.addAll(againstMember(body, letter));
        } else if (letter.person().isBlank() || letter.person().strip().length() > LONGEST_NAME) {
            reasons.add(Refusal.at(
                    "person",
                    "congress.resignation-person",
                    "value",
                    letter.person().strip().length(),
                    "most",
                    LONGEST_NAME));
        }
        int title = letter.title().strip().length();
        if (title > LONGEST_NAME || (title == 0 && letter.kind() != Kind.DEPUTY)) {
            reasons.add(Refusal.at("title", "congress.resignation-title", "value", title, "most", LONGEST_NAME));
        }
        int reason = letter.reason().strip().length();
        if (reason == 0 || reason > LONGEST_REASON) {
            reasons.add(Refusal.at("reason", "congress.resignation-reason", "value", reason, "most", LONGEST_REASON));
        }
        if (letter.written().isAfter(LocalDate.ofInstant(clock.instant(), PlatformClock.SHANGHAI))) {
            reasons.add(Refusal.at("written", "congress.resignation-written", "value", letter.written()));
        }
        reasons.addAll(againstTwice(body, letter));
        return reasons;
    }

    /** Is the person somebody whom the platform's registers know? */
    static boolean rostered(Letter letter) {
        return letter.kind() == Kind.DEPUTY || letter.office().equals(Optional.of(Office.STANDING_COMMITTEE));
    }

    private List<Refusal> againstMember(String body, Letter letter) {
        return member(body, letter).isPresent()
                ? List.of()
                : List.of(Refusal.at(
                        "member",
                        letter.kind() == Kind.DEPUTY ? DEPUTIES : OFFICES,
                        letter.kind() == Kind.DEPUTY ? "congress.not-in-office" : "congress.resignation-no-member",
                        "value",
                        letter.member().orElse("—")));
    }

    /** The member of the congress or its committee who resigns, in office. */
    Optional<Member> member(String body, Letter letter) {
        Optional<String> in = letter.kind() == Kind.DEPUTY
                ? Optional.of(body)
                : committees.of(body).map(Body::id);
        return in.flatMap(id -> letter.member().flatMap(number -> bodies.memberByNumber(id, number)))
                .filter(member -> member.status() != Member.MandateStatus.TERMINATED);
    }

    private List<Refusal> againstTwice(String body, Letter letter) {
        return rows.of(body).stream()
                .filter(other -> OPEN.contains(other.state())
                        && other.kind() == letter.kind()
                        && other.office().equals(letter.office()))
                .filter(other -> rostered(letter)
                        ? other.member().equals(letter.member())
                        : other.person().equals(letter.person().strip())
                                && other.title().equals(letter.title().strip()))
                .map(other -> Refusal.at("person", "congress.resignation-twice", "number", other.number()))
                .toList();
    }

    /** Who decides now; empty for a deputy whose resignation goes to another congress's committee. */
    Competence competence(Resignation resignation) {
        return switch (resignation.kind()) {
            case OFFICE -> meeting(resignation.body()).isPresent() ? Competence.PLENARY : Competence.COMMITTEE;
            case UPPER_DEPUTY -> Competence.COMMITTEE;
            case DEPUTY -> ownCommittee(resignation.body()) ? Competence.COMMITTEE : Competence.ELECTING;
        };
    }

    Optional<Session> meeting(String body) {
        return sessions.all().stream()
                .filter(session -> session.body().equals(body) && MEETING.contains(session.state()))
                .findFirst();
    }

    List<Sitting> sittings(Resignation resignation) {
        return switch (competence(resignation)) {
            case PLENARY ->
                meeting(resignation.body()).stream()
                        .flatMap(session -> sittings.ofSubject(session.subject()).stream())
                        .filter(sitting -> sitting.kind() == Sitting.Kind.PLENARY && open(sitting))
                        .toList();
            case COMMITTEE ->
                committees.of(resignation.body()).stream()
                        .flatMap(committee -> sittings.ofBody(committee.id()).stream())
                        .filter(sitting -> sitting.kind() == Sitting.Kind.PLENARY && open(sitting))
                        .toList();
            case ELECTING -> List.of();
        };
    }

    private static boolean open(Sitting sitting) {
        return sitting.closedAt().isEmpty() && sitting.state() != Sitting.State.POSTPONED;
    }

    List<Refusal> againstPutting(Resignation resignation, String sitting) {
        List<Refusal> reasons = new ArrayList<>(inState(resignation, State.FILED));
        reasons.addAll(againstSitting(resignation, sitting));
        return reasons;
    }

    /** The law names who decides; asked again when the vote opens, since a session may have begun or closed meanwhile. */
    List<Refusal> againstSitting(Resignation resignation, String sitting) {
        return sittings(resignation).stream().anyMatch(one -> one.id().equals(sitting))
                ? List.of()
                : List.of(Refusal.at(
                        "sitting",
                        ground(resignation),
                        "congress.resignation-put-" + competence(resignation),
                        "value",
                        sitting.isEmpty() ? "—" : sitting));
    }

    List<Refusal> inState(Resignation resignation, State... needed) {
        return List.of(needed).contains(resignation.state())
                ? List.of()
                : List.of(Refusal.by(
                        ground(resignation),
                        "congress.resignation-state",
                        "number",
                        resignation.number(),
                        "state",
                        Phrase.of("congress.resignation-is-" + resignation.state()),
                        "needed",
                        List.of(needed).stream()
                                .map(state -> Phrase.of("congress.resignation-is-" + state))
                                .toList()));
    }

    List<Refusal> againstWithdrawal(Resignation resignation, String reason) {
        List<Refusal> reasons = new ArrayList<>(inState(resignation, State.FILED, State.PUT));
        resignation
                .question()
                .flatMap(questions::byId)
                .filter(question ->
                        question.state() == Question.State.VOTING || question.state() == Question.State.CLOSED)
                .ifPresent(_ -> reasons.add(Refusal.by(ground(resignation), "congress.resignation-voted")));
        if (reason.isBlank() || reason.length() > LONGEST_REFERENCE) {
            reasons.add(Refusal.at("reason", "congress.reason-missing"));
        }
        return reasons;
    }

    List<Refusal> againstDecision(Resignation resignation, String decision) {
        List<Refusal> reasons = new ArrayList<>(inState(resignation, State.FILED));
        if (competence(resignation) != Competence.ELECTING) {
            reasons.add(Refusal.by(ground(resignation), "congress.resignation-own-decision"));
        }
        reasons.addAll(reference("decision", resignation, decision));
        return reasons;
    }

    List<Refusal> againstApproval(Resignation resignation, String reference) {
        List<Refusal> reasons = new ArrayList<>();
        if (!resignation.approvedAbove()) {
            reasons.add(Refusal.by(OFFICES, "congress.resignation-no-approval"));
        } else {
            reasons.addAll(inState(resignation, State.ACCEPTED));
        }
        reasons.addAll(reference("reference", resignation, reference));
        return reasons;
    }

    List<Refusal> againstReport(Resignation resignation, String reference) {
        List<Refusal> reasons = new ArrayList<>();
        if (!resignation.toBeReported()) {
            reasons.add(Refusal.by(ground(resignation), "congress.resignation-no-report"));
        } else if (resignation.report().isPresent()) {
            reasons.add(Refusal.by(
                    ground(resignation),
                    "congress.resignation-reported",
                    "value",
                    resignation.report().get()));
        }
        reasons.addAll(reference("reference", resignation, reference));
        return reasons;
    }

    private List<Refusal> reference(String field, Resignation resignation, String reference) {
        int length = reference.strip().length();
        return length > 0 && length <= LONGEST_REFERENCE
                ? List.of()
                : List.of(Refusal.at(
                        field,
                        ground(resignation),
                        "congress.resignation-reference",
                        "value",
                        length,
                        "most",
                        LONGEST_REFERENCE));
    }

    List<Refusal> againstProclaiming(Resignation resignation) {
        if (resignation.state() == State.ACCEPTED) {
            return List.of(
                    Refusal.by(OFFICES, "congress.resignation-approval-missing", "number", resignation.number()));
        }
        return inState(resignation, State.EFFECTIVE);
    }
}
