package org.yicheng.assembly.pages;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.Voices;
import org.yicheng.assembly.hall.Seatings;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.web.Pages;
import org.yicheng.web.Sight;

/** The hall's board, the chair's desk and the tellers' page. */
@Controller
class HallPages {

    private final Sittings sittings;
    private final Questions questions;
    private final Voices voices;
    private final Halls halls;
    private final Seatings seatings;
    private final Scope scope;
    private final Pages pages;

    HallPages(
            Sittings sittings,
            Questions questions,
            Voices voices,
            Halls halls,
            Seatings seatings,
            Scope scope,
            Pages pages) {
        this.sittings = sittings;
        this.questions = questions;
        this.voices = voices;
        this.halls = halls;
        this.seatings = seatings;
        this.scope = scope;
        this.pages = pages;
    }

    @GetMapping("/board/{sitting}")
    @Needs(Permission.BOARD_SHOW)
    View board(
            @PathVariable String sitting,
            @RequestParam(defaultValue = "30") int distance,
            @RequestParam(defaultValue = "4.5") java.math.BigDecimal height,
            @RequestParam(defaultValue = "0") int board) {
        Sitting found = scope.sitting(sitting, Permission.BOARD_SHOW);
        String beat = seatings.of(sitting)
                .map(Seatings.Seating::hall)
                .filter(hall -> hall.boards().stream().anyMatch(device -> device.number() == board))
                .map(hall -> "/api/v1/halls/" + hall.id() + "/boards/" + board + "/beat")
                .orElse("");
        return pages.show("assembly/board", new BoardView(halls.view(found), Sight.tenfold(distance, height), beat));
    }

    @GetMapping("/chair/{sitting}")
    @Needs(Permission.QUESTION_MOVE)
    View chair(@PathVariable String sitting) {
        Sitting found = scope.sitting(sitting, Permission.QUESTION_MOVE);
        return pages.show("assembly/chair", halls.view(found));
    }

    @PostMapping("/chair/{sitting}")
    @Needs(Permission.SITTING_MOVE)
    ResponseEntity<Void> moveSitting(@PathVariable String sitting, @RequestParam("do") String act) {
        scope.sitting(sitting, Permission.SITTING_MOVE);
        switch (act) {
            case "open-sign-in" -> sittings.openSignIn(sitting).orThrow();
            case "open" -> sittings.open(sitting).orThrow();
            case "pause" -> sittings.pause(sitting).orThrow();
            case "resume" -> sittings.resume(sitting).orThrow();
            case "close" -> sittings.close(sitting).orThrow();
            default -> throw new IllegalArgumentException("no such act: " + act);
        }
        return to("/chair/" + sitting);
    }

    @GetMapping("/chair/{sitting}/questions/{id}/close")
    @Needs(Permission.QUESTION_MOVE)
    View askToClose(@PathVariable String sitting, @PathVariable UUID id) {
        Question question = scope.question(id, Permission.QUESTION_MOVE);
        return pages.show(
                "assembly/close",
                new CloseView(halls.view(scope.sitting(sitting, Permission.QUESTION_MOVE)), question));
    }

    @PostMapping("/chair/{sitting}/questions/{id}")
    @Needs(Permission.QUESTION_MOVE)
    ResponseEntity<Void> moveQuestion(
            @PathVariable String sitting,
            @PathVariable UUID id,
            @RequestParam("do") String act,
            @RequestParam(defaultValue = "") String reason) {
        scope.question(id, Permission.QUESTION_MOVE);
        switch (act) {
            case "put" -> questions.put(id).orThrow();
            case "vote" -> questions.open(id).orThrow();
            case "close" -> questions.close(id).orThrow();
            case "declare" -> questions.declare(id).orThrow();
            case "note" -> questions.note(id).orThrow();
            case "ayes" -> voices.hear(id, true).orThrow();
            case "noes" -> voices.hear(id, false).orThrow();
            case "hands" -> questions.turnToHands(id).orThrow();
            case "withdraw" -> questions.withdraw(id, reason).orThrow();
            case "defer" -> questions.defer(id, reason).orThrow();
            default -> throw new IllegalArgumentException("no such act: " + act);
        }
        return to("/chair/" + sitting);
    }

    @GetMapping("/tellers/{question}")
    @Needs(Permission.HANDS_ENTER)
    View teller(@PathVariable UUID question) {
        Question found = scope.question(question, Permission.HANDS_ENTER);
        return pages.show(
                "assembly/teller",
                new CloseView(halls.view(scope.sitting(found.sitting(), Permission.HANDS_ENTER)), found));
    }

    @PostMapping("/tellers/{question}")
    @Needs(Permission.HANDS_ENTER)
    ResponseEntity<Void> enter(
            @PathVariable UUID question,
            @RequestParam("for") int votesFor,
            @RequestParam int against,
            @RequestParam int abstain,
            @RequestParam int notPressed) {
        scope.question(question, Permission.HANDS_ENTER);
        questions
                .enterHands(
                        question, Caller.current().actor(), new Outcome.Votes(votesFor, against, abstain, notPressed))
                .orThrow();
        return to("/tellers/" + question);
    }

    static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", path)
                .build();
    }
}
