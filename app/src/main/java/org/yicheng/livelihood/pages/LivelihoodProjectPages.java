package org.yicheng.livelihood.pages;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Remarks;
import org.yicheng.livelihood.Criterion;
import org.yicheng.livelihood.Project;
import org.yicheng.livelihood.Projects;
import org.yicheng.livelihood.Projects.Step;
import org.yicheng.livelihood.Projects.Taken;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Wish;
import org.yicheng.livelihood.Wishes;
import org.yicheng.livelihood.Wishes.Asked;
import org.yicheng.livelihood.poll.Advice;
import org.yicheng.livelihood.poll.Poll;
import org.yicheng.livelihood.poll.Polls;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** Where clerks make projects of wishes, screen them, and enter what moved the list. */
@Controller
@Needs(Permission.LIVELIHOOD_KEEP)
public class LivelihoodProjectPages {

    private static final int MOST_WISHES = 500;
    private static final Pattern SPOT = Pattern.compile("(-?\\d{1,3}(?:\\.\\d+)?)\\s*[,，]\\s*(-?\\d{1,3}(?:\\.\\d+)?)");

    private final Projects projects;
    private final Wishes wishes;
    private final Polls polls;
    private final ProjectRemarks said;
    private final LivelihoodScope scope;
    private final Clock clock;
    private final Pages pages;

    LivelihoodProjectPages(
            Projects projects,
            Wishes wishes,
            Polls polls,
            ProjectRemarks said,
            LivelihoodScope scope,
            Clock clock,
            Pages pages) {
        this.said = said;
        this.projects = projects;
        this.wishes = wishes;
        this.polls = polls;
        this.scope = scope;
        this.clock = clock;
        this.pages = pages;
    }

    /**
     * @param wishes accepted ones to choose from, one of each group
     * @param step what moves the list next, if anything does
     * @param chosen wishes marked in a form that was refused
     * @param poll what residents were asked, with {@code advice} once it is ended
     * @param said on which projects remarks of the deputies were handed in, and how many
     */
    public record ListView(
            Round round,
            Body body,
            List<Project> projects,
            List<Taken> taken,
            Optional<Step> step,
            List<Wish> wishes,
            LocalDate today,
            Map<String, String> typed,
            List<String> chosen,
            Optional<Poll> poll,
            Optional<Advice> advice,
            Map<UUID, Remarks.Tally> said,
            List<Refusal> reasons) {}

    @GetMapping("/livelihood/rounds/{id}/projects")
    View list(@PathVariable UUID id) {
        return list(scope.keptRound(id), Map.of(), List.of(), List.of());
    }

    private View list(Round round, Map<String, String> typed, List<String> chosen, List<Refusal> reasons) {
        List<Taken> taken = projects.taken(round.id());
        return pages.show(
                "livelihood/projects",
                new ListView(
                        round,
                        scope.body(round),
                        projects.of(round.id()),
                        taken,
                        next(taken),
                        wishes.of(round.id(), Asked.PUBLIC, 0, MOST_WISHES),
                        LocalDate.now(clock),
                        typed,
                        chosen,
                        polls.of(round.id()),
                        polls.advice(round.id()),
                        said.on(round),
                        reasons),
                status(reasons));
    }

    private static Optional<Step> next(List<Taken> taken) {
        return Arrays.stream(Step.values())
                .filter(step -> taken.stream().noneMatch(one -> one.step() == step))
                .findFirst();
    }

    private static int status(List<Refusal> reasons) {
        return reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value();
    }

    @PostMapping("/livelihood/rounds/{id}/projects")
    Object propose(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<UUID> wishes,
            @RequestParam Map<String, String> typed) {
        Round round = scope.keptRound(id);
        List<String> chosen = wishes.stream().map(UUID::toString).toList();
        Optional<Long> fen = Money.fen(typed.getOrDefault("money", ""));
        String spot = typed.getOrDefault("spot", "").strip();
        List<Refusal> unreadable = new ArrayList<>();
        if (fen.isEmpty()) {
            unreadable.add(Refusal.at("money", "livelihood.project-money", "most", Projects.MOST_FEN / 100));
        }
        if (!spot.isEmpty() && spot(spot).isEmpty()) {
            unreadable.add(Refusal.at("spot", "livelihood.project-spot-unreadable", "value", spot));
        }
        if (!unreadable.isEmpty()) {
            return list(round, typed, chosen, unreadable);
        }
        Ruling<Project> ruling = projects.propose(
                id,
                new Projects.Draft(
                        typed.getOrDefault("title", ""),
                        typed.getOrDefault("goal", ""),
                        typed.getOrDefault("organ", ""),
                        fen.orElseThrow(),
                        wishes,
                        spot(spot)));
        return ruling instanceof Ruling.Refused<Project>(List<Refusal> reasons)
                ? list(round, typed, chosen, reasons)
                : "redirect:/livelihood/rounds/" + id + "/projects";
    }

    /** 38.0428，114.5149: north, then east. */
    private static Optional<Project.Spot> spot(String text) {
        Matcher degrees = SPOT.matcher(text);
        return degrees.matches()
                ? Optional.of(new Project.Spot(new BigDecimal(degrees.group(1)), new BigDecimal(degrees.group(2))))
                : Optional.empty();
    }

    @PostMapping("/livelihood/rounds/{id}/list")
    Object take(@PathVariable UUID id, @RequestParam Step step, @RequestParam Map<String, String> typed) {
        Round round = scope.keptRound(id);
        Optional<LocalDate> day = day(typed.getOrDefault("day", ""));
        Ruling<List<Taken>> ruling = day.map(
                        on -> projects.take(id, new Taken(step, on, typed.getOrDefault("record", ""))))
                .orElseGet(() -> Ruling.refused(
                        Refusal.at("day", "livelihood.day-unknown", "value", typed.getOrDefault("day", ""))));
        return ruling instanceof Ruling.Refused<List<Taken>>(List<Refusal> reasons)
                ? list(round, typed, List.of(), reasons)
                : "redirect:/livelihood/rounds/" + id + "/projects";
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /**
     * @param checks as typed, or as the screening found them
     * @param said how many remarks were handed in, once it was referred to the deputies
     * @param remarks those that the caller may read
     */
    public record OneView(
            Round round,
            Body body,
            Project project,
            List<Wish> wishes,
            Map<Criterion, Project.Check> checks,
            Optional<Poll> poll,
            Optional<Advice> advice,
            Optional<Remarks.Tally> said,
            List<Remarks.Remark> remarks,
            List<Refusal> reasons) {

        /** Whether it can still be screened or dropped. */
        public boolean early() {
            return project.state() == Project.State.CANDIDATE || project.state() == Project.State.SCREENED;
        }
    }

    @GetMapping("/livelihood/projects/{id}/desk")
    View one(@PathVariable UUID id) {
        Project project = kept(id);
        return one(project, project.checks(), List.of());
    }

    private Project kept(UUID id) {
        Project project = projects.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("livelihood.project.unknown", "value", id)));
        scope.keptRound(project.round());
        return project;
    }

    private View one(Project project, Map<Criterion, Project.Check> checks, List<Refusal> reasons) {
        Round round = scope.round(project.round());
        return pages.show(
                "livelihood/project",
                new OneView(
                        round,
                        scope.body(round),
                        project,
                        project.wishes().stream()
                                .flatMap(wish -> wishes.byId(wish).stream())
                                .toList(),
                        checks,
                        polls.of(round.id()),
                        polls.advice(round.id()),
                        said.on(project),
                        said.remarks(project),
                        reasons),
                status(reasons));
    }

    @PostMapping("/livelihood/projects/{id}/screen")
    Object screen(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        Project project = kept(id);
        Map<Criterion, Project.Check> checks = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            String answer = typed.getOrDefault("c-" + criterion, "");
            if (answer.equals("true") || answer.equals("false")) {
                checks.put(
                        criterion,
                        new Project.Check(Boolean.parseBoolean(answer), typed.getOrDefault("n-" + criterion, "")));
            }
        }
        return projects.screen(id, checks) instanceof Ruling.Refused<Project>(List<Refusal> reasons)
                ? one(project, checks, reasons)
                : "redirect:/livelihood/rounds/" + project.round() + "/projects";
    }

    @PostMapping("/livelihood/projects/{id}/drop")
    Object drop(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        Project project = kept(id);
        return projects.drop(id, reason) instanceof Ruling.Refused<Project>(List<Refusal> reasons)
                ? one(project, project.checks(), reasons)
                : "redirect:/livelihood/rounds/" + project.round() + "/projects";
    }
}
