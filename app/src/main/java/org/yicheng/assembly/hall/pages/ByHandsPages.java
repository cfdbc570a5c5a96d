package org.yicheng.assembly.hall.pages;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.hall.HandsAgain;
import org.yicheng.assembly.pages.Scope;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** The emergency on the chair's desk: devices failed, the vote is void, the question is put by show of hands. */
@Controller
@Needs(Permission.QUESTION_MOVE)
public class ByHandsPages {

    private final HandsAgain handsAgain;
    private final Sittings sittings;
    private final Scope scope;
    private final Pages pages;

    ByHandsPages(HandsAgain handsAgain, Sittings sittings, Scope scope, Pages pages) {
        this.handsAgain = handsAgain;
        this.sittings = sittings;
        this.scope = scope;
        this.pages = pages;
    }

    public record ByHandsView(Question question, Roll roll, String reason, List<Refusal> reasons) {}

    @GetMapping("/chair/{sitting}/questions/{id}/by-hands")
    View ask(@PathVariable String sitting, @PathVariable UUID id) {
        scope.sitting(sitting, Permission.QUESTION_MOVE);
        return show(scope.question(id, Permission.QUESTION_MOVE), "", List.of());
    }

    private View show(Question question, String reason, List<Refusal> reasons) {
        return pages.show(
                "hall/byhands",
                new ByHandsView(question, sittings.roll(question.sitting()), reason, reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    @PostMapping("/chair/{sitting}/questions/{id}/by-hands")
    Object again(@PathVariable String sitting, @PathVariable UUID id, @RequestParam String reason) {
        scope.sitting(sitting, Permission.QUESTION_MOVE);
        Question question = scope.question(id, Permission.QUESTION_MOVE);
        return switch (handsAgain.voidAndPutByHands(id, reason)) {
            case Ruling.Granted<Question>(Question again) -> SeeOther.to("/chair/" + again.sitting());
            case Ruling.Refused<Question>(List<Refusal> reasons) -> show(question, reason, reasons);
        };
    }
}
