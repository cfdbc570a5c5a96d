package org.yicheng.proposals.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.matter.Window;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Filings;
import org.yicheng.proposals.Inadmissible;
import org.yicheng.proposals.Kind.Part;
import org.yicheng.proposals.Place;
import org.yicheng.proposals.Proposals;
import org.yicheng.proposals.Screenings;

/** Proposals of a CPPCC committee, screening and what a place decides, over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "filings")
class ProposalApi {

    private final Proposals proposals;
    private final Screenings screenings;
    private final FilingScope scope;

    ProposalApi(Proposals proposals, Screenings screenings, FilingScope scope) {
        this.proposals = proposals;
        this.screenings = screenings;
        this.scope = scope;
    }

    record Convened(String body, String title, Map<Part, String> parts, Proposals.Mover mover, String name) {}

    record Sealed(
            String body, String title, Map<Part, String> parts, Proposals.Mover mover, String name, boolean sealed) {}

    record Dates(LocalDate opening, Instant until) {}

    record Back(Screenings.Because because, String reason) {}

    record Declined(Filing.Outcome outcome, Inadmissible inadmissible, String reason) {}

    record TakenBack(String reason) {}

    record Reached(String contact) {}

    @Operation(summary = "以界别、小组或联组名义起草提案 Begin a proposal of a sector, group or joint group")
    @PostMapping("/filings/of-groups")
    @Needs(Permission.MATTER_FILE)
    Filing draft(@RequestBody Convened filing) {
        scope.body(filing.body(), Permission.MATTER_FILE);
        return proposals
                .draft(
                        filing.body(),
                        new Filings.Text(filing.title(), filing.parts()),
                        new Proposals.Collective(filing.mover(), filing.name()))
                .orThrow();
    }

    @Operation(summary = "登记党派、团体或专门委员会盖章的提案 Enter a proposal under a party's, organisation's or committee's seal")
    @PostMapping("/filings/under-seal")
    @Needs(Permission.MATTER_EXAMINE)
    Filing enter(@RequestBody Sealed filing) {
        scope.body(filing.body(), Permission.MATTER_EXAMINE);
        return proposals
                .enter(
                        filing.body(),
                        new Filings.Text(filing.title(), filing.parts()),
                        new Proposals.Collective(filing.mover(), filing.name()),
                        filing.sealed())
                .orThrow();
    }

    @Operation(summary = "提案的提出者、收到时段和审查意见 A proposal's movers, intake and reviews")
    @GetMapping("/filings/{id}/proposal")
    @Needs(Permission.MEMBER_DOCUMENTS)
    Proposals.Facts facts(@PathVariable UUID id) {
        return proposals.of(scope.readable(id));
    }

    @Operation(summary = "审查提案：审查人提出意见，最后签批 Examine a proposal: opinions, then the chair's decision")
    @PostMapping("/filings/{id}/reviews")
    @Needs(Permission.MATTER_EXAMINE)
    Filing review(@PathVariable UUID id, @RequestBody Filing.Opinion opinion) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return proposals.review(id, opinion.outcome(), opinion.reason()).orThrow();
    }

    @Operation(summary = "录入党派、团体或专门委员会盖章的撤回 Enter that a mover that seals takes its proposal back")
    @PostMapping("/filings/{id}/withdrawal/under-seal")
    @Needs(Permission.MATTER_EXAMINE)
    Filing withdraw(@PathVariable UUID id, @RequestBody TakenBack taken) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return proposals.withdrawUnderSeal(id, taken.reason()).orThrow();
    }

    @Operation(summary = "退回提出者拆分或补充 Send it back to be split or completed")
    @PostMapping("/filings/{id}/send-back")
    @Needs(Permission.MATTER_EXAMINE)
    Filing sendBack(@PathVariable UUID id, @RequestBody Back back) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return screenings.sendBack(id, back.because(), back.reason()).orThrow();
    }

    @Operation(summary = "不作为建议：退回或转代表来信 Do not take a suggestion: return it, or a deputy's letter")
    @PostMapping("/filings/{id}/decline")
    @Needs(Permission.MATTER_EXAMINE)
    Filing decline(@PathVariable UUID id, @RequestBody Declined declined) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return screenings
                .decline(id, declined.outcome(), declined.inadmissible(), declined.reason())
                .orThrow();
    }

    @Operation(summary = "填写联系方式 Say how you are reached")
    @PutMapping("/filings/{id}/contact")
    @Needs(Permission.MATTER_FILE)
    Filing contact(@PathVariable UUID id, @RequestBody Reached reached) {
        scope.inScope(id, Permission.MATTER_FILE);
        return screenings.contact(id, reached.contact()).orThrow();
    }

    @Operation(summary = "本地规定 What the place decides about filings")
    @GetMapping("/bodies/{body}/filings/place")
    @Needs(Permission.MATTER_EXAMINE)
    Place place(@PathVariable String body) {
        scope.body(body, Permission.MATTER_EXAMINE);
        return screenings.place(body);
    }

    @Operation(summary = "修改本地规定 Change what the place decides")
    @PutMapping("/bodies/{body}/filings/place")
    @Needs(Permission.MATTER_EXAMINE)
    Place change(@PathVariable String body, @RequestBody Place place) {
        scope.body(body, Permission.MATTER_EXAMINE);
        return screenings.change(body, place).orThrow();
    }

    @Operation(summary = "设定大会提案的起止时间 Set from when and until when a proposal is one of the session")
    @PutMapping("/bodies/{body}/filings/intake")
    @Needs(Permission.MATTER_EXAMINE)
    Window intake(@PathVariable String body, @RequestBody Dates dates) {
        scope.body(body, Permission.MATTER_EXAMINE);
        return proposals.intake(body, dates.opening(), dates.until()).orThrow();
    }
}
