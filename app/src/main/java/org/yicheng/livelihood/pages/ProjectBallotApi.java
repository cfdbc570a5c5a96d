package org.yicheng.livelihood.pages;

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
import org.yicheng.livelihood.Ballots;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;

/** The deputies' ballot of a round over REST; its further steps are those of the assembly's elections. */
@RestController
@RequestMapping("/api/v1/livelihood/rounds/{id}/ballot")
@Tag(name = "livelihood")
public class ProjectBallotApi {

    private final Ballots ballots;
    private final LivelihoodScope scope;

    ProjectBallotApi(Ballots ballots, LivelihoodScope scope) {
        this.ballots = ballots;
        this.scope = scope;
    }

    /** @param plenary in whose session it is held */
    record Draft(String plenary, Ballots.Plan plan) {}

    @Operation(
            summary = "代表票决及其后续投票，宣布之前没有结果 The deputies' ballot and all that follow; no result before it is announced")
    @GetMapping
    @Needs(Permission.PUBLIC_READ)
    List<Election> of(@PathVariable UUID id) {
        scope.round(id);
        return ballots.of(id).stream().map(ProjectBallotApi::seen).toList();
    }

    private static Election seen(Election election) {
        return election.state().announced() ? election : election.withoutOutcome();
    }

    @Operation(summary = "起草票决办法 Draft the ballot method for a plenary")
    @PostMapping
    @Needs(Permission.LIVELIHOOD_KEEP)
    Election draft(@PathVariable UUID id, @RequestBody Draft draft) {
        scope.keptRound(id);
        return seen(ballots.draft(id, draft.plenary(), draft.plan()).orThrow());
    }

    @Operation(summary = "修改票决办法草案，通过之前 Change the draft, before it is adopted")
    @PutMapping
    @Needs(Permission.LIVELIHOOD_KEEP)
    Election redraft(@PathVariable UUID id, @RequestBody Ballots.Plan plan) {
        scope.keptRound(id);
        return seen(ballots.redraft(id, plan).orThrow());
    }
}
