package org.yicheng.proposals.handling.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Inadmissible;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.proposals.handling.Handling.Commitment;
import org.yicheng.proposals.handling.Handling.Grade;
import org.yicheng.proposals.handling.Handling.Promise;
import org.yicheng.proposals.handling.Handling.ReplyText;
import org.yicheng.proposals.handling.Handling.Screening;
import org.yicheng.proposals.handling.Handling.Share;
import org.yicheng.proposals.handling.Handling.Supervision;
import org.yicheng.proposals.handling.Handlings;
import org.yicheng.proposals.handling.Handlings.Spoken;
import org.yicheng.proposals.handling.ReplyScheme;
import org.yicheng.proposals.handling.Setting;
import org.yicheng.web.Refuses;

/** Handling of suggestions over REST: what the pages can do. */
@RestController
@RequestMapping("/api/v1")
@Needs(Permission.MATTER_HANDLE)
@Tag(name = "handling", description = "建议、提案的办理：审查、交办、答复、评价、承诺 Handling of suggestions and proposals")
class HandlingApi {

    private final Handlings handlings;
    private final HandlingScope scope;

    HandlingApi(Handlings handlings, HandlingScope scope) {
        this.handlings = handlings;
        this.scope = scope;
    }

    /** @param inadmissible which reason of the place's lists it is; null for none */
    record Screened(Screening screening, Optional<Inadmissible> inadmissible, String reason) {}

    record Assigned(List<Share> shares, String reason) {}

    record Because(String reason) {}

    record Merged(UUID lead, String reason) {}

    record Chosen(String reason, String committee) {}

    record Decided(boolean granted, int months, String reason) {}

    record Again(boolean again, String reason) {}

    record Raised(String code, Optional<LocalDate> promised, String evidence) {}

    record Words(String text) {}

    record Looked(boolean passed, String remark) {}

    record Judged(Grade attitude, Grade result, String reason) {}

    record Kept(UUID filing, Promise how, String evidence) {}

    /** A handling as its reader may see it: without the author's name where that is not to be told. */
    private Handling seen(Handling handling) {
        return scope.named(handling) ? handling : handling.withoutNames();
    }

    @Operation(summary = "一件建议或者提案的办理情况 How one suggestion or proposal is handled")
    @GetMapping("/handlings/{id}")
    @Refuses(409)
    Handling one(@PathVariable UUID id) {
        return seen(scope.visible(id));
    }

    @Operation(summary = "一个单位承办的 What an organ has in hand")
    @GetMapping("/handlings/of-organ")
    List<Handling> ofOrgan(@RequestParam String organ) {
        scope.organ(organ);
        return handlings.ofOrgan(organ).stream().map(this::seen).toList();
    }

    @Operation(summary = "一个机关收到的全部建议或者提案 All suggestions or proposals of a body")
    @GetMapping("/handlings")
    @Needs(Permission.MATTER_EXAMINE)
    List<Handling> ofBody(@RequestParam String body) {
        scope.body(body);
        return handlings.ofBody(body);
    }

    @Operation(summary = "承诺台账 The register of promises")
    @GetMapping("/handlings/promises")
    @Needs(Permission.MATTER_EXAMINE)
    List<Commitment> promises(@RequestParam String body) {
        scope.body(body);
        return handlings.commitments(body);
    }

    @Operation(summary = "答复分类方案 The schemes of reply classes")
    @GetMapping("/reply-schemes")
    @Needs(Permission.PUBLIC_READ)
    List<ReplyScheme> schemes() {
        return handlings.schemes();
    }

    @Operation(summary = "本机关的办理规则 A body's rules on handling")
    @GetMapping("/bodies/{body}/handling-rules")
    @Needs(Permission.MATTER_EXAMINE)
    Setting setting(@PathVariable String body) {
        scope.body(body);
        return handlings.setting(body);
    }

    @Operation(summary = "设定本机关的办理规则 Set them")
    @PutMapping("/bodies/{body}/handling-rules")
    @Needs(Permission.MATTER_EXAMINE)
    Setting set(@PathVariable String body, @RequestBody Setting setting) {
        scope.body(body);
        return handlings.set(body, setting).orThrow();
    }

    // ---------------------------------------------------------------- the office

    @Operation(summary = "审查是否受理 Decide whether it is admitted")
    @PostMapping("/handlings/{id}/screening")
    @Needs(Permission.MATTER_EXAMINE)
    Handling screen(@PathVariable UUID id, @RequestBody Screened screened) {
        scope.examined(id);
        return handlings
                .screen(id, screened.screening(), screened.inadmissible(), screened.reason())
                .orThrow();
    }

    @Operation(summary = "交办或重新交办 Assign it, or assign it anew")
    @PostMapping("/handlings/{id}/assignment")
    @Needs(Permission.MATTER_EXAMINE)
    Handling assign(@PathVariable UUID id, @RequestBody Assigned assigned) {
        scope.examined(id);
        return handlings.assign(id, assigned.shares(), assigned.reason()).orThrow();
    }

    @Operation(summary = "不采纳异议 Refuse an objection")
    @PostMapping("/handlings/{id}/objection/refuse")
    @Needs(Permission.MATTER_EXAMINE)
    Handling refuseObjection(@PathVariable UUID id, @RequestBody Because because) {
        scope.examined(id);
        return handlings.refuseObjection(id, because.reason()).orThrow();
    }

    @Operation(summary = "并案办理 Handle it together with another")
    @PostMapping("/handlings/{id}/merger")
    @Needs(Permission.MATTER_EXAMINE)
    Handling merge(@PathVariable UUID id, @RequestBody Merged merged) {
        scope.examined(id);
        return handlings.merge(id, merged.lead(), merged.reason()).orThrow();
    }

    @Operation(summary = "撤销并案 Take a merger back")
    @PostMapping("/handlings/{id}/merger/undo")
    @Needs(Permission.MATTER_EXAMINE)
    Handling separate(@PathVariable UUID id, @RequestBody Because because) {
        scope.examined(id);
        return handlings.separate(id, because.reason()).orThrow();
    }

    @Operation(summary = "列为重点督办 Note it as chosen for close supervision")
    @PostMapping("/handlings/{id}/key")
    @Needs(Permission.MATTER_EXAMINE)
    Handling key(@PathVariable UUID id, @RequestBody Chosen chosen) {
        scope.examined(id);
        return handlings.key(id, chosen.reason(), chosen.committee()).orThrow();
    }

    @Operation(summary = "记录重点件的督办情况 Note how a key item was supervised")
    @PostMapping("/handlings/{id}/supervisions")
    @Needs(Permission.MATTER_EXAMINE)
    Handling supervise(@PathVariable UUID id, @RequestBody Supervision how) {
        scope.examined(id);
        return handlings.supervise(id, how).orThrow();
    }

    @Operation(summary = "录入党派、团体、专门委员会盖章的反馈 Enter the judgement of a mover that seals")
    @PostMapping("/handlings/{id}/feedback/under-seal")
    @Needs(Permission.MATTER_EXAMINE)
    Handling judgeUnderSeal(@PathVariable UUID id, @RequestBody Judged judged) {
        scope.examined(id);
        return handlings
                .judgeUnderSeal(id, judged.attitude(), judged.result(), judged.reason())
                .orThrow();
    }

    @Operation(summary = "决定是否延长答复期限 Grant or refuse more time")
    @PostMapping("/handlings/{id}/extension/decide")
    @Needs(Permission.MATTER_EXAMINE)
    Handling extend(@PathVariable UUID id, @RequestBody Decided decided) {
        scope.examined(id);
        return handlings
                .decideExtension(
                        id, decided.granted() ? Forms.months(decided.months()) : Optional.empty(), decided.reason())
                .orThrow();
    }

    @Operation(summary = "逾期未反馈，结束等待 End the wait for a judgement")
    @PostMapping("/handlings/{id}/no-feedback")
    @Needs(Permission.MATTER_EXAMINE)
    Handling noFeedback(@PathVariable UUID id, @RequestBody Because because) {
        scope.examined(id);
        return handlings.noFeedback(id, because.reason()).orThrow();
    }

    @Operation(summary = "交再次办理，或不再办理 Have it handled again, or not")
    @PostMapping("/handlings/{id}/rehandling")
    @Needs(Permission.MATTER_EXAMINE)
    Handling rehandle(@PathVariable UUID id, @RequestBody Again again) {
        scope.examined(id);
        return handlings.rehandle(id, again.again(), again.reason()).orThrow();
    }

    @Operation(summary = "协调结束 End the coordination")
    @PostMapping("/handlings/{id}/coordination")
    @Needs(Permission.MATTER_EXAMINE)
    Handling coordinated(@PathVariable UUID id, @RequestBody Because because) {
        scope.examined(id);
        return handlings.coordinated(id, because.reason()).orThrow();
    }

    @Operation(summary = "凭证据提升答复类别 Raise the class, with evidence")
    @PostMapping("/handlings/{id}/class")
    @Needs(Permission.MATTER_EXAMINE)
    Handling raise(@PathVariable UUID id, @RequestBody Raised raised) {
        scope.examined(id);
        return handlings
                .raise(id, raised.code(), raised.promised(), raised.evidence())
                .orThrow();
    }

    // ---------------------------------------------------------------- the organs

    @Operation(summary = "签收 Receive it")
    @PostMapping("/handlings/{id}/organs/{organ}/receipt")
    Handling receive(@PathVariable UUID id, @PathVariable String organ) {
        scope.handled(id, organ, Permission.MATTER_HANDLE);
        return seen(handlings.receive(id, organ).orThrow());
    }

    @Operation(summary = "对交办提出异议 Object to the assignment")
    @PostMapping("/handlings/{id}/organs/{organ}/objection")
    Handling object(@PathVariable UUID id, @PathVariable String organ, @RequestBody Words said) {
        scope.handled(id, organ, Permission.MATTER_HANDLE);
        return seen(handlings.object(id, organ, said.text()).orThrow());
    }

    @Operation(summary = "记录与代表的联系 Note speech with the author")
    @PostMapping("/handlings/{id}/organs/{organ}/contacts")
    Handling contact(@PathVariable UUID id, @PathVariable String organ, @RequestBody Spoken spoken) {
        scope.handled(id, organ, Permission.MATTER_HANDLE);
        return seen(handlings.contact(id, organ, spoken).orThrow());
    }

    @Operation(summary = "会办意见 Give an assisting opinion")
    @PostMapping("/handlings/{id}/organs/{organ}/opinion")
    Handling opinion(@PathVariable UUID id, @PathVariable String organ, @RequestBody Words said) {
        scope.handled(id, organ, Permission.MATTER_HANDLE);
        return seen(handlings.opinion(id, organ, said.text()).orThrow());
    }

    @Operation(summary = "拟写答复 Write a reply or its next version")
    @PostMapping("/handlings/{id}/organs/{organ}/reply")
    Handling draft(@PathVariable UUID id, @PathVariable String organ, @RequestBody ReplyText text) {
        scope.handled(id, organ, Permission.MATTER_HANDLE);
        return seen(handlings.draft(id, organ, text).orThrow());
    }

    @Operation(summary = "送审 Send the reply for review")
    @PostMapping("/handlings/{id}/organs/{organ}/reply/submit")
    Handling submit(@PathVariable UUID id, @PathVariable String organ) {
        scope.handled(id, organ, Permission.MATTER_HANDLE);
        return seen(handlings.submit(id, organ).orThrow());
    }

    @Operation(summary = "审核、签发或退回 Pass it on, sign it, or send it back")
    @PostMapping("/handlings/{id}/organs/{organ}/reply/review")
    Handling review(@PathVariable UUID id, @PathVariable String organ, @RequestBody Looked looked) {
        scope.handled(id, organ, Permission.MATTER_HANDLE);
        return seen(
                handlings.review(id, organ, looked.passed(), looked.remark()).orThrow());
    }

    @Operation(summary = "申请延长答复期限 Ask for more time")
    @PostMapping("/handlings/{id}/organs/{organ}/extension")
    Handling askExtension(@PathVariable UUID id, @PathVariable String organ, @RequestBody Words said) {
        scope.handled(id, organ, Permission.MATTER_HANDLE);
        return seen(handlings.askExtension(id, organ, said.text()).orThrow());
    }

    @Operation(summary = "落实承诺，或说明未能落实 A promise was kept, or why not")
    @PostMapping("/handlings/promises/{id}")
    Handling fulfil(@PathVariable UUID id, @RequestBody Kept kept) {
        scope.visible(kept.filing());
        return seen(handlings.fulfil(id, kept.how(), kept.evidence()).orThrow());
    }

    // ---------------------------------------------------------------- the author

    @Operation(summary = "代表评价办理态度和办理结果 The author judges attitude and result")
    @PostMapping("/handlings/{id}/feedback")
    @Needs(Permission.MATTER_FILE)
    Handling judge(@PathVariable UUID id, @RequestBody Judged judged) {
        scope.visible(id);
        return handlings
                .judge(id, judged.attitude(), judged.result(), judged.reason())
                .orThrow();
    }

    @Operation(summary = "请求对提出人身份保密 Ask that the author's name not be told")
    @PostMapping("/filings/{id}/conceal")
    @Needs(Permission.MATTER_FILE)
    org.yicheng.proposals.Filing conceal(@PathVariable UUID id, @RequestBody Because because) {
        return handlings.conceal(id, because.reason()).orThrow();
    }
}
