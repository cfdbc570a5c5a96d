package org.yicheng.congress.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
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
import org.yicheng.congress.ElectionMatter;
import org.yicheng.congress.SessionElections;
import org.yicheng.count.Occasion;
import org.yicheng.document.Papers;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;

/** Elections of a session over REST: drafted, put to its meetings, approved above, proclaimed. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "elections", description = "选举 Elections")
class SessionElectionApi {

    private final SessionElections elections;
    private final SessionScope scope;

    SessionElectionApi(SessionElections elections, SessionScope scope) {
        this.elections = elections;
        this.scope = scope;
    }

    record Draft(Bilingual title, Occasion occasion, Election.Terms terms, String method, boolean approvalAbove) {}

    /** @param reason needed to supersede an announced result */
    record Ask(ElectionMatter matter, List<UUID> elections, Optional<String> reason) {}

    record Reference(String reference) {}

    @Operation(summary = "起草一项选举的选举办法 Draft an election of the session")
    @PostMapping("/sessions/{id}/elections")
    @Needs(Permission.SITTING_PREPARE)
    Election draft(@PathVariable String id, @RequestBody Draft draft) {
        scope.session(id, Permission.SITTING_PREPARE);
        return elections
                .draft(id, draft.title(), draft.occasion(), draft.terms(), draft.method(), draft.approvalAbove())
                .orThrow();
    }

    @Operation(summary = "在会次中列入选举事项：选举办法、监票人、确认有效、另行选举 List a question on elections for a meeting")
    @PostMapping("/sessions/{id}/sittings/{sitting}/election-questions")
    @Needs(Permission.SITTING_PREPARE)
    Question ask(@PathVariable String id, @PathVariable String sitting, @RequestBody Ask ask) {
        scope.session(id, Permission.SITTING_PREPARE);
        return elections
                .ask(id, sitting, ask.matter(), ask.elections(), ask.reason().orElse(""))
                .orThrow();
    }

    @Operation(summary = "为一项选举列入的表决事项 The questions listed on an election")
    @GetMapping("/sessions/{id}/elections/{election}/questions")
    @Needs(Permission.MEMBER_DOCUMENTS)
    List<SessionElections.Asked> asked(@PathVariable String id, @PathVariable UUID election) {
        scope.session(id, Permission.MEMBER_DOCUMENTS);
        return elections.asked(scope.election(id, election).id());
    }

    @Operation(summary = "上一级批准情况 Whether the level above approves, where it must")
    @GetMapping("/sessions/{id}/elections/{election}/approval")
    @Needs(Permission.MEMBER_DOCUMENTS)
    SessionElections.Approval approval(@PathVariable String id, @PathVariable UUID election) {
        scope.session(id, Permission.MEMBER_DOCUMENTS);
        return elections.approval(scope.election(id, election).id());
    }

    @Operation(summary = "登记上一级的批准文号 Enter the approval of the level above")
    @PutMapping("/sessions/{id}/elections/{election}/approval")
    @Needs(Permission.SITTING_PREPARE)
    SessionElections.Approval approve(
            @PathVariable String id, @PathVariable UUID election, @RequestBody Reference reference) {
        scope.session(id, Permission.SITTING_PREPARE);
        return elections
                .approve(scope.election(id, election).id(), reference.reference())
                .orThrow();
    }

    @Operation(summary = "发布公告 Issue the proclamation")
    @PostMapping("/sessions/{id}/elections/{election}/proclamation")
    @Needs(Permission.SITTING_PREPARE)
    Papers.Paper proclaim(@PathVariable String id, @PathVariable UUID election) {
        scope.session(id, Permission.SITTING_PREPARE);
        return elections.proclaim(scope.election(id, election).id()).orThrow();
    }
}
