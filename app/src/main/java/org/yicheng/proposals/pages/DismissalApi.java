package org.yicheng.proposals.pages;

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
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Question;
import org.yicheng.document.Papers;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Dismissal;
import org.yicheng.proposals.Dismissals;
import org.yicheng.proposals.Filing;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Refuses;

/** Motions of dismissal on their way to the vote, over REST. */
@RestController
@RequestMapping("/api/v1/filings/{id}/dismissal")
@Tag(name = "filings", description = "议案、质询案、询问、罢免案、建议 Motions, interpellations, inquiries, dismissals, suggestions")
class DismissalApi {

    private final Dismissals dismissals;
    private final FilingScope scope;

    DismissalApi(Dismissals dismissals, FilingScope scope) {
        this.dismissals = dismissals;
        this.scope = scope;
    }

    record OfSitting(String sitting) {}

    record Reference(String reference) {}

    @Operation(summary = "罢免案的办理情况 How far a motion of dismissal is")
    @GetMapping
    @Needs(Permission.MEMBER_DOCUMENTS)
    @Refuses(409)
    Dismissal of(@PathVariable UUID id) {
        Filing filing = scope.readable(id);
        Dismissal found = dismissals
                .of(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("proposals.dismissal-not-asked")));
        boolean clerk = Caller.current().mayIn(filing.body(), Permission.MATTER_EXAMINE);
        List<Dismissal.Defence> seen = found.defences().stream()
                .filter(defence -> clerk || !defence.toBePrinted())
                .toList();
        return new Dismissal(
                id,
                found.office(),
                found.way(),
                found.state(),
                found.presidium(),
                found.vote(),
                found.ballot(),
                seen,
                found.approval());
    }

    @Operation(summary = "将提请大会审议列入主席团会议 List the submission to the plenary for a presidium meeting")
    @PostMapping("/presidium")
    @Needs(Permission.MATTER_EXAMINE)
    Question toPresidium(@PathVariable UUID id, @RequestBody Dismissals.ToPresidium asked) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return dismissals.toPresidium(id, asked).orThrow();
    }

    @Operation(summary = "登记申辩意见 Note a defence, or that the right was not used")
    @PostMapping("/defences")
    @Needs(Permission.MATTER_EXAMINE)
    Dismissal hear(@PathVariable UUID id, @RequestBody Dismissals.Heard heard) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return dismissals.hear(id, heard).orThrow();
    }

    @Operation(summary = "由主席团将申辩意见印发会议 Print a defence for the deputies")
    @PostMapping("/defences/{number}/print")
    @Needs(Permission.MATTER_EXAMINE)
    Papers.Paper print(@PathVariable UUID id, @PathVariable int number) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return dismissals.print(id, number).orThrow();
    }

    @Operation(summary = "列入全体会议表决 List the vote for a plenary")
    @PostMapping("/plenary")
    @Needs(Permission.MATTER_EXAMINE)
    Question toPlenary(@PathVariable UUID id, @RequestBody OfSitting of) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return dismissals.toPlenary(id, of.sitting()).orThrow();
    }

    @Operation(summary = "用纸质表决票无记名表决 Begin the secret vote on paper")
    @PostMapping("/ballot")
    @Needs(Permission.MATTER_EXAMINE)
    Election toBallot(@PathVariable UUID id) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return dismissals.toBallot(id).orThrow();
    }

    @Operation(summary = "登记上一级的批准文号 Enter the approval of the level above")
    @PutMapping("/approval")
    @Needs(Permission.MATTER_EXAMINE)
    Dismissal approve(@PathVariable UUID id, @RequestBody Reference reference) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return dismissals.approve(id, reference.reference()).orThrow();
    }

    @Operation(summary = "发布公告 Issue the public announcement")
    @PostMapping("/proclamation")
    @Needs(Permission.MATTER_EXAMINE)
    Papers.Paper proclaim(@PathVariable UUID id) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return dismissals.proclaim(id).orThrow();
    }
}
