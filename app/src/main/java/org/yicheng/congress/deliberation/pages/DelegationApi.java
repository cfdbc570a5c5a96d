package org.yicheng.congress.deliberation.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Sitting;
import org.yicheng.congress.deliberation.Delegations;
import org.yicheng.congress.deliberation.Delegations.Delegation;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;

/** Delegations, groups and their meetings over REST; sign-in and moves of a meeting are those of any sitting. */
@RestController
@RequestMapping("/api/v1/sessions/{session}/delegations")
@Tag(name = "delegations", description = "代表团、小组及其会议 Delegations, groups and their meetings")
class DelegationApi {

    private final Delegations delegations;
    private final Places places;

    DelegationApi(Delegations delegations, Places places) {
        this.delegations = delegations;
        this.places = places;
    }

    record Formed(int delegations) {}

    record NewGroup(String name, List<String> members) {}

    record Taker(String member, boolean appointed) {}

    record Call(Instant plannedAt, String hall) {}

    /** A meeting's choice of who leads. */
    record Chosen(Delegations.Post post, List<String> members, int approvals) {}

    @Operation(summary = "组成代表团；再次执行则与名册对齐 Form the delegations; again: take over what changed in the roster")
    @PostMapping
    @Needs(Permission.SITTING_PREPARE)
    Formed form(@PathVariable String session) {
        places.session(session, Permission.SITTING_PREPARE);
        return new Formed(delegations.form(session).orThrow());
    }

    @Operation(summary = "代表团及其会议、发言统计 The delegations with figures of meetings and speakers")
    @GetMapping
    @Needs(Permission.DELEGATION_READ)
    List<Delegations.Figures> figures(@PathVariable String session) {
        places.member(session);
        return delegations.figures(session);
    }

    @Operation(summary = "一个代表团或小组 One delegation or group")
    @GetMapping("/{key}")
    @Needs(Permission.DELEGATION_READ)
    Delegation one(@PathVariable String session, @PathVariable String key) {
        return places.delegation(places.known(session), key, Permission.DELEGATION_READ);
    }

    @Operation(summary = "代表团分设小组 Form a group of a delegation")
    @PostMapping("/{key}/groups")
    @Needs(Permission.SITTING_PREPARE)
    Delegation group(@PathVariable String session, @PathVariable String key, @RequestBody NewGroup group) {
        places.delegation(places.known(session), key, Permission.SITTING_PREPARE);
        return delegations
                .formGroup(session, key, group.name(), group.members())
                .orThrow();
    }

    @Operation(summary = "确定或免去联络员 Appoint a note-taker, or end that")
    @PostMapping("/{key}/note-takers")
    @Needs(Permission.SITTING_PREPARE)
    Member noteTaker(@PathVariable String session, @PathVariable String key, @RequestBody Taker taker) {
        places.delegation(places.known(session), key, Permission.SITTING_PREPARE);
        return delegations
                .noteTaker(session, key, taker.member(), taker.appointed())
                .orThrow();
    }

    @Operation(summary = "召集代表团会议或小组会议 Call a meeting of a delegation or group")
    @PostMapping("/{key}/meetings")
    @Needs(Permission.SITTING_MOVE)
    Sitting call(@PathVariable String session, @PathVariable String key, @RequestBody Call call) {
        places.delegation(places.known(session), key, Permission.SITTING_MOVE);
        return delegations.schedule(session, key, call.plannedAt(), call.hall()).orThrow();
    }

    @Operation(summary = "一个代表团或小组的会议 The meetings of a delegation or group")
    @GetMapping("/{key}/meetings")
    @Needs(Permission.DELEGATION_READ)
    List<Sitting> meetings(@PathVariable String session, @PathVariable String key) {
        Delegation delegation = places.delegation(places.known(session), key, Permission.DELEGATION_READ);
        return delegations.sittings(session).stream()
                .filter(sitting -> sitting.body().equals(delegation.body()))
                .toList();
    }

    @Operation(summary = "开放签到，应到以现在的名册为准 Open the sign-in of a meeting, due as in the roster now")
    @PostMapping("/{key}/meetings/{number}/open-sign-in")
    @Needs(Permission.SITTING_MOVE)
    Sitting signIn(@PathVariable String session, @PathVariable String key, @PathVariable int number) {
        Places.Meeting meeting = places.meeting(session, key, number, Permission.SITTING_MOVE);
        return delegations.openSignIn(session, meeting.sitting().id()).orThrow();
    }

    @Operation(summary = "登记推选结果：团长、副团长、召集人 Record whom a meeting chose: head, deputy heads, conveners")
    @PostMapping("/{key}/meetings/{number}/choice")
    @Needs(Permission.SITTING_MOVE)
    Delegation choose(
            @PathVariable String session,
            @PathVariable String key,
            @PathVariable int number,
            @RequestBody Chosen chosen) {
        Places.Meeting meeting = places.meeting(session, key, number, Permission.SITTING_MOVE);
        return delegations
                .choose(
                        session,
                        meeting.sitting().id(),
                        new Delegations.Choice(chosen.post(), chosen.members(), chosen.approvals()))
                .orThrow();
    }
}
