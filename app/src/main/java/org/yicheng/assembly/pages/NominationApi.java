package org.yicheng.assembly.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.assembly.Nominations;
import org.yicheng.assembly.Nominations.Nomination;
import org.yicheng.assembly.Nominations.Nominee;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Nominations over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "elections", description = "选举 Elections")
class NominationApi {

    private final Nominations nominations;
    private final ElectionScope scope;

    NominationApi(Nominations nominations, ElectionScope scope) {
        this.nominations = nominations;
        this.scope = scope;
    }

    record Nominees(List<Nominee> nominees) {}

    record Because(String reason) {}

    /** @param members the numbers of those who signed, the first signer first */
    record Paper(Nominee nominee, List<String> members, String reference) {}

    @Operation(summary = "提名名单 Who is nominated")
    @GetMapping("/elections/{id}/nominations")
    @Needs(Permission.MEMBER_DOCUMENTS)
    List<Nomination> all(@PathVariable UUID id) {
        scope.election(id, Permission.MEMBER_DOCUMENTS);
        return nominations.of(id);
    }

    @Operation(summary = "登记主席团提名 Enter the presidium's nominations")
    @PutMapping("/elections/{id}/nominations/presidium")
    @Needs(Permission.SITTING_PREPARE)
    List<Nomination> presidium(@PathVariable UUID id, @RequestBody Nominees nominees) {
        scope.election(id, Permission.SITTING_PREPARE);
        return nominations.ofPresidium(id, nominees.nominees()).orThrow();
    }

    @Operation(summary = "登记书面联合提名 Enter a joint nomination signed on paper")
    @PostMapping("/elections/{id}/nominations/on-paper")
    @Needs(Permission.SITTING_PREPARE)
    Nomination onPaper(@PathVariable UUID id, @RequestBody Paper paper) {
        scope.election(id, Permission.SITTING_PREPARE);
        return nominations
                .onPaper(id, paper.nominee(), paper.members(), paper.reference())
                .orThrow();
    }

    @Operation(summary = "发起代表联合提名 Begin a joint nomination")
    @PostMapping("/elections/{id}/nominations")
    @Needs(Permission.VOTE)
    Nomination begin(@PathVariable UUID id, @RequestBody Nominee nominee) {
        return nominations.begin(id, ElectionApi.person(id), nominee).orThrow();
    }

    @Operation(summary = "联名 Sign a joint nomination")
    @PutMapping("/nominations/{nomination}/signature")
    @Needs(Permission.VOTE)
    Nomination sign(@PathVariable UUID nomination) {
        return nominations.sign(nomination, ElectionApi.person(nomination)).orThrow();
    }

    @Operation(summary = "撤回联名 Take the signature back")
    @DeleteMapping("/nominations/{nomination}/signature")
    @Needs(Permission.VOTE)
    Nomination unsign(@PathVariable UUID nomination) {
        return nominations.unsign(nomination, ElectionApi.person(nomination)).orThrow();
    }

    @Operation(summary = "提交联合提名 Hand a joint nomination in")
    @PostMapping("/nominations/{nomination}/submission")
    @Needs(Permission.VOTE)
    Nomination submit(@PathVariable UUID nomination) {
        return nominations.submit(nomination, ElectionApi.person(nomination)).orThrow();
    }

    @Operation(summary = "撤销提名 Strike a nominee")
    @PostMapping("/nominations/{nomination}/withdrawal")
    @Needs(Permission.SITTING_PREPARE)
    Nomination withdraw(@PathVariable UUID nomination, @RequestBody Because because) {
        known(nomination, Permission.SITTING_PREPARE);
        return nominations.withdraw(nomination, because.reason()).orThrow();
    }

    @Operation(summary = "联名代表 Who has signed")
    @GetMapping("/nominations/{nomination}/signatures")
    @Needs(Permission.MEMBER_DOCUMENTS)
    List<Nominations.Signature> signatures(@PathVariable UUID nomination) {
        known(nomination, Permission.MEMBER_DOCUMENTS);
        return nominations.signatures(nomination);
    }

    private void known(UUID nomination, Permission permission) {
        Nomination found = nominations
                .byId(nomination)
                .orElseThrow(
                        () -> new RefusedException(Refusal.plain("assembly.nomination.unknown", "value", nomination)));
        scope.election(found.election(), permission);
    }
}
