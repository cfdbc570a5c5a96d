package org.yicheng.matter.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.calendar.StatutoryPeriod;
import org.yicheng.matter.Deadline;
import org.yicheng.matter.Deadlines;
import org.yicheng.matter.Matter;
import org.yicheng.matter.Matters;
import org.yicheng.matter.Procedure;
import org.yicheng.matter.Task;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Lamp;

/** Matters, their limits, links and letters over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "matters", description = "事项：办理、期限、待办、往来、关联 Matters: moves, limits, tasks, letters, links")
class MatterApi {

    private final Matters matters;
    private final Deadlines deadlines;
    private final MatterScope scope;
    private final Clock clock;

    MatterApi(Matters matters, Deadlines deadlines, MatterScope scope, Clock clock) {
        this.matters = matters;
        this.deadlines = deadlines;
        this.scope = scope;
        this.clock = clock;
    }

    /** @param holder {@code person:<id>} or {@code body:<id>} */
    record PartyText(String actor, String holder, String name) {}

    record OpeningText(
            String procedure,
            String place,
            String series,
            String title,
            Optional<String> subject,
            List<PartyText> parties) {}

    record MoveText(
            String transition,
            int version,
            Optional<String> reason,
            Optional<Map<String, String>> documents,
            Optional<Map<String, LocalDate>> starts,
            Optional<List<PartyText>> parties) {}

    record LinkText(Matter.LinkType type, UUID to, String reason) {}

    record ReasonText(String reason) {}

    record LetterText(
            Matter.Letter.Direction direction,
            Matter.Letter.Way way,
            LocalDate on,
            String with,
            String subject,
            Optional<String> text) {}

    /** @param whole how long from the start, e.g. {@code P6M} */
    record ExtensionText(String whole, boolean hard, String reason) {}

    record StartText(LocalDate day, String reason) {}

    /** A limit as it stands today; {@code ended} is empty while it runs. */
    record Limit(
            UUID id,
            String limit,
            String actor,
            Procedure.LimitKind kind,
            LocalDate starts,
            Optional<Instant> startsAt,
            String period,
            Optional<LocalDate> due,
            Optional<Instant> dueAt,
            boolean suspended,
            Optional<Long> daysLeft,
            Optional<Lamp> lamp,
            boolean extended,
            Optional<Deadline.Ending> ended,
            String ground) {}

    record ChangeText(
            Instant at,
            Deadlines.Change.Cause cause,
            LocalDate starts,
            String period,
            Optional<LocalDate> before,
            Optional<LocalDate> after,
            String reason) {}

    record Whole(
            Matter matter,
            List<Limit> limits,
            List<Matter.Step> history,
            List<Matter.Link> links,
            List<Matter.Letter> correspondence,
            List<String> possible) {}

    record Waiting(UUID id, Matter matter, String actor, Instant since, Optional<Limit> until) {}

    private Limit limit(Deadline one) {
        LocalDate today = LocalDate.now(clock);
        return new Limit(
                one.id(),
                one.limit(),
                one.actor(),
                one.kind(),
                one.starts(),
                one.startsAt(),
                one.period().toString(),
                one.due(),
                one.dueAt(),
                one.suspended(),
                one.ended().isPresent() ? Optional.empty() : one.left(today),
                one.lamp(ZonedDateTime.now(clock)),
                one.extended(),
                one.ended().map(Deadline.End::how),
                one.ground().key());
    }

    private Whole whole(Matter matter) {
        return new Whole(
                matter,
                deadlines.of(matter.id()).stream().map(this::limit).toList(),
                matters.history(matter.id()),
                matters.links(matter.id()),
                matters.correspondence(matter.id()),
                matters.possible(matter).stream().map(Procedure.Transition::id).toList());
    }

    @Operation(summary = "轮到本人办理的事项，最急的在前 What waits for the caller, most urgent first")
    @GetMapping("/matters/tasks")
    @Needs(Permission.MATTER_HANDLE)
    List<Waiting> tasks() {
        return matters.tasks(MatterPages.MOST_TASKS).stream().map(this::waiting).toList();
    }

    private Waiting waiting(Task task) {
        return new Waiting(
                task.id(),
                task.matter(),
                task.actor(),
                task.since(),
                task.until().map(this::limit));
    }

    @Operation(summary = "一个事项及其期限、历史、关联、往来 A matter with its limits, history, links, letters")
    @GetMapping("/matters/{id}")
    @Needs(Permission.MATTER_HANDLE)
    Whole one(@PathVariable UUID id) {
        return whole(scope.visible(id));
    }

    @Operation(summary = "开立事项 Open a matter")
    @PostMapping("/matters")
    @Needs(Permission.MATTER_EXAMINE)
    Matter open(@RequestBody OpeningText text) {
        List<Matter.Party> parties = parties(text.parties());
        if (parties.stream().noneMatch(MatterScope::examines)) {
            throw new RefusedException(Refusal.at("parties", "matter.not-your-body"));
        }
        return matters.open(new Matter.Opening(
                        text.procedure(),
                        text.place(),
                        text.subject().orElse(""),
                        text.series(),
                        text.title(),
                        parties,
                        false))
                .orThrow();
    }

    private static List<Matter.Party> parties(List<PartyText> texts) {
        List<Matter.Party> parties = new ArrayList<>();
        List<Refusal> reasons = new ArrayList<>();
        for (PartyText text : texts) {
            Matter.Holder.parse(text.holder())
                    .ifPresentOrElse(
                            holder -> parties.add(new Matter.Party(text.actor(), holder, text.name())),
                            () -> reasons.add(Refusal.at("parties", "matter.holder-unknown", "value", text.holder())));
        }
        if (!reasons.isEmpty()) {
            throw new RefusedException(reasons);
        }
        return parties;
    }

    @Operation(summary = "办理事项的一个步骤 Move a matter by a declared transition")
    @PostMapping("/matters/{id}/moves")
    @Needs(Permission.MATTER_HANDLE)
    Whole move(@PathVariable UUID id, @RequestBody MoveText text) {
        scope.carriedHere(scope.visible(id));
        return whole(matters.move(
                        id,
                        new Matter.Move(
                                text.transition(),
                                text.version(),
                                text.reason().orElse(""),
                                text.documents().orElse(Map.of()),
                                text.starts().orElse(Map.of()),
                                parties(text.parties().orElse(List.of()))))
                .orThrow());
    }

    @Operation(summary = "关联两个事项：并案、转为、重复、相关、后续 Link a matter to another")
    @PostMapping("/matters/{id}/links")
    @Needs(Permission.MATTER_EXAMINE)
    Matter.Link link(@PathVariable UUID id, @RequestBody LinkText text) {
        scope.linking(text.type(), scope.examined(id), scope.visible(text.to()));
        return matters.link(id, text.type(), text.to(), text.reason()).orThrow();
    }

    @Operation(summary = "解除关联，历史保留 Undo a link; the history keeps it")
    @PostMapping("/matters/{id}/links/{link}/undo")
    @Needs(Permission.MATTER_EXAMINE)
    Matter.Link unlink(@PathVariable UUID id, @PathVariable UUID link, @RequestBody ReasonText text) {
        scope.unlinking(scope.examined(id), link);
        return matters.unlink(id, link, text.reason()).orThrow();
    }

    @Operation(summary = "登记往来：信函、走访、座谈、电话 Note what was written or said")
    @PostMapping("/matters/{id}/letters")
    @Needs(Permission.MATTER_HANDLE)
    Matter.Letter write(@PathVariable UUID id, @RequestBody LetterText text) {
        scope.visible(id);
        return matters.write(
                        id,
                        new Matter.Letter(
                                UUID.randomUUID(),
                                Instant.EPOCH,
                                text.direction(),
                                text.way(),
                                text.on(),
                                text.with(),
                                text.subject(),
                                text.text().orElse("")))
                .orThrow();
    }

    @Operation(summary = "延长期限：届满前、涉及面广或难度大、不超过规定 Extend a limit as its rule allows")
    @PostMapping("/deadlines/{id}/extension")
    @Needs(Permission.MATTER_EXAMINE)
    Limit extend(@PathVariable UUID id, @RequestBody ExtensionText text) {
        scope.limit(id, true);
        StatutoryPeriod whole = StatutoryPeriod.parse(text.whole())
                .orElseThrow(() ->
                        new RefusedException(Refusal.at("whole", "matter.period-unknown", "value", text.whole())));
        return limit(deadlines
                .extend(id, new Deadlines.Extension(whole, text.hard(), text.reason()))
                .orThrow());
    }

    @Operation(summary = "更改期限的起算日 Count a limit from another day")
    @PostMapping("/deadlines/{id}/start")
    @Needs(Permission.MATTER_EXAMINE)
    Deadlines.Difference start(@PathVariable UUID id, @RequestBody StartText text) {
        scope.limit(id, true);
        return deadlines.startOn(id, text.day(), text.reason()).orThrow();
    }

    @Operation(summary = "期限的变动 What happened to a limit")
    @GetMapping("/deadlines/{id}/changes")
    @Needs(Permission.MATTER_HANDLE)
    List<ChangeText> changes(@PathVariable UUID id) {
        scope.limit(id, false);
        return deadlines.changes(id).stream()
                .map(one -> new ChangeText(
                        one.at(),
                        one.cause(),
                        one.starts(),
                        one.period().toString(),
                        one.before(),
                        one.after(),
                        one.reason()))
                .toList();
    }

    @Operation(summary = "期限中止和恢复的起止 When a limit stood still")
    @GetMapping("/deadlines/{id}/suspensions")
    @Needs(Permission.MATTER_HANDLE)
    List<Deadlines.Suspension> suspensions(@PathVariable UUID id) {
        scope.limit(id, false);
        return deadlines.suspensions(id);
    }
}
