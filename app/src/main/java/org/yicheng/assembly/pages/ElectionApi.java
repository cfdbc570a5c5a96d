package org.yicheng.assembly.pages;

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
import org.yicheng.assembly.BallotPaper;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Scrutiny;
import org.yicheng.count.Occasion;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Refuses;

/** Elections over REST: method, list, ballot, result, and what follows. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "elections", description = "选举 Elections")
class ElectionApi {

    private final Elections elections;
    private final Scrutiny scrutiny;
    private final ElectionScope scope;

    ElectionApi(Elections elections, Scrutiny scrutiny, ElectionScope scope) {
        this.elections = elections;
        this.scrutiny = scrutiny;
        this.scope = scope;
    }

    record Draft(Bilingual title, Occasion occasion, Election.Terms terms, String method, Optional<String> subject) {}

    record Method(Election.Terms terms, String method) {}

    record Decided(ElectionStep step, UUID question) {}

    record Issued(String sitting, int issued, List<String> notReceived) {}

    record Collected(int collected, List<String> notReturned) {}

    record Paper(String marks, List<String> writeIns, String key) {}

    record Follow(boolean byVotes) {}

    record Supervision(List<String> members, List<String> chiefs, boolean noRelatives) {}

    record Voted(boolean inBox) {}

    @Operation(summary = "起草选举办法 Draft the method of an election")
    @PostMapping("/bodies/{body}/elections")
    @Needs(Permission.SITTING_PREPARE)
    Election draft(@PathVariable String body, @RequestBody Draft draft) {
        scope.body(body, Permission.SITTING_PREPARE);
        return elections
                .draft(new Elections.NewElection(
                        body,
                        draft.title(),
                        draft.occasion(),
                        draft.terms(),
                        draft.method(),
                        draft.subject().orElse("")))
                .orThrow();
    }

    @Operation(summary = "一个机构的选举 The elections of a body")
    @GetMapping("/bodies/{body}/elections")
    @Needs(Permission.PUBLIC_READ)
    List<Election> ofBody(@PathVariable String body) {
        scope.body(body, Permission.PUBLIC_READ);
        return elections.ofBody(body).stream().map(scope::seen).toList();
    }

    @Operation(summary = "一项选举：宣布之前没有结果 One election; no result before it is announced")
    @GetMapping("/elections/{id}")
    @Needs(Permission.PUBLIC_READ)
    Election one(@PathVariable UUID id) {
        return scope.seen(scope.election(id, Permission.PUBLIC_READ));
    }

    @Operation(summary = "修改选举办法草案 Change the draft of the method")
    @PutMapping("/elections/{id}/method")
    @Needs(Permission.SITTING_PREPARE)
    Election redraft(@PathVariable UUID id, @RequestBody Method method) {
        scope.election(id, Permission.SITTING_PREPARE);
        return elections.redraft(id, method.terms(), method.method()).orThrow();
    }

    @Operation(summary = "首次投票及其后续投票 The first ballot and all that follow from it")
    @GetMapping("/elections/{id}/chain")
    @Needs(Permission.PUBLIC_READ)
    List<Election> chain(@PathVariable UUID id) {
        scope.election(id, Permission.PUBLIC_READ);
        return elections.chain(id).stream().map(scope::seen).toList();
    }

    @Operation(summary = "何时进入各个状态 When each state was entered")
    @GetMapping("/elections/{id}/history")
    @Needs(Permission.PUBLIC_READ)
    List<Elections.Entered> history(@PathVariable UUID id) {
        scope.election(id, Permission.PUBLIC_READ);
        return elections.history(id);
    }

    @Operation(summary = "现在可以进行的步骤及其障碍 What can be done now, and what stands against it")
    @GetMapping("/elections/{id}/possible")
    @Needs(Permission.MEMBER_DOCUMENTS)
    List<Elections.Possible> possible(@PathVariable UUID id) {
        scope.election(id, Permission.MEMBER_DOCUMENTS);
        return elections.possible(id);
    }

    @Operation(summary = "候选人数与法定差额 The slate: nominated, lawful range, what to do")
    @GetMapping("/elections/{id}/slate")
    @Needs(Permission.MEMBER_DOCUMENTS)
    Elections.SlateCheck slate(@PathVariable UUID id) {
        scope.election(id, Permission.MEMBER_DOCUMENTS);
        return elections.slate(id);
    }

    @Operation(summary = "正式候选人名单，按姓氏笔画为序 The final list, in stroke order")
    @GetMapping("/elections/{id}/candidates")
    @Needs(Permission.MEMBER_DOCUMENTS)
    List<Elections.Candidate> candidates(@PathVariable UUID id) {
        scope.election(id, Permission.MEMBER_DOCUMENTS);
        return elections.candidates(id);
    }

    @Operation(summary = "会务组推进：开始提名、酝酿、预选、确定名单、公告、宣誓 Steps of the secretariat")
    @PostMapping("/elections/{id}/preparation/{step}")
    @Needs(Permission.SITTING_PREPARE)
    Election prepare(@PathVariable UUID id, @PathVariable ElectionStep step) {
        scope.election(id, Permission.SITTING_PREPARE);
        return take(id, step, ElectionStep.By.CLERK);
    }

    @Operation(summary = "主持人推进：开始投票、宣布投票有效或无效、宣布结果 Steps of the chair")
    @PostMapping("/elections/{id}/presiding/{step}")
    @Needs(Permission.QUESTION_MOVE)
    Election preside(@PathVariable UUID id, @PathVariable ElectionStep step) {
        scope.election(id, Permission.QUESTION_MOVE);
        return take(id, step, ElectionStep.By.CHAIR);
    }

    private Election take(UUID id, ElectionStep step, ElectionStep.By by) {
        if (step.by() != by) {
            throw new RefusedException(Refusal.at("step", "assembly.election-step-needs-more", "value", step));
        }
        return scope.seen(elections.take(id, step).orThrow());
    }

    @Operation(summary = "由会议表决决定的步骤 A step that a body has decided by a question")
    @PostMapping("/elections/{id}/decisions")
    @Needs(Permission.SITTING_PREPARE)
    Election decided(@PathVariable UUID id, @RequestBody Decided decided) {
        scope.election(id, Permission.SITTING_PREPARE);
        return elections.decided(id, decided.step(), decided.question()).orThrow();
    }

    @Operation(summary = "提出监票人、总监票人名单 Propose the scrutineers")
    @PutMapping("/elections/{id}/scrutineers")
    @Needs(Permission.SITTING_PREPARE)
    List<Scrutiny.Scrutineer> propose(@PathVariable UUID id, @RequestBody Supervision supervision) {
        scope.election(id, Permission.SITTING_PREPARE);
        return scrutiny.propose(id, supervision.members(), supervision.chiefs(), supervision.noRelatives())
                .orThrow();
    }

    @Operation(summary = "监票人名单 The scrutineers")
    @GetMapping("/elections/{id}/scrutineers")
    @Needs(Permission.MEMBER_DOCUMENTS)
    List<Scrutiny.Scrutineer> scrutineers(@PathVariable UUID id) {
        scope.election(id, Permission.MEMBER_DOCUMENTS);
        return scrutiny.scrutineers(id);
    }

    @Operation(summary = "发放选票 Hand out the papers")
    @PostMapping("/elections/{id}/issue")
    @Needs(Permission.BALLOT_SCRUTINISE)
    Election issue(@PathVariable UUID id, @RequestBody Issued issued) {
        scope.election(id, Permission.BALLOT_SCRUTINISE);
        return elections
                .issue(id, issued.sitting(), issued.issued(), issued.notReceived())
                .orThrow();
    }

    @Operation(summary = "报告收回的选票 Report the papers collected")
    @PostMapping("/elections/{id}/collect")
    @Needs(Permission.BALLOT_SCRUTINISE)
    Election collect(@PathVariable UUID id, @RequestBody Collected collected) {
        scope.election(id, Permission.BALLOT_SCRUTINISE);
        return elections
                .collect(id, collected.collected(), collected.notReturned())
                .orThrow();
    }

    @Operation(summary = "投入一张电子选票：落盘后才答复，不记录投票人 Put an electronic paper into the box; no voter is kept")
    @PostMapping("/elections/{id}/ballots")
    @Needs(Permission.VOTE)
    Elections.InBox cast(@PathVariable UUID id, @RequestBody Paper paper) {
        return elections
                .cast(id, person(id), paper(paper.marks(), paper.writeIns()), paper.key())
                .orThrow();
    }

    static BallotPaper paper(String marks, List<String> names) {
        if (!marks.matches("[YNAX]{0,2000}")) {
            throw new RefusedException(Refusal.at("marks", "assembly.ballot-electronic-mark", "value", marks));
        }
        return new BallotPaper(marks, names, false);
    }

    @Operation(summary = "本人选票是否已在票箱 Whether the own paper is in the box")
    @Refuses(409)
    @GetMapping("/elections/{id}/ballots/own")
    @Needs(Permission.VOTE)
    Voted voted(@PathVariable UUID id) {
        return new Voted(elections.voted(id, person(id)));
    }

    static UUID person(UUID election) {
        return Caller.current()
                .person()
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.no-mandate", "question", election)));
    }

    @Operation(summary = "已领票、已投票人数，不显示如何投 Papers received and returned; never how they are marked")
    @GetMapping("/elections/{id}/returned")
    @Needs(Permission.PUBLIC_READ)
    Elections.Returned returned(@PathVariable UUID id) {
        scope.election(id, Permission.PUBLIC_READ);
        return elections.returned(id);
    }

    @Operation(summary = "领票、投票名单 Who received and who returned a paper")
    @GetMapping("/elections/{id}/receivers")
    @Needs(Permission.BALLOT_SCRUTINISE)
    List<Elections.Receiver> receivers(@PathVariable UUID id) {
        scope.election(id, Permission.BALLOT_SCRUTINISE);
        return elections.receivers(id);
    }

    @Operation(summary = "计票 Count")
    @PostMapping("/elections/{id}/count")
    @Needs(Permission.BALLOT_SCRUTINISE)
    Election count(@PathVariable UUID id) {
        scope.election(id, Permission.BALLOT_SCRUTINISE);
        return elections.take(id, ElectionStep.COUNT).orThrow();
    }

    @Operation(summary = "以保存的选票重新计算，不改变任何数据 Count the stored papers again, changing nothing")
    @Refuses(409)
    @GetMapping("/elections/{id}/recount")
    @Needs(Permission.BALLOT_SCRUTINISE)
    Election.Result recount(@PathVariable UUID id) {
        Election election = scope.election(id, Permission.BALLOT_SCRUTINISE);
        if (election.outcome().isEmpty()) {
            throw new RefusedException(Refusal.plain("assembly.election-not-counted", "title", election.title()));
        }
        return elections.recount(id);
    }

    @Operation(summary = "再次投票或者另行选举 Begin the ballot that follows: re-vote or supplementary election")
    @PostMapping("/elections/{id}/follow")
    @Needs(Permission.SITTING_PREPARE)
    Election follow(@PathVariable UUID id, @RequestBody Follow follow) {
        scope.election(id, Permission.SITTING_PREPARE);
        return elections.follow(id, follow.byVotes()).orThrow();
    }
}
