package org.yicheng.assembly.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Credential;
import org.yicheng.assembly.Group;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.RuleSet;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Bodies, members, rules and cards over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "bodies", description = "会议体、名册、证件 Bodies, rosters, cards")
class BodyApi {

    private final Bodies bodies;
    private final Scope scope;

    BodyApi(Bodies bodies, Scope scope) {
        this.bodies = bodies;
        this.scope = scope;
    }

    record NewBody(String id, Body.Kind kind, Bilingual name, Bilingual shortName, String ruleSet, boolean demo) {}

    record CardChange(Credential.Status status, String reason) {}

    @Operation(summary = "建立会议体 Add a body")
    @PostMapping("/bodies")
    @Needs(Permission.SITTING_PREPARE)
    Body add(@RequestBody NewBody body) {
        if (bodies.byId(body.id()).isPresent()) {
            throw new RefusedException(Refusal.at("id", "assembly.body-twice", "value", body.id()));
        }
        bodies.add(new Body(
                body.id(),
                body.kind(),
                body.name(),
                body.shortName(),
                body.ruleSet(),
                java.util.Optional.empty(),
                body.demo()));
        return bodies.byId(body.id()).orElseThrow();
    }

    @Operation(summary = "会议体 One body")
    @GetMapping("/bodies/{body}")
    @Needs(Permission.PUBLIC_READ)
    Body body(@PathVariable String body) {
        return scope.body(body, Permission.PUBLIC_READ);
    }

    @Operation(summary = "议事规则，每个数字附条文 The rules, every threshold with its article")
    @GetMapping("/bodies/{body}/rules")
    @Needs(Permission.PUBLIC_READ)
    RuleSet rules(@PathVariable String body) {
        return bodies.rules(scope.body(body, Permission.PUBLIC_READ).id());
    }

    @Operation(summary = "代表团 Delegations or groups")
    @GetMapping("/bodies/{body}/groups")
    @Needs(Permission.PUBLIC_READ)
    List<Group> groups(@PathVariable String body) {
        return bodies.groupsOf(scope.body(body, Permission.PUBLIC_READ).id());
    }

    @Operation(summary = "名册 The roster")
    @GetMapping("/bodies/{body}/members")
    @Needs(Permission.ROSTER_READ)
    List<Member> members(@PathVariable String body) {
        return bodies.membersOf(scope.body(body, Permission.ROSTER_READ).id());
    }

    @Operation(summary = "证件 One card")
    @GetMapping("/bodies/{body}/cards/{code}")
    @Needs(Permission.ROSTER_READ)
    Credential card(@PathVariable String body, @PathVariable String code) {
        scope.body(body, Permission.ROSTER_READ);
        return bodies.card(code)
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.card.unknown", "value", code)));
    }

    @Operation(summary = "挂失、注销或启用证件 Report lost, revoke or activate a card")
    @PostMapping("/bodies/{body}/cards/{code}")
    @Needs(Permission.CREDENTIAL_CHANGE)
    Credential change(@PathVariable String body, @PathVariable String code, @RequestBody CardChange change) {
        scope.body(body, Permission.CREDENTIAL_CHANGE);
        return bodies.changeCard(code, change.status(), change.reason()).orThrow();
    }
}
