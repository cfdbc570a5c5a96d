package org.yicheng.assembly.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.assembly.AttendanceEntry;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.SignInEvent;
import org.yicheng.assembly.SignInReceipt;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Language;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Words;

/** Sittings, sign-in and the roll over REST. */
@RestController
@RequestMapping("/api/v1/sittings/{id}")
@Tag(name = "sittings", description = "会次、签到、到会人数 Sittings, sign-in, the roll")
class SittingApi {

    private final Sittings sittings;
    private final Questions questions;
    private final Scope scope;
    private final Words words;

    SittingApi(Sittings sittings, Questions questions, Scope scope, Words words) {
        this.sittings = sittings;
        this.questions = questions;
        this.scope = scope;
        this.words = words;
    }

    record Presiding(String presiding) {}

    record Events(List<SignInEvent> events) {}

    record ByHand(String credential, SignInEvent.Direction direction, String reason) {}

    /** A receipt with the words a gate shows for a rejected card. */
    record Answered(
            String eventId,
            SignInReceipt.Effect effect,
            Optional<String> code,
            Optional<String> words,
            Optional<Member> member,
            Optional<SignInReceipt.Attendee> guest) {

        static Answered of(SignInReceipt receipt, Words words, Language language) {
            return new Answered(
                    receipt.eventId(),
                    receipt.effect(),
                    receipt.refusal().map(Refusal::code),
                    receipt.refusal().map(refusal -> words.say(language, refusal.code(), refusal.facts())),
                    receipt.member(),
                    receipt.guest());
        }
    }

    record Leave(String number, String reason) {}

    record Postponement(Instant plannedAt) {}

    @Operation(summary = "会次 One sitting")
    @GetMapping
    @Needs(Permission.PUBLIC_READ)
    Sitting sitting(@PathVariable String id) {
        return scope.sitting(id, Permission.PUBLIC_READ);
    }

    @Operation(summary = "表决事项 The questions of a sitting")
    @GetMapping("/questions")
    @Needs(Permission.PUBLIC_READ)
    List<Question> questions(@PathVariable String id) {
        return questions.ofSitting(scope.sitting(id, Permission.PUBLIC_READ).id()).stream()
                .map(PublicQuestion::of)
                .toList();
    }

    @Operation(summary = "到会人数，可查任一时刻 The roll, also at any instant of the past")
    @GetMapping("/roll")
    @Needs(Permission.PUBLIC_READ)
    Roll roll(@PathVariable String id, @RequestParam Optional<OffsetDateTime> at) {
        scope.sitting(id, Permission.PUBLIC_READ);
        return at.map(when -> sittings.roll(id, when.toInstant())).orElseGet(() -> sittings.roll(id));
    }

    @Operation(summary = "各代表团到会人数 The roll by delegation")
    @GetMapping("/roll/groups")
    @Needs(Permission.DESK_READ)
    List<Roll.OfGroup> groups(@PathVariable String id, @RequestParam Optional<OffsetDateTime> at) {
        Sitting sitting = scope.sitting(id, Permission.DESK_READ);
        Instant when = at.map(OffsetDateTime::toInstant)
                .orElseGet(() -> sittings.roll(sitting.id()).at());
        return sittings.rollByGroup(id, when);
    }

    @Operation(summary = "曾到会人数 How many were present at any time")
    @GetMapping("/roll/ever")
    @Needs(Permission.DESK_READ)
    int ever(@PathVariable String id) {
        return sittings.everPresent(scope.sitting(id, Permission.DESK_READ).id());
    }

    @Operation(summary = "现在到会的代表号 Numbers of the members present now")
    @GetMapping("/present")
    @Needs(Permission.DESK_READ)
    List<String> present(@PathVariable String id) {
        scope.sitting(id, Permission.DESK_READ);
        return sittings.presentMembers(id, sittings.roll(id).at());
    }

    @Operation(summary = "签到记录，最新在前 The sign-in log, newest first")
    @GetMapping("/log")
    @Needs(Permission.DESK_READ)
    List<AttendanceEntry> log(@PathVariable String id, @RequestParam(defaultValue = "100") int limit) {
        return sittings.log(scope.sitting(id, Permission.DESK_READ).id(), limit);
    }

    @Operation(summary = "上传签到事件，1至1000条，可重复、可乱序 Send 1 to 1,000 sign-in events, in any order, also again")
    @PostMapping("/sign-in-events")
    @Needs(Permission.SIGN_IN_SEND)
    List<Answered> events(
            @PathVariable String id,
            @RequestBody Events batch,
            @RequestHeader(name = "Accept-Language", defaultValue = "zh-CN") String language) {
        scope.sitting(id, Permission.SIGN_IN_SEND);
        Language reader = language.startsWith("en") ? Language.EN : Language.ZH;
        return sittings.signIn(id, batch.events()).stream()
                .map(receipt -> Answered.of(receipt, words, reader))
                .toList();
    }

    @Operation(summary = "人工补签 Sign somebody in or out by hand")
    @PostMapping("/sign-in-by-hand")
    @Needs(Permission.SIGN_IN_MANUAL)
    SignInReceipt byHand(@PathVariable String id, @RequestBody ByHand hand) {
        scope.sitting(id, Permission.SIGN_IN_MANUAL);
        return sittings.signInByHand(id, hand.credential(), hand.direction(), hand.reason());
    }

    @Operation(summary = "准假 Grant leave")
    @PostMapping("/leave")
    @Needs(Permission.SIGN_IN_MANUAL)
    Member leave(@PathVariable String id, @RequestBody Leave leave) {
        scope.sitting(id, Permission.SIGN_IN_MANUAL);
        return sittings.grantLeave(id, leave.number(), leave.reason()).orThrow();
    }

    @Operation(summary = "确定主持人 Name who presides")
    @PostMapping("/presiding")
    @Needs(Permission.SITTING_PREPARE)
    Sitting presiding(@PathVariable String id, @RequestBody Presiding presiding) {
        scope.sitting(id, Permission.SITTING_PREPARE);
        return sittings.namePresiding(id, presiding.presiding()).orThrow();
    }

    @Operation(summary = "开放签到 Open sign-in")
    @PostMapping("/open-sign-in")
    @Needs(Permission.SITTING_MOVE)
    Sitting openSignIn(@PathVariable String id) {
        scope.sitting(id, Permission.SITTING_MOVE);
        return sittings.openSignIn(id).orThrow();
    }

    @Operation(summary = "开会：须达到法定人数 Open; needs a quorum")
    @PostMapping("/open")
    @Needs(Permission.SITTING_MOVE)
    Sitting open(@PathVariable String id) {
        scope.sitting(id, Permission.SITTING_MOVE);
        return sittings.open(id).orThrow();
    }

    @Operation(summary = "暂停 Pause")
    @PostMapping("/pause")
    @Needs(Permission.SITTING_MOVE)
    Sitting pause(@PathVariable String id) {
        scope.sitting(id, Permission.SITTING_MOVE);
        return sittings.pause(id).orThrow();
    }

    @Operation(summary = "继续 Resume")
    @PostMapping("/resume")
    @Needs(Permission.SITTING_MOVE)
    Sitting resume(@PathVariable String id) {
        scope.sitting(id, Permission.SITTING_MOVE);
        return sittings.resume(id).orThrow();
    }

    @Operation(summary = "结束会议 Close")
    @PostMapping("/close")
    @Needs(Permission.SITTING_MOVE)
    Sitting close(@PathVariable String id) {
        scope.sitting(id, Permission.SITTING_MOVE);
        return sittings.close(id).orThrow();
    }

    @Operation(summary = "人数不足而延期 Postpone for lack of a quorum")
    @PostMapping("/postpone")
    @Needs(Permission.SITTING_MOVE)
    Sitting postpone(@PathVariable String id, @RequestBody Postponement postponement) {
        scope.sitting(id, Permission.SITTING_MOVE);
        return sittings.postpone(id, postponement.plannedAt()).orThrow();
    }
}
