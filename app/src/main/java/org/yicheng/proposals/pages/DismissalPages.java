package org.yicheng.proposals.pages;

import java.time.Clock;
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
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.count.Share;
import org.yicheng.document.Papers;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Dismissal;
import org.yicheng.proposals.Dismissals;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Kind;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** A motion of dismissal on one page: presidium, defence, vote, announcement. */
@Controller
public class DismissalPages {

    private static final Citation MAJORITY = Citation.of(Law.ORGANIC, 25);

    private final Dismissals dismissals;
    private final FilingScope scope;
    private final Bodies bodies;
    private final Sittings sittings;
    private final Questions questions;
    private final Elections elections;
    private final Papers papers;
    private final Clock clock;
    private final Pages pages;

    DismissalPages(
            Dismissals dismissals,
            FilingScope scope,
            Bodies bodies,
            Sittings sittings,
            Questions questions,
            Elections elections,
            Papers papers,
            Clock clock,
            Pages pages) {
        this.dismissals = dismissals;
        this.scope = scope;
        this.bodies = bodies;
        this.sittings = sittings;
        this.questions = questions;
        this.elections = elections;
        this.papers = papers;
        this.clock = clock;
        this.pages = pages;
    }

    /**
     * @param due all deputies, and how many of them must agree
     * @param presidium the presidium's question, if it was asked
     * @param vote the plenary's question, once listed
     * @param ballot the plenary's ballot on paper, once begun
     * @param meetings meetings of the session, to choose from
     * @param proclamation once issued
     */
    public record DismissalView(
            Filing filing,
            Optional<Dismissal> dismissal,
            int due,
            int required,
            Optional<Question> presidium,
            Optional<Question> vote,
            Optional<Election> ballot,
            List<Sitting> meetings,
            Optional<Papers.Paper> proclamation,
            boolean clerk,
            List<Refusal> reasons) {

        /** A way by papers where the plenary itself votes on the dismissal. */
        public boolean toBallot() {
            return toPlenary()
                    && dismissal.filter(one -> one.way() == Dismissal.Way.VOTE).isPresent();
        }

        /** What a reader may see: deputies what was said in their meeting or printed for them. */
        public List<Dismissal.Defence> defences() {
            return dismissal.map(Dismissal::defences).orElse(List.of()).stream()
                    .filter(defence -> clerk || !defence.toBePrinted())
                    .toList();
        }

        public List<Sitting> meetings(Sitting.Kind kind) {
            return meetings.stream()
                    .filter(sitting ->
                            sitting.kind() == kind && sitting.closedAt().isEmpty())
                    .toList();
        }

        /** Meetings at which somebody may have spoken, closed ones too. */
        public List<Sitting> speaking() {
            return meetings.stream()
                    .filter(sitting ->
                            sitting.kind() == Sitting.Kind.PRESIDIUM || sitting.kind() == Sitting.Kind.PLENARY)
                    .toList();
        }

        private static boolean underWay(Optional<Question> question) {
            return question.filter(one -> one.state().compareTo(Question.State.CLOSED) <= 0)
                    .isPresent();
        }

        public boolean toPresidium() {
            return clerk
                    && filing.state() != Filing.State.SUBMITTED
                    && dismissal
                            .map(one -> one.state() == Dismissal.State.WAITING)
                            .orElse(true)
                    && !underWay(presidium);
        }

        public boolean toPlenary() {
            return clerk
                    && dismissal
                            .filter(one -> one.state() == Dismissal.State.SUBMITTED)
                            .isPresent()
                    && !underWay(vote)
                    && ballot.isEmpty();
        }
    }

    @GetMapping("/filings/{id}/dismissal")
    @Needs(Permission.MEMBER_DOCUMENTS)
    View dismissal(@PathVariable UUID id) {
        return show(known(id), List.of());
    }

    private Filing known(UUID id) {
        Filing filing = scope.readable(id);
        if (filing.kind() != Kind.DISMISSAL || filing.received().isEmpty()) {
            throw new RefusedException(Refusal.plain("proposals.unknown", "value", id));
        }
        return filing;
    }

    private View show(Filing filing, List<Refusal> reasons) {
        Optional<Dismissal> dismissal = dismissals.of(filing.id());
        int due = bodies.due(filing.body(), clock.instant());
        DismissalView view = new DismissalView(
                filing,
                dismissal,
                due,
                Math.toIntExact(Share.moreThan(1, 2, MAJORITY).threshold(due)),
                dismissal.map(Dismissal::presidium).flatMap(questions::byId),
                dismissal.flatMap(Dismissal::vote).flatMap(questions::byId),
                dismissal.flatMap(Dismissal::ballot).flatMap(elections::byId),
                sittings.ofSubject(filing.subject()),
                papers.ofSubject("filing:" + filing.id()).stream().findFirst(),
                Caller.current().mayIn(filing.body(), Permission.MATTER_EXAMINE),
                reasons);
        HttpStatus status = reasons.isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT;
        return pages.show("proposals/dismissal", view, status.value());
    }

    @PostMapping("/filings/{id}/dismissal/presidium")
    @Needs(Permission.MATTER_EXAMINE)
    Object toPresidium(
            @PathVariable UUID id,
            @RequestParam Dismissal.Office office,
            @RequestParam Dismissal.Way way,
            @RequestParam(defaultValue = "") String sitting) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return after(id, dismissals.toPresidium(id, new Dismissals.ToPresidium(office, way, sitting)));
    }

    @PostMapping("/filings/{id}/dismissal/defences")
    @Needs(Permission.MATTER_EXAMINE)
    Object hear(
            @PathVariable UUID id,
            @RequestParam Dismissal.Form form,
            @RequestParam(defaultValue = "") String sitting,
            @RequestParam(defaultValue = "") String text) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        boolean said = form == Dismissal.Form.PRESIDIUM || form == Dismissal.Form.PLENARY;
        return after(
                id,
                dismissals.hear(
                        id,
                        new Dismissals.Heard(form, Optional.of(sitting).filter(one -> said && !one.isEmpty()), text)));
    }

    @PostMapping("/filings/{id}/dismissal/defences/{number}/print")
    @Needs(Permission.MATTER_EXAMINE)
    Object print(@PathVariable UUID id, @PathVariable int number) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return after(id, dismissals.print(id, number));
    }

    @PostMapping("/filings/{id}/dismissal/plenary")
    @Needs(Permission.MATTER_EXAMINE)
    Object toPlenary(@PathVariable UUID id, @RequestParam(defaultValue = "") String sitting) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return after(id, dismissals.toPlenary(id, sitting));
    }

    @PostMapping("/filings/{id}/dismissal/ballot")
    @Needs(Permission.MATTER_EXAMINE)
    Object toBallot(@PathVariable UUID id) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return after(id, dismissals.toBallot(id));
    }

    @PostMapping("/filings/{id}/dismissal/approval")
    @Needs(Permission.MATTER_EXAMINE)
    Object approve(@PathVariable UUID id, @RequestParam(defaultValue = "") String reference) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return after(id, dismissals.approve(id, reference));
    }

    @PostMapping("/filings/{id}/dismissal/proclamation")
    @Needs(Permission.MATTER_EXAMINE)
    Object proclaim(@PathVariable UUID id) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return after(id, dismissals.proclaim(id));
    }

    private Object after(UUID id, Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? show(known(id), reasons)
                : "redirect:/filings/" + id + "/dismissal";
    }
}
