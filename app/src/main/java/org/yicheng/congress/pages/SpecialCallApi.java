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
import org.yicheng.congress.SpecialCall;
import org.yicheng.congress.SpecialCalls;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Proposals to call a special session, over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "sessions", description = "人民代表大会会议 Sessions of a people's congress")
class SpecialCallApi {

    private final SpecialCalls calls;
    private final SessionScope scope;

    SpecialCallApi(SpecialCalls calls, SessionScope scope) {
        this.calls = calls;
        this.scope = scope;
    }

    record Proposal(String title, String text) {}

    record Necessity(String title, String text, String reference) {}

    record OfSession(String session) {}

    @Operation(summary = "临时召集会议的提议 Proposals to call a special session")
    @GetMapping("/bodies/{body}/special-calls")
    @Needs(Permission.MEMBER_DOCUMENTS)
    List<SpecialCall> all(@PathVariable String body) {
        scope.body(body, Permission.MEMBER_DOCUMENTS);
        return calls.ofBody(body);
    }

    @Operation(summary = "代表提议临时召集会议 Propose a special session; one signs first")
    @PostMapping("/bodies/{body}/special-calls")
    @Needs(Permission.MATTER_FILE)
    SpecialCall propose(@PathVariable String body, @RequestBody Proposal proposal) {
        scope.body(body, Permission.MATTER_FILE);
        return calls.propose(body, proposal.title(), proposal.text()).orThrow();
    }

    @Operation(summary = "登记常务委员会决定临时召集 Enter that the standing committee finds a special session necessary")
    @PostMapping("/bodies/{body}/special-calls/of-committee")
    @Needs(Permission.SESSION_MOVE)
    SpecialCall ofCommittee(@PathVariable String body, @RequestBody Necessity necessity) {
        scope.body(body, Permission.SESSION_MOVE);
        return calls.ofCommittee(body, necessity.title(), necessity.text(), necessity.reference())
                .orThrow();
    }

    @Operation(summary = "一件提议 One proposal")
    @GetMapping("/special-calls/{id}")
    @Needs(Permission.MEMBER_DOCUMENTS)
    SpecialCall one(@PathVariable UUID id) {
        return known(id, Permission.MEMBER_DOCUMENTS);
    }

    private SpecialCall known(UUID id, Permission permission) {
        SpecialCall call = calls.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("congress.call-unknown", "value", id)));
        scope.body(call.body(), permission);
        return call;
    }

    @Operation(summary = "附议 Sign it")
    @PostMapping("/special-calls/{id}/sign")
    @Needs(Permission.MATTER_FILE)
    SpecialCall sign(@PathVariable UUID id) {
        known(id, Permission.MATTER_FILE);
        return calls.sign(id).orThrow();
    }

    @Operation(summary = "撤回附议 Take the own signature back")
    @PostMapping("/special-calls/{id}/take-back")
    @Needs(Permission.MATTER_FILE)
    SpecialCall takeBack(@PathVariable UUID id) {
        known(id, Permission.MATTER_FILE);
        return calls.takeBack(id).orThrow();
    }

    @Operation(summary = "提交，须有全体代表五分之一以上附议 Hand it in; one fifth of all deputies must have signed")
    @PostMapping("/special-calls/{id}/hand-in")
    @Needs(Permission.MATTER_FILE)
    SpecialCall handIn(@PathVariable UUID id) {
        known(id, Permission.MATTER_FILE);
        return calls.handIn(id).orThrow();
    }

    @Operation(summary = "提交前撤回 Give it up before it is handed in")
    @PostMapping("/special-calls/{id}/withdraw")
    @Needs(Permission.MATTER_FILE)
    SpecialCall withdraw(@PathVariable UUID id) {
        known(id, Permission.MATTER_FILE);
        return calls.withdraw(id).orThrow();
    }

    @Operation(summary = "指明据此召集的会议 Name the session that is called by it")
    @PostMapping("/special-calls/{id}/session")
    @Needs(Permission.SESSION_MOVE)
    SpecialCall back(@PathVariable UUID id, @RequestBody OfSession of) {
        known(id, Permission.SESSION_MOVE);
        return calls.back(id, of.session()).orThrow();
    }
}
