package org.yicheng.debate.pages;

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
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.VotingMode;
import org.yicheng.debate.AgendaItem;
import org.yicheng.debate.Agendas;
import org.yicheng.debate.DebateRules;
import org.yicheng.debate.Debating;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;

/** Agendas over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "agenda", description = "议程、合并通过事项 Agendas and consent agendas")
class AgendaApi {

    private final Agendas agendas;
    private final Debating debating;
    private final DebateScope scope;

    AgendaApi(Agendas agendas, Debating debating, DebateScope scope) {
        this.agendas = agendas;
        this.debating = debating;
        this.scope = scope;
    }

    record NewItem(Optional<UUID> parent, Agendas.Draft item) {}

    record ChangedItem(int version, Agendas.Draft item) {}

    record Note(String note) {}

    record Shift(int by) {}

    record Hang(Optional<UUID> parent) {}

    record Mode(VotingMode mode) {}

    @Operation(summary = "一次会议的议程 The agenda of a sitting")
    @GetMapping("/sittings/{sitting}/agenda")
    @Needs(Permission.PUBLIC_READ)
    List<AgendaItem> agenda(@PathVariable String sitting) {
        Sitting held = scope.sitting(sitting, Permission.PUBLIC_READ);
        boolean desk = scope.mayIn(held.body(), Permission.FLOOR_MOVE);
        return agendas.ofSitting(sitting).stream()
                .map(item -> desk ? item : PublicItem.of(item))
                .toList();
    }

    @Operation(summary = "审议规则：发言、修正案、流程，各附依据 The rules of debate of a body, each with its ground")
    @GetMapping("/sittings/{sitting}/debate-rules")
    @Needs(Permission.PUBLIC_READ)
    DebateRules rules(@PathVariable String sitting) {
        return debating.rules(scope.sitting(sitting, Permission.PUBLIC_READ).body());
    }

    @Operation(summary = "增加议题 Add an item")
    @PostMapping("/sittings/{sitting}/agenda")
    @Needs(Permission.SITTING_PREPARE)
    AgendaItem add(@PathVariable String sitting, @RequestBody NewItem item) {
        scope.sitting(sitting, Permission.SITTING_PREPARE);
        return agendas.add(sitting, item.parent(), item.item()).orThrow();
    }

    @Operation(summary = "修改议题 Change an item")
    @PutMapping("/agenda-items/{id}")
    @Needs(Permission.SITTING_PREPARE)
    AgendaItem change(@PathVariable UUID id, @RequestBody ChangedItem item) {
        scope.item(id, Permission.SITTING_PREPARE);
        return agendas.change(id, item.version(), item.item()).orThrow();
    }

    @Operation(summary = "主持备注（仅主持一方可见） The moderator's note")
    @PutMapping("/agenda-items/{id}/note")
    @Needs(Permission.FLOOR_MOVE)
    AgendaItem note(@PathVariable UUID id, @RequestBody Note note) {
        scope.item(id, Permission.FLOOR_MOVE);
        return agendas.note(id, note.note()).orThrow();
    }

    @Operation(summary = "上移、下移 Move up or down")
    @PostMapping("/agenda-items/{id}/shift")
    @Needs(Permission.SITTING_PREPARE)
    AgendaItem shift(@PathVariable UUID id, @RequestBody Shift shift) {
        scope.item(id, Permission.SITTING_PREPARE);
        return agendas.shift(id, shift.by()).orThrow();
    }

    @Operation(summary = "改变所属议题 Hang under another item")
    @PostMapping("/agenda-items/{id}/hang")
    @Needs(Permission.SITTING_PREPARE)
    AgendaItem hang(@PathVariable UUID id, @RequestBody Hang hang) {
        scope.item(id, Permission.SITTING_PREPARE);
        return agendas.hang(id, hang.parent()).orThrow();
    }

    @Operation(summary = "撤下议题 Take an item off")
    @PostMapping("/agenda-items/{id}/drop")
    @Needs(Permission.SITTING_PREPARE)
    AgendaItem drop(@PathVariable UUID id) {
        scope.item(id, Permission.SITTING_PREPARE);
        return agendas.drop(id).orThrow();
    }

    @Operation(summary = "进入议题 Call an item")
    @PostMapping("/sittings/{sitting}/agenda/{id}/call")
    @Needs(Permission.FLOOR_MOVE)
    AgendaItem call(@PathVariable String sitting, @PathVariable UUID id) {
        scope.sitting(sitting, Permission.FLOOR_MOVE);
        return agendas.call(sitting, id).orThrow();
    }

    @Operation(summary = "结束议题 End an item")
    @PostMapping("/agenda-items/{id}/end")
    @Needs(Permission.FLOOR_MOVE)
    AgendaItem end(@PathVariable UUID id) {
        scope.item(id, Permission.FLOOR_MOVE);
        return agendas.end(id).orThrow();
    }

    @Operation(summary = "要求单独处理一项合并通过事项 Take an item out of the consent agenda")
    @PostMapping("/agenda-items/{id}/take-out")
    @Needs(Permission.VOTE)
    AgendaItem takeOut(@PathVariable UUID id) {
        scope.item(id, Permission.VOTE);
        return PublicItem.of(agendas.takeOut(id).orThrow());
    }

    @Operation(summary = "将合并通过事项列为一项付表决事项 List the question on the consent agenda")
    @PostMapping("/sittings/{sitting}/consent")
    @Needs(Permission.SITTING_PREPARE)
    Question consent(@PathVariable String sitting, @RequestBody Mode mode) {
        scope.sitting(sitting, Permission.SITTING_PREPARE);
        return agendas.listConsent(sitting, mode.mode()).orThrow();
    }
}
