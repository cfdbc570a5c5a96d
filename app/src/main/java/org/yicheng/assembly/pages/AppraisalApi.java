package org.yicheng.assembly.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.assembly.Appraisals;
import org.yicheng.assembly.Appraisals.Appraisal;
import org.yicheng.assembly.Appraisals.Figures;
import org.yicheng.assembly.Appraisals.Form;
import org.yicheng.assembly.Appraisals.Grade;
import org.yicheng.assembly.Appraisals.NewItem;
import org.yicheng.assembly.Appraisals.Telling;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;

/** Appraisals over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "appraisals", description = "满意度测评 Appraisals")
class AppraisalApi {

    private final Appraisals appraisals;
    private final AppraisalScope scope;

    AppraisalApi(Appraisals appraisals, AppraisalScope scope) {
        this.appraisals = appraisals;
        this.scope = scope;
    }

    record NewAppraisal(Bilingual title, String subject, Form form, List<NewItem> items) {}

    record Paper(List<Grade> grades) {}

    record Because(String reason) {}

    @Operation(summary = "列出满意度测评 List an appraisal for a sitting")
    @PostMapping("/sittings/{id}/appraisals")
    @Needs(Permission.SITTING_PREPARE)
    Appraisal list(@PathVariable String id, @RequestBody NewAppraisal asked) {
        scope.sitting(id, Permission.SITTING_PREPARE);
        return appraisals
                .list(new Appraisals.NewAppraisal(id, asked.title(), asked.subject(), asked.form(), asked.items()))
                .orThrow();
    }

    @Operation(summary = "会次的满意度测评 The appraisals of a sitting")
    @GetMapping("/sittings/{id}/appraisals")
    @Needs(Permission.PUBLIC_READ)
    List<Appraisal> ofSitting(@PathVariable String id) {
        scope.sitting(id, Permission.PUBLIC_READ);
        return appraisals.ofSitting(id).stream().map(Appraisal::shown).toList();
    }

    @Operation(summary = "一次满意度测评，宣布后有结果 One appraisal; its result once declared")
    @GetMapping("/appraisals/{id}")
    @Needs(Permission.PUBLIC_READ)
    Appraisal appraisal(@PathVariable UUID id) {
        return scope.appraisal(id, Permission.PUBLIC_READ).shown();
    }

    @Operation(summary = "开始测评 Open the vote")
    @PostMapping("/appraisals/{id}/open")
    @Needs(Permission.QUESTION_MOVE)
    Appraisal open(@PathVariable UUID id) {
        scope.appraisal(id, Permission.QUESTION_MOVE);
        return appraisals.open(id).orThrow();
    }

    @Operation(summary = "逐项评价，测评结束前可以更改 Cast a paper, a grade an item; it may be changed until closing")
    @PostMapping("/appraisals/{id}/ballots")
    @Needs(Permission.VOTE)
    Appraisal cast(@PathVariable UUID id, @RequestBody Paper paper) {
        return appraisals
                .cast(id, AppraisalScope.person(id), paper.grades())
                .orThrow()
                .shown();
    }

    @Operation(summary = "结束测评 Close the vote")
    @PostMapping("/appraisals/{id}/close")
    @Needs(Permission.QUESTION_MOVE)
    Appraisal close(@PathVariable UUID id) {
        scope.appraisal(id, Permission.QUESTION_MOVE);
        return appraisals.close(id).orThrow();
    }

    @Operation(summary = "计票人录入纸质测评票的计数；两人一致即核定 A teller's figures; equal figures settle them")
    @PutMapping("/appraisals/{id}/count")
    @Needs(Permission.BALLOT_ENTER)
    Telling enter(@PathVariable UUID id, @RequestBody Figures counted) {
        scope.appraisal(id, Permission.BALLOT_ENTER);
        return appraisals.enter(id, Caller.current().actor(), counted).orThrow();
    }

    @Operation(summary = "收回多于发出而无效的，重新测评 Take a void vote again")
    @PostMapping("/appraisals/{id}/again")
    @Needs(Permission.QUESTION_MOVE)
    Appraisal again(@PathVariable UUID id) {
        scope.appraisal(id, Permission.QUESTION_MOVE);
        return appraisals.again(id).orThrow();
    }

    @Operation(summary = "宣布结果 Declare the result")
    @PostMapping("/appraisals/{id}/declare")
    @Needs(Permission.QUESTION_MOVE)
    Appraisal declare(@PathVariable UUID id) {
        scope.appraisal(id, Permission.QUESTION_MOVE);
        return appraisals.declare(id).orThrow();
    }

    @Operation(summary = "撤回 Withdraw")
    @PostMapping("/appraisals/{id}/withdraw")
    @Needs(Permission.QUESTION_MOVE)
    Appraisal withdraw(@PathVariable UUID id, @RequestBody Because because) {
        scope.appraisal(id, Permission.QUESTION_MOVE);
        return appraisals.withdraw(id, because.reason()).orThrow();
    }

    @Operation(summary = "结束后的电子测评票，次序随机，供复核 The electronic papers in random order, for a recount")
    @GetMapping("/appraisals/{id}/papers")
    @Needs(Permission.BALLOT_SCRUTINISE)
    List<List<Grade>> papers(@PathVariable UUID id) {
        scope.appraisal(id, Permission.BALLOT_SCRUTINISE);
        return appraisals.papers(id);
    }
}
