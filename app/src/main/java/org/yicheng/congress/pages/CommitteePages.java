package org.yicheng.congress.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Sitting;
import org.yicheng.congress.CommitteeMeetings;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;
import org.yicheng.web.Refuses;

/** The standing committee's calendar: on a page and over REST. */
@Controller
@Tag(name = "sessions", description = "人民代表大会会议 Sessions of a people's congress")
public class CommitteePages {

    private final CommitteeMeetings committees;
    private final Bodies bodies;
    private final SessionScope scope;
    private final Clock clock;
    private final Pages pages;

    CommitteePages(CommitteeMeetings committees, Bodies bodies, SessionScope scope, Clock clock, Pages pages) {
        this.committees = committees;
        this.bodies = bodies;
        this.scope = scope;
        this.clock = clock;
        this.pages = pages;
    }

    /** @param typed what was typed, kept when it was refused */
    public record CommitteeView(
            Body congress,
            Optional<CommitteeMeetings.Calendar> calendar,
            boolean clerk,
            Map<String, String> typed,
            List<Refusal> reasons) {}

    @GetMapping("/bodies/{body}/standing-committee")
    @Needs(Permission.DESK_READ)
    View page(@PathVariable String body) {
        return show(known(body, Permission.DESK_READ), Map.of(), List.of());
    }

    private Body known(String body, Permission permission) {
        Body found = bodies.byId(body)
                .filter(one -> one.kind() == Body.Kind.CONGRESS)
                .orElseThrow(() -> new RefusedException(Refusal.plain("congress.body.unknown", "value", body)));
        scope.body(body, permission);
        return found;
    }

    private View show(Body congress, Map<String, String> typed, List<Refusal> reasons) {
        CommitteeView view = new CommitteeView(
                congress,
                committees.of(congress.id()),
                Caller.current().mayIn(congress.id(), Permission.SESSION_MOVE),
                typed,
                reasons);
        HttpStatus status = reasons.isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT;
        return pages.show("congress/committee", view, status.value());
    }

    @PostMapping("/bodies/{body}/standing-committee")
    @Needs(Permission.SESSION_MOVE)
    Object form(@PathVariable String body, @RequestParam Map<String, String> typed) {
        Body congress = known(body, Permission.SESSION_MOVE);
        List<String> members = Arrays.stream(typed.getOrDefault("members", "").split("[\\s,，、;；]+"))
                .filter(number -> !number.isBlank())
                .toList();
        return after(congress, typed, committees.form(body, members));
    }

    @PostMapping("/bodies/{body}/standing-committee/meetings")
    @Needs(Permission.SESSION_MOVE)
    Object schedule(@PathVariable String body, @RequestParam Map<String, String> typed) {
        Body congress = known(body, Permission.SESSION_MOVE);
        String at = typed.getOrDefault("at", "");
        try {
            Instant planned = LocalDateTime.parse(at).atZone(clock.getZone()).toInstant();
            return after(congress, typed, committees.schedule(body, planned, typed.getOrDefault("hall", "")));
        } catch (DateTimeException _) {
            return show(congress, typed, List.of(Refusal.at("at", "congress.time-unknown", "value", at)));
        }
    }

    private Object after(Body congress, Map<String, String> typed, Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? show(congress, typed, reasons)
                : DeskPages.seeOther("/bodies/" + congress.id() + "/standing-committee");
    }

    record Members(List<String> members) {}

    record Planned(Instant plannedAt, String hall) {}

    @Operation(summary = "常务委员会的会议和两个月的期限 The standing committee's meetings and its two months")
    @GetMapping("/api/v1/bodies/{body}/standing-committee")
    @ResponseBody
    @Needs(Permission.DESK_READ)
    @Refuses(409)
    CommitteeMeetings.Calendar calendar(@PathVariable String body) {
        known(body, Permission.DESK_READ);
        return committees
                .of(body)
                .orElseThrow(() -> new RefusedException(
                        Refusal.by(CommitteeMeetings.RHYTHM, "congress.committee-none", "body", body)));
    }

    @Operation(summary = "登记常务委员会组成人员 Form the standing committee from deputies in office")
    @PostMapping("/api/v1/bodies/{body}/standing-committee")
    @ResponseBody
    @Needs(Permission.SESSION_MOVE)
    Body formed(@PathVariable String body, @RequestBody Members members) {
        known(body, Permission.SESSION_MOVE);
        return committees.form(body, members.members()).orThrow();
    }

    @Operation(summary = "安排常务委员会会议 Schedule a meeting of the standing committee")
    @PostMapping("/api/v1/bodies/{body}/standing-committee/meetings")
    @ResponseBody
    @Needs(Permission.SESSION_MOVE)
    Sitting scheduled(@PathVariable String body, @RequestBody Planned planned) {
        known(body, Permission.SESSION_MOVE);
        return committees.schedule(body, planned.plannedAt(), planned.hall()).orThrow();
    }
}
