package org.yicheng.debate.pages;

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
import org.yicheng.debate.Amendment;
import org.yicheng.debate.Change;
import org.yicheng.debate.Motions;
import org.yicheng.debate.decide.Difference;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Ruling;

/** Amendments over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "amendments", description = "修正案、修改建议 Amendments and change recommendations")
class AmendmentApi {

    private final Motions motions;
    private final MotionViews views;

    AmendmentApi(Motions motions, MotionViews views) {
        this.motions = motions;
        this.views = views;
    }

    /** An amendment as sent; {@code to} is left out when one paragraph is meant. */
    record Drafted(
            Optional<UUID> parent,
            Change.Kind change,
            int from,
            Optional<Integer> to,
            List<String> paragraphs,
            String reason) {
        Ruling<Motions.Drafted> read() {
            return MotionPages.change(change, from, to.orElse(-1), paragraphs)
                    .map(made -> new Motions.Drafted(parent, made, reason));
        }
    }

    record OnPaper(Drafted amendment, List<String> members) {}

    record Recommended(String proposer, Drafted amendment) {}

    record Consent(boolean yes, String consent) {}

    record Withdrawal(String consent) {}

    record Place(int place) {}

    /** An amendment with what differs. */
    record Shown(Amendment amendment, int distance, List<Difference.Row> rows) {}

    @Operation(summary = "修正案，按表决顺序，附逐段对照 The amendments in the order of the votes, side by side with the text")
    @GetMapping("/motions/{id}/amendments")
    @Needs(Permission.PUBLIC_READ)
    List<Shown> all(@PathVariable UUID id) {
        MotionView view =
                views.view(views.motion(id, Permission.PUBLIC_READ), org.yicheng.web.Faults.NONE, java.util.Map.of());
        return view.amendments().stream()
                .map(each -> new Shown(each, view.distances().getOrDefault(each.id(), 0), view.rows(each)))
                .toList();
    }

    @Operation(summary = "起草修正案 Draw up an amendment")
    @PostMapping("/motions/{id}/amendments")
    @Needs(Permission.VOTE)
    Amendment draft(@PathVariable UUID id, @RequestBody Drafted drafted) {
        views.motion(id, Permission.VOTE);
        return motions.draft(id, DebateScope.person(), drafted.read().orThrow()).orThrow();
    }

    @Operation(summary = "联名 Sign an amendment")
    @PostMapping("/amendments/{id}/sign")
    @Needs(Permission.VOTE)
    Amendment sign(@PathVariable UUID id) {
        views.amendment(id, Permission.VOTE);
        return motions.sign(id, DebateScope.person()).orThrow();
    }

    @Operation(summary = "撤回联名 Take the signature back")
    @PostMapping("/amendments/{id}/unsign")
    @Needs(Permission.VOTE)
    Amendment unsign(@PathVariable UUID id) {
        views.amendment(id, Permission.VOTE);
        return motions.unsign(id, DebateScope.person()).orThrow();
    }

    @Operation(summary = "提交修正案 File an amendment")
    @PostMapping("/amendments/{id}/file")
    @Needs(Permission.VOTE)
    Amendment file(@PathVariable UUID id) {
        views.amendment(id, Permission.VOTE);
        return motions.file(id, DebateScope.person()).orThrow();
    }

    @Operation(summary = "撤回修正案 Withdraw an amendment")
    @PostMapping("/amendments/{id}/withdraw")
    @Needs(Permission.MEMBER_DOCUMENTS)
    Amendment withdraw(@PathVariable UUID id, @RequestBody Withdrawal withdrawal) {
        views.amendment(id, Permission.MEMBER_DOCUMENTS);
        return motions.withdraw(id, withdrawal.consent()).orThrow();
    }

    @Operation(summary = "录入书面修正案 Enter an amendment handed in on paper")
    @PostMapping("/motions/{id}/paper-amendments")
    @Needs(Permission.SITTING_PREPARE)
    Amendment paper(@PathVariable UUID id, @RequestBody OnPaper paper) {
        views.motion(id, Permission.SITTING_PREPARE);
        return motions.fileOnPaper(id, paper.amendment().read().orThrow(), paper.members())
                .orThrow();
    }

    @Operation(summary = "提出修改建议 Recommend a change")
    @PostMapping("/motions/{id}/recommendations")
    @Needs(Permission.SITTING_PREPARE)
    Amendment recommend(@PathVariable UUID id, @RequestBody Recommended change) {
        views.motion(id, Permission.SITTING_PREPARE);
        return motions.recommend(
                        id, change.proposer(), change.amendment().read().orThrow())
                .orThrow();
    }

    @Operation(summary = "决定是否提请表决、是否采纳建议 Admit an amendment, take a recommendation up, or not")
    @PostMapping("/amendments/{id}/admit")
    @Needs(Permission.SITTING_PREPARE)
    Amendment admit(@PathVariable UUID id, @RequestBody Consent consent) {
        views.amendment(id, Permission.SITTING_PREPARE);
        return motions.admit(id, consent.yes(), consent.consent()).orThrow();
    }

    @Operation(summary = "调整表决顺序；0为按规则 Set its place in the order of votes; 0 gives it back to the rule")
    @PostMapping("/amendments/{id}/place")
    @Needs(Permission.SITTING_PREPARE)
    Amendment place(@PathVariable UUID id, @RequestBody Place place) {
        views.amendment(id, Permission.SITTING_PREPARE);
        return motions.place(id, place.place()).orThrow();
    }
}
