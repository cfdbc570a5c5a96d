package org.yicheng.assembly.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.assembly.ChoiceMethod;
import org.yicheng.assembly.Choices;
import org.yicheng.assembly.Choices.Choice;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Choices by ranked ballots over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "choices", description = "排序选择 Choices by ranked ballots")
class ChoiceApi {

    private final Choices choices;
    private final Scope scope;

    ChoiceApi(Choices choices, Scope scope) {
        this.choices = choices;
        this.scope = scope;
    }

    record NewChoice(Bilingual title, ChoiceMethod method, int seats, List<String> options) {}

    record Ranking(List<String> ranking) {}

    record Because(String reason) {}

    record Tie(List<String> chosen, String reason) {}

    private Choice known(UUID id, Permission permission) {
        Choice choice = choices.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.choice.unknown", "value", id)));
        scope.body(choice.body(), permission);
        return choice;
    }

    private static UUID person(UUID id) {
        return Caller.current()
                .person()
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.no-mandate", "question", id)));
    }

    /** Nobody reads a result before it is declared. */
    static Choice shown(Choice choice) {
        return choice.state() == Choices.State.DECLARED
                ? choice
                : new Choice(
                        choice.id(),
                        choice.sitting(),
                        choice.body(),
                        choice.title(),
                        choice.method(),
                        choice.seats(),
                        choice.options(),
                        choice.state(),
                        choice.due(),
                        Optional.empty());
    }

    @Operation(summary = "列出排序选择 List a choice for a sitting")
    @PostMapping("/sittings/{id}/choices")
    @Needs(Permission.SITTING_PREPARE)
    Choice list(@PathVariable String id, @RequestBody NewChoice choice) {
        scope.sitting(id, Permission.SITTING_PREPARE);
        return choices.list(
                        new Choices.NewChoice(id, choice.title(), choice.method(), choice.seats(), choice.options()))
                .orThrow();
    }

    @Operation(summary = "会次的排序选择 The choices of a sitting")
    @GetMapping("/sittings/{id}/choices")
    @Needs(Permission.PUBLIC_READ)
    List<Choice> ofSitting(@PathVariable String id) {
        scope.sitting(id, Permission.PUBLIC_READ);
        return choices.ofSitting(id).stream().map(ChoiceApi::shown).toList();
    }

    @Operation(summary = "一项排序选择，宣布后有结果 One choice; its result once declared")
    @GetMapping("/choices/{id}")
    @Needs(Permission.PUBLIC_READ)
    Choice choice(@PathVariable UUID id) {
        return shown(known(id, Permission.PUBLIC_READ));
    }

    @Operation(summary = "开始表决 Open the vote")
    @PostMapping("/choices/{id}/open")
    @Needs(Permission.QUESTION_MOVE)
    Choice open(@PathVariable UUID id) {
        known(id, Permission.QUESTION_MOVE);
        return shown(choices.open(id).orThrow());
    }

    @Operation(summary = "按先后排序投票，表决结束前可以更改 Cast a ranking; it may be changed until closing")
    @PostMapping("/choices/{id}/ballots")
    @Needs(Permission.VOTE)
    Choice cast(@PathVariable UUID id, @RequestBody Ranking ranking) {
        return shown(choices.cast(id, person(id), ranking.ranking()).orThrow());
    }

    @Operation(summary = "结束表决 Close the vote")
    @PostMapping("/choices/{id}/close")
    @Needs(Permission.QUESTION_MOVE)
    Choice close(@PathVariable UUID id) {
        known(id, Permission.QUESTION_MOVE);
        return choices.close(id).orThrow();
    }

    @Operation(summary = "裁定并列 Decide a tie by a recorded act")
    @PostMapping("/choices/{id}/tie")
    @Needs(Permission.QUESTION_MOVE)
    Choice tie(@PathVariable UUID id, @RequestBody Tie tie) {
        known(id, Permission.QUESTION_MOVE);
        return choices.decideTie(id, tie.chosen(), tie.reason()).orThrow();
    }

    @Operation(summary = "宣布结果 Declare the result")
    @PostMapping("/choices/{id}/declare")
    @Needs(Permission.QUESTION_MOVE)
    Choice declare(@PathVariable UUID id) {
        known(id, Permission.QUESTION_MOVE);
        return choices.declare(id).orThrow();
    }

    @Operation(summary = "撤回 Withdraw")
    @PostMapping("/choices/{id}/withdraw")
    @Needs(Permission.QUESTION_MOVE)
    Choice withdraw(@PathVariable UUID id, @RequestBody Because because) {
        known(id, Permission.QUESTION_MOVE);
        return shown(choices.withdraw(id, because.reason()).orThrow());
    }

    @Operation(summary = "选票，次序随机，宣布后公开 The papers in random order, once declared")
    @GetMapping("/choices/{id}/papers")
    @Needs(Permission.PUBLIC_READ)
    List<List<String>> papers(@PathVariable UUID id) {
        known(id, Permission.PUBLIC_READ);
        return choices.papers(id);
    }
}
