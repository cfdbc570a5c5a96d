package org.yicheng.congress.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Arrivals;
import org.yicheng.congress.Office;
import org.yicheng.congress.ScheduleChanges;
import org.yicheng.congress.Schedules;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionLimits;
import org.yicheng.congress.SessionStep;
import org.yicheng.congress.Sessions;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;

/** Sessions of congresses over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "sessions", description = "人民代表大会会议 Sessions of a people's congress")
class SessionApi {

    private final Sessions sessions;
    private final SessionLimits limits;
    private final Words words;
    private final Sittings sittings;
    private final Schedules schedules;
    private final ScheduleChanges changes;
    private final Arrivals arrivals;
    private final SessionScope scope;

    SessionApi(
            Sessions sessions,
            SessionLimits limits,
            Sittings sittings,
            Schedules schedules,
            ScheduleChanges changes,
            Arrivals arrivals,
            SessionScope scope,
            Words words) {
        this.sessions = sessions;
        this.limits = limits;
        this.words = words;
        this.sittings = sittings;
        this.schedules = schedules;
        this.changes = changes;
        this.arrivals = arrivals;
        this.scope = scope;
    }

    record Members(List<String> members) {}

    record Deadline(Instant deadline) {}

    record Plan(Instant plannedAt, List<Sessions.Wording> wordings) {}

    record PlenaryPlan(int number, Instant plannedAt) {}

    record ReportedIn(int total) {}

    record Items(List<Schedules.Item> items) {}

    record Handed(boolean documents, boolean card, String room) {}

    @Operation(summary = "全部会议 All sessions")
    @GetMapping("/sessions")
    @Needs(Permission.PUBLIC_READ)
    List<Session> all() {
        return sessions.all();
    }

    @Operation(summary = "筹备一次会议 Plan a session")
    @PostMapping("/sessions")
    @Needs(Permission.SESSION_MOVE)
    Session plan(@RequestBody Sessions.NewSession session) {
        scope.body(session.body(), Permission.SESSION_MOVE);
        return sessions.plan(session).orThrow();
    }

    @Operation(summary = "一次会议 One session")
    @GetMapping("/sessions/{id}")
    @Needs(Permission.PUBLIC_READ)
    Session session(@PathVariable String id) {
        return scope.session(id, Permission.PUBLIC_READ);
    }

    /** A limit with its words in both languages. */
    record Told(String key, Map<String, String> says, boolean kept, Citation source) {}

    @Operation(summary = "法定时间和人数，附本次会议的数字，供核对 Statutory times and numbers of a session, for checking")
    @GetMapping("/sessions/{id}/limits")
    @Needs(Permission.DESK_READ)
    List<Told> limits(@PathVariable String id) {
        return limits.of(scope.session(id, Permission.DESK_READ)).stream()
                .map(limit -> new Told(
                        limit.says().key(),
                        Map.of(
                                "zh-CN",
                                words.say(Language.ZH, limit.says()),
                                "en",
                                words.say(Language.EN, limit.says())),
                        limit.kept(),
                        limit.source()))
                .toList();
    }

    @Operation(summary = "会议的会次 The sittings of a session")
    @GetMapping("/sessions/{id}/sittings")
    @Needs(Permission.PUBLIC_READ)
    List<Sitting> sittings(@PathVariable String id) {
        return sittings.ofSubject(scope.session(id, Permission.PUBLIC_READ).subject());
    }

    @Operation(summary = "已经决定的事项 What was decided")
    @GetMapping("/sessions/{id}/decisions")
    @Needs(Permission.PUBLIC_READ)
    List<Sessions.Decided> decided(@PathVariable String id) {
        return sessions.decided(scope.session(id, Permission.PUBLIC_READ).id());
    }

    @Operation(summary = "现在可以进行的步骤及其障碍 What can be done now, and what stands against it")
    @GetMapping("/sessions/{id}/possible")
    @Needs(Permission.DESK_READ)
    List<Sessions.Possible> possible(@PathVariable String id) {
        return sessions.possible(scope.session(id, Permission.DESK_READ).id());
    }

    @Operation(summary = "推进会议：CONVENE、PREPARE、REGISTER等 Move the session on")
    @PostMapping("/sessions/{id}/steps/{step}")
    @Needs(Permission.SESSION_MOVE)
    Session step(@PathVariable String id, @PathVariable SessionStep step) {
        scope.session(id, Permission.SESSION_MOVE);
        return sessions.take(id, step).orThrow();
    }

    @Operation(summary = "拟定名单 Propose a list")
    @PutMapping("/sessions/{id}/lists/{office}")
    @Needs(Permission.SITTING_PREPARE)
    Session propose(
            @PathVariable String id,
            @PathVariable Office office,
            @RequestParam(defaultValue = "0") int group,
            @RequestBody Members members) {
        scope.session(id, Permission.SITTING_PREPARE);
        return sessions.propose(id, office, group, members.members()).orThrow();
    }

    @Operation(summary = "名单 A list")
    @GetMapping("/sessions/{id}/lists/{office}")
    @Needs(Permission.MEMBER_DOCUMENTS)
    List<Sessions.Seat> seats(@PathVariable String id, @PathVariable Office office) {
        return sessions.seats(scope.session(id, Permission.MEMBER_DOCUMENTS).id(), office);
    }

    @Operation(summary = "拟定议案截止时间 Propose the deadline for motions")
    @PutMapping("/sessions/{id}/motion-deadline")
    @Needs(Permission.SITTING_PREPARE)
    Session deadline(@PathVariable String id, @RequestBody Deadline deadline) {
        scope.session(id, Permission.SITTING_PREPARE);
        return sessions.proposeDeadline(id, deadline.deadline()).orThrow();
    }

    @Operation(summary = "安排预备会议 Prepare the preliminary meeting")
    @PostMapping("/sessions/{id}/preliminary-meeting")
    @Needs(Permission.SITTING_PREPARE)
    Sitting preliminary(@PathVariable String id, @RequestBody Plan plan) {
        scope.session(id, Permission.SITTING_PREPARE);
        return sessions.preparePreliminary(id, plan.plannedAt(), plan.wordings())
                .orThrow();
    }

    @Operation(summary = "安排主席团会议；第二次起可以不带事项 Prepare a presidium meeting; from the second on without items, too")
    @PostMapping("/sessions/{id}/presidium-meeting")
    @Needs(Permission.SITTING_PREPARE)
    Sitting presidium(@PathVariable String id, @RequestBody Plan plan) {
        scope.session(id, Permission.SITTING_PREPARE);
        return sessions.preparePresidium(id, plan.plannedAt(), plan.wordings()).orThrow();
    }

    @Operation(summary = "安排全体会议 Prepare a plenary")
    @PostMapping("/sessions/{id}/plenaries")
    @Needs(Permission.SITTING_PREPARE)
    Sitting plenary(@PathVariable String id, @RequestBody PlenaryPlan plan) {
        scope.session(id, Permission.SITTING_PREPARE);
        return sessions.preparePlenary(id, plan.number(), plan.plannedAt()).orThrow();
    }

    @Operation(summary = "代表报到 Report deputies in")
    @PostMapping("/sessions/{id}/arrivals")
    @Needs(Permission.SIGN_IN_MANUAL)
    ReportedIn arrivals(@PathVariable String id, @RequestBody Members members) {
        scope.session(id, Permission.SIGN_IN_MANUAL);
        return new ReportedIn(sessions.reportIn(id, members.members()).orThrow());
    }

    @Operation(summary = "拟定日程 Draft the schedule")
    @PutMapping("/sessions/{id}/schedule")
    @Needs(Permission.SITTING_PREPARE)
    List<Schedules.Item> schedule(@PathVariable String id, @RequestBody Items items) {
        scope.session(id, Permission.SITTING_PREPARE);
        return schedules.propose(id, items.items()).orThrow();
    }

    record Adjustment(List<Schedules.Item> items, String reason) {}

    @Operation(summary = "常务主席调整已决定的日程 Adjust the decided schedule; for standing chairs, with a reason")
    @PostMapping("/sessions/{id}/schedule/adjust")
    @Needs(Permission.MEMBER_DOCUMENTS)
    List<Schedules.Item> adjust(@PathVariable String id, @RequestBody Adjustment adjustment) {
        scope.session(id, Permission.MEMBER_DOCUMENTS);
        return schedules.adjust(id, adjustment.items(), adjustment.reason()).orThrow();
    }

    @Operation(summary = "对已决定的日程的调整：拟定的、提交主席团的、已决定的 Changes of the decided schedule, newest first")
    @GetMapping("/sessions/{id}/schedule/changes")
    @Needs(Permission.DESK_READ)
    List<ScheduleChanges.Proposed> changes(@PathVariable String id) {
        return changes.of(scope.session(id, Permission.DESK_READ).id());
    }

    @Operation(summary = "拟定日程的调整，由主席团决定 Draft a change of the decided schedule, for the presidium")
    @PutMapping("/sessions/{id}/schedule/change")
    @Needs(Permission.SITTING_PREPARE)
    ScheduleChanges.Proposed draftChange(@PathVariable String id, @RequestBody Adjustment change) {
        scope.session(id, Permission.SITTING_PREPARE);
        return changes.draft(id, change.items(), change.reason()).orThrow();
    }

    record Meeting(String sitting) {}

    @Operation(summary = "把日程的调整提交主席团会议表决 Put the change to a meeting of the presidium")
    @PostMapping("/sessions/{id}/schedule/change/question")
    @Needs(Permission.SITTING_PREPARE)
    Question putChange(@PathVariable String id, @RequestBody Meeting meeting) {
        scope.session(id, Permission.SITTING_PREPARE);
        return changes.put(id, meeting.sitting()).orThrow();
    }

    @Operation(summary = "日程：主席团决定之前为草案 The schedule; a draft until the presidium decides")
    @GetMapping("/sessions/{id}/schedule")
    @Needs(Permission.MEMBER_DOCUMENTS)
    List<Schedules.Item> schedule(@PathVariable String id) {
        return schedules.of(scope.session(id, Permission.MEMBER_DOCUMENTS).id());
    }

    @Operation(summary = "在已安排的会次中列入一个事项 List one decision for a meeting that is set up")
    @PostMapping("/sessions/{id}/sittings/{sitting}/decisions")
    @Needs(Permission.SITTING_PREPARE)
    Question ask(@PathVariable String id, @PathVariable String sitting, @RequestBody Sessions.Wording wording) {
        scope.session(id, Permission.SITTING_PREPARE);
        return sessions.ask(id, sitting, wording).orThrow();
    }

    @Operation(summary = "一名代表报到：会议材料、代表证、房间 One deputy reports in: documents, card, room")
    @PutMapping("/sessions/{id}/arrivals/{member}")
    @Needs(Permission.SIGN_IN_MANUAL)
    Arrivals.Arrival arrive(@PathVariable String id, @PathVariable String member, @RequestBody Handed handed) {
        scope.session(id, Permission.SIGN_IN_MANUAL);
        return arrivals.arrive(id, member, handed.documents(), handed.card(), handed.room())
                .orThrow();
    }

    @Operation(summary = "报到情况 Who has reported in")
    @GetMapping("/sessions/{id}/arrivals")
    @Needs(Permission.ROSTER_READ)
    List<Arrivals.Arrival> arrivals(@PathVariable String id) {
        return arrivals.of(scope.session(id, Permission.ROSTER_READ).id());
    }
}
