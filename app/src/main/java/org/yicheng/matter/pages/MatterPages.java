package org.yicheng.matter.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.matter.Deadline;
import org.yicheng.matter.Deadlines;
import org.yicheng.matter.Matter;
import org.yicheng.matter.Matters;
import org.yicheng.matter.Procedure;
import org.yicheng.matter.Procedures;
import org.yicheng.matter.Task;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** What waits for the caller, and one matter: its state, its limits, its history, what can be done. */
@Controller
@Needs(Permission.MATTER_HANDLE)
public class MatterPages {

    static final int MOST_TASKS = 200;

    private final Matters matters;
    private final Deadlines deadlines;
    private final Procedures procedures;
    private final MatterScope scope;
    private final Pages pages;
    private final Clock clock;

    MatterPages(
            Matters matters, Deadlines deadlines, Procedures procedures, MatterScope scope, Pages pages, Clock clock) {
        this.matters = matters;
        this.deadlines = deadlines;
        this.procedures = procedures;
        this.scope = scope;
        this.pages = pages;
        this.clock = clock;
    }

    public record TasksView(List<Task> tasks, Procedures procedures, LocalDate today) {

        public Procedure procedure(Task task) {
            return procedures.byId(task.matter().procedure()).orElseThrow();
        }

        public Bilingual state(Task task) {
            return procedure(task).state(task.matter().state()).orElseThrow().name();
        }
    }

    public record MatterView(
            Matter matter,
            Procedure procedure,
            List<Deadline> limits,
            List<Matter.Step> history,
            List<Matter.Link> links,
            List<Matter.Letter> letters,
            List<Procedure.Transition> possible,
            LocalDate today,
            List<Refusal> reasons) {

        public Bilingual state(String id) {
            return procedure.state(id).map(Procedure.State::name).orElse(new Bilingual("—", "—"));
        }

        public Bilingual actor(String id) {
            return procedure.actor(id).orElseThrow().name();
        }

        public Bilingual limit(Deadline one) {
            return procedure.limit(one.limit()).orElseThrow().name();
        }

        public Bilingual step(Matter.Step step) {
            return procedure
                    .transition(step.transition())
                    .map(Procedure.Transition::name)
                    .orElse(new Bilingual("开立", "Opened"));
        }

        public Citation ground(Matter.Step step) {
            return Citation.parse(step.ground());
        }

        public List<Procedure.Paper> papers(Procedure.Transition transition) {
            return transition.documents().stream()
                    .map(paper -> procedure.document(paper).orElseThrow())
                    .toList();
        }

        public Bilingual day(LocalDate day) {
            return OfficialDate.dayWithWeekday(day);
        }

        public Bilingual paper(String id) {
            return procedure.document(id).orElseThrow().name();
        }
    }

    @GetMapping("/matters/tasks")
    View tasks() {
        return pages.show("matter/tasks", new TasksView(matters.tasks(MOST_TASKS), procedures, LocalDate.now(clock)));
    }

    @GetMapping("/matters/{id}")
    View one(@PathVariable UUID id) {
        return one(scope.visible(id), List.of());
    }

    private View one(Matter matter, List<Refusal> reasons) {
        return pages.show(
                "matter/matter",
                new MatterView(
                        matter,
                        procedures.byId(matter.procedure()).orElseThrow(),
                        deadlines.of(matter.id()),
                        matters.history(matter.id()).reversed(),
                        matters.links(matter.id()),
                        matters.correspondence(matter.id()),
                        matters.possible(matter),
                        LocalDate.now(clock),
                        reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    @PostMapping("/matters/{id}/move")
    Object move(
            @PathVariable UUID id,
            @RequestParam String transition,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> all) {
        Matter matter = scope.visible(id);
        Map<String, String> papers = new HashMap<>();
        all.forEach((name, value) -> {
            if (name.startsWith("documents.")) {
                papers.put(name.substring("documents.".length()), value.strip());
            }
        });
        Matter.Move move = Matter.Move.of(transition, version).because(reason).with(papers);
        return switch (matters.move(id, move)) {
            case Ruling.Refused<Matter>(List<Refusal> reasons) -> one(matter, reasons);
            case Ruling.Granted<Matter> _ ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header("Location", "/matters/" + id)
                        .build();
        };
    }

    /** The days left of a limit, as a word and a number. */
    public static Optional<Long> left(Deadline limit, LocalDate today) {
        return limit.ended().isPresent() ? Optional.empty() : limit.left(today);
    }
}
