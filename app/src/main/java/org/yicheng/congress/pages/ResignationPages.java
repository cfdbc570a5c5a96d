package org.yicheng.congress.pages;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.VotingMode;
import org.yicheng.congress.Committees;
import org.yicheng.congress.Resignation;
import org.yicheng.congress.Resignations;
import org.yicheng.document.Papers;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** Resignations of a congress: the list, one letter's way. */
@Controller
public class ResignationPages {

    private final Resignations resignations;
    private final ResignationScope scope;
    private final Committees committees;
    private final Questions questions;
    private final Papers papers;
    private final Clock clock;
    private final Pages pages;

    ResignationPages(
            Resignations resignations,
            ResignationScope scope,
            Committees committees,
            Questions questions,
            Papers papers,
            Clock clock,
            Pages pages) {
        this.resignations = resignations;
        this.scope = scope;
        this.committees = committees;
        this.questions = questions;
        this.papers = papers;
        this.clock = clock;
        this.pages = pages;
    }

    /** @param typed what was typed, kept when it was refused */
    public record ListView(
            Body congress,
            List<Resignation> resignations,
            List<Committees.Seat> committee,
            LocalDate today,
            boolean clerk,
            Map<String, String> typed,
            List<Refusal> reasons) {}

    @GetMapping("/bodies/{body}/resignations")
    @Needs(Permission.DESK_READ)
    View list(@PathVariable String body) {
        return list(scope.congress(body, Permission.DESK_READ), Map.of(), List.of());
    }

    private View list(Body congress, Map<String, String> typed, List<Refusal> reasons) {
        ListView view = new ListView(
                congress,
                resignations.of(congress.id()),
                committees.seats(congress.id()).stream()
                        .filter(seat -> seat.member().to().isEmpty())
                        .toList(),
                LocalDate.now(clock),
                Caller.current().mayIn(congress.id(), Permission.SITTING_PREPARE),
                typed,
                reasons);
        return pages.show("congress/resignations", view, status(reasons));
    }

    private static int status(List<Refusal> reasons) {
        return reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value();
    }

    @PostMapping("/bodies/{body}/resignations")
    @Needs(Permission.SITTING_PREPARE)
    Object file(@PathVariable String body, @RequestParam Map<String, String> typed) {
        Body congress = scope.congress(body, Permission.SITTING_PREPARE);
        Optional<LocalDate> written = day(typed.getOrDefault("written", ""));
        if (written.isEmpty()) {
            return list(
                    congress,
                    typed,
                    List.of(Refusal.at("written", "congress.day-unknown", "value", typed.getOrDefault("written", ""))));
        }
        return switch (resignations.file(body, letter(typed, written.get()))) {
            case Ruling.Refused<Resignation>(List<Refusal> reasons) -> list(congress, typed, reasons);
            case Ruling.Granted<Resignation>(Resignation filed) -> DeskPages.seeOther("/resignations/" + filed.id());
        };
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** One choice names what is resigned from: DEPUTY, UPPER_DEPUTY, or an office. */
    private static Resignations.Letter letter(Map<String, String> typed, LocalDate written) {
        String from = typed.getOrDefault("from", "");
        Optional<Resignation.Office> office = Arrays.stream(Resignation.Office.values())
                .filter(one -> one.name().equals(from))
                .findFirst();
        Resignation.Kind kind = office.isPresent()
                ? Resignation.Kind.OFFICE
                : from.equals(Resignation.Kind.UPPER_DEPUTY.name())
                        ? Resignation.Kind.UPPER_DEPUTY
                        : Resignation.Kind.DEPUTY;
        return new Resignations.Letter(
                kind,
                office,
                typed.getOrDefault("person", ""),
                Optional.of(typed.getOrDefault("member", "").strip()).filter(text -> !text.isEmpty()),
                typed.getOrDefault("title", ""),
                written,
                typed.getOrDefault("reason", ""));
    }

    /**
     * @param competence who would decide now, or decided
     * @param sittings sittings it may be put to now
     * @param proclamation once issued
     */
    public record ResignationView(
            Body congress,
            Resignation resignation,
            Resignation.Competence competence,
            List<Sitting> sittings,
            Optional<Question> question,
            Optional<Papers.Paper> proclamation,
            boolean clerk,
            List<Refusal> reasons) {

        /** The post has ended, but the result was corrected afterwards. */
        public boolean corrected() {
            return resignation.effective().isPresent()
                    && question.flatMap(Question::outcome)
                            .filter(outcome -> outcome.result() != Outcome.Result.ADOPTED)
                            .isPresent();
        }
    }

    @GetMapping("/resignations/{id}")
    @Needs(Permission.DESK_READ)
    View one(@PathVariable UUID id) {
        return show(scope.resignation(id, Permission.DESK_READ), List.of());
    }

    private View show(Resignation one, List<Refusal> reasons) {
        ResignationView view = new ResignationView(
                scope.congress(one.body(), Permission.DESK_READ),
                one,
                one.competence().orElseGet(() -> resignations.competence(one)),
                resignations.sittings(one),
                one.question().flatMap(questions::byId),
                papers.ofSubject("resignation:" + one.id()).stream().findFirst(),
                Caller.current().mayIn(one.body(), Permission.SITTING_PREPARE),
                reasons);
        return pages.show("congress/resignation", view, status(reasons));
    }

    @PostMapping("/resignations/{id}/put")
    @Needs(Permission.SITTING_PREPARE)
    Object put(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String sitting,
            @RequestParam(defaultValue = "ELECTRONIC_UNRECORDED") VotingMode mode) {
        scope.resignation(id, Permission.SITTING_PREPARE);
        return after(id, resignations.put(id, sitting, mode));
    }

    @PostMapping("/resignations/{id}/withdraw")
    @Needs(Permission.SITTING_PREPARE)
    Object withdraw(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        scope.resignation(id, Permission.SITTING_PREPARE);
        return after(id, resignations.withdraw(id, reason));
    }

    @PostMapping("/resignations/{id}/decision")
    @Needs(Permission.SITTING_PREPARE)
    Object decision(@PathVariable UUID id, @RequestParam(defaultValue = "") String decision) {
        scope.resignation(id, Permission.SITTING_PREPARE);
        return after(id, resignations.enterDecision(id, decision));
    }

    @PostMapping("/resignations/{id}/approval")
    @Needs(Permission.SITTING_PREPARE)
    Object approve(@PathVariable UUID id, @RequestParam(defaultValue = "") String reference) {
        scope.resignation(id, Permission.SITTING_PREPARE);
        return after(id, resignations.approve(id, reference));
    }

    @PostMapping("/resignations/{id}/report")
    @Needs(Permission.SITTING_PREPARE)
    Object report(@PathVariable UUID id, @RequestParam(defaultValue = "") String reference) {
        scope.resignation(id, Permission.SITTING_PREPARE);
        return after(id, resignations.report(id, reference));
    }

    @PostMapping("/resignations/{id}/proclamation")
    @Needs(Permission.SITTING_PREPARE)
    Object proclaim(@PathVariable UUID id) {
        scope.resignation(id, Permission.SITTING_PREPARE);
        return after(id, resignations.proclaim(id));
    }

    private Object after(UUID id, Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? show(scope.resignation(id, Permission.DESK_READ), reasons)
                : DeskPages.seeOther("/resignations/" + id);
    }
}
