package org.yicheng.assembly.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Receipt;
import org.yicheng.assembly.VotingMode;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Refuses;

/** Questions, votes and results over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "questions", description = "付表决事项、表决、结果 Questions, votes, results")
class QuestionApi {

    private final Questions questions;
    private final Scope scope;

    QuestionApi(Questions questions, Scope scope) {
        this.questions = questions;
        this.scope = scope;
    }

    record NewQuestion(Question.Kind kind, Bilingual title, String text, String subject, VotingMode mode) {}

    record Press(UUID question, Mark mark, String key) {}

    record Because(String reason) {}

    record Correction(Outcome.Votes votes, String reason) {}

    record HandCount(int votesFor, int against, int abstain, int notPressed) {}

    record Progress(int pressed) {}

    @Operation(summary = "列出付表决事项 List a question for a sitting")
    @PostMapping("/sittings/{id}/questions")
    @Needs(Permission.SITTING_PREPARE)
    Question list(@PathVariable String id, @RequestBody NewQuestion question) {
        scope.sitting(id, Permission.SITTING_PREPARE);
        if (question.title().zh().isBlank() || question.title().zh().length() > 200) {
            throw new RefusedException(Refusal.at(
                    "title",
                    "assembly.title-length",
                    "value",
                    question.title().zh().length(),
                    "most",
                    200));
        }
        return questions.list(new Questions.NewQuestion(
                id, question.kind(), question.title(), question.text(), question.subject(), question.mode()));
    }

    @Operation(summary = "一项付表决事项 One question")
    @GetMapping("/questions/{id}")
    @Needs(Permission.PUBLIC_READ)
    Question question(@PathVariable UUID id) {
        return PublicQuestion.of(scope.question(id, Permission.PUBLIC_READ));
    }

    @Operation(summary = "提付表决 Put the question")
    @PostMapping("/questions/{id}/put")
    @Needs(Permission.QUESTION_MOVE)
    Question put(@PathVariable UUID id) {
        scope.question(id, Permission.QUESTION_MOVE);
        return questions.put(id).orThrow();
    }

    @Operation(summary = "开始表决 Open the vote")
    @PostMapping("/questions/{id}/open")
    @Needs(Permission.QUESTION_MOVE)
    Question open(@PathVariable UUID id) {
        scope.question(id, Permission.QUESTION_MOVE);
        return questions.open(id).orThrow();
    }

    /**
     * The hot path: nothing is read here; the writer checks everything in its one transaction. The question stands in
     * the body, because a path without variables is found by one look-up among hundreds of routes, and the request's own
     * (virtual) thread waits for the writer, because going on later would pass all filters twice.
     */
    @Operation(summary = "按键表决：落盘后才答复 Press a key; answered only once it is on disk")
    @Refuses(404)
    @PostMapping("/presses")
    @Needs(Permission.VOTE)
    Receipt press(@RequestBody Press press) {
        UUID person = Caller.current()
                .person()
                .orElseThrow(
                        () -> new RefusedException(Refusal.plain("assembly.no-mandate", "question", press.question())));
        return questions
                .press(press.question(), person, press.mark(), press.key())
                .join()
                .orThrow();
    }

    @Operation(summary = "本人表决状态 The own vote")
    @Refuses(409)
    @GetMapping("/questions/{id}/own")
    @Needs(Permission.VOTE)
    Questions.OwnVote own(@PathVariable UUID id) {
        return Caller.current()
                .person()
                .map(person -> questions.ownVote(id, person))
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.no-mandate", "question", id)));
    }

    @Operation(summary = "已按人数，不显示如何按 How many pressed; never how")
    @GetMapping("/questions/{id}/progress")
    @Needs(Permission.PUBLIC_READ)
    Progress progress(@PathVariable UUID id) {
        scope.question(id, Permission.PUBLIC_READ);
        return new Progress(questions.pressed(id));
    }

    @Operation(summary = "改为举手表决 Continue as a show of hands")
    @PostMapping("/questions/{id}/turn-to-hands")
    @Needs(Permission.QUESTION_MOVE)
    Question hands(@PathVariable UUID id) {
        scope.question(id, Permission.QUESTION_MOVE);
        return questions.turnToHands(id).orThrow();
    }

    @Operation(summary = "计票人录入举手人数 A teller's count")
    @PostMapping("/questions/{id}/hands")
    @Needs(Permission.HANDS_ENTER)
    Questions.Hands enter(@PathVariable UUID id, @RequestBody HandCount count) {
        scope.question(id, Permission.HANDS_ENTER);
        return questions
                .enterHands(
                        id,
                        Caller.current().actor(),
                        new Outcome.Votes(count.votesFor(), count.against(), count.abstain(), count.notPressed()))
                .orThrow();
    }

    @Operation(summary = "结束表决（不能重新打开） Close the vote; it cannot be opened again")
    @PostMapping("/questions/{id}/close")
    @Needs(Permission.QUESTION_MOVE)
    Question close(@PathVariable UUID id) {
        scope.question(id, Permission.QUESTION_MOVE);
        return questions.close(id).orThrow();
    }

    @Operation(summary = "宣布结果 Declare the result")
    @PostMapping("/questions/{id}/declare")
    @Needs(Permission.QUESTION_MOVE)
    Question declare(@PathVariable UUID id) {
        scope.question(id, Permission.QUESTION_MOVE);
        return questions.declare(id).orThrow();
    }

    @Operation(summary = "记为已听取 Note a hearing as held")
    @PostMapping("/questions/{id}/note")
    @Needs(Permission.QUESTION_MOVE)
    Question note(@PathVariable UUID id) {
        scope.question(id, Permission.QUESTION_MOVE);
        return questions.note(id).orThrow();
    }

    @Operation(summary = "撤回 Withdraw")
    @PostMapping("/questions/{id}/withdraw")
    @Needs(Permission.QUESTION_MOVE)
    Question withdraw(@PathVariable UUID id, @RequestBody Because because) {
        scope.question(id, Permission.QUESTION_MOVE);
        return questions.withdraw(id, because.reason()).orThrow();
    }

    @Operation(summary = "暂不付表决 Defer")
    @PostMapping("/questions/{id}/defer")
    @Needs(Permission.QUESTION_MOVE)
    Question defer(@PathVariable UUID id, @RequestBody Because because) {
        scope.question(id, Permission.QUESTION_MOVE);
        return questions.defer(id, because.reason()).orThrow();
    }

    @Operation(summary = "以记录在案的行为更正结果，原结果保留 Supersede a declared result; the old one stays")
    @PostMapping("/questions/{id}/supersede")
    @Needs(Permission.RESULT_SUPERSEDE)
    Question supersede(@PathVariable UUID id, @RequestBody Correction correction) {
        scope.question(id, Permission.RESULT_SUPERSEDE);
        return questions.supersede(id, correction.votes(), correction.reason()).orThrow();
    }

    @Operation(summary = "结果的各个版本 All versions of the result")
    @GetMapping("/questions/{id}/history")
    @Needs(Permission.PUBLIC_READ)
    List<Outcome> history(@PathVariable UUID id) {
        Question question = scope.question(id, Permission.PUBLIC_READ);
        return question.state() == Question.State.DECLARED ? questions.history(id) : List.of();
    }

    @Operation(summary = "记名表决的名单 Who voted how, for recorded votes")
    @GetMapping("/questions/{id}/recorded")
    @Needs(Permission.PUBLIC_READ)
    List<Questions.Named> recorded(@PathVariable UUID id) {
        scope.question(id, Permission.PUBLIC_READ);
        return questions.recorded(id);
    }
}
