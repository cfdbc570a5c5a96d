package org.yicheng.proposals.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.assembly.Question;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Filings;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.Kind.Part;
import org.yicheng.web.Refuses;

/** Motions and other matters that deputies file, over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "filings", description = "议案、质询案、询问、罢免案、建议 Motions, interpellations, inquiries, dismissals, suggestions")
class FilingApi {

    private final Filings filings;
    private final FilingScope scope;
    private final FilingSheet sheet;

    FilingApi(Filings filings, FilingScope scope, FilingSheet sheet) {
        this.filings = filings;
        this.scope = scope;
        this.sheet = sheet;
    }

    record NewFiling(String body, Kind kind, String title, Map<Part, String> parts) {}

    record BodysFiling(String body, Kind kind, String title, Map<Part, String> parts, String mover) {}

    record Change(int version, String title, Map<Part, String> parts) {}

    record Invitation(List<String> members) {}

    record SignedText(String textHash) {}

    record Because(String reason) {}

    /** @param oneMatter the author says that it is about one matter (一事一案) */
    record Submitted(boolean oneMatter) {}

    record ToSitting(String subject, String sitting) {}

    record OfSitting(String sitting) {}

    record Answer(String text) {}

    @Operation(summary = "起草 Begin a draft")
    @PostMapping("/filings")
    @Needs(Permission.MATTER_FILE)
    Filing draft(@RequestBody NewFiling filing) {
        scope.body(filing.body(), Permission.MATTER_FILE);
        return filings.draft(filing.body(), filing.kind(), new Filings.Text(filing.title(), filing.parts()))
                .orThrow();
    }

    @Operation(summary = "本人提出、附议或受邀附议的 What I filed, signed or am asked to sign")
    @GetMapping("/filings/mine")
    @Needs(Permission.MATTER_FILE)
    List<Filing> mine() {
        return filings.own();
    }

    @Operation(summary = "一次会议收到的全部 Everything received in a session")
    @GetMapping("/filings")
    @Needs(Permission.MATTER_EXAMINE)
    List<Filing> received(@RequestParam String subject) {
        List<Filing> received = filings.ofSession(subject);
        received.stream().map(Filing::body).distinct().forEach(body -> scope.body(body, Permission.MATTER_EXAMINE));
        return received;
    }

    @Operation(summary = "一次会议收到的全部，CSV或XLSX Everything received in a session, as CSV or XLSX")
    @GetMapping("/filings/export")
    @Needs(Permission.MATTER_EXAMINE)
    @Refuses(409)
    ResponseEntity<byte[]> export(@RequestParam String subject, @RequestParam(defaultValue = "csv") String format) {
        return sheet.answer(received(subject), format);
    }

    @Operation(summary = "一件 One of them")
    @GetMapping("/filings/{id}")
    @Needs(Permission.MEMBER_DOCUMENTS)
    Filing one(@PathVariable UUID id) {
        Filing filing = scope.readable(id);
        return scope.named(filing) ? filing : filing.withoutNames();
    }

    @Operation(summary = "修改草稿 Change the draft")
    @PutMapping("/filings/{id}")
    @Needs(Permission.MATTER_FILE)
    Filing edit(@PathVariable UUID id, @RequestBody Change change) {
        scope.inScope(id, Permission.MATTER_FILE);
        return filings.edit(id, change.version(), new Filings.Text(change.title(), change.parts()))
                .orThrow();
    }

    @Operation(summary = "邀请附议 Ask deputies to sign")
    @PostMapping("/filings/{id}/invitations")
    @Needs(Permission.MATTER_FILE)
    Filing invite(@PathVariable UUID id, @RequestBody Invitation invitation) {
        scope.inScope(id, Permission.MATTER_FILE);
        return filings.invite(id, invitation.members()).orThrow();
    }

    @Operation(summary = "附议 Sign this very text")
    @PostMapping("/filings/{id}/signatures")
    @Needs(Permission.MATTER_FILE)
    Filing sign(@PathVariable UUID id, @RequestBody SignedText text) {
        scope.inScope(id, Permission.MATTER_FILE);
        return filings.sign(id, text.textHash()).orThrow();
    }

    @Operation(summary = "撤回附议 Take the own signature back")
    @PostMapping("/filings/{id}/signatures/take-back")
    @Needs(Permission.MATTER_FILE)
    Filing takeBack(@PathVariable UUID id) {
        scope.inScope(id, Permission.MATTER_FILE);
        return filings.takeBack(id).orThrow();
    }

    @Operation(summary = "提交，以服务器收到的时刻为准 File it; the server's clock decides")
    @PostMapping("/filings/{id}/submit")
    @Needs(Permission.MATTER_FILE)
    Filing submit(@PathVariable UUID id, @RequestBody Submitted submitted) {
        scope.inScope(id, Permission.MATTER_FILE);
        return filings.submit(id, submitted.oneMatter()).orThrow();
    }

    @Operation(summary = "同意作为建议办理 Take the offer: a suggestion")
    @PostMapping("/filings/{id}/as-suggestion")
    @Needs(Permission.MATTER_FILE)
    Filing asSuggestion(@PathVariable UUID id) {
        scope.inScope(id, Permission.MATTER_FILE);
        return filings.asSuggestion(id).orThrow();
    }

    @Operation(summary = "撤回 Withdraw it")
    @PostMapping("/filings/{id}/withdraw")
    @Needs(Permission.MATTER_FILE)
    Filing withdraw(@PathVariable UUID id, @RequestBody Because because) {
        scope.inScope(id, Permission.MATTER_FILE);
        return filings.withdraw(id, because.reason()).orThrow();
    }

    @Operation(summary = "请求复议 Ask for reconsideration")
    @PostMapping("/filings/{id}/reconsider")
    @Needs(Permission.MATTER_FILE)
    Filing reconsider(@PathVariable UUID id) {
        scope.inScope(id, Permission.MATTER_FILE);
        return filings.reconsider(id).orThrow();
    }

    @Operation(summary = "对答复不满意 Not satisfied with the answer")
    @PostMapping("/filings/{id}/not-satisfied")
    @Needs(Permission.MATTER_FILE)
    Filing notSatisfied(@PathVariable UUID id) {
        scope.inScope(id, Permission.MATTER_FILE);
        return filings.notSatisfied(id).orThrow();
    }

    @Operation(summary = "登记机关提出的议案 Enter what a body files")
    @PostMapping("/filings/of-bodies")
    @Needs(Permission.MATTER_EXAMINE)
    Filing file(@RequestBody BodysFiling filing) {
        scope.body(filing.body(), Permission.MATTER_EXAMINE);
        return filings.file(
                        filing.body(), filing.kind(), new Filings.Text(filing.title(), filing.parts()), filing.mover())
                .orThrow();
    }

    @Operation(summary = "登记编号 Register it: it gets its number")
    @PostMapping("/filings/{id}/register")
    @Needs(Permission.MATTER_EXAMINE)
    Filing register(@PathVariable UUID id) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return filings.register(id).orThrow();
    }

    @Operation(summary = "提出审查意见 Examine it: what is proposed to the presidium")
    @PostMapping("/filings/{id}/examine")
    @Needs(Permission.MATTER_EXAMINE)
    Filing examine(@PathVariable UUID id, @RequestBody Filing.Opinion opinion) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return filings.examine(id, opinion).orThrow();
    }

    @Operation(summary = "将处理意见的报告列入主席团会议 List the report for a presidium meeting")
    @PostMapping("/filings/report")
    @Needs(Permission.MATTER_EXAMINE)
    Question report(@RequestBody ToSitting to) {
        received(to.subject());
        return filings.report(to.subject(), to.sitting()).orThrow();
    }

    @Operation(summary = "将同意撤回列入主席团会议 List the consent to a withdrawal for a presidium meeting")
    @PostMapping("/filings/{id}/consent")
    @Needs(Permission.MATTER_EXAMINE)
    Question consent(@PathVariable UUID id, @RequestBody OfSitting of) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return filings.consent(id, of.sitting()).orThrow();
    }

    @Operation(summary = "登记答复 Enter the organ's answer")
    @PostMapping("/filings/{id}/answer")
    @Needs(Permission.MATTER_EXAMINE)
    Filing answer(@PathVariable UUID id, @RequestBody Answer answer) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return filings.answer(id, answer.text()).orThrow();
    }
}
