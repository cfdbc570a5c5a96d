package org.yicheng.congress.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.assembly.AreaCode;
import org.yicheng.assembly.Duties;
import org.yicheng.assembly.Mandates;
import org.yicheng.assembly.Mandates.Ground;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.OtherMandates;
import org.yicheng.assembly.OtherOffices;
import org.yicheng.congress.Absences;
import org.yicheng.congress.ByElections;
import org.yicheng.congress.LeaveRequests;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Refuses;

/** The register of mandates, leave and duties over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "mandates", description = "代表资格、补选、请假、履职 Mandates, by-elections, leave, duties")
class MandateApi {

    private final Mandates mandates;
    private final OtherOffices offices;
    private final OtherMandates others;
    private final ByElections elections;
    private final Absences absences;
    private final LeaveRequests leave;
    private final DutySheet sheet;
    private final SessionScope scope;

    MandateApi(
            Mandates mandates,
            OtherOffices offices,
            OtherMandates others,
            ByElections elections,
            Absences absences,
            LeaveRequests leave,
            DutySheet sheet,
            SessionScope scope) {
        this.mandates = mandates;
        this.offices = offices;
        this.others = others;
        this.elections = elections;
        this.absences = absences;
        this.leave = leave;
        this.sheet = sheet;
        this.scope = scope;
    }

    record Decided(Ground ground, Instant effective, String decision) {}

    record Office(OtherOffices.Organ organ, String title, boolean givesUp) {}

    record Resumed(Instant effective, String decision) {}

    record Filled(ByElections.Elected elected, Instant effective, String decision) {}

    record Asked(Optional<String> sitting, String reason) {}

    record Entered(String member, Optional<String> sitting, String reason) {}

    record Answer(boolean approved, String answer) {}

    @Operation(summary = "资格变动登记簿 The register of mandates")
    @GetMapping("/bodies/{body}/mandate-changes")
    @Needs(Permission.ROSTER_READ)
    List<Mandates.Change> changes(@PathVariable String body) {
        scope.body(body, Permission.ROSTER_READ);
        return mandates.changes(body);
    }

    @Operation(summary = "尚未补选的缺额 Vacancies")
    @GetMapping("/bodies/{body}/vacancies")
    @Needs(Permission.ROSTER_READ)
    List<Member> vacancies(@PathVariable String body) {
        scope.body(body, Permission.ROSTER_READ);
        return mandates.vacancies(body);
    }

    @Operation(summary = "同时担任其他人大代表的情况 Dual mandates, for checking")
    @GetMapping("/bodies/{body}/dual-mandates")
    @Needs(Permission.ROSTER_READ)
    List<Mandates.Dual> dual(@PathVariable String body) {
        scope.body(body, Permission.ROSTER_READ);
        return mandates.dual(body);
    }

    @Operation(summary = "未经批准不出席：一次提醒，两次列为终止资格的建议 Absences without leave")
    @GetMapping("/bodies/{body}/absences")
    @Needs(Permission.ROSTER_READ)
    List<Absences.Absence> absences(@PathVariable String body) {
        scope.body(body, Permission.ROSTER_READ);
        return absences.of(body);
    }

    record Area(String code) {}

    record Elsewhere(String code, String title) {}

    @Operation(summary = "本级的行政区划代码 The area of a congress by its code")
    @GetMapping("/bodies/{body}/area")
    @Needs(Permission.ROSTER_READ)
    Optional<AreaCode> area(@PathVariable String body) {
        scope.body(body, Permission.ROSTER_READ);
        return others.area(body);
    }

    @Operation(summary = "登记本级的行政区划代码 Enter the area of a congress")
    @PutMapping("/bodies/{body}/area")
    @Needs(Permission.CREDENTIAL_CHANGE)
    AreaCode area(@PathVariable String body, @RequestBody Area area) {
        scope.body(body, Permission.CREDENTIAL_CHANGE);
        return others.locate(body, area.code()).orThrow();
    }

    @Operation(summary = "代表声明同时担任的其他人大代表职务 Mandates elsewhere that deputies declared")
    @GetMapping("/bodies/{body}/other-mandates")
    @Needs(Permission.ROSTER_READ)
    List<OtherMandates.Other> otherMandates(@PathVariable String body) {
        scope.body(body, Permission.ROSTER_READ);
        return others.of(body);
    }

    @Operation(summary = "登记同时担任的其他人大代表职务 Enter a mandate elsewhere; refused unless the areas go together")
    @PostMapping("/bodies/{body}/members/{number}/other-mandates")
    @Needs(Permission.CREDENTIAL_CHANGE)
    OtherMandates.Other otherMandate(
            @PathVariable String body, @PathVariable String number, @RequestBody Elsewhere elsewhere) {
        scope.body(body, Permission.CREDENTIAL_CHANGE);
        return others.declare(body, number, elsewhere.code(), elsewhere.title()).orThrow();
    }

    @Operation(summary = "不再同时担任 The mandate elsewhere has ended")
    @PostMapping("/bodies/{body}/other-mandates/{id}/end")
    @Needs(Permission.CREDENTIAL_CHANGE)
    OtherMandates.Other endOtherMandate(@PathVariable String body, @PathVariable UUID id) {
        scope.body(body, Permission.CREDENTIAL_CHANGE);
        return others.end(body, id).orThrow();
    }

    @Operation(summary = "代表担任的国家机关职务 State offices that deputies hold")
    @GetMapping("/bodies/{body}/other-offices")
    @Needs(Permission.ROSTER_READ)
    List<OtherOffices.OtherOffice> otherOffices(@PathVariable String body) {
        scope.body(body, Permission.ROSTER_READ);
        return offices.of(body);
    }

    @Operation(summary = "登记担任的国家机关职务 Enter a state office that a deputy holds")
    @PostMapping("/bodies/{body}/members/{number}/other-offices")
    @Needs(Permission.CREDENTIAL_CHANGE)
    OtherOffices.OtherOffice otherOffice(
            @PathVariable String body, @PathVariable String number, @RequestBody Office office) {
        scope.body(body, Permission.CREDENTIAL_CHANGE);
        return offices.enter(body, number, office.organ(), office.title(), office.givesUp())
                .orThrow();
    }

    @Operation(summary = "声明当选后辞去 The deputy declares to resign from it if elected")
    @PostMapping("/bodies/{body}/other-offices/{id}/declaration")
    @Needs(Permission.CREDENTIAL_CHANGE)
    OtherOffices.OtherOffice declare(@PathVariable String body, @PathVariable UUID id) {
        scope.body(body, Permission.CREDENTIAL_CHANGE);
        return offices.declare(body, id).orThrow();
    }

    @Operation(summary = "不再担任 The deputy holds it no longer")
    @PostMapping("/bodies/{body}/other-offices/{id}/end")
    @Needs(Permission.CREDENTIAL_CHANGE)
    OtherOffices.OtherOffice end(@PathVariable String body, @PathVariable UUID id) {
        scope.body(body, Permission.CREDENTIAL_CHANGE);
        return offices.end(body, id).orThrow();
    }

    @Operation(summary = "暂停执行职务 Suspend a mandate")
    @PostMapping("/bodies/{body}/members/{number}/suspension")
    @Needs(Permission.CREDENTIAL_CHANGE)
    Mandates.Change suspend(@PathVariable String body, @PathVariable String number, @RequestBody Decided decided) {
        scope.body(body, Permission.CREDENTIAL_CHANGE);
        return mandates.suspend(body, number, decided.ground(), decided.effective(), decided.decision())
                .orThrow();
    }

    @Operation(summary = "恢复执行职务 Resume a mandate")
    @PostMapping("/bodies/{body}/members/{number}/resumption")
    @Needs(Permission.CREDENTIAL_CHANGE)
    Mandates.Change resume(@PathVariable String body, @PathVariable String number, @RequestBody Resumed resumed) {
        scope.body(body, Permission.CREDENTIAL_CHANGE);
        return mandates.resume(body, number, resumed.effective(), resumed.decision())
                .orThrow();
    }

    @Operation(summary = "终止资格 End a mandate")
    @PostMapping("/bodies/{body}/members/{number}/end")
    @Needs(Permission.CREDENTIAL_CHANGE)
    Mandates.Change end(@PathVariable String body, @PathVariable String number, @RequestBody Decided decided) {
        scope.body(body, Permission.CREDENTIAL_CHANGE);
        return mandates.end(body, number, decided.ground(), decided.effective(), decided.decision())
                .orThrow();
    }

    @Operation(summary = "补选 Fill a vacancy by by-election")
    @PostMapping("/bodies/{body}/members/{number}/successor")
    @Needs(Permission.CREDENTIAL_CHANGE)
    Mandates.Change succeed(@PathVariable String body, @PathVariable String number, @RequestBody Filled filled) {
        scope.body(body, Permission.CREDENTIAL_CHANGE);
        return elections
                .fill(body, number, filled.elected(), filled.effective(), filled.decision())
                .orThrow();
    }

    /** A member's figures; {@code further} by what is counted: speeches, led, signed. */
    record Duty(
            String member,
            int sittings,
            int attended,
            int onLeave,
            int missed,
            int votes,
            int votesTaken,
            Map<String, Integer> further) {}

    @Operation(summary = "履职统计：出席、请假、参加表决、发言、领衔、附议 Duties statistics of a session")
    @GetMapping("/sessions/{id}/duties")
    @Needs(Permission.ROSTER_READ)
    List<Duty> duties(@PathVariable String id) {
        List<String> columns = sheet.further();
        return sheet.rows(scope.session(id, Permission.ROSTER_READ)).stream()
                .map(row -> duty(row, columns))
                .toList();
    }

    private static Duty duty(DutySheet.Row row, List<String> columns) {
        Map<String, Integer> further = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String key = columns.get(i);
            further.put(
                    key.substring(key.indexOf(".duty-") + ".duty-".length()),
                    row.further().get(i));
        }
        Duties.Figures own = row.figures();
        return new Duty(
                own.member(),
                own.sittings(),
                own.attended(),
                own.onLeave(),
                own.missed(),
                own.votes(),
                own.votesTaken(),
                further);
    }

    @Operation(summary = "请假申请 Requests for leave")
    @GetMapping("/sessions/{id}/leave")
    @Needs(Permission.SIGN_IN_MANUAL)
    List<LeaveRequests.Request> leave(@PathVariable String id) {
        return leave.of(scope.session(id, Permission.SIGN_IN_MANUAL).id());
    }

    @Operation(summary = "登记书面请假 Enter a written request")
    @PostMapping("/sessions/{id}/leave")
    @Needs(Permission.SIGN_IN_MANUAL)
    LeaveRequests.Request enter(@PathVariable String id, @RequestBody Entered entered) {
        scope.session(id, Permission.SIGN_IN_MANUAL);
        return leave.enter(id, entered.member(), entered.sitting(), entered.reason())
                .orThrow();
    }

    @Operation(summary = "批准或者不批准请假 Approve or refuse leave")
    @PostMapping("/sessions/{id}/leave/{request}")
    @Needs(Permission.SIGN_IN_MANUAL)
    LeaveRequests.Request decide(@PathVariable String id, @PathVariable UUID request, @RequestBody Answer answer) {
        scope.session(id, Permission.SIGN_IN_MANUAL);
        if (leave.byId(request).filter(found -> found.session().equals(id)).isEmpty()) {
            throw new RefusedException(Refusal.plain("congress.leave.unknown", "value", request));
        }
        return leave.decide(request, answer.approved(), answer.answer()).orThrow();
    }

    @Operation(summary = "本人请假 Ask for leave")
    @PostMapping("/sessions/{id}/own-leave")
    @Needs(Permission.VOTE)
    LeaveRequests.Request ask(@PathVariable String id, @RequestBody Asked asked) {
        scope.session(id, Permission.VOTE);
        return leave.ask(id, person(), asked.sitting(), asked.reason()).orThrow();
    }

    @Operation(summary = "本人的请假 The own requests")
    @GetMapping("/sessions/{id}/own-leave")
    @Needs(Permission.VOTE)
    @Refuses(409)
    List<LeaveRequests.Request> own(@PathVariable String id) {
        scope.session(id, Permission.VOTE);
        return leave.own(id, person());
    }

    private static UUID person() {
        return Caller.current()
                .person()
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.no-mandate", "question", "")));
    }
}
