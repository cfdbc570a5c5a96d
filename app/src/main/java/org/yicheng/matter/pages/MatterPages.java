package org.yicheng.matter.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.matter.Matter;
import org.yicheng.matter.Matters;
import org.yicheng.matter.Procedure;
import org.yicheng.matter.Procedures;
import org.yicheng.matter.Task;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** What waits for the caller, and one matter: its state, its limits, its history, what can be done. */
@Controller
@Needs(Permission.MATTER_HANDLE)
public class MatterPages {

    static final int MOST_TASKS = 200;

    /** Parties that one form can name. */
    private static final int MOST_PARTIES = 3;

    private final Matters matters;
    private final Procedures procedures;
    private final MatterScope scope;
    private final OneMatter one;
    private final Pages pages;
    private final Clock clock;

    MatterPages(Matters matters, Procedures procedures, MatterScope scope, OneMatter one, Pages pages, Clock clock) {
        this.matters = matters;
        this.procedures = procedures;
        this.scope = scope;
        this.one = one;
        this.pages = pages;
        this.clock = clock;
    }

    /** @param pages where each is done: the page of its service, or the kernel's */
    public record TasksView(List<Task> tasks, Map<UUID, String> pages, Procedures procedures, LocalDate today) {

        public Procedure procedure(Task task) {
            return procedures.byId(task.matter().procedure()).orElseThrow();
        }

        public Bilingual state(Task task) {
            return procedure(task).state(task.matter().state()).orElseThrow().name();
        }
    }

    @GetMapping("/matters/tasks")
    View tasks() {
        List<Task> tasks = matters.tasks(MOST_TASKS);
        Map<UUID, String> where = new HashMap<>();
        tasks.forEach(task -> where.put(
                task.id(),
                scope.elsewhere(task.matter())
                        .orElse("/matters/" + task.matter().id())));
        return pages.show("matter/tasks", new TasksView(tasks, where, procedures, LocalDate.now(clock)));
    }

    @GetMapping("/matters/{id}")
    View one(@PathVariable UUID id) {
        return one.show(scope.visible(id), Typed.NOTHING);
    }

    @PostMapping("/matters/{id}/move")
    Object move(
            @PathVariable UUID id,
            @RequestParam String transition,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> all) {
        Matter matter = scope.carriedHere(scope.visible(id));
        Typed typed = new Typed("move-" + transition, all, List.of());
        List<Refusal> unread = new ArrayList<>();
        Matter.Move move = Matter.Move.of(transition, version)
                .because(reason)
                .with(Typed.in("documents", all).values())
                .starting(starts(all, unread))
                .among(parties(all, unread));
        Ruling<Matter> moved = unread.isEmpty() ? matters.move(id, move) : Ruling.refused(unread);
        return switch (moved) {
            case Ruling.Refused<Matter>(List<Refusal> reasons) -> one.show(matter, typed.refused(reasons));
            case Ruling.Granted<Matter> _ -> MatterFormPages.seeAgain(id);
        };
    }

    private static Map<String, LocalDate> starts(Map<String, String> all, List<Refusal> unread) {
        Map<String, LocalDate> starts = new HashMap<>();
        Typed.in("starts", all).values().forEach((limit, day) -> {
            if (!day.isEmpty()) {
                try {
                    starts.put(limit, LocalDate.parse(day));
                } catch (DateTimeParseException e) {
                    unread.add(Refusal.at("starts." + limit, "matter.not-a-date", "value", day));
                }
            }
        });
        return starts;
    }

    private List<Matter.Party> parties(Map<String, String> all, List<Refusal> unread) {
        List<Matter.Party> parties = new ArrayList<>();
        for (int row = 1; row <= MOST_PARTIES; row++) {
            String holder = all.getOrDefault("party-" + row + ".holder", "").strip();
            if (holder.isEmpty()) {
                continue;
            }
            int at = row;
            String name = all.getOrDefault("party-" + row + ".name", "").strip();
            Matter.Holder.parse(holder)
                    .ifPresentOrElse(
                            known -> parties.add(new Matter.Party(
                                    all.getOrDefault("party-" + at + ".actor", ""),
                                    known,
                                    name.isEmpty() ? one.nameOf(known) : name)),
                            () -> unread.add(
                                    Refusal.at("party-" + at + ".holder", "matter.holder-unknown", "value", holder)));
        }
        return parties;
    }
}
