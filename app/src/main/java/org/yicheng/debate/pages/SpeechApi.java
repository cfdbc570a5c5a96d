package org.yicheng.debate.pages;

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
import org.yicheng.assembly.VotingMode;
import org.yicheng.debate.AgendaItem;
import org.yicheng.debate.Speech;
import org.yicheng.debate.Speeches;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;

/** Speakers over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "speakers", description = "发言名单、发言时间、程序动议 Speakers, speaking time, points of order")
class SpeechApi {

    private final Speeches speeches;
    private final DebateScope scope;

    SpeechApi(Speeches speeches, DebateScope scope) {
        this.speeches = speeches;
        this.scope = scope;
    }

    record Entry(String member, Speeches.Request request) {}

    record Place(int place) {}

    record Minutes(int minutes) {}

    record TheRuling(String ruling) {}

    record Appeal(VotingMode mode) {}

    record Closed(boolean closed) {}

    record SpeakersList(List<Speech> floor, List<Speech> queue, List<Speech> heard, List<Speeches.Account> accounts) {}

    @Operation(summary = "一项议题的发言名单 The list of speakers on an item")
    @GetMapping("/sittings/{sitting}/agenda/{id}/speakers")
    @Needs(Permission.MEMBER_DOCUMENTS)
    SpeakersList list(@PathVariable String sitting, @PathVariable UUID id) {
        scope.sitting(sitting, Permission.MEMBER_DOCUMENTS);
        scope.item(id, Permission.MEMBER_DOCUMENTS);
        return new SpeakersList(speeches.floor(sitting), speeches.queue(id), speeches.heard(id), speeches.accounts(id));
    }

    @Operation(summary = "要求发言、提出程序动议 Ask for the floor or raise a point of order")
    @PostMapping("/sittings/{sitting}/speeches")
    @Needs(Permission.VOTE)
    Speech ask(@PathVariable String sitting, @RequestBody Speeches.Request request) {
        scope.sitting(sitting, Permission.VOTE);
        return speeches.ask(sitting, DebateScope.person(), request).orThrow();
    }

    @Operation(summary = "代为登记发言 Enter a member on the list")
    @PostMapping("/sittings/{sitting}/speakers")
    @Needs(Permission.FLOOR_MOVE)
    Speech enter(@PathVariable String sitting, @RequestBody Entry entry) {
        scope.sitting(sitting, Permission.FLOOR_MOVE);
        return speeches.enter(sitting, entry.member(), entry.request()).orThrow();
    }

    @Operation(summary = "请下一位发言 Call the next speaker")
    @PostMapping("/sittings/{sitting}/agenda/{id}/next")
    @Needs(Permission.FLOOR_MOVE)
    Speech next(@PathVariable String sitting, @PathVariable UUID id) {
        scope.sitting(sitting, Permission.FLOOR_MOVE);
        return speeches.next(sitting, id).orThrow();
    }

    @Operation(summary = "请这一位发言 Give the floor to this one")
    @PostMapping("/speeches/{id}/give")
    @Needs(Permission.FLOOR_MOVE)
    Speech give(@PathVariable UUID id) {
        scope.speech(id, Permission.FLOOR_MOVE);
        return speeches.give(id).orThrow();
    }

    @Operation(summary = "调整发言顺序；0为按规则 Set a place; 0 gives it back to the rules")
    @PostMapping("/speeches/{id}/place")
    @Needs(Permission.FLOOR_MOVE)
    Speech place(@PathVariable UUID id, @RequestBody Place place) {
        scope.speech(id, Permission.FLOOR_MOVE);
        return speeches.place(id, place.place()).orThrow();
    }

    @Operation(summary = "暂停计时 Stop the clock")
    @PostMapping("/speeches/{id}/pause")
    @Needs(Permission.FLOOR_MOVE)
    Speech pause(@PathVariable UUID id) {
        scope.speech(id, Permission.FLOOR_MOVE);
        return speeches.pause(id).orThrow();
    }

    @Operation(summary = "继续计时 Let the clock run on")
    @PostMapping("/speeches/{id}/resume")
    @Needs(Permission.FLOOR_MOVE)
    Speech resume(@PathVariable UUID id) {
        scope.speech(id, Permission.FLOOR_MOVE);
        return speeches.resume(id).orThrow();
    }

    @Operation(summary = "延长发言时间 Allow more time")
    @PostMapping("/speeches/{id}/extend")
    @Needs(Permission.FLOOR_MOVE)
    Speech extend(@PathVariable UUID id, @RequestBody Minutes minutes) {
        scope.speech(id, Permission.FLOOR_MOVE);
        return speeches.extend(id, minutes.minutes()).orThrow();
    }

    @Operation(summary = "结束发言 End the speech")
    @PostMapping("/speeches/{id}/end")
    @Needs(Permission.FLOOR_MOVE)
    Speech end(@PathVariable UUID id) {
        scope.speech(id, Permission.FLOOR_MOVE);
        return speeches.end(id).orThrow();
    }

    @Operation(summary = "撤回发言要求 Take the request back")
    @PostMapping("/speeches/{id}/withdraw")
    @Needs(Permission.MEMBER_DOCUMENTS)
    Speech withdraw(@PathVariable UUID id) {
        scope.speech(id, Permission.MEMBER_DOCUMENTS);
        return speeches.withdraw(id).orThrow();
    }

    @Operation(summary = "对程序动议作出裁定 Rule on a point of order")
    @PostMapping("/speeches/{id}/rule")
    @Needs(Permission.FLOOR_MOVE)
    Speech rule(@PathVariable UUID id, @RequestBody TheRuling ruling) {
        scope.speech(id, Permission.FLOOR_MOVE);
        return speeches.rule(id, ruling.ruling()).orThrow();
    }

    @Operation(summary = "对裁定申诉，由会议表决 Appeal from the ruling: the assembly decides")
    @PostMapping("/speeches/{id}/appeal")
    @Needs(Permission.FLOOR_MOVE)
    Speech appeal(@PathVariable UUID id, @RequestBody Appeal appeal) {
        scope.speech(id, Permission.FLOOR_MOVE);
        return speeches.appeal(id, appeal.mode()).orThrow();
    }

    @Operation(summary = "截止或重新开放登记 Close or open the list")
    @PostMapping("/agenda-items/{id}/list")
    @Needs(Permission.FLOOR_MOVE)
    AgendaItem close(@PathVariable UUID id, @RequestBody Closed closed) {
        scope.item(id, Permission.FLOOR_MOVE);
        return speeches.close(id, closed.closed()).orThrow();
    }
}
