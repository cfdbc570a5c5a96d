package org.yicheng.congress.pages;

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
import org.yicheng.assembly.Question;
import org.yicheng.assembly.VotingMode;
import org.yicheng.congress.Resignation;
import org.yicheng.congress.Resignations;
import org.yicheng.document.Papers;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;

/** Resignations over REST: what their pages do. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "resignations", description = "辞职：从书面提出到公告 Resignations, from the letter to the announcement")
public class ResignationApi {

    private final Resignations resignations;
    private final ResignationScope scope;

    ResignationApi(Resignations resignations, ResignationScope scope) {
        this.resignations = resignations;
        this.scope = scope;
    }

    record Put(String sitting, VotingMode mode) {}

    record Reference(String reference) {}

    record Decision(String decision) {}

    record Reason(String reason) {}

    @Operation(summary = "辞职，最近的在前 Resignations, newest first")
    @GetMapping("/bodies/{body}/resignations")
    @Needs(Permission.DESK_READ)
    List<Resignation> all(@PathVariable String body) {
        scope.congress(body, Permission.DESK_READ);
        return resignations.of(body);
    }

    @Operation(summary = "登记书面辞职 Enter a letter of resignation")
    @PostMapping("/bodies/{body}/resignations")
    @Needs(Permission.SITTING_PREPARE)
    Resignation file(@PathVariable String body, @RequestBody Resignations.Letter letter) {
        scope.congress(body, Permission.SITTING_PREPARE);
        return resignations.file(body, letter).orThrow();
    }

    @Operation(summary = "一件辞职 One resignation")
    @GetMapping("/resignations/{id}")
    @Needs(Permission.DESK_READ)
    Resignation one(@PathVariable UUID id) {
        return scope.resignation(id, Permission.DESK_READ);
    }

    @Operation(summary = "列入会次表决：大会期间为全体会议，闭会期间为常务委员会 List the vote for the competent body's sitting")
    @PostMapping("/resignations/{id}/question")
    @Needs(Permission.SITTING_PREPARE)
    Question put(@PathVariable UUID id, @RequestBody Put put) {
        scope.resignation(id, Permission.SITTING_PREPARE);
        return resignations.put(id, put.sitting(), put.mode()).orThrow();
    }

    @Operation(summary = "撤回 Take it back before the vote")
    @PostMapping("/resignations/{id}/withdraw")
    @Needs(Permission.SITTING_PREPARE)
    Resignation withdraw(@PathVariable UUID id, @RequestBody Reason reason) {
        scope.resignation(id, Permission.SITTING_PREPARE);
        return resignations.withdraw(id, reason.reason()).orThrow();
    }

    @Operation(summary = "登记原选举单位的常务委员会接受辞职的决议 Enter what the electing congress's committee decided")
    @PostMapping("/resignations/{id}/decision")
    @Needs(Permission.SITTING_PREPARE)
    Resignation decision(@PathVariable UUID id, @RequestBody Decision decision) {
        scope.resignation(id, Permission.SITTING_PREPARE);
        return resignations.enterDecision(id, decision.decision()).orThrow();
    }

    @Operation(summary = "登记上一级的批准，检察长的 Enter the approval of the level above, a chief procurator's")
    @PostMapping("/resignations/{id}/approval")
    @Needs(Permission.SITTING_PREPARE)
    Resignation approve(@PathVariable UUID id, @RequestBody Reference reference) {
        scope.resignation(id, Permission.SITTING_PREPARE);
        return resignations.approve(id, reference.reference()).orThrow();
    }

    @Operation(summary = "登记备案 Enter the report for the record")
    @PostMapping("/resignations/{id}/report")
    @Needs(Permission.SITTING_PREPARE)
    Resignation report(@PathVariable UUID id, @RequestBody Reference reference) {
        scope.resignation(id, Permission.SITTING_PREPARE);
        return resignations.report(id, reference.reference()).orThrow();
    }

    @Operation(summary = "发布公告 Issue the announcement")
    @PostMapping("/resignations/{id}/proclamation")
    @Needs(Permission.SITTING_PREPARE)
    Papers.Paper proclaim(@PathVariable UUID id) {
        scope.resignation(id, Permission.SITTING_PREPARE);
        return resignations.proclaim(id).orThrow();
    }
}
