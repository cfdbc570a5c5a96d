package org.yicheng.assembly.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Election.State;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Nominations;
import org.yicheng.assembly.Scrutiny;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** An election's page: where it stands, who stands, what it gave; and what each reader can do now. */
@Controller
class ElectionPages {

    private final Elections elections;
    private final Nominations nominations;
    private final Scrutiny scrutiny;
    private final Bodies bodies;
    private final ElectionScope scope;
    private final Pages pages;

    ElectionPages(
            Elections elections,
            Nominations nominations,
            Scrutiny scrutiny,
            Bodies bodies,
            ElectionScope scope,
            Pages pages) {
        this.elections = elections;
        this.nominations = nominations;
        this.scrutiny = scrutiny;
        this.bodies = bodies;
        this.scope = scope;
        this.pages = pages;
    }

    @GetMapping("/elections/{id}")
    @Needs(Permission.PUBLIC_READ)
    View one(@PathVariable UUID id) {
        return show(scope.election(id, Permission.PUBLIC_READ), "", List.of());
    }

    private View show(Election election, String typed, List<Refusal> reasons) {
        return show(election, typed, "", "", "", reasons);
    }

    private View show(
            Election election, String typed, String nominee, String members, String reference, List<Refusal> reasons) {
        Caller caller = Caller.current();
        UUID id = election.id();
        boolean member = caller.mayIn(election.body(), Permission.MEMBER_DOCUMENTS);
        List<Elections.Possible> steps = elections.possible(id).stream()
                .filter(possible ->
                        caller.mayIn(election.body(), permission(possible.step().by())))
                .toList();
        ElectionView view = new ElectionView(
                scope.seen(election),
                bodies.byId(election.body()).orElseThrow().demo(),
                member,
                elections.chain(id),
                elections.history(id),
                elections.superseded(id),
                elections.slate(id),
                member ? nominations.of(id) : List.of(),
                member || election.state().announced() ? elections.candidates(id) : List.of(),
                scrutiny.scrutineers(id),
                elections.returned(id),
                steps,
                typed.isEmpty() ? nominees(id) : typed,
                new ElectionView.Paper(nominations.jointRule(election).signers(), nominee, members, reference),
                reasons);
        return pages.show("assembly/election", view, reasons.isEmpty() ? 200 : 409);
    }

    private static Permission permission(ElectionStep.By by) {
        return switch (by) {
            case CLERK, QUESTION -> Permission.SITTING_PREPARE;
            case CHAIR -> Permission.QUESTION_MOVE;
            case SCRUTINEER -> Permission.BALLOT_SCRUTINISE;
        };
    }

    private String nominees(UUID id) {
        return nominations.of(id).stream()
                .filter(one -> one.source() == Nominations.Source.PRESIDIUM)
                .map(one -> one.member().orElse(one.name()) + " " + one.profile())
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    @PostMapping("/elections/{id}/preparation")
    @Needs(Permission.SITTING_PREPARE)
    Object prepare(@PathVariable UUID id, @RequestParam("do") ElectionStep step) {
        return moved(scope.election(id, Permission.SITTING_PREPARE), step, ElectionStep.By.CLERK);
    }

    @PostMapping("/elections/{id}/presiding")
    @Needs(Permission.QUESTION_MOVE)
    Object preside(@PathVariable UUID id, @RequestParam("do") ElectionStep step) {
        return moved(scope.election(id, Permission.QUESTION_MOVE), step, ElectionStep.By.CHAIR);
    }

    private Object moved(Election election, ElectionStep step, ElectionStep.By by) {
        if (step.by() != by) {
            throw new RefusedException(Refusal.at("step", "assembly.election-step-needs-more", "value", step));
        }
        return answer(election, elections.take(election.id(), step), "");
    }

    /** Back to the page, or the page with every reason and what was typed. */
    private Object answer(Election election, Ruling<?> ruling, String typed) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? show(elections.byId(election.id()).orElseThrow(), typed, reasons)
                : HallPages.to("/elections/" + election.id());
    }

    @PostMapping("/elections/{id}/presidium-nominees")
    @Needs(Permission.SITTING_PREPARE)
    Object nominate(@PathVariable UUID id, @RequestParam(defaultValue = "") String nominees) {
        Election election = scope.election(id, Permission.SITTING_PREPARE);
        List<Nominations.Nominee> list = ElectionView.lines(nominees).stream()
                .map(line -> nominee(election, line))
                .toList();
        return answer(election, nominations.ofPresidium(id, list), nominees);
    }

    /** One nominee a paper: on the first line the nominee as above, below it the numbers of those who signed. */
    @PostMapping("/elections/{id}/joint-nominees")
    @Needs(Permission.SITTING_PREPARE)
    Object nominateJointly(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String nominee,
            @RequestParam(defaultValue = "") String members,
            @RequestParam(defaultValue = "") String reference) {
        Election election = scope.election(id, Permission.SITTING_PREPARE);
        return nominations.onPaper(id, nominee(election, nominee.strip()), numbers(members), reference)
                        instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? show(election, "", nominee, members, reference, reasons)
                : HallPages.to("/elections/" + id);
    }

    /** A line is a member's number or a name, a blank, and the profile. */
    private Nominations.Nominee nominee(Election election, String line) {
        String[] parts = line.split("[\\s\\u3000]+", 2);
        String profile = parts.length > 1 ? parts[1] : "";
        boolean member = bodies.memberByNumber(election.body(), parts[0]).isPresent();
        return new Nominations.Nominee(
                member ? Optional.of(parts[0]) : Optional.empty(),
                member ? Optional.empty() : Optional.of(parts[0]),
                profile);
    }

    @PostMapping("/elections/{id}/nominations/{nomination}/withdrawal")
    @Needs(Permission.SITTING_PREPARE)
    Object withdraw(@PathVariable UUID id, @PathVariable UUID nomination, @RequestParam String reason) {
        Election election = scope.election(id, Permission.SITTING_PREPARE);
        boolean own = nominations
                .byId(nomination)
                .filter(one -> one.election().equals(id))
                .isPresent();
        return own
                ? answer(election, nominations.withdraw(nomination, reason), "")
                : answer(
                        election,
                        Ruling.refused(Refusal.plain("assembly.nomination.unknown", "value", nomination)),
                        "");
    }

    @PostMapping("/elections/{id}/scrutineers")
    @Needs(Permission.SITTING_PREPARE)
    Object scrutineers(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String members,
            @RequestParam(defaultValue = "") String chiefs,
            @RequestParam(defaultValue = "false") boolean noRelatives) {
        Election election = scope.election(id, Permission.SITTING_PREPARE);
        return answer(election, scrutiny.propose(id, numbers(members), numbers(chiefs), noRelatives), "");
    }

    static List<String> numbers(String text) {
        return Arrays.stream(text.split("[\\s,，、;；]+"))
                .filter(one -> !one.isBlank())
                .toList();
    }

    @PostMapping("/elections/{id}/following")
    @Needs(Permission.SITTING_PREPARE)
    Object follow(@PathVariable UUID id, @RequestParam(defaultValue = "true") boolean byVotes) {
        Election election = scope.election(id, Permission.SITTING_PREPARE);
        return switch (elections.follow(id, byVotes)) {
            case Ruling.Refused<Election>(List<Refusal> reasons) -> show(election, "", reasons);
            case Ruling.Granted<Election>(Election next) -> to(next);
        };
    }

    private static ResponseEntity<Void> to(Election next) {
        return HallPages.to("/elections/" + next.id());
    }

    /** Whether the ballot of this state waits for the scrutineers. */
    static boolean withScrutineers(State state) {
        return state.compareTo(State.SCRUTINEERS_ADOPTED) >= 0 && state.compareTo(State.COUNTED) < 0;
    }
}
